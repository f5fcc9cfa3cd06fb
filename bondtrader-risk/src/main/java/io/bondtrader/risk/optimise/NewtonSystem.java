package io.bondtrader.risk.optimise;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/**
 * The system K Δx − E'Δy = r, E Δx = q of an interior-point step, by Cholesky and the Schur complement of E, with the answer
 * refined until rounding ends that: near the optimum K spans many orders of magnitude.
 */
final class NewtonSystem {

    private static final int REFINEMENTS = 5;

    private final DMatrixRMaj matrix;
    private final LinearSolverDense<DMatrixRMaj> factor;
    private final DMatrixRMaj transposed; // E'
    private final DMatrixRMaj across; // K⁻¹E'
    private final LinearSolverDense<DMatrixRMaj> schur;
    private final int n;
    private final int m;

    private NewtonSystem(
            DMatrixRMaj matrix,
            LinearSolverDense<DMatrixRMaj> factor,
            DMatrixRMaj transposed,
            DMatrixRMaj across,
            LinearSolverDense<DMatrixRMaj> schur) {
        this.matrix = matrix;
        this.factor = factor;
        this.transposed = transposed;
        this.across = across;
        this.schur = schur;
        this.n = transposed.numRows;
        this.m = transposed.numCols;
    }

    /** Factors the system; null if rounding has eaten it. */
    static @Nullable NewtonSystem of(DMatrixRMaj matrix, List<double[]> equalities) {
        int n = matrix.numRows;
        int m = equalities.size();
        DMatrixRMaj transposed = new DMatrixRMaj(n, m);
        for (int k = 0; k < m; k++) {
            for (int j = 0; j < n; j++) {
                transposed.set(j, k, equalities.get(k)[j]);
            }
        }
        for (double shift = 1e-14; shift < 1e-4; shift *= 100) {
            DMatrixRMaj shifted = matrix.copy();
            for (int i = 0; i < n; i++) {
                shifted.add(i, i, shift);
            }
            LinearSolverDense<DMatrixRMaj> factor = LinearSolverFactory_DDRM.symmPosDef(n);
            if (!factor.setA(shifted)) {
                continue;
            }
            DMatrixRMaj across = new DMatrixRMaj(n, m);
            LinearSolverDense<DMatrixRMaj> schur = LinearSolverFactory_DDRM.symmPosDef(Math.max(1, m));
            if (m == 0) {
                return new NewtonSystem(matrix, factor, transposed, across, schur);
            }
            factor.solve(transposed, across);
            DMatrixRMaj complement = new DMatrixRMaj(m, m);
            CommonOps_DDRM.multTransA(transposed, across, complement);
            if (schur.setA(complement)) {
                return new NewtonSystem(matrix, factor, transposed, across, schur);
            }
        }
        return null;
    }

    /** Adds the answer to dx and dy, which come in as zeros. */
    void solve(double[] right, double[] equality, double[] dx, double[] dy) {
        double[] r = right.clone();
        double[] q = equality.clone();
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < REFINEMENTS; round++) {
            DMatrixRMaj plain = new DMatrixRMaj(n, 1);
            factor.solve(new DMatrixRMaj(n, 1, true, r), plain);
            if (m > 0) {
                DMatrixRMaj missing = new DMatrixRMaj(m, 1, true, q.clone());
                CommonOps_DDRM.multAddTransA(-1, transposed, plain, missing);
                DMatrixRMaj multiplier = new DMatrixRMaj(m, 1);
                schur.solve(missing, multiplier);
                CommonOps_DDRM.multAdd(across, multiplier, plain);
                for (int k = 0; k < m; k++) {
                    dy[k] += multiplier.get(k);
                }
            }
            for (int j = 0; j < n; j++) {
                dx[j] += plain.get(j);
            }
            double left = residual(right, equality, dx, dy, r, q);
            if (!(left < 0.5 * before)) {
                return;
            }
            before = left;
        }
    }

    private double residual(double[] right, double[] equality, double[] dx, double[] dy, double[] r, double[] q) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double sum = right[i] - QuadraticProgram.dot(matrix.data, i * n, dx, n);
            for (int k = 0; k < m; k++) {
                sum += transposed.get(i, k) * dy[k];
            }
            r[i] = sum;
            largest = Math.max(largest, Math.abs(sum));
        }
        for (int k = 0; k < m; k++) {
            double sum = equality[k];
            for (int i = 0; i < n; i++) {
                sum -= transposed.get(i, k) * dx[i];
            }
            q[k] = sum;
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest;
    }
}
