package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bond that pays one coupon rate until it redeems 100 at maturity, with any odd first and last period.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bond's market agrees on
 * @param dates the dates that the coupons follow from
 * @param couponRate annual coupon as a decimal fraction of face, 0 to 1 ({@code 0.0425} is 4.25%)
 * @param identifier the name by which the market knows the bond; null if none
 */
public record FixedCouponBond(
        BondConvention convention,
        CouponDates dates,
        double couponRate,
        @Nullable SecurityIdentifier identifier) implements Bond {

    /**
     * Checks the coupon rate.
     *
     * @throws InvalidInput if the rate is outside 0 to 1 or not a number
     */
    public FixedCouponBond {
        Objects.requireNonNull(convention);
        Objects.requireNonNull(dates);
        requireCouponRate(couponRate);
    }

    /**
     * Returns a bond without odd periods other than a short first one.
     *
     * @param convention what the bond's market agrees on
     * @param couponRate annual coupon as a decimal fraction of face, 0 to 1
     * @param accrualStart the day on which interest starts to accrue
     * @param maturity the day on which the bond falls due
     * @return the bond
     * @throws InvalidInput if a term breaks its rule
     */
    public static FixedCouponBond of(
            BondConvention convention, double couponRate, LocalDate accrualStart, LocalDate maturity) {
        CouponDates dates = CouponDates.of(accrualStart, maturity, convention.frequency(), convention.endOfMonth());
        return new FixedCouponBond(convention, dates, couponRate, null);
    }

    /**
     * Returns a bond from dates in ISO form.
     *
     * @param convention what the bond's market agrees on
     * @param couponRate annual coupon as a decimal fraction of face, 0 to 1
     * @param accrualStart the day on which interest starts to accrue, such as {@code "2025-11-15"}
     * @param maturity the day on which the bond falls due, such as {@code "2035-11-15"}
     * @return the bond
     * @throws InvalidInput if a term breaks its rule or a date cannot be read
     */
    public static FixedCouponBond of(
            BondConvention convention, double couponRate, String accrualStart, String maturity) {
        return of(
                convention,
                couponRate,
                DateText.parse("accrualStart", accrualStart),
                DateText.parse("maturity", maturity));
    }

    /**
     * Returns a copy with an agreed first coupon date, for a long first period.
     *
     * @param firstCouponDate the first coupon date
     * @return the altered copy
     * @throws InvalidInput if the date is off the roll
     */
    public FixedCouponBond withFirstCouponDate(LocalDate firstCouponDate) {
        CouponDates altered = new CouponDates(
                dates.accrualStart(),
                dates.maturity(),
                dates.frequency(),
                dates.endOfMonth(),
                firstCouponDate,
                dates.penultimateCouponDate());
        return new FixedCouponBond(convention, altered, couponRate, identifier);
    }

    /**
     * Returns a copy with an odd last period.
     *
     * @param penultimateCouponDate the day on which the odd last period starts
     * @return the altered copy
     * @throws InvalidInput if the date is out of order
     */
    public FixedCouponBond withPenultimateCouponDate(LocalDate penultimateCouponDate) {
        CouponDates altered = new CouponDates(
                dates.accrualStart(),
                dates.maturity(),
                dates.frequency(),
                dates.endOfMonth(),
                dates.firstCouponDate(),
                penultimateCouponDate);
        return new FixedCouponBond(convention, altered, couponRate, identifier);
    }

    /**
     * Returns a copy with an identifier.
     *
     * @param identifier the name by which the market knows the bond
     * @return the altered copy
     */
    public FixedCouponBond withIdentifier(SecurityIdentifier identifier) {
        return new FixedCouponBond(convention, dates, couponRate, identifier);
    }

    /** {@return the day on which the bond falls due} */
    public LocalDate maturity() {
        return dates.maturity();
    }

    /** Asks for what is allowed, instead of refusing what is not, so that NaN is turned away too. */
    static void requireCouponRate(double couponRate) {
        if (!(couponRate >= 0.0 && couponRate <= 1.0)) {
            throw new InvalidInput("couponRate", couponRate, "0 to 1");
        }
    }
}
