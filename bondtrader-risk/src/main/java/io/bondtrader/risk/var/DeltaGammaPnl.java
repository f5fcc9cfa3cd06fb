package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.internal.StandardNormal;
import io.bondtrader.risk.internal.SymmetricEigen;
import java.util.Locale;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * P&amp;L that is a quadratic form of normal moves: δ'x + ½ x'Γx. In directions z that are independent and standard normal it is
 * Σ (aⱼ zⱼ + ½ λⱼ zⱼ²), with the cumulant generating function
 *
 * <pre>
 *   K(t) = Σ ( ½ aⱼ² t² / (1 − λⱼ t) − ½ ln(1 − λⱼ t) )
 * </pre>
 *
 * <p>Quantiles come from the saddle point of K (Lugannani and Rice), which holds in the tails, where {@link #cornishFisher}
 * may fail. Source: Feuerverger and Wong, <i>Computation of value-at-risk for nonlinear portfolios</i>, Journal of Risk 3
 * (2000); Lugannani and Rice, <i>Saddle point approximation for the distribution of the sum of independent random
 * variables</i>, Advances in Applied Probability 12 (1980). Immutable and safe for use by many threads.
 */
public final class DeltaGammaPnl implements PnlDistribution {

    private static final int SHORTFALL_STEPS = 24;

    private final double[] slopes; // a
    private final double[] curvatures; // λ
    private final double scale;

    private DeltaGammaPnl(double[] slopes, double[] curvatures) {
        this.slopes = slopes;
        this.curvatures = curvatures;
        double variance = 0;
        for (int j = 0; j < slopes.length; j++) {
            variance += slopes[j] * slopes[j] + 0.5 * curvatures[j] * curvatures[j];
        }
        this.scale = Math.sqrt(variance);
        if (!(scale > 0)) {
            throw new ZeroVariance("P&L", "a delta-gamma distribution");
        }
    }

    /**
     * Returns the distribution.
     *
     * @param sensitivities first and second derivatives by the factors
     * @param covariance of the same factors in the same order, per horizon
     * @return the distribution
     * @throws InvalidInput if the factors are others
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     * @throws ZeroVariance if the P&amp;L never moves
     */
    public static DeltaGammaPnl of(FactorSensitivities sensitivities, Covariance covariance) {
        InvalidInput.unless(
                covariance.names().equals(sensitivities.factors()),
                "factors of the covariance",
                covariance.names(),
                "those of the sensitivities");
        return of(sensitivities.delta(), sensitivities.gamma(), covariance);
    }

    /**
     * Returns the distribution.
     *
     * @param delta first derivative by each factor
     * @param gamma second derivatives by row, symmetric
     * @param covariance of the factors, per horizon
     * @return the distribution
     * @throws InvalidInput if sizes differ or a number is not finite
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     * @throws ZeroVariance if the P&amp;L never moves
     */
    public static DeltaGammaPnl of(double[] delta, double[][] gamma, Covariance covariance) {
        int n = covariance.size();
        InvalidInput.unless(delta.length == n, "deltas", delta.length, "one a factor, " + n);
        InvalidInput.unless(gamma.length == n, "rows of gamma", gamma.length, "one a factor, " + n);
        for (int i = 0; i < n; i++) {
            InvalidInput.unless(
                    Double.isFinite(delta[i]), "delta of " + covariance.names().get(i), delta[i], "finite");
            InvalidInput.unless(gamma[i].length == n, "length of gamma's row " + i, gamma[i].length, "" + n);
            for (double entry : gamma[i]) {
                InvalidInput.unless(Double.isFinite(entry), "gamma", entry, "finite");
            }
        }
        covariance.requirePositiveSemidefinite();
        // x = S z with S the root of the covariance; then Σ is diagonalised with SΓS
        double[] root = root(covariance);
        double[] form = new double[n * n];
        double[] slopes = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                slopes[i] += root[i * n + k] * delta[k];
            }
        }
        double[] half = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    half[i * n + j] += root[i * n + k] * 0.5 * (gamma[k][j] + gamma[j][k]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    form[i * n + j] += half[i * n + k] * root[k * n + j];
                }
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(form, n);
        double[] rotated = new double[n];
        double[] curvatures = new double[n];
        for (int j = 0; j < n; j++) {
            curvatures[j] = eigen.value(j);
            double[] vector = eigen.vector(j);
            for (int i = 0; i < n; i++) {
                rotated[j] += vector[i] * slopes[i];
            }
        }
        return new DeltaGammaPnl(rotated, curvatures);
    }

    /** The symmetric root of a covariance. */
    private static double[] root(Covariance covariance) {
        int n = covariance.size();
        SymmetricEigen eigen = SymmetricEigen.of(covariance.toRowMajor(), n);
        double[] root = new double[n * n];
        for (int c = 0; c < n; c++) {
            double deviation = Math.sqrt(Math.max(0, eigen.value(c)));
            double[] vector = eigen.vector(c);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    root[i * n + j] += deviation * vector[i] * vector[j];
                }
            }
        }
        return root;
    }

    @Override
    public String name() {
        return "delta-gamma, saddle point";
    }

    /** {@return the mean, ½ Σ λ} */
    public double mean() {
        return cumulant(1);
    }

    /** {@return the standard deviation} */
    public double deviation() {
        return scale;
    }

    /**
     * Returns a cumulant.
     *
     * @param order 1 to 4: mean, variance, and those behind skewness and kurtosis
     * @return the cumulant
     * @throws InvalidInput if the order is out of range
     */
    public double cumulant(int order) {
        InvalidInput.unless(order >= 1 && order <= 4, "order", order, "1 to 4");
        double factorial = order == 1 ? 1 : order == 2 ? 2 : order == 3 ? 6 : 24;
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            // of ½ λ z²: ½ (n-1)! λⁿ; of the rest: ½ n! a² λⁿ⁻²
            sum += 0.5 * factorial / order * Math.pow(curvatures[j], order);
            sum += order == 1 ? 0 : 0.5 * factorial * slopes[j] * slopes[j] * Math.pow(curvatures[j], order - 2);
        }
        return sum;
    }

    /** {@return the distribution by the Cornish-Fisher expansion of the same four cumulants} */
    public CornishFisherPnl cornishFisher() {
        double variance = cumulant(2);
        return new CornishFisherPnl(
                mean(),
                Math.sqrt(variance),
                cumulant(3) / Math.pow(variance, 1.5),
                cumulant(4) / (variance * variance));
    }

    /** {@return the distribution without its curvature: the delta-normal one} */
    public NormalPnl deltaNormal() {
        double variance = 0;
        for (double slope : slopes) {
            variance += slope * slope;
        }
        return new NormalPnl(0, Math.sqrt(variance));
    }

    /**
     * Returns the probability of a P&amp;L below a level.
     *
     * @param level the level
     * @return the probability, from 0 to 1
     */
    public double probabilityBelow(double level) {
        double lowest = bound(-1);
        double highest = bound(1);
        if (level <= lowest) {
            return 0;
        }
        if (level >= highest) {
            return 1;
        }
        double mean = mean();
        if (Math.abs(level - mean) < 1e-4 * scale) {
            // the formula is 0/0 at the mean: straight through both sides
            double below = probabilityAt(mean - 1e-3 * scale);
            double above = probabilityAt(mean + 1e-3 * scale);
            return below + (above - below) * (level - mean + 1e-3 * scale) / (2e-3 * scale);
        }
        return probabilityAt(level);
    }

    /** The least (or greatest) P&amp;L that is possible, infinite if there is none. */
    private double bound(int side) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            double curvature = curvatures[j] * side;
            if (curvature < -1e-12 * scale) {
                sum -= 0.5 * slopes[j] * slopes[j] / curvatures[j];
            } else if (curvature > 1e-12 * scale || Math.abs(slopes[j]) > 1e-12 * scale) {
                return side * Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }

    private double probabilityAt(double level) {
        double t = saddle(level);
        double w = Math.signum(t) * Math.sqrt(Math.max(0, 2 * (t * level - generating(t))));
        double u = t * Math.sqrt(curvature(t));
        double density = StandardNormal.density(w);
        double probability = StandardNormal.cumulative(w) + density * (1 / w - 1 / u);
        return Math.max(0, Math.min(1, probability));
    }

    /** The t at which K'(t) is the level, by bracketing: K' ascends between the poles next to zero. */
    private double saddle(double level) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (double curvature : curvatures) {
            if (curvature > 1e-12 * scale) {
                high = Math.min(high, 1 / curvature);
            } else if (curvature < -1e-12 * scale) {
                low = Math.max(low, 1 / curvature);
            }
        }
        double below;
        double above;
        if (level < mean()) {
            above = 0;
            below = Double.isFinite(low) ? 0.5 * low : -1 / scale;
            while (slope(below) > level) {
                below = Double.isFinite(low) ? 0.5 * (below + low) : 2 * below;
                requireProgress(below, low, level);
            }
        } else {
            below = 0;
            above = Double.isFinite(high) ? 0.5 * high : 1 / scale;
            while (slope(above) < level) {
                above = Double.isFinite(high) ? 0.5 * (above + high) : 2 * above;
                requireProgress(above, high, level);
            }
        }
        for (int step = 0; step < 200; step++) {
            double middle = 0.5 * (below + above);
            if (middle == below || middle == above) {
                break;
            }
            if (slope(middle) < level) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return 0.5 * (below + above);
    }

    private void requireProgress(double t, double pole, double level) {
        if (t == pole || Math.abs(t) > 1e200 / scale) {
            throw new NotConverged("saddle point of P&L " + level, 0, t, slope(t) - level);
        }
    }

    private double generating(double t) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            double left = 1 - curvatures[j] * t;
            sum += 0.5 * slopes[j] * slopes[j] * t * t / left - 0.5 * Math.log(left);
        }
        return sum;
    }

    private double slope(double t) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            double left = 1 - curvatures[j] * t;
            sum += slopes[j] * slopes[j] * t * (1 - 0.5 * curvatures[j] * t) / (left * left)
                    + 0.5 * curvatures[j] / left;
        }
        return sum;
    }

    private double curvature(double t) {
        double sum = 0;
        for (int j = 0; j < slopes.length; j++) {
            double left = 1 - curvatures[j] * t;
            sum += slopes[j] * slopes[j] / (left * left * left) + 0.5 * curvatures[j] * curvatures[j] / (left * left);
        }
        return sum;
    }

    @Override
    public double quantile(double probability) {
        PnlVectors.requireConfidence(probability);
        double low = Math.max(bound(-1), mean() - 2 * scale);
        while (Double.isInfinite(bound(-1)) && probabilityBelow(low) > probability) {
            low -= 2 * scale;
        }
        double high = Math.min(bound(1), mean() + 2 * scale);
        while (Double.isInfinite(bound(1)) && probabilityBelow(high) < probability) {
            high += 2 * scale;
        }
        low = Double.isInfinite(bound(-1)) ? low : bound(-1);
        high = Double.isInfinite(bound(1)) ? high : bound(1);
        for (int step = 0; step < 200; step++) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            if (probabilityBelow(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** The mean of quantiles over the tail, by Gauss and Legendre in the square root of the probability. */
    @Override
    public double expectedShortfall(double confidence) {
        PnlVectors.requireConfidence(confidence);
        double tail = 1 - confidence;
        var rule = new GaussIntegratorFactory().legendre(SHORTFALL_STEPS, 0.0, 1.0);
        return -rule.integrate(u -> 2 * u * quantile(tail * u * u));
    }

    /** {@return mean, deviation and the number of directions} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "DeltaGammaPnl[mean %,.2f, deviation %,.2f, %d directions]", mean(), scale, slopes.length);
    }
}
