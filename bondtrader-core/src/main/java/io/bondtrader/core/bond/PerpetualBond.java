package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.RollDates;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bond that pays coupons for ever and never redeems. Coupons may grow by a constant rate each period.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bond's market agrees on
 * @param accrualStart the day on which interest starts to accrue
 * @param firstCouponDate the first coupon date; later ones follow at the convention's frequency
 * @param couponRate annual rate of the first coupon, as a decimal, above 0 to 1
 * @param couponGrowth growth of each coupon over the one before, as a decimal per period, −0.5 to 0.5
 * @param identifier the name by which the market knows the bond; null if none
 */
public record PerpetualBond(
        BondConvention convention,
        LocalDate accrualStart,
        LocalDate firstCouponDate,
        double couponRate,
        double couponGrowth,
        @Nullable SecurityIdentifier identifier)
        implements Bond {

    private static final int FARTHEST = 100_000;

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public PerpetualBond {
        Objects.requireNonNull(convention);
        InvalidInput.unless(
                firstCouponDate.isAfter(accrualStart)
                        && accrualStart.getYear() >= 1600
                        && firstCouponDate.getYear() <= 3000,
                "firstCouponDate",
                firstCouponDate,
                "after " + accrualStart + " and in years 1600 to 3000");
        InvalidInput.unless(couponRate > 0.0 && couponRate <= 1.0, "couponRate", couponRate, "above 0, at most 1");
        InvalidInput.unless(
                couponGrowth >= -0.5 && couponGrowth <= 0.5, "couponGrowth", couponGrowth, "between -0.5 and 0.5");
    }

    /**
     * Returns a perpetual bond with level coupons.
     *
     * @param convention what the bond's market agrees on
     * @param accrualStart the day on which interest starts to accrue
     * @param firstCouponDate the first coupon date
     * @param couponRate annual coupon, as a decimal
     * @return the bond
     * @throws InvalidInput if a term breaks its rule
     */
    public static PerpetualBond of(
            BondConvention convention, LocalDate accrualStart, LocalDate firstCouponDate, double couponRate) {
        return new PerpetualBond(convention, accrualStart, firstCouponDate, couponRate, 0.0, null);
    }

    /**
     * Returns a coupon date.
     *
     * @param number the coupon, from 0 for the first; negative for dates on the roll before it
     * @return its unadjusted date
     * @throws InvalidInput if the coupon is farther away than a hundred thousand others
     */
    public LocalDate couponDate(int number) {
        InvalidInput.unless(Math.abs((long) number) <= FARTHEST, "number", number, "within " + FARTHEST + " coupons");
        return RollDates.roll(firstCouponDate, number * convention.frequency().months(), convention.endOfMonth());
    }
}
