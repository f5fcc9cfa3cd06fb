package io.bondtrader.core.pricing;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import org.jspecify.annotations.Nullable;

/**
 * Any flows at any times, discounted one by one:
 *
 * <pre>
 *   P = Σ aₖ·e^(−uₖ·L) / (1 + s·i)        L = ln(1 + i), i = y/m; or L = y where compounding is continuous
 *
 *   aₖ  amount per 100        uₖ  compounding periods from settlement        s  part of a period at simple interest
 * </pre>
 *
 * <p>The solver works on {@code ln P} by {@code L} as {@link AnnuityKernel} does.
 */
final class FlowForm implements DiscountForm {

    private static final double LAST_STEP = 2e-5;
    private static final int MAX_STEPS = 100;
    private static final double WIDEST = 690.0;

    private final double[] amounts;
    private final double[] periods; // uₖ
    private final double simplePart; // s
    private final double periodsPerYear; // m
    private final boolean continuous;

    /** Takes the arrays over: the caller does not change them afterwards. */
    FlowForm(double[] amounts, double[] periods, double simplePart, double periodsPerYear, boolean continuous) {
        this.amounts = amounts;
        this.periods = periods;
        this.simplePart = simplePart;
        this.periodsPerYear = periodsPerYear;
        this.continuous = continuous;
    }

    @Override
    public String method() {
        return "flow by flow";
    }

    @Override
    public double floor() {
        return continuous ? -WIDEST : -periodsPerYear;
    }

    @Override
    public double price(double yield) {
        double perPeriod = yield / periodsPerYear;
        double logYield = continuous ? yield : Exponential.log1p(perPeriod);
        double sum = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            sum += amounts[k] * Exponential.exp(-periods[k] * logYield);
        }
        return sum / (1.0 + simplePart * perPeriod);
    }

    @Override
    public double discountFactor(double yield, double years) {
        double perPeriod = yield / periodsPerYear;
        double logYield = continuous ? yield : Exponential.log1p(perPeriod);
        return Exponential.exp(-(years * periodsPerYear - simplePart) * logYield) / (1.0 + simplePart * perPeriod);
    }

    @Override
    public void sensitivities(double yield, double[] out) {
        double perPeriod = yield / periodsPerYear;
        double logYield = continuous ? yield : Exponential.log1p(perPeriod);
        double sum = 0.0;
        double weighted = 0.0;
        double squared = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            double u = periods[k];
            double value = amounts[k] * Exponential.exp(-u * logYield);
            sum += value;
            weighted += u * value;
            squared += u * u * value;
        }
        double mean = weighted / sum;
        double price = sum / (1.0 + simplePart * perPeriod);
        if (continuous) {
            Sensitivities.put(out, price, -price * mean, price * squared / sum, mean, mean);
            return;
        }
        double growth = 1.0 + perPeriod;
        double simple = simplePart * growth / (1.0 + simplePart * perPeriod);
        double first = mean + simple;
        double second = squared / sum - mean * mean - simple + simple * simple + first * first;
        double scale = 1.0 / (periodsPerYear * growth);
        Sensitivities.put(
                out,
                price,
                -price * first * scale,
                price * (second + first) * scale * scale,
                (mean + simplePart) / periodsPerYear,
                first / periodsPerYear);
    }

    @Override
    public double solve(double dirtyPrice, int @Nullable [] steps) {
        double logYield = logYield(dirtyPrice, steps);
        return continuous ? logYield : periodsPerYear * Exponential.expm1(logYield);
    }

    private double logYield(double dirtyPrice, int @Nullable [] steps) {
        if (periods[periods.length - 1] + simplePart == 0.0) {
            throw new NotConverged("a price without time to maturity has no yield", 0, 0.0, dirtyPrice);
        }
        double longest = Math.max(1.0, periods[periods.length - 1] + simplePart);
        double low = -WIDEST / longest;
        double high = WIDEST;
        double logYield = guess(dirtyPrice);
        double residual = Double.NaN;
        for (int step = 0; step < MAX_STEPS; step++) {
            double sum = 0.0;
            double weighted = 0.0;
            double squared = 0.0;
            for (int k = 0; k < amounts.length; k++) {
                double u = periods[k];
                double value = amounts[k] * Exponential.exp(-u * logYield);
                sum += value;
                weighted += u * value;
                squared += u * u * value;
            }
            double mean = weighted / sum;
            double i = simplePart == 0.0 ? 0.0 : Exponential.expm1(logYield);
            double simple = simplePart * (1.0 + i) / (1.0 + simplePart * i);
            residual = Exponential.log(sum / (dirtyPrice * (1.0 + simplePart * i)));
            double slope = mean + simple;
            double curvature = squared / sum - mean * mean - simple + simple * simple;
            double newton = residual / slope;
            double halley = newton / (1.0 - 0.5 * newton * curvature / slope);
            if (Math.abs(halley) * longest < LAST_STEP) {
                if (steps != null) {
                    steps[0] = step + 1;
                }
                return logYield + halley;
            }
            if (residual > 0.0) {
                low = logYield;
            } else {
                high = logYield;
            }
            double next = logYield + halley;
            if (!(next > low && next < high)) {
                next = logYield + newton;
            }
            logYield = next > low && next < high ? next : 0.5 * (low + high);
        }
        throw new NotConverged("yield of dirty price " + dirtyPrice, MAX_STEPS, logYield, residual);
    }

    /** The rate that grows the price to the undiscounted flows over their average life. */
    private double guess(double dirtyPrice) {
        double sum = 0.0;
        double weighted = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            sum += amounts[k];
            weighted += amounts[k] * periods[k];
        }
        double ratio = Math.min(1e6, Math.max(1e-6, sum / dirtyPrice));
        double mean = weighted / sum + simplePart;
        double straight = Exponential.log(ratio) / mean;
        double longest = periods[periods.length - 1] + 1.0;
        return Math.min(2.0, Math.max(-200.0 / longest, straight));
    }
}
