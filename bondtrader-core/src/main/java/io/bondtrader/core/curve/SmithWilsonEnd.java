package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;

/**
 * The curve of Smith and Wilson through the discount factors of all nodes, after the last of them. There the sum over the
 * nodes closes up to a level and a gap that decays, and the gap follows from the last node being met:
 *
 * <pre>
 *   P(t) = e^(−ωt)·(1 + Σ ζⱼ·H(t, uⱼ)) = e^(−ωt)·(A − (A − gₙ)·e^(−α(t − uₙ)))      t after the last node
 *   H(s, t) = α·min(s, t) − e^(−α·max(s, t))·sinh(α·min(s, t))
 *   Σⱼ H(uᵢ, uⱼ)·ζⱼ = gᵢ − 1      gᵢ = P(uᵢ)·e^(ωuᵢ)      A = 1 + α·Σ ζⱼuⱼ
 *
 *   ω  ultimate forward rate, continuously compounded        α  convergence        uⱼ  times of the nodes after 0
 * </pre>
 *
 * <p>Source: EIOPA, "Technical documentation of the methodology to derive EIOPA's risk-free interest rate term
 * structures", section on the extrapolation and interpolation by the Smith-Wilson method; A. Smith and T. Wilson, "Fitting
 * Yield Curves with Long Term Constraints", 2001.
 */
final class SmithWilsonEnd extends CurveEnd {

    /** e to this power, and its products with the sums above, stay far from what a double can hold. */
    private static final double LARGEST_POWER = 300.0;

    private final double intensity;
    private final double convergence;
    private final double level; // A
    private final double gap; // A − gₙ
    private final double lastGrown; // gₙ
    private final double[] levelBy; // ∂A by the logarithm of each node's discount factor

    SmithWilsonEnd(NodeLine line, SmithWilson terms) {
        super(line, line.last());
        this.intensity = terms.intensity();
        this.convergence = terms.convergence();
        int start = line.x[0] == 0.0 ? 1 : 0;
        int n = line.x.length - start;
        InvalidInput.unless(n >= 1, "nodes", n, "at least one after time 0 for Smith-Wilson");
        InvalidInput.unless(
                convergence * node <= LARGEST_POWER,
                "convergence times the last node's years",
                convergence * node,
                "at most 300");
        double[][] factor = new double[n][n];
        double[] onLevel = new double[n];
        double[] sinh = new double[n];
        for (int i = 0; i < n; i++) {
            double u = line.x[start + i];
            onLevel[i] = convergence * u;
            sinh[i] = sinh(convergence * u);
            for (int j = 0; j <= i; j++) {
                factor[i][j] = convergence * line.x[start + j] - Exponential.exp(-convergence * u) * sinh[j];
            }
        }
        factorise(factor);
        solve(factor, onLevel);
        double a = 1.0;
        double grown = 1.0;
        this.levelBy = new double[line.x.length];
        for (int i = 0; i < n; i++) {
            double u = line.x[start + i];
            grown = Exponential.exp(line.logDiscountFactor(u) + intensity * u);
            a += onLevel[i] * (grown - 1.0);
            levelBy[start + i] = onLevel[i] * grown;
        }
        this.level = a;
        this.lastGrown = grown;
        this.gap = level - lastGrown;
        InvalidInput.unless(
                level > 0.0 && level < Double.POSITIVE_INFINITY && lastGrown < Double.POSITIVE_INFINITY,
                "nodes",
                level,
                "such that Smith-Wilson keeps discount factors positive");
    }

    private static double sinh(double x) {
        double grown = Exponential.expm1(x);
        return 0.5 * (grown + grown / (grown + 1.0));
    }

    /** Cholesky's factors in the lower triangle, in place; the matrix is a covariance. */
    private static void factorise(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= matrix[i][k] * matrix[j][k];
                }
                if (i == j) {
                    InvalidInput.unless(rest > 0.0, "nodes", i, "far enough apart for Smith-Wilson to tell them apart");
                    matrix[i][i] = StrictMath.sqrt(rest);
                } else {
                    matrix[i][j] = rest / matrix[j][j];
                }
            }
        }
    }

    private static void solve(double[][] lower, double[] values) {
        int n = values.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                values[i] -= lower[i][k] * values[k];
            }
            values[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                values[i] -= lower[k][i] * values[k];
            }
            values[i] /= lower[i][i];
        }
    }

    private double fading(double years) {
        return Exponential.exp(-convergence * (years - node));
    }

    @Override
    double logDiscountFactor(double years) {
        return Exponential.log(level - gap * fading(years)) - intensity * years;
    }

    @Override
    double forward(double years) {
        double rest = gap * fading(years);
        return intensity - convergence * rest / (level - rest);
    }

    @Override
    void addSensitivities(double years, double weight, double[] sensitivities, int offset) {
        double fading = fading(years);
        double scale = weight / (level - gap * fading);
        for (int k = 0; k < levelBy.length; k++) {
            line.addLogSensitivities(line.x[k], scale * (1.0 - fading) * levelBy[k], sensitivities, offset);
        }
        line.addLogSensitivities(node, scale * fading * lastGrown, sensitivities, offset);
    }
}
