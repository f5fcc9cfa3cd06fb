package io.bondtrader.core.pricing;

import io.bondtrader.core.internal.Exponential;

/**
 * A Z-spread on zero rates that compound m times a year:
 *
 * <pre>
 *   P(t; s) = (1 + (z(t) + s)/m)^(−m·t),   1 + z(t)/m = P(t)^(−1/(m·t))        V(s) = Σ aₖ·P(tₖ; s) / P(t₀; s)
 * </pre>
 *
 * <p>Solved by Newton's method on ln V, which is nearly straight in s, inside a bracket that every step narrows.
 */
final class CompoundedSpread {

    private static final int MAX_STEPS = 200;

    private final double perYear;
    private final double[] amounts;
    private final double[] years; // from the curve's reference date
    private final double[] growths; // 1 + z/m
    private final double origin;
    private final double originGrowth;

    CompoundedSpread(double perYear, double[] amounts, double[] logs, double[] years, double originLog, double origin) {
        this.perYear = perYear;
        this.amounts = amounts;
        this.years = years;
        this.origin = origin;
        this.originGrowth = growth(originLog, origin);
        this.growths = new double[years.length];
        for (int k = 0; k < growths.length; k++) {
            growths[k] = growth(logs[k], years[k]);
        }
    }

    private double growth(double log, double time) {
        return time > 0.0 ? Exponential.exp(-log / (perYear * time)) : 1.0;
    }

    /** The price at a spread, or infinity where a rate leaves nothing of a period. */
    double price(double spread) {
        return priceAndSlope(spread)[0];
    }

    private double[] priceAndSlope(double spread) {
        double step = spread / perYear;
        double start = originGrowth + step;
        if (origin > 0.0 && !(start > 0.0)) {
            return new double[] {Double.POSITIVE_INFINITY, Double.NaN};
        }
        double startLog = origin > 0.0 ? perYear * origin * Exponential.log(start) : 0.0;
        double startSlope = origin > 0.0 ? origin / start : 0.0;
        double sum = 0.0;
        double slope = 0.0;
        for (int k = 0; k < years.length; k++) {
            double growth = growths[k] + step;
            if (years[k] > 0.0 && !(growth > 0.0)) {
                return new double[] {Double.POSITIVE_INFINITY, Double.NaN};
            }
            double log = years[k] > 0.0 ? perYear * years[k] * Exponential.log(growth) : 0.0;
            double value = amounts[k] * Exponential.exp(startLog - log);
            sum += value;
            slope -= value * ((years[k] > 0.0 ? years[k] / growth : 0.0) - startSlope);
        }
        return new double[] {sum, slope};
    }

    /** The spread of a price, or NaN if none in reach gives it. */
    double solve(double price, double proposal) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double spread = proposal;
        for (int k = 0; k < MAX_STEPS; k++) {
            double[] here = priceAndSlope(spread);
            if (here[0] > price) {
                low = spread;
            } else {
                high = spread;
            }
            double step = -here[0] * Exponential.log(here[0] / price) / here[1];
            double next = spread + step;
            if (Math.abs(step) <= 1e-15 * (1.0 + Math.abs(spread))) {
                return next;
            }
            if (!(next > low && next < high)) {
                next = Double.isInfinite(low) || Double.isInfinite(high)
                        ? spread + (here[0] > price ? 0.5 : -0.5) * (1.0 + Math.abs(spread))
                        : 0.5 * (low + high);
                if (!(next > low && next < high)) {
                    return spread;
                }
            }
            spread = next;
        }
        return Double.NaN;
    }
}
