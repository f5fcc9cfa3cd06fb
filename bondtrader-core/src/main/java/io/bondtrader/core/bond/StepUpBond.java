package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bond whose coupon rate changes by an agreed table and that redeems 100 at maturity.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bond's market agrees on
 * @param dates the dates that the coupons follow from
 * @param couponRates annual coupon rate of each coupon period from accrual start, as decimals, 0 to 1
 * @param identifier the name by which the market knows the bond; null if none
 */
public record StepUpBond(
        BondConvention convention,
        CouponDates dates,
        List<Double> couponRates,
        @Nullable SecurityIdentifier identifier) implements Bond {

    /**
     * Checks that there is one rate for each period.
     *
     * @throws InvalidInput if a rate is out of range or their number is not that of the periods
     */
    public StepUpBond {
        Objects.requireNonNull(convention);
        couponRates = List.copyOf(couponRates);
        couponRates.forEach(FixedCouponBond::requireCouponRate);
        int periods = CouponPeriods.of(dates, convention.dayCount()).count();
        InvalidInput.unless(
                couponRates.size() == periods,
                "couponRates",
                couponRates.size(),
                "one for each of " + periods + " periods");
    }

    /**
     * Returns a step-up bond.
     *
     * @param convention what the bond's market agrees on
     * @param dates the dates that the coupons follow from
     * @param couponRates annual coupon rate of each coupon period from accrual start, as decimals
     * @return the bond
     * @throws InvalidInput if a rate is out of range or their number is not that of the periods
     */
    public static StepUpBond of(BondConvention convention, CouponDates dates, List<Double> couponRates) {
        return new StepUpBond(convention, dates, couponRates, null);
    }
}
