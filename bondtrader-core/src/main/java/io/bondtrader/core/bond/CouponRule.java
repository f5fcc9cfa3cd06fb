package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;

/** How much a coupon pays for its period, per unit of outstanding face. */
public enum CouponRule {
    /** The annual rate times the day-count fraction of the period. */
    BY_DAY_COUNT,
    /** A regular period pays the annual rate divided by the frequency, whatever its days; an odd one by day count. */
    EQUAL_PARTS,
    /** The annual rate is an effective one: a regular period pays {@code (1 + c)^(1/f) − 1}; an odd one by day count. */
    EFFECTIVE;

    /**
     * Returns what one period pays.
     *
     * @param rate the annual coupon rate, as a decimal
     * @param fraction the period's day-count fraction of a year
     * @param regular whether the period has the regular length
     * @param couponsPerYear coupon payments a year
     * @return the coupon per unit of outstanding face
     * @throws InvalidInput if the rate or the fraction is not finite, the rate is not above -1, or there are no coupons
     *     in a year
     */
    public double couponPerUnit(double rate, double fraction, boolean regular, int couponsPerYear) {
        if (!(rate > -1.0 && rate < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("rate", rate, "above -1 and finite");
        }
        if (!(Math.abs(fraction) < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("fraction", fraction, "finite");
        }
        if (couponsPerYear < 1) {
            throw new InvalidInput("couponsPerYear", couponsPerYear, "at least 1");
        }
        return switch (this) {
            case BY_DAY_COUNT -> rate * fraction;
            case EQUAL_PARTS -> regular ? rate / couponsPerYear : rate * fraction;
            case EFFECTIVE -> StrictMath.pow(1.0 + rate, regular ? 1.0 / couponsPerYear : fraction) - 1.0;
        };
    }
}
