package io.bondtrader.core.curve;

import org.jspecify.annotations.Nullable;

/**
 * Slopes as means of the secants on both sides, each weighted by how much the slope changes on the other side; two
 * secants are continued in a straight line beyond each end.
 *
 * <pre>
 *   dᵢ = (|mᵢ₊₁ − mᵢ|·mᵢ₋₁ + |mᵢ₋₁ − mᵢ₋₂|·mᵢ) / (|mᵢ₊₁ − mᵢ| + |mᵢ₋₁ − mᵢ₋₂|)      m  secants; mᵢ starts at point i
 * </pre>
 *
 * <p>Source: H. Akima, "A New Method of Interpolation and Smooth Curve Fitting Based on Local Procedures", Journal of the
 * ACM 17(4), 1970.
 */
final class AkimaSlopes implements SlopeRule {

    /** Where the weights vanish beside the largest of the line, both sides count alike. */
    private static final double NEGLIGIBLE = 1e-9;

    @Override
    public void fill(double[] width, double[] secant, double[] slope, double @Nullable [][] derivative) {
        int n = slope.length;
        double[] m = new double[n + 3];
        System.arraycopy(secant, 0, m, 2, n - 1);
        m[1] = 2.0 * m[2] - m[3];
        m[0] = 2.0 * m[1] - m[2];
        m[n + 1] = 2.0 * m[n] - m[n - 1];
        m[n + 2] = 2.0 * m[n + 1] - m[n];
        double largest = 0.0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(m[i + 3] - m[i + 2]) + Math.abs(m[i + 1] - m[i]));
        }
        for (int i = 0; i < n; i++) {
            double after = m[i + 3] - m[i + 2];
            double before = m[i + 1] - m[i];
            double weights = Math.abs(after) + Math.abs(before);
            boolean even = weights <= NEGLIGIBLE * largest;
            double left = even ? 0.5 : Math.abs(after) / weights;
            slope[i] = left * m[i + 1] + (1.0 - left) * m[i + 2];
            if (derivative != null) {
                double byAfter = even ? 0.0 : Math.signum(after) * (m[i + 1] - slope[i]) / weights;
                double byBefore = even ? 0.0 : Math.signum(before) * (m[i + 2] - slope[i]) / weights;
                add(derivative[i], i, -byBefore);
                add(derivative[i], i + 1, byBefore + left);
                add(derivative[i], i + 2, 1.0 - left - byAfter);
                add(derivative[i], i + 3, byAfter);
            }
        }
    }

    /** Adds the derivative by element {@code at} of the continued secants, which two secants at an end may make up. */
    private static void add(double[] row, int at, double weight) {
        int last = row.length - 1;
        int j = at - 2;
        if (j < 0) {
            row[0] += weight * (1.0 - j);
            row[1] += weight * j;
        } else if (j > last) {
            row[last] += weight * (1.0 + j - last);
            row[last - 1] -= weight * (j - last);
        } else {
            row[j] += weight;
        }
    }
}
