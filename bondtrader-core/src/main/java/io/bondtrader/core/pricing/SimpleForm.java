package io.bondtrader.core.pricing;

import io.bondtrader.core.error.NotConverged;
import org.jspecify.annotations.Nullable;

/** Flows discounted by simple interest: {@code P = Σ aₖ/(1 + y·tₖ)}, with times in years. */
final class SimpleForm implements DiscountForm {

    private static final int MAX_STEPS = 200;

    /** What rounding leaves of a price, as a part of it. */
    private static final double RESOLUTION = 2e-15;

    private final double[] amounts;
    private final double[] times;

    /** Takes the arrays over: the caller does not change them afterwards. Times are positive and in order. */
    SimpleForm(double[] amounts, double[] times) {
        this.amounts = amounts;
        this.times = times;
    }

    @Override
    public String method() {
        return "simple interest";
    }

    @Override
    public double floor() {
        return -1.0 / times[times.length - 1];
    }

    @Override
    public double price(double yield) {
        double sum = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            sum += amounts[k] / (1.0 + yield * times[k]);
        }
        return sum;
    }

    @Override
    public double discountFactor(double yield, double years) {
        return 1.0 / (1.0 + yield * years);
    }

    @Override
    public void sensitivities(double yield, double[] out) {
        double sum = 0.0;
        double first = 0.0;
        double second = 0.0;
        double weighted = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            double t = times[k];
            double factor = 1.0 / (1.0 + yield * t);
            double value = amounts[k] * factor;
            sum += value;
            weighted += t * value;
            first -= t * value * factor;
            second += 2.0 * t * t * value * factor * factor;
        }
        Sensitivities.put(out, sum, first, second, weighted / sum, weighted / sum);
    }

    private double slope(double yield) {
        double slope = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            double factor = 1.0 / (1.0 + yield * times[k]);
            slope -= times[k] * amounts[k] * factor * factor;
        }
        return slope;
    }

    @Override
    public double solve(double dirtyPrice, int @Nullable [] steps) {
        if (amounts.length == 1) {
            return (amounts[0] / dirtyPrice - 1.0) / times[0];
        }
        // The price falls from infinity at the floor to 0: Newton inside a bracket, in z = 1/(1 + y·t) of the last
        // flow.
        double longest = times[times.length - 1];
        double low = floor();
        double high = Double.POSITIVE_INFINITY;
        double total = 0.0;
        for (double amount : amounts) {
            total += amount;
        }
        double yield = (total / dirtyPrice - 1.0) / longest;
        double residual = Double.NaN;
        for (int step = 0; step < MAX_STEPS; step++) {
            residual = price(yield) - dirtyPrice;
            double newton = yield - residual / slope(yield);
            if (residual > 0.0) {
                low = yield;
            } else {
                high = yield;
            }
            double next = newton > low && newton < high
                    ? newton
                    : high < Double.POSITIVE_INFINITY ? 0.5 * (low + high) : 2.0 * Math.abs(yield) + 1.0;
            boolean resolved = Math.abs(residual) <= RESOLUTION * dirtyPrice;
            if (resolved || Math.abs(newton - yield) <= 2.0 * Math.ulp(yield)) {
                if (steps != null) {
                    steps[0] = step + 1;
                }
                return newton;
            }
            yield = next;
        }
        throw new NotConverged("simple yield of dirty price " + dirtyPrice, MAX_STEPS, yield, residual);
    }
}
