package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bond whose coupons and redemption grow with a price index (Canadian model): every real amount is multiplied by the
 * index ratio of its date.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bond's market agrees on
 * @param dates the dates that the coupons follow from
 * @param realCouponRate annual real coupon, as a decimal, 0 to 1
 * @param indexation how the index is read
 * @param baseIndex reference index of the dated date
 * @param deflationFloor whether the redemption is at least the original face
 * @param identifier the name by which the market knows the bond; null if none
 */
public record InflationLinkedBond(
        BondConvention convention,
        CouponDates dates,
        double realCouponRate,
        Indexation indexation,
        double baseIndex,
        boolean deflationFloor,
        @Nullable SecurityIdentifier identifier)
        implements Bond {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if the coupon is outside 0 to 1 or the base index is not positive and finite
     */
    public InflationLinkedBond {
        Objects.requireNonNull(convention);
        Objects.requireNonNull(dates);
        Objects.requireNonNull(indexation);
        FixedCouponBond.requireCouponRate(realCouponRate);
        InvalidInput.unless(
                baseIndex > 0.0 && baseIndex < Double.POSITIVE_INFINITY, "baseIndex", baseIndex, "positive and finite");
    }

    /** {@return the bond in real terms: the same coupons and dates per 100 of unindexed face} */
    public FixedCouponBond realBond() {
        return new FixedCouponBond(convention, dates, realCouponRate, identifier);
    }

    /**
     * Returns what is redeemed at maturity for an index ratio.
     *
     * @param indexRatio the index ratio at maturity
     * @return redemption per 100 of original face, with the deflation floor if the bond has one
     * @throws InvalidInput if the ratio is not above 0 and at most 1e100
     */
    public double redemption(double indexRatio) {
        InvalidInput.unless(
                indexRatio > 0.0 && indexRatio <= 1e100, "indexRatio", indexRatio, "above 0, at most 1e100");
        return 100.0 * (deflationFloor ? Math.max(1.0, indexRatio) : indexRatio);
    }
}
