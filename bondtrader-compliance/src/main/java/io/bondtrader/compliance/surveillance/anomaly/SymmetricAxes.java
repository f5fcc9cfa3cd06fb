package io.bondtrader.compliance.surveillance.anomaly;

/** Eigenvectors of a small symmetric matrix: Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5). */
final class SymmetricAxes {

    private static final int MOST_SWEEPS = 60;

    private SymmetricAxes() {}

    /** The eigenvectors, as columns. The matrix is overwritten. */
    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] axes = new double[n][n];
        for (int i = 0; i < n; i++) {
            axes[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    off += Math.abs(matrix[p][q]);
                    if (matrix[p][q] != 0) {
                        rotate(matrix, axes, p, q);
                    }
                }
            }
            if (off < 1e-14) {
                break;
            }
        }
        return axes;
    }

    private static void rotate(double[][] matrix, double[][] axes, int p, int q) {
        double ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            turn(row, p, q, cosine, sine);
        }
        for (int i = 0; i < matrix.length; i++) {
            double first = matrix[p][i];
            matrix[p][i] = cosine * first - sine * matrix[q][i];
            matrix[q][i] = sine * first + cosine * matrix[q][i];
        }
        for (double[] row : axes) {
            turn(row, p, q, cosine, sine);
        }
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double first = row[p];
        row[p] = cosine * first - sine * row[q];
        row[q] = sine * first + cosine * row[q];
    }
}
