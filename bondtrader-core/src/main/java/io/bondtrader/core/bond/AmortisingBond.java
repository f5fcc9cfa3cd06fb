package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bond that repays its principal in parts at the ends of coupon periods: amortising, sinking, annuity. Prices are per
 * 100 of the face outstanding at settlement.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bond's market agrees on
 * @param dates the dates that the coupons follow from
 * @param couponRate annual coupon on the outstanding face, as a decimal, 0 to 1
 * @param outstanding face outstanding in each coupon period from accrual start, per 100 of original face; positive and
 *     never growing; what is left in the last period is repaid at maturity
 * @param identifier the name by which the market knows the bond; null if none
 */
public record AmortisingBond(
        BondConvention convention,
        CouponDates dates,
        double couponRate,
        List<Double> outstanding,
        @Nullable SecurityIdentifier identifier)
        implements Bond {

    /**
     * Checks that there is one amount for each period and that they never grow.
     *
     * @throws InvalidInput if an amount is out of range or their number is not that of the periods
     */
    public AmortisingBond {
        Objects.requireNonNull(convention);
        FixedCouponBond.requireCouponRate(couponRate);
        outstanding = List.copyOf(outstanding);
        int periods = CouponPeriods.of(dates, convention.dayCount()).count();
        InvalidInput.unless(
                outstanding.size() == periods,
                "outstanding",
                outstanding.size(),
                "one for each of " + periods + " periods");
        double before = Double.MAX_VALUE;
        for (double face : outstanding) {
            InvalidInput.unless(face > 0.0 && face <= before, "outstanding", face, "positive and never growing");
            before = face;
        }
    }

    /**
     * Returns an amortising bond.
     *
     * @param convention what the bond's market agrees on
     * @param dates the dates that the coupons follow from
     * @param couponRate annual coupon on the outstanding face, as a decimal
     * @param outstanding face outstanding in each coupon period from accrual start
     * @return the bond
     * @throws InvalidInput if a term breaks its rule
     */
    public static AmortisingBond of(
            BondConvention convention, CouponDates dates, double couponRate, List<Double> outstanding) {
        return new AmortisingBond(convention, dates, couponRate, outstanding, null);
    }

    /**
     * Returns a bond that repays equal parts of its principal with every coupon.
     *
     * @param convention what the bond's market agrees on
     * @param dates the dates that the coupons follow from
     * @param couponRate annual coupon on the outstanding face, as a decimal
     * @return the bond
     * @throws InvalidInput if a term breaks its rule
     */
    public static AmortisingBond linear(BondConvention convention, CouponDates dates, double couponRate) {
        int periods = CouponPeriods.of(dates, convention.dayCount()).count();
        List<Double> outstanding = new ArrayList<>(periods);
        for (int k = 0; k < periods; k++) {
            outstanding.add(100.0 * (periods - k) / periods);
        }
        return of(convention, dates, couponRate, outstanding);
    }

    /**
     * Returns the pool factor: the share of the original face that is outstanding.
     *
     * @param day a day from accrual start to before maturity; a payment on that day has been made
     * @return the factor, above 0 and at most 1
     * @throws InvalidInput if the day is outside the life of the bond
     */
    public double poolFactor(LocalDate day) {
        int remaining = CouponPeriods.from(dates, convention.dayCount(), day).count();
        return outstanding.get(outstanding.size() - remaining) / outstanding.get(0);
    }
}
