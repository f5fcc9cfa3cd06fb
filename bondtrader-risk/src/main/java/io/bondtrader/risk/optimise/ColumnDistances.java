package io.bondtrader.risk.optimise;

/**
 * Squared Euclidean distances between the columns of a symmetric matrix, ‖a‖² + ‖b‖² − 2 a'b. Products of eight rows are added
 * up at a time, in a loop that runs along memory, and a run of rows stays in cache for all columns.
 */
final class ColumnDistances {

    private static final int RUN = 32;
    private static final int ROWS = 8;

    private ColumnDistances() {}

    static double[] squared(int n, double[] matrix) {
        double[] products = new double[n * n];
        for (int first = 0; first < n; first += RUN) {
            int end = Math.min(n, first + RUN);
            for (int i = 0; i < n; i++) {
                int k = first;
                for (; k + ROWS <= end; k += ROWS) {
                    addEightRows(matrix, k * n, n, i, products, i * n);
                }
                for (; k < end; k++) {
                    addRow(matrix, k * n, n, i, products, i * n);
                }
            }
        }
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            squares[i] = products[i * n + i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double squared = Math.max(0, squares[i] + squares[j] - 2 * products[i * n + j]);
                products[i * n + j] = squared;
                products[j * n + i] = squared;
            }
        }
        return products;
    }

    private static void addEightRows(double[] m, int row, int n, int i, double[] sums, int offset) {
        int r1 = row + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        int r4 = r3 + n;
        int r5 = r4 + n;
        int r6 = r5 + n;
        int r7 = r6 + n;
        double a0 = m[row + i];
        double a1 = m[r1 + i];
        double a2 = m[r2 + i];
        double a3 = m[r3 + i];
        double a4 = m[r4 + i];
        double a5 = m[r5 + i];
        double a6 = m[r6 + i];
        double a7 = m[r7 + i];
        for (int j = i; j < n; j++) {
            sums[offset + j] += ((a0 * m[row + j] + a1 * m[r1 + j]) + (a2 * m[r2 + j] + a3 * m[r3 + j]))
                    + ((a4 * m[r4 + j] + a5 * m[r5 + j]) + (a6 * m[r6 + j] + a7 * m[r7 + j]));
        }
    }

    private static void addRow(double[] m, int row, int n, int i, double[] sums, int offset) {
        double own = m[row + i];
        for (int j = i; j < n; j++) {
            sums[offset + j] += own * m[row + j];
        }
    }
}
