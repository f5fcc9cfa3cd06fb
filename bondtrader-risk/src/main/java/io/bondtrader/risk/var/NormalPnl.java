package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.internal.StandardNormal;

/**
 * Normally distributed P&amp;L: VaR = -μ + z σ, ES = -μ + σ φ(z)/(1 - c).
 *
 * <p>Source: Jorion, <i>Value at Risk</i>, 3rd edition (2007), 5.1; McNeil, Frey and Embrechts, <i>Quantitative Risk
 * Management</i> (2015), example 2.14. Immutable and safe for use by many threads.
 *
 * @param mean μ, over the horizon
 * @param deviation σ, over the horizon, 0 or more
 */
public record NormalPnl(double mean, double deviation) implements PnlDistribution {

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is not finite or the deviation negative
     */
    public NormalPnl {
        InvalidInput.unless(Double.isFinite(mean), "mean", mean, "finite");
        InvalidInput.unless(deviation >= 0 && Double.isFinite(deviation), "deviation", deviation, "finite, 0 or more");
    }

    /**
     * Scales to a horizon of several independent periods: the mean by their number, the deviation by its square root.
     *
     * @param periods number of periods, positive
     * @return the distribution over all of them
     * @throws InvalidInput if the number is not positive and finite
     */
    public NormalPnl over(double periods) {
        InvalidInput.unless(periods > 0 && Double.isFinite(periods), "periods", periods, "positive and finite");
        return new NormalPnl(mean * periods, deviation * Math.sqrt(periods));
    }

    @Override
    public String name() {
        return "normal";
    }

    @Override
    public double quantile(double probability) {
        PnlVectors.requireConfidence(probability);
        return mean + deviation * StandardNormal.quantile(probability);
    }

    @Override
    public double expectedShortfall(double confidence) {
        PnlVectors.requireConfidence(confidence);
        double z = StandardNormal.quantile(confidence);
        return -mean + deviation * StandardNormal.density(z) / (1 - confidence);
    }
}
