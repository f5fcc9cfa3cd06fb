package io.bondtrader.core.curve;

import org.jspecify.annotations.Nullable;

/**
 * Cubics from point to point with given slopes at the points (Hermite's form):
 *
 * <pre>
 *   y(xₖ + u) = yₖ + u·(dₖ + u·(c₂ + u·c₃))     c₂ = (3·s − 2·dₖ − dₖ₊₁)/h     c₃ = (dₖ + dₖ₊₁ − 2·s)/h²
 * </pre>
 *
 * <p>Where a slope rule has a corner, as at a limit or between flat secants, the derivatives are those of one side.
 */
final class CubicInterpolation implements Interpolation {

    private final double[] x;
    private final double[] y;
    private final SlopeRule rule;
    private final double[] width;
    private final double[] secant;
    private final double[] slope;
    private final double[] square;
    private final double[] cube;

    /** ∂slopeᵢ/∂yⱼ, made when first asked for. Two threads may both make it: it is the same. */
    private volatile double @Nullable [][] slopeDerivatives;

    CubicInterpolation(double[] x, double[] y, SlopeRule rule) {
        int n = x.length;
        this.x = x;
        this.y = y;
        this.rule = rule;
        this.width = new double[n - 1];
        this.secant = new double[n - 1];
        for (int k = 0; k + 1 < n; k++) {
            width[k] = x[k + 1] - x[k];
            secant[k] = (y[k + 1] - y[k]) / width[k];
        }
        this.slope = new double[n];
        rule.fill(width, secant, slope, null);
        this.square = new double[n - 1];
        this.cube = new double[n - 1];
        for (int k = 0; k + 1 < n; k++) {
            square[k] = (3.0 * secant[k] - 2.0 * slope[k] - slope[k + 1]) / width[k];
            cube[k] = (slope[k] + slope[k + 1] - 2.0 * secant[k]) / (width[k] * width[k]);
        }
    }

    @Override
    public double value(double at) {
        int k = Segments.indexOf(x, at);
        if (k == x.length - 1) {
            return y[k];
        }
        double u = at - x[k];
        return y[k] + u * (slope[k] + u * (square[k] + u * cube[k]));
    }

    @Override
    public double slope(double at) {
        int k = Segments.indexOf(x, at);
        if (k == x.length - 1) {
            return slope[k];
        }
        double u = at - x[k];
        return slope[k] + u * (2.0 * square[k] + u * (3.0 * cube[k]));
    }

    @Override
    public void addSensitivities(double at, double weight, double[] sensitivities, int offset) {
        int k = Segments.segmentOf(x, at);
        double h = width[k];
        double t = (at - x[k]) / h;
        double rise = t * t * (3.0 - 2.0 * t);
        sensitivities[offset + k] += weight * (1.0 - rise);
        sensitivities[offset + k + 1] += weight * rise;
        double onFirst = h * t * (1.0 - t) * (1.0 - t);
        double onSecond = h * t * t * (t - 1.0);
        addSlopes(k, weight * onFirst, weight * onSecond, sensitivities, offset);
    }

    @Override
    public void addSlopeSensitivities(double at, double weight, double[] sensitivities, int offset) {
        int k = Segments.segmentOf(x, at);
        double t = (at - x[k]) / width[k];
        double rise = 6.0 * t * (1.0 - t) / width[k];
        sensitivities[offset + k] -= weight * rise;
        sensitivities[offset + k + 1] += weight * rise;
        double onFirst = 1.0 - t * (4.0 - 3.0 * t);
        double onSecond = t * (3.0 * t - 2.0);
        addSlopes(k, weight * onFirst, weight * onSecond, sensitivities, offset);
    }

    private void addSlopes(int k, double onFirst, double onSecond, double[] sensitivities, int offset) {
        double[][] derivatives = slopeDerivatives();
        double[] first = derivatives[k];
        double[] second = derivatives[k + 1];
        for (int j = 0; j < first.length; j++) {
            sensitivities[offset + j] += onFirst * first[j] + onSecond * second[j];
        }
    }

    private double[][] slopeDerivatives() {
        double[][] made = slopeDerivatives;
        if (made == null) {
            made = derive();
            slopeDerivatives = made;
        }
        return made;
    }

    private double[][] derive() {
        int n = x.length;
        double[][] bySecant = new double[n][n - 1];
        rule.fill(width, secant, new double[n], bySecant);
        double[][] byValue = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j + 1 < n; j++) {
                double change = bySecant[i][j] / width[j];
                byValue[i][j] -= change;
                byValue[i][j + 1] += change;
            }
        }
        return byValue;
    }
}
