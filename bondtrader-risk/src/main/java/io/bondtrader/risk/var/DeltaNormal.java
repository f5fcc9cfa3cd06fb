package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Value at risk of linear exposures to normal moves: z √(δ'Σδ), and its parts.
 *
 * <p>Source: Jorion, <i>Value at Risk</i>, 3rd edition (2007), chapter 7: marginal z (Σδ)ᵢ/σ, component δᵢ times that.
 * Immutable and safe for use by many threads.
 */
public final class DeltaNormal {

    private final Covariance covariance;
    private final double[] delta;
    private final double[] withBook; // Σδ
    private final double deviation;

    private DeltaNormal(Covariance covariance, double[] delta) {
        this.covariance = covariance;
        this.delta = delta;
        this.withBook = covariance.times(delta);
        double variance = 0;
        for (int i = 0; i < delta.length; i++) {
            variance += delta[i] * withBook[i];
        }
        this.deviation = Math.sqrt(Math.max(0, variance));
    }

    /**
     * Returns the risk of exposures.
     *
     * @param covariance of the factors, per horizon
     * @param delta what is earned per unit of each factor's move, in money
     * @return the risk
     * @throws InvalidInput if there are more or fewer exposures than factors, or one is not finite
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     */
    public static DeltaNormal of(Covariance covariance, double[] delta) {
        InvalidInput.unless(
                delta.length == covariance.size(), "deltas", delta.length, "one a factor, " + covariance.size());
        for (int i = 0; i < delta.length; i++) {
            InvalidInput.unless(
                    Double.isFinite(delta[i]), "delta of " + covariance.names().get(i), delta[i], "finite");
        }
        return new DeltaNormal(covariance.requirePositiveSemidefinite(), delta.clone());
    }

    /** {@return the names of the factors} */
    public List<String> factors() {
        return covariance.names();
    }

    /** {@return the standard deviation of P&amp;L over the horizon} */
    public double deviation() {
        return deviation;
    }

    /** {@return the distribution of P&amp;L} */
    public NormalPnl distribution() {
        return new NormalPnl(0, deviation);
    }

    /**
     * Returns value at risk.
     *
     * @param confidence such as 0.99
     * @return value at risk, in money
     * @throws InvalidInput if the confidence is not between 0 and 1
     */
    public double valueAtRisk(double confidence) {
        return distribution().valueAtRisk(confidence);
    }

    /**
     * Returns how fast value at risk grows with each exposure.
     *
     * @param confidence such as 0.99
     * @return for each factor, the change of value at risk per unit of exposure
     * @throws InvalidInput if the confidence is not between 0 and 1
     * @throws ZeroVariance if the book never moves
     */
    public double[] marginal(double confidence) {
        PnlVectors.requireConfidence(confidence);
        return marginalAt(StandardNormal.quantile(confidence));
    }

    double[] marginalAt(double deviations) {
        if (!(deviation > 0)) {
            throw new ZeroVariance("the book", "marginal value at risk");
        }
        return Arrays.stream(withBook)
                .map(entry -> deviations * entry / deviation)
                .toArray();
    }

    /**
     * Splits value at risk by factor.
     *
     * @param confidence such as 0.99
     * @return parts that add up to value at risk
     * @throws InvalidInput if the confidence is not between 0 and 1
     * @throws ZeroVariance if the book never moves
     */
    public double[] components(double confidence) {
        double[] components = marginal(confidence);
        for (int i = 0; i < components.length; i++) {
            components[i] *= delta[i];
        }
        return components;
    }

    /**
     * Splits value at risk by position.
     *
     * @param sensitivities of the same factors
     * @param confidence such as 0.99
     * @return parts of positions; they add up to value at risk if their exposures add up to those of this book
     * @throws InvalidInput if the factors are others or the confidence is not between 0 and 1
     * @throws ZeroVariance if the book never moves
     */
    public double[] components(FactorSensitivities sensitivities, double confidence) {
        InvalidInput.unless(
                sensitivities.factors().equals(factors()),
                "factors",
                sensitivities.factors(),
                "those of the covariance");
        double[] marginal = marginal(confidence);
        double[] components = new double[sensitivities.positions().size()];
        for (int p = 0; p < components.length; p++) {
            double[] own = sensitivities.delta(p);
            for (int i = 0; i < own.length; i++) {
                components[p] += own[i] * marginal[i];
            }
        }
        return components;
    }

    /**
     * Returns what a trade adds, exactly and not by the marginal.
     *
     * @param change of each exposure
     * @param confidence such as 0.99
     * @return value at risk after the trade less that before
     * @throws InvalidInput if there are more or fewer changes than factors or the confidence is not between 0 and 1
     */
    public double incremental(double[] change, double confidence) {
        PnlVectors.requireConfidence(confidence);
        return incrementalAt(change, StandardNormal.quantile(confidence));
    }

    double incrementalAt(double[] change, double deviations) {
        InvalidInput.unless(change.length == delta.length, "changes", change.length, "one a factor, " + delta.length);
        double[] after = delta.clone();
        for (int i = 0; i < after.length; i++) {
            after[i] += change[i];
        }
        return deviations * (of(covariance, after).deviation - deviation);
    }

    /** {@return the number of factors and the deviation} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "DeltaNormal[%d factors, deviation %,.2f]", delta.length, deviation);
    }
}
