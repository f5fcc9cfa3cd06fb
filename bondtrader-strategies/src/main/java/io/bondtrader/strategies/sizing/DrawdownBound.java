package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * The bound on how far wealth ever falls: if E[W₁^−λ] ≤ 1 for the wealth W₁ that one period makes of 1, then
 * P(wealth ever falls below a) &lt; a^λ.
 *
 * <p>Source: Busseti, Ryu and Boyd, "Risk-Constrained Kelly Gambling" (2016), section 3. Stateless and safe for use by many
 * threads.
 */
public final class DrawdownBound {

    private static final double LARGEST = 1e6;
    private static final int HALVINGS = 200;

    private DrawdownBound() {}

    /**
     * Returns the exponent that makes the bound say what is wished: λ = ln β / ln a.
     *
     * @param level a, the part of wealth that should not be lost sight of, between 0 and 1
     * @param probability β, how likely wealth may ever fall below it, between 0 and 1
     * @return λ, positive
     * @throws InvalidInput if either is not between 0 and 1
     */
    public static double exponent(double level, double probability) {
        Checks.proper("level", level);
        Checks.proper("probability", probability);
        return Math.log(probability) / Math.log(level);
    }

    /**
     * Returns the largest exponent for which the bound holds.
     *
     * @param wealth what one period makes of 1, scenario by scenario, positive
     * @param probabilities of the scenarios, summing to 1
     * @return λ from 0 (the bound says nothing) to a million (wealth as good as never falls)
     * @throws InvalidInput if a wealth is not positive or probabilities do not fit
     */
    public static double exponentOf(double[] wealth, double[] probabilities) {
        double[] p = Checks.probabilities(probabilities);
        double[] w = Checks.finite("wealth", wealth, p.length);
        for (int i = 0; i < w.length; i++) {
            Checks.positive("wealth[" + i + "]", w[i]);
        }
        // ln E W^-λ is convex in λ and 0 at 0: above its other root it is positive, below negative.
        if (logMoment(w, p, LARGEST) <= 0) {
            return LARGEST;
        }
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low == 0 && high > 1e-12 ? high / 2 : (low + high) / 2;
            if (logMoment(w, p, middle) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
            if (high < 1e-12) {
                return 0;
            }
        }
        return low;
    }

    /** ln E[W^−λ], without overflow. */
    static double logMoment(double[] wealth, double[] probabilities, double lambda) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double w : wealth) {
            largest = Math.max(largest, -lambda * Math.log(w));
        }
        double sum = 0;
        for (int i = 0; i < wealth.length; i++) {
            sum += probabilities[i] * Math.exp(-lambda * Math.log(wealth[i]) - largest);
        }
        return largest + Math.log(sum);
    }
}
