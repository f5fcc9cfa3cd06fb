package io.bondtrader.risk.internal;

import org.apache.commons.math3.special.Erf;

/**
 * The standard normal distribution with full relative accuracy in its lower tail. Commons Math inverts through 2p − 1, which
 * loses a digit for each power of ten by which p is small; {@link NormalQuantile} does not.
 */
public final class StandardNormal {

    private static final double ROOT_2 = Math.sqrt(2.0);
    private static final double ROOT_2_PI = Math.sqrt(2.0 * Math.PI);

    private StandardNormal() {}

    /**
     * Returns the probability of at most a value.
     *
     * @param x the value
     * @return N(x)
     */
    public static double cumulative(double x) {
        return 0.5 * Erf.erfc(-x / ROOT_2);
    }

    /**
     * Returns the density.
     *
     * @param x the value
     * @return φ(x)
     */
    public static double density(double x) {
        return Math.exp(-0.5 * x * x) / ROOT_2_PI;
    }

    /**
     * Returns the value that is not exceeded with a probability.
     *
     * @param probability 0 to 1; infinite at both ends
     * @return N⁻¹(probability)
     */
    public static double quantile(double probability) {
        if (!(probability > 0.0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return probability < 1.0 ? NormalQuantile.of(probability) : Double.POSITIVE_INFINITY;
    }
}
