package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;

/**
 * One yield in the words of another compounding: both discount a year by the same factor.
 *
 * <p>Source: F. J. Fabozzi, "Fixed Income Mathematics", 4th ed., chapter 6. Stateless and safe for use by many threads.
 */
public final class YieldEquivalents {

    private YieldEquivalents() {}

    /**
     * Converts a yield.
     *
     * @param yield the annual yield, as a decimal
     * @param from how it is compounded
     * @param to how the result is compounded
     * @param couponsPerYear coupons a year, for {@link Compounding#AT_COUPON_FREQUENCY}
     * @return the equivalent annual yield; {@link Compounding#SIMPLE} stands for simple interest over one year
     * @throws InvalidInput if there are not 1 to 365 coupons a year, the yield leaves nothing after a period, or is not a number
     */
    public static double convert(double yield, Compounding from, Compounding to, int couponsPerYear) {
        InvalidInput.unless(couponsPerYear >= 1 && couponsPerYear <= 365, "couponsPerYear", couponsPerYear, "1 to 365");
        double periods = from.periodsPerYear(couponsPerYear);
        boolean inRange = from == Compounding.CONTINUOUS ? Math.abs(yield) < 500.0 : yield > -periods && yield < 1e6;
        InvalidInput.unless(inRange, "yield", yield, "above -" + periods + " and below 1e6");
        double logYield = from == Compounding.CONTINUOUS ? yield : periods * Exponential.log1p(yield / periods);
        if (to == Compounding.CONTINUOUS) {
            return logYield;
        }
        double target = to.periodsPerYear(couponsPerYear);
        return target * Exponential.expm1(logYield / target);
    }
}
