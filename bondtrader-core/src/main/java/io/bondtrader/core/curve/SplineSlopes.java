package io.bondtrader.core.curve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Slopes that make the second derivative continuous, with it 0 at the ends (natural) or with given slopes there (clamped):
 *
 * <pre>
 *   dₖ₋₁/hₖ₋₁ + 2·(1/hₖ₋₁ + 1/hₖ)·dₖ + dₖ₊₁/hₖ = 3·(sₖ₋₁/hₖ₋₁ + sₖ/hₖ)      natural: 2·d₀ + d₁ = 3·s₀
 *
 *   d  slope at a point        s  secant        h  width
 * </pre>
 *
 * <p>Source: C. de Boor, "A Practical Guide to Splines", revised edition 2001, chapter IV.
 */
final class SplineSlopes implements SlopeRule {

    static final SplineSlopes NATURAL = new SplineSlopes(true, 0.0, 0.0);

    private final boolean natural;
    private final double first;
    private final double last;

    private SplineSlopes(boolean natural, double first, double last) {
        this.natural = natural;
        this.first = first;
        this.last = last;
    }

    static SplineSlopes clamped(double first, double last) {
        return new SplineSlopes(false, first, last);
    }

    @Override
    public void fill(double[] width, double[] secant, double[] slope, double @Nullable [][] derivative) {
        int n = slope.length;
        double[] lower = new double[n];
        double[] pivot = new double[n];
        double[] upper = new double[n];
        equations(width, lower, pivot, upper);
        for (int k = 1; k < n; k++) {
            lower[k] /= pivot[k - 1];
            pivot[k] -= lower[k] * upper[k - 1];
        }
        slope[0] = natural ? 3.0 * secant[0] : first;
        for (int k = 1; k + 1 < n; k++) {
            slope[k] = 3.0 * (secant[k - 1] / width[k - 1] + secant[k] / width[k]);
        }
        slope[n - 1] = natural ? 3.0 * secant[n - 2] : last;
        solve(lower, pivot, upper, slope);
        if (derivative != null) {
            double[] column = new double[n];
            for (int j = 0; j + 1 < n; j++) {
                rightSide(width, j, column);
                solve(lower, pivot, upper, column);
                for (int i = 0; i < n; i++) {
                    derivative[i][j] = column[i];
                }
            }
        }
    }

    private void equations(double[] width, double[] lower, double[] pivot, double[] upper) {
        int n = pivot.length;
        pivot[0] = natural ? 2.0 : 1.0;
        upper[0] = natural ? 1.0 : 0.0;
        for (int k = 1; k + 1 < n; k++) {
            lower[k] = 1.0 / width[k - 1];
            upper[k] = 1.0 / width[k];
            pivot[k] = 2.0 * (lower[k] + upper[k]);
        }
        lower[n - 1] = natural ? 1.0 : 0.0;
        pivot[n - 1] = natural ? 2.0 : 1.0;
    }

    /** What the right side of the equations owes to secant j. */
    private void rightSide(double[] width, int j, double[] column) {
        int n = column.length;
        Arrays.fill(column, 0.0);
        double end = natural ? 3.0 : 0.0;
        column[j] = j == 0 ? end : 3.0 / width[j];
        column[j + 1] = j == n - 2 ? end : 3.0 / width[j];
    }

    private static void solve(double[] lower, double[] pivot, double[] upper, double[] values) {
        int n = values.length;
        for (int k = 1; k < n; k++) {
            values[k] -= lower[k] * values[k - 1];
        }
        values[n - 1] /= pivot[n - 1];
        for (int k = n - 2; k >= 0; k--) {
            values[k] = (values[k] - upper[k] * values[k + 1]) / pivot[k];
        }
    }
}
