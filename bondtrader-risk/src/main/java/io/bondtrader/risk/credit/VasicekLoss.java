package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.Locale;

/**
 * The share of defaults in a portfolio so large that no name matters, where one factor moves all names alike.
 *
 * <pre>
 *   p(y) = N((N⁻¹(PD) − √ρ·y) / √(1 − ρ))                       given the factor y
 *   F(x) = N((√(1 − ρ)·N⁻¹(x) − N⁻¹(PD)) / √ρ)                  distribution
 *   q(α) = N((N⁻¹(PD) + √ρ·N⁻¹(α)) / √(1 − ρ))                  quantile
 * </pre>
 *
 * <p>Source: O. Vasicek, "Loan portfolio value", Risk, December 2002; the IRB formula of Basel is its quantile at 99.9 %.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param defaultProbability PD of every name, above 0 and below 1
 * @param assetCorrelation ρ, above 0 and below 1
 */
public record VasicekLoss(double defaultProbability, double assetCorrelation) {

    /**
     * Checks both parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public VasicekLoss {
        requireOpen("defaultProbability", defaultProbability);
        requireOpen("assetCorrelation", assetCorrelation);
    }

    /**
     * Returns the default probability of a name given the factor.
     *
     * @param factor standard normal, low in bad times
     * @return the probability
     * @throws InvalidInput if the factor is not finite
     */
    public double conditionalDefaultProbability(double factor) {
        InvalidInput.unless(Double.isFinite(factor), "factor", factor, "finite");
        return StandardNormal.cumulative(
                (threshold() - Math.sqrt(assetCorrelation) * factor) / Math.sqrt(1.0 - assetCorrelation));
    }

    /**
     * Returns the share of defaults that is not exceeded with a probability.
     *
     * @param confidence the probability, above 0 and below 1
     * @return the share, a decimal
     * @throws InvalidInput if the confidence is out of range
     */
    public double quantile(double confidence) {
        requireOpen("confidence", confidence);
        return conditionalDefaultProbability(-StandardNormal.quantile(confidence));
    }

    /**
     * Returns the probability that at most a share defaults.
     *
     * @param share from 0 to 1
     * @return the probability
     * @throws InvalidInput if the share is out of range
     */
    public double cumulativeProbability(double share) {
        InvalidInput.unless(share >= 0.0 && share <= 1.0, "share", share, "0 to 1");
        if (share == 0.0 || share == 1.0) { // exactly: the ends of the distribution
            return share;
        }
        return StandardNormal.cumulative(argument(share));
    }

    /**
     * Returns the density of the share of defaults.
     *
     * @param share above 0 and below 1
     * @return the density
     * @throws InvalidInput if the share is out of range
     */
    public double density(double share) {
        requireOpen("share", share);
        double x = StandardNormal.quantile(share);
        double z = argument(share);
        return Math.sqrt((1.0 - assetCorrelation) / assetCorrelation) * Math.exp(0.5 * (x * x - z * z));
    }

    /**
     * Returns the loss beyond the expected one, per unit of exposure.
     *
     * @param confidence above 0 and below 1
     * @param lossGivenDefault from 0 to 1
     * @return LGD·(q(α) − PD)
     * @throws InvalidInput if an argument is out of range
     */
    public double unexpectedLoss(double confidence, double lossGivenDefault) {
        InvalidInput.unless(
                lossGivenDefault >= 0.0 && lossGivenDefault <= 1.0, "lossGivenDefault", lossGivenDefault, "0 to 1");
        return lossGivenDefault * (quantile(confidence) - defaultProbability);
    }

    private double threshold() {
        return StandardNormal.quantile(defaultProbability);
    }

    private double argument(double share) {
        return (Math.sqrt(1.0 - assetCorrelation) * StandardNormal.quantile(share) - threshold())
                / Math.sqrt(assetCorrelation);
    }

    private static void requireOpen(String name, double value) {
        InvalidInput.unless(value > 0.0 && value < 1.0, name, value, "above 0 and below 1");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "VasicekLoss[PD %s, correlation %s]", defaultProbability, assetCorrelation);
    }
}
