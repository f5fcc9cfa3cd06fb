package io.bondtrader.risk.internal;

/** The Cholesky root of a positive semidefinite matrix: a direction without variance gets a row of zeros below it. */
public final class LowerTriangle {

    /** A pivot as small as this against the largest variance is rounding. */
    private static final double ROUNDING = 1e-12;

    private LowerTriangle() {}

    /**
     * Factorises a matrix.
     *
     * @param matrix by row, symmetric and positive semidefinite
     * @return L with L L' = matrix, lower triangular
     */
    public static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        double[][] root = new double[n][n];
        for (int j = 0; j < n; j++) {
            double pivot = matrix[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= root[j][k] * root[j][k];
            }
            boolean moves = pivot > ROUNDING * largest;
            root[j][j] = moves ? Math.sqrt(pivot) : 0;
            for (int i = j + 1; i < n; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = moves ? sum / root[j][j] : 0;
            }
        }
        return root;
    }
}
