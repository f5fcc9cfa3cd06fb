package io.bondtrader.risk.optimise;

import java.util.Arrays;

/**
 * Squared Euclidean distances between the columns of a symmetric matrix, ‖a‖² + ‖b‖² − 2 a'b. Products of four rows are added
 * up at a time, and a run of rows stays in cache for all columns. Rows are arrays of their own: a compiler that cannot tell
 * them apart from the sums within one array does not work on several columns at once.
 */
final class ColumnDistances {

    private static final int RUN = 32;
    private static final int ROWS = 4;

    private ColumnDistances() {}

    static double[] squared(int n, double[] matrix) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOfRange(matrix, i * n, (i + 1) * n);
        }
        double[][] products = products(n, rows);
        double[] squared = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double apart = Math.max(0, products[i][i] + products[j][j] - 2 * products[i][j]);
                squared[i * n + j] = apart;
                squared[j * n + i] = apart;
            }
        }
        return squared;
    }

    /** Of each pair of columns, in the upper triangle. */
    private static double[][] products(int n, double[][] rows) {
        double[][] products = new double[n][n];
        for (int first = 0; first < n; first += RUN) {
            int end = Math.min(n, first + RUN);
            for (int i = 0; i < n; i++) {
                int k = first;
                for (; k + ROWS <= end; k += ROWS) {
                    addFourRows(rows[k], rows[k + 1], rows[k + 2], rows[k + 3], i, n, products[i]);
                }
                for (; k < end; k++) {
                    addRow(rows[k], i, n, products[i]);
                }
            }
        }
        return products;
    }

    private static void addFourRows(double[] a, double[] b, double[] c, double[] d, int i, int n, double[] sums) {
        double ownA = a[i];
        double ownB = b[i];
        double ownC = c[i];
        double ownD = d[i];
        for (int j = i; j < n; j++) {
            sums[j] += (ownA * a[j] + ownB * b[j]) + (ownC * c[j] + ownD * d[j]);
        }
    }

    private static void addRow(double[] a, int i, int n, double[] sums) {
        double own = a[i];
        for (int j = i; j < n; j++) {
            sums[j] += own * a[j];
        }
    }
}
