package io.bondtrader.risk.factor;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.internal.SymmetricEigen;
import java.util.Locale;

/**
 * Turns a matrix that is not positive semidefinite into one that is, and says what that changed. Nothing in the library
 * calls it on its own.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param method how it was repaired
 * @param before the matrix as it was
 * @param after the covariance as it is now
 * @param negativeEigenvalues number of eigenvalues below zero before
 * @param smallestEigenvalue the smallest one before
 * @param distance Frobenius norm of the change over that of the matrix before
 * @param largestCorrelationChange the largest change of any correlation
 * @param iterations steps that were taken
 */
public record CovarianceRepair(
        Method method,
        Covariance before,
        Covariance after,
        int negativeEigenvalues,
        double smallestEigenvalue,
        double distance,
        double largestCorrelationChange,
        int iterations) {

    private static final int MOST_ITERATIONS = 2000;

    /** How a matrix is repaired. Volatilities are kept by all. */
    public enum Method {
        /**
         * Negative eigenvalues of the correlation become zero, and its diagonal one again. Source: Rebonato and Jäckel,
         * <i>The most general methodology to create a valid correlation matrix</i>, Journal of Risk 2 (1999).
         */
        SPECTRAL,
        /**
         * The nearest correlation matrix in the Frobenius norm. Source: Higham, <i>Computing the nearest correlation
         * matrix</i>, IMA Journal of Numerical Analysis 22 (2002), alternating projections with Dykstra's correction.
         */
        NEAREST_CORRELATION,
        /** All correlations shrink by the one factor that just suffices. */
        SHRINK_CORRELATIONS
    }

    /**
     * Repairs a matrix. One that needs no repair comes back as it is.
     *
     * @param matrix the matrix
     * @param method how
     * @return the report, which holds the repaired covariance
     * @throws ZeroVariance if a factor never moves: it has no correlations to repair
     * @throws NotConverged if the nearest correlation is not found
     */
    public static CovarianceRepair of(Covariance matrix, Method method) {
        int n = matrix.size();
        SymmetricEigen eigen = SymmetricEigen.of(matrix.toRowMajor(), n);
        int negative = 0;
        for (int i = 0; i < n; i++) {
            negative += eigen.value(i) < 0 ? 1 : 0;
        }
        double smallest = eigen.value(n - 1);
        if (matrix.isPositiveSemidefinite()) {
            return new CovarianceRepair(method, matrix, matrix, negative, smallest, 0, 0, 0);
        }
        double[] correlations = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = matrix.volatility(i) * matrix.volatility(j);
                if (!(product > 0)) {
                    throw new ZeroVariance(
                            matrix.names().get(matrix.volatility(i) > 0 ? j : i), "the repair of correlations");
                }
                correlations[i * n + j] = i == j ? 1 : matrix.get(i, j) / product;
            }
        }
        int[] iterations = {1};
        double[] repaired = switch (method) {
            case SPECTRAL -> unitDiagonal(projected(correlations, n), n);
            case NEAREST_CORRELATION -> nearest(correlations, n, iterations);
            case SHRINK_CORRELATIONS -> shrunk(correlations, n);
        };
        return report(method, matrix, negative, smallest, correlations, repaired, iterations[0]);
    }

    private static CovarianceRepair report(
            Method method,
            Covariance matrix,
            int negative,
            double smallest,
            double[] correlations,
            double[] repaired,
            int iterations) {
        int n = matrix.size();
        double[] values = new double[n * n];
        double change = 0;
        double norm = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                values[at] = repaired[at] * matrix.volatility(i) * matrix.volatility(j);
                change += (values[at] - matrix.get(i, j)) * (values[at] - matrix.get(i, j));
                norm += matrix.get(i, j) * matrix.get(i, j);
                largest = Math.max(largest, Math.abs(repaired[at] - correlations[at]));
            }
        }
        return new CovarianceRepair(
                method,
                matrix,
                Covariance.ofSymmetric(matrix.names(), values),
                negative,
                smallest,
                Math.sqrt(change / norm),
                largest,
                iterations);
    }

    /** The nearest positive semidefinite matrix: negative eigenvalues become zero. */
    private static double[] projected(double[] matrix, int n) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
        double[] result = new double[n * n];
        for (int c = 0; c < n; c++) {
            double value = eigen.value(c);
            if (value <= 0) {
                continue;
            }
            double[] vector = eigen.vector(c);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    result[i * n + j] += value * vector[i] * vector[j];
                }
            }
        }
        return result;
    }

    private static double[] unitDiagonal(double[] matrix, int n) {
        double[] result = matrix.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i * n + j] = i == j ? 1 : matrix[i * n + j] / Math.sqrt(matrix[i * n + i] * matrix[j * n + j]);
            }
        }
        return result;
    }

    private static double[] nearest(double[] correlations, int n, int[] iterations) {
        double[] y = correlations.clone();
        double[] correction = new double[n * n];
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            double[] r = new double[n * n];
            for (int k = 0; k < r.length; k++) {
                r[k] = y[k] - correction[k];
            }
            double[] x = projected(r, n);
            double change = 0;
            for (int k = 0; k < x.length; k++) {
                correction[k] = x[k] - r[k];
                double next = k % (n + 1) == 0 ? 1 : x[k];
                change = Math.max(change, Math.abs(next - y[k]));
                y[k] = next;
            }
            if (change < 1e-12) {
                iterations[0] = iteration;
                // one last projection, for a matrix that is semidefinite to the last digit
                return unitDiagonal(projected(y, n), n);
            }
        }
        throw new NotConverged("nearest correlation matrix", MOST_ITERATIONS, Double.NaN, Double.NaN);
    }

    /** (1 - s) C + s I has the eigenvalues (1 - s) λ + s: the smallest is zero at s = -λ/(1 - λ). */
    private static double[] shrunk(double[] correlations, int n) {
        double smallest = SymmetricEigen.of(correlations, n).value(n - 1);
        double share = -smallest / (1 - smallest);
        double[] result = correlations.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] = k % (n + 1) == 0 ? 1 : (1 - share) * correlations[k];
        }
        return result;
    }

    /** {@return what the repair changed} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "CovarianceRepair[%s: %d negative eigenvalues (smallest %.4g), changed by %.4g%% of the norm, correlations by up to %.4g]",
                method,
                negativeEigenvalues,
                smallestEigenvalue,
                100 * distance,
                largestCorrelationChange);
    }
}
