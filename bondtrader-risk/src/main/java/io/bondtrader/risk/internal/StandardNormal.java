package io.bondtrader.risk.internal;

import org.apache.commons.math3.special.Erf;

/**
 * The standard normal distribution with full relative accuracy in its lower tail. Commons Math inverts through 2p − 1, which
 * loses a digit for each power of ten by which p is small; one step of Halley's method on N(x) = p gives them back.
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
        if (probability > 0.5) {
            return -lower(1.0 - probability);
        }
        return lower(probability);
    }

    private static double lower(double probability) {
        if (!(probability > 0.0)) {
            return Double.NEGATIVE_INFINITY;
        }
        // Commons Math is infinite where 2p − 1 rounds to −1; Mills' ratio starts there.
        double x = probability < 1e-15
                ? -Math.sqrt(-2.0 * Math.log(probability))
                : -ROOT_2 * Erf.erfInv(1.0 - 2.0 * probability);
        for (int step = 0; step < (probability < 1e-15 ? 8 : 2); step++) {
            double miss = (cumulative(x) - probability) / density(x);
            x -= miss / (1.0 + 0.5 * x * miss);
        }
        return x;
    }
}
