package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.internal.StandardNormal;

/**
 * P&amp;L whose quantiles are those of a normal distribution, corrected for skewness and kurtosis:
 *
 * <pre>
 *   z' = z + (z² − 1) S/6 + (z³ − 3z) K/24 − (2z³ − 5z) S²/36
 * </pre>
 *
 * <p>It is an expansion, good near the normal distribution and wrong far from it: where the corrected quantiles no longer
 * ascend ({@link #ascends}), it describes nothing. Source: Cornish and Fisher, <i>Moments and cumulants in the specification
 * of distributions</i> (1938); Maillard, <i>A user's guide to the Cornish Fisher expansion</i> (2012), for the shortfall.
 * Immutable and safe for use by many threads.
 *
 * @param mean over the horizon
 * @param deviation standard deviation over the horizon, 0 or more
 * @param skewness S
 * @param excessKurtosis K, 0 for the normal distribution
 */
public record CornishFisherPnl(double mean, double deviation, double skewness, double excessKurtosis)
        implements PnlDistribution {

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is not finite or the deviation negative
     */
    public CornishFisherPnl {
        InvalidInput.unless(Double.isFinite(mean), "mean", mean, "finite");
        InvalidInput.unless(deviation >= 0 && Double.isFinite(deviation), "deviation", deviation, "finite, 0 or more");
        InvalidInput.unless(Double.isFinite(skewness), "skewness", skewness, "finite");
        InvalidInput.unless(Double.isFinite(excessKurtosis), "excessKurtosis", excessKurtosis, "finite");
    }

    @Override
    public String name() {
        return "Cornish-Fisher";
    }

    /**
     * Returns the corrected quantile of the standard distribution.
     *
     * @param z quantile of the standard normal distribution
     * @return z'
     */
    public double corrected(double z) {
        return z
                + (z * z - 1) * skewness / 6
                + (z * z * z - 3 * z) * excessKurtosis / 24
                - (2 * z * z * z - 5 * z) * skewness * skewness / 36;
    }

    /**
     * Returns whether corrected quantiles ascend from here to the centre, so that they are quantiles of something.
     *
     * @param probability between 0 and 1
     * @return whether the expansion may be used there
     */
    public boolean ascends(double probability) {
        double furthest = StandardNormal.quantile(probability);
        for (int step = 0; step <= 200; step++) {
            double z = furthest * step / 200;
            double slope = 1
                    + z * skewness / 3
                    + (3 * z * z - 3) * excessKurtosis / 24
                    - (6 * z * z - 5) * skewness * skewness / 36;
            if (!(slope > 0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double quantile(double probability) {
        PnlVectors.requireConfidence(probability);
        return mean + deviation * corrected(StandardNormal.quantile(probability));
    }

    /** Moments of the standard normal distribution below z: E[z^k; Z &lt; z] for k = 1, 2, 3. */
    @Override
    public double expectedShortfall(double confidence) {
        PnlVectors.requireConfidence(confidence);
        double tail = 1 - confidence;
        double z = StandardNormal.quantile(tail);
        double density = StandardNormal.density(z);
        double first = -density;
        double second = tail - z * density;
        double third = -density * (z * z + 2);
        double sum = first
                + (second - tail) * skewness / 6
                + (third - 3 * first) * excessKurtosis / 24
                - (2 * third - 5 * first) * skewness * skewness / 36;
        return -mean - deviation * sum / tail;
    }
}
