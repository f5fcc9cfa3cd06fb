package io.bondtrader.strategies.sizing;

import org.jspecify.annotations.Nullable;

/** Linear systems of symmetric positive definite matrices, by Cholesky's factor. */
final class PositiveSystem {

    private static final double SINGULAR = 1e-15;

    private PositiveSystem() {}

    /** The solution of {@code matrix x = right}, or null where the matrix is not positive definite. */
    static double @Nullable [] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > SINGULAR * matrix[i][i]) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    return null;
                }
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
