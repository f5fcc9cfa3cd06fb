package io.bondtrader.risk.optimise;

import java.util.Arrays;

/**
 * The space that working rows span in the metric of the Hessian: Y = QR by Gram and Schmidt, twice, which keeps Q orthogonal to
 * rounding (Giraud, Langou and Rozložník, "The Loss of Orthogonality in the Gram-Schmidt Orthogonalization Process", Computers and
 * Mathematics with Applications 50 (2005)). Confined to one thread.
 */
final class RowSpace {

    private double[][] q = new double[8][32];
    private double[][] r = new double[8][8]; // column by column
    private int rows;

    /** Factors Y = L⁻¹A'; false if working rows depend on each other. */
    boolean orthogonalise(UpdatedFactor factor) {
        int f = factor.free;
        rows = factor.working;
        if (rows > q.length || q[0].length < f) {
            q = new double[2 * Math.max(4, rows)][2 * Math.max(16, f)];
            r = new double[q.length][q.length];
        }
        for (int k = 0; k < rows; k++) {
            double[] column = q[k];
            System.arraycopy(factor.images[k], 0, column, 0, f);
            double before = Math.sqrt(QuadraticProgram.dot(column, 0, column, f));
            Arrays.fill(r[k], 0, rows, 0);
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < k; i++) {
                    double along = QuadraticProgram.dot(q[i], 0, column, f);
                    r[k][i] += along;
                    subtract(along, q[i], column, f);
                }
            }
            double left = Math.sqrt(QuadraticProgram.dot(column, 0, column, f));
            if (!(left > 1e-11 * before)) {
                return false;
            }
            r[k][k] = left;
            for (int i = 0; i < f; i++) {
                column[i] /= left;
            }
        }
        return true;
    }

    /** Takes off what lies in the space, and returns the multipliers of the rows that make it up. */
    double[] project(double[] vector, int f) {
        double[] along = new double[rows];
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < rows; k++) {
                double part = QuadraticProgram.dot(q[k], 0, vector, f);
                along[k] += part;
                subtract(part, q[k], vector, f);
            }
        }
        for (int k = rows - 1; k >= 0; k--) {
            double value = along[k];
            for (int i = k + 1; i < rows; i++) {
                value -= r[i][k] * along[i];
            }
            along[k] = value / r[k][k];
        }
        return along;
    }

    /** The shortest vector whose product with each row is given. */
    double[] shortest(double[] products, int f) {
        double[] vector = new double[f];
        double[] t = new double[rows];
        for (int k = 0; k < rows; k++) {
            double left = products[k];
            for (int i = 0; i < k; i++) {
                left -= r[k][i] * t[i];
            }
            t[k] = left / r[k][k];
            subtract(-t[k], q[k], vector, f);
        }
        return vector;
    }

    static void subtract(double factor, double[] what, double[] from, int count) {
        for (int i = 0; i < count; i++) {
            from[i] -= factor * what[i];
        }
    }
}
