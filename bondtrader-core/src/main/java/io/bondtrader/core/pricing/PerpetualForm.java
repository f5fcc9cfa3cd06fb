package io.bondtrader.core.pricing;

import io.bondtrader.core.error.NotConverged;
import org.jspecify.annotations.Nullable;

/**
 * Coupons for ever, growing by g each period: with i the yield per period and w periods to the next coupon c₁,
 *
 * <pre>  P = c₁·(1 + i)^(1 − w) / (i − g)        ex-coupon: P = c₁·(1 + g)·(1 + i)^(−w) / (i − g)</pre>
 *
 * <p>Source: the sum of a geometric series; F. J. Fabozzi, "Fixed Income Mathematics", 4th ed., chapter 5.
 */
final class PerpetualForm implements DiscountForm {

    private static final int MAX_STEPS = 200;

    private final double coupon; // what is paid one period after the point that w counts to
    private final double exponent; // of 1 + i in the numerator
    private final double growth; // g
    private final double periodsPerYear;

    PerpetualForm(double coupon, double exponent, double growth, double periodsPerYear) {
        this.coupon = coupon;
        this.exponent = exponent;
        this.growth = growth;
        this.periodsPerYear = periodsPerYear;
    }

    @Override
    public String method() {
        return "closed perpetuity";
    }

    @Override
    public double floor() {
        return growth * periodsPerYear;
    }

    @Override
    public double price(double yield) {
        double i = yield / periodsPerYear;
        return coupon * Exponential.exp(exponent * Exponential.log1p(i)) / (i - growth);
    }

    @Override
    public double discountFactor(double yield, double years) {
        double periods = years * periodsPerYear;
        return Exponential.exp(-periods * Exponential.log1p(yield / periodsPerYear));
    }

    @Override
    public Sensitivities sensitivities(double yield) {
        double i = yield / periodsPerYear;
        double price = price(yield);
        double power = exponent / (1.0 + i);
        double pole = 1.0 / (i - growth);
        double first = (power - pole) / periodsPerYear; // P'/P
        double second =
                ((power - pole) * (power - pole) - power / (1.0 + i) + pole * pole) / (periodsPerYear * periodsPerYear);
        double macaulay = -first * (1.0 + i);
        return new Sensitivities(price, price * first, price * second, macaulay, macaulay);
    }

    @Override
    public double solve(double dirtyPrice, int @Nullable [] steps) {
        // ln P by z = ln(i − g) is decreasing and nearly straight: Newton there cannot cross the pole.
        double z = Exponential.log(coupon / dirtyPrice);
        double residual = Double.NaN;
        for (int step = 0; step < MAX_STEPS; step++) {
            double pole = Exponential.exp(z);
            double i = growth + pole;
            residual = Exponential.log(coupon / dirtyPrice) + exponent * Exponential.log1p(i) - z;
            double slope = exponent * pole / (1.0 + i) - 1.0;
            double newton = residual / slope;
            z -= newton;
            if (Math.abs(newton) < 1e-15 * (1.0 + Math.abs(z))) {
                if (steps != null) {
                    steps[0] = step + 1;
                }
                return (growth + Exponential.exp(z)) * periodsPerYear;
            }
        }
        throw new NotConverged("yield of dirty price " + dirtyPrice, MAX_STEPS, z, residual);
    }
}
