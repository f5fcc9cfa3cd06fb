package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * P&amp;L with Student's t distribution, moved and stretched: mean + scale · t.
 *
 * <p>Source: McNeil, Frey and Embrechts, <i>Quantitative Risk Management</i> (2015), example 2.15. Immutable and safe for use
 * by many threads.
 *
 * @param mean over the horizon
 * @param scale the factor on t, 0 or more: the standard deviation is scale · √(ν/(ν - 2))
 * @param degreesOfFreedom ν, above 1, so that the shortfall exists
 */
public record StudentPnl(double mean, double scale, double degreesOfFreedom) implements PnlDistribution {

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of range
     */
    public StudentPnl {
        InvalidInput.unless(Double.isFinite(mean), "mean", mean, "finite");
        InvalidInput.unless(scale >= 0 && Double.isFinite(scale), "scale", scale, "finite, 0 or more");
        InvalidInput.unless(
                degreesOfFreedom > 1 && Double.isFinite(degreesOfFreedom),
                "degreesOfFreedom",
                degreesOfFreedom,
                "above 1 and finite");
    }

    /**
     * Returns the distribution of given mean and standard deviation.
     *
     * @param mean over the horizon
     * @param deviation standard deviation over the horizon
     * @param degreesOfFreedom ν, above 2, so that the deviation exists
     * @return the distribution
     * @throws InvalidInput if a parameter is out of range
     */
    public static StudentPnl ofDeviation(double mean, double deviation, double degreesOfFreedom) {
        InvalidInput.unless(degreesOfFreedom > 2, "degreesOfFreedom", degreesOfFreedom, "above 2");
        return new StudentPnl(mean, deviation * Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom), degreesOfFreedom);
    }

    @Override
    public String name() {
        return "Student t";
    }

    @Override
    public double quantile(double probability) {
        PnlVectors.requireConfidence(probability);
        return mean + scale * standard().inverseCumulativeProbability(probability);
    }

    /** g(t) (ν + t²)/((ν - 1)(1 - c)), g being the density. */
    @Override
    public double expectedShortfall(double confidence) {
        PnlVectors.requireConfidence(confidence);
        TDistribution standard = standard();
        double t = standard.inverseCumulativeProbability(confidence);
        double beyond = standard.density(t) * (degreesOfFreedom + t * t) / ((degreesOfFreedom - 1) * (1 - confidence));
        return -mean + scale * beyond;
    }

    private TDistribution standard() {
        return new TDistribution(null, degreesOfFreedom);
    }
}
