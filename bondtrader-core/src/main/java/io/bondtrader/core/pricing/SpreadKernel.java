package io.bondtrader.core.pricing;

import io.bondtrader.core.internal.Exponential;

/**
 * A spread over discount factors, from a price:
 *
 * <pre>
 *   V(s) = Σ vₖ(s),   vₖ(s) = aₖ·e^(Lₖ − s·τₖ)        Mⱼ = Σ τₖʲ·vₖ
 *   V(s + h) = M₀ − M₁·h + M₂·h²/2 − M₃·h³/6 + M₄·h⁴/24 − …
 * </pre>
 *
 * <p>Each pass over the flows gives the first five moments; the next step is the root of the quartic that they make, so
 * that the error shrinks with the fifth power and two or three passes are enough. Steps stay inside a bracket that
 * every pass narrows, so that the search cannot diverge.
 */
final class SpreadKernel {

    private static final int MAX_PASSES = 100;

    /** With a step this small over the longest flow, the terms after the fourth are below double precision. */
    private static final double LAST_STEP = 1e-3;

    /** Exponents beyond this belong to prices that double precision cannot hold. */
    private static final double WIDEST = 690.0;

    private SpreadKernel() {}

    /** Σ aₖ·e^(Lₖ − s·τₖ), added up in order. */
    static double price(double[] logs, double[] years, double[] amounts, int from, int to, double spread) {
        double sum = 0.0;
        for (int k = from; k < to; k++) {
            sum += amounts[k] * Exponential.exp(logs[k] - spread * years[k]);
        }
        return sum;
    }

    /**
     * Returns the spread at which the flows are worth a price.
     *
     * @param logs logarithms of the discount factors from settlement
     * @param years times of the flows from settlement, ascending
     * @param amounts what is paid
     * @param price what they are worth, positive and finite
     * @return the spread, or NaN if none within reach gives that price
     */
    static double solve(double[] logs, double[] years, double[] amounts, int from, int to, double price) {
        double longest = years[to - 1];
        if (!(longest > 0.0)) {
            return Double.NaN;
        }
        double low = -WIDEST / longest;
        double high = years[from] > 0.0 ? WIDEST / years[from] : WIDEST / longest;
        double spread = 0.0;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            double m0 = 0.0;
            double m1 = 0.0;
            double m2 = 0.0;
            double m3 = 0.0;
            double m4 = 0.0;
            for (int k = from; k < to; k++) {
                double t = years[k];
                double v = amounts[k] * Exponential.exp(logs[k] - spread * t);
                double vt = v * t;
                double tt = t * t;
                m0 += v;
                m1 += vt;
                m2 += v * tt;
                m3 += vt * tt;
                m4 += v * (tt * tt);
            }
            double step = step(m0 - price, m1, 0.5 * m2, m3 / 6.0, m4 / 24.0);
            // V is convex: the way down to a lower price is never shorter than Newton's. Far from the root the quartic
            // may
            // have none, and what the search for one leaves behind could look like the last step.
            boolean sound = m0 <= price || step * m1 >= 0.999 * (m0 - price);
            if (sound && Math.abs(step) * longest < LAST_STEP) {
                return spread + step;
            }
            if (m0 > price) {
                low = spread;
            } else {
                high = spread;
            }
            double next = spread + step;
            if (!(sound && next > low && next < high)) {
                double newton = spread + (m0 / m1) * Exponential.log(m0 / price);
                next = newton > low && newton < high ? newton : 0.5 * (low + high);
            }
            spread = next;
        }
        return Double.NaN;
    }

    /** The root near 0 of c₀ − c₁·h + c₂·h² − c₃·h³ + c₄·h⁴. */
    private static double step(double c0, double c1, double c2, double c3, double c4) {
        double h = c0 / c1;
        for (int k = 0; k < 4; k++) {
            double value = c0 - h * (c1 - h * (c2 - h * (c3 - h * c4)));
            double slope = -c1 + h * (2.0 * c2 - h * (3.0 * c3 - h * 4.0 * c4));
            h -= value / slope;
        }
        return h;
    }
}
