package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Asks of a symmetric matrix whether it curves upwards, by a factorisation that costs a fraction of its eigenvalues. */
final class Curvature {

    /** Eigenvalues as small as this against the trace are rounding, not a fault. */
    private static final double ROUNDING = 1e-12;

    /** Pivots as small as this against the diagonal are treated as flat. */
    private static final double FLAT = 1e-10;

    private Curvature() {}

    /**
     * Tells strictly convex from convex.
     *
     * @throws NotPositiveSemidefinite if it is neither
     */
    static boolean isPositive(List<String> names, double[] matrix) {
        int n = names.size();
        double trace = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            trace += Math.abs(matrix[i * n + i]);
            smallest = Math.min(smallest, matrix[i * n + i]);
        }
        if (smallest > 0 && factors(n, matrix, -FLAT * smallest)) {
            return true;
        }
        if ((!(trace > 0) && isZero(matrix)) || factors(n, matrix, ROUNDING * n * trace)) {
            return false;
        }
        double eigenvalue = smallestEigenvalue(n, matrix);
        if (eigenvalue < -ROUNDING * n * trace) {
            throw new NotPositiveSemidefinite("quadratic objective on " + n + " assets", eigenvalue);
        }
        return false;
    }

    private static boolean isZero(double[] matrix) {
        for (double value : matrix) {
            if (value != 0) { // exactly: an objective without a quadratic term
                return false;
            }
        }
        return true;
    }

    private static boolean factors(int n, double[] matrix, double shift) {
        DMatrixRMaj shifted = new DMatrixRMaj(n, n, true, matrix.clone());
        for (int i = 0; i < n; i++) {
            shifted.add(i, i, shift);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        return cholesky.decompose(shifted);
    }

    private static double smallestEigenvalue(int n, double[] matrix) {
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, false, true);
        if (!decomposition.decompose(new DMatrixRMaj(n, n, true, matrix.clone()))) {
            throw new NotConverged("eigenvalues of a quadratic objective", 0, Double.NaN, Double.NaN);
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, decomposition.getEigenvalue(i).getReal());
        }
        return smallest;
    }
}
