package io.bondtrader.core.pricing;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import org.jspecify.annotations.Nullable;

/**
 * Coupons for ever, growing by g each period after the next one: with i the yield per period and w periods to the next
 * coupon,
 *
 * <pre>
 *   P = (1 + i)^(−w) · (c₁ + c₂/(i − g))
 *
 *   c₁  next coupon as far as the buyer receives it        c₂  the coupon after it
 * </pre>
 *
 * <p>Source: the sum of a geometric series; F. J. Fabozzi, "Fixed Income Mathematics", 4th ed., chapter 5.
 */
final class PerpetualForm implements DiscountForm {

    private static final int MAX_STEPS = 200;

    /** Between these, the distance of a yield from its pole is a normal double. */
    private static final double NEAREST = -690.0;

    private static final double FARTHEST = 690.0;

    private final double next; // c₁
    private final double afterNext; // c₂
    private final double toNext; // w
    private final double growth; // g
    private final double periodsPerYear;

    PerpetualForm(double next, double afterNext, double toNext, double growth, double periodsPerYear) {
        this.next = next;
        this.afterNext = afterNext;
        this.toNext = toNext;
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
        return Exponential.exp(-toNext * Exponential.log1p(i)) * (next + afterNext / (i - growth));
    }

    @Override
    public double discountFactor(double yield, double years) {
        double periods = years * periodsPerYear;
        return Exponential.exp(-periods * Exponential.log1p(yield / periodsPerYear));
    }

    @Override
    public void sensitivities(double yield, double[] out) {
        double i = yield / periodsPerYear;
        double price = price(yield);
        double power = toNext / (1.0 + i);
        double pole = 1.0 / (i - growth);
        double share = next / (next * (i - growth) + afterNext);
        double first = share - pole - power; // P'/P
        double second = first * first + pole * pole - share * share + power / (1.0 + i);
        double macaulay = -first * (1.0 + i) / periodsPerYear;
        Sensitivities.put(
                out,
                price,
                price * first / periodsPerYear,
                price * second / (periodsPerYear * periodsPerYear),
                macaulay,
                macaulay);
    }

    @Override
    public double solve(double dirtyPrice, int @Nullable [] steps) {
        // ln P by z = ln(i − g) is decreasing and nearly straight, and cannot cross the pole: Newton inside a bracket.
        double low = NEAREST;
        double high = FARTHEST;
        double z = Exponential.log(afterNext) - Exponential.log(dirtyPrice);
        double residual = Double.NaN;
        for (int step = 0; step < MAX_STEPS; step++) {
            double pole = Exponential.exp(z);
            double i = growth + pole;
            double numerator = next * pole + afterNext;
            residual = Exponential.log(numerator) - Exponential.log(dirtyPrice) - toNext * Exponential.log1p(i) - z;
            double slope = next * pole / numerator - toNext * pole / (1.0 + i) - 1.0;
            double newton = z - residual / slope;
            if (Math.abs(newton - z) < 1e-15 * (1.0 + Math.abs(z))) {
                if (steps != null) {
                    steps[0] = step + 1;
                }
                return (growth + Exponential.exp(newton)) * periodsPerYear;
            }
            if (residual > 0.0) {
                low = z;
            } else {
                high = z;
            }
            z = newton > low && newton < high ? newton : 0.5 * (low + high);
        }
        throw new NotConverged("yield of dirty price " + dirtyPrice, MAX_STEPS, z, residual);
    }
}
