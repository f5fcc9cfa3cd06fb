package io.bondtrader.risk.optimise;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/**
 * The optimum on given faces: variables at a bound stay there, working rows hold exactly, and the rest solves
 *
 * <pre>
 * ⎡H + δI  −A'⎤ ⎡x⎤   ⎡−c − H x̄⎤
 * ⎣  A      δI⎦ ⎣y⎦ = ⎣b − A x̄ ⎦
 * </pre>
 *
 * <p>by one factorisation with a small δ, refined until it is the answer with δ = 0. Source: Stellato and others, "OSQP: an
 * Operator Splitting Solver for Quadratic Programs", Mathematical Programming Computation 12 (2020), section 5.2.
 */
final class Polish {

    private static final int REFINEMENTS = 30;

    final double[] x;
    final double[] rowMultipliers;
    final double[] boundMultipliers;

    private Polish(double[] x, double[] rowMultipliers, double[] boundMultipliers) {
        this.x = x;
        this.rowMultipliers = rowMultipliers;
        this.boundMultipliers = boundMultipliers;
    }

    /** Solves; null if the system is singular. */
    static @Nullable Polish of(QuadraticProgram program, WarmStart face) {
        int n = program.size;
        double[] x = new double[n];
        int[] free = positions(face.variableStatus, true);
        int[] rows = positions(face.rowStatus, false);
        for (int j = 0; j < n; j++) {
            byte rest = face.variableStatus[j];
            x[j] = rest == ActiveSet.AT_LOWER ? program.lower[j] : rest == ActiveSet.AT_UPPER ? program.upper[j] : 0;
        }
        int size = free.length + rows.length;
        double[] right = right(program, face, x, free, rows);
        double diagonal = 0;
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                matrix.set(i, j, program.hessian[free[i] * n + free[j]]);
            }
            diagonal = Math.max(diagonal, matrix.get(i, i));
            for (int k = 0; k < rows.length; k++) {
                matrix.set(i, free.length + k, -program.rows[rows[k]][free[i]]);
                matrix.set(free.length + k, i, program.rows[rows[k]][free[i]]);
            }
        }
        double[] solution = solve(matrix, right, 1e-8 * (diagonal > 0 ? diagonal : 1));
        if (solution == null) {
            return null;
        }
        for (int i = 0; i < free.length; i++) {
            x[free[i]] = solution[i];
        }
        double[] rowMultipliers = new double[face.rowStatus.length];
        for (int k = 0; k < rows.length; k++) {
            rowMultipliers[rows[k]] = solution[free.length + k];
        }
        return new Polish(x, rowMultipliers, boundMultipliers(program, face, x, rowMultipliers));
    }

    private static int[] positions(byte[] status, boolean ofFree) {
        return IntStream.range(0, status.length)
                .filter(i -> (status[i] == ActiveSet.FREE) == ofFree)
                .toArray();
    }

    private static double[] right(QuadraticProgram program, WarmStart face, double[] x, int[] free, int[] rows) {
        double[] right = new double[free.length + rows.length];
        double[] curvature = program.curvatureTimes(x);
        for (int i = 0; i < free.length; i++) {
            right[i] = -program.gradient[free[i]] - curvature[free[i]];
        }
        for (int k = 0; k < rows.length; k++) {
            double bound = face.rowStatus[rows[k]] == ActiveSet.AT_LOWER
                    ? program.rowLower[rows[k]]
                    : program.rowUpper[rows[k]];
            right[free.length + k] = bound - program.activity(rows[k], x);
        }
        return right;
    }

    private static double @Nullable [] solve(DMatrixRMaj matrix, double[] right, double shift) {
        int size = right.length;
        DMatrixRMaj shifted = matrix.copy();
        for (int i = 0; i < size; i++) {
            shifted.add(i, i, shift);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(Math.max(1, size));
        if (size == 0 || !solver.setA(shifted)) {
            return size == 0 ? right : null;
        }
        double[] solution = new double[size];
        double[] residual = right.clone();
        for (int round = 0; round < REFINEMENTS; round++) {
            DMatrixRMaj step = new DMatrixRMaj(size, 1);
            solver.solve(new DMatrixRMaj(size, 1, true, residual), step);
            double largest = 0;
            for (int i = 0; i < size; i++) {
                solution[i] += step.get(i);
                largest = Math.max(largest, Math.abs(step.get(i)));
            }
            for (int i = 0; i < size; i++) {
                residual[i] = right[i] - QuadraticProgram.dot(matrix.data, i * size, solution, size);
            }
            if (!(largest > 1e-16)) {
                break;
            }
        }
        return solution;
    }

    private static double[] boundMultipliers(
            QuadraticProgram program, WarmStart face, double[] x, double[] rowMultipliers) {
        double[] multipliers = program.curvatureTimes(x);
        for (int j = 0; j < multipliers.length; j++) {
            multipliers[j] += program.gradient[j];
            for (int k = 0; k < rowMultipliers.length; k++) {
                multipliers[j] -= rowMultipliers[k] * program.rows[k][j];
            }
            multipliers[j] = face.variableStatus[j] == ActiveSet.FREE ? 0 : multipliers[j];
        }
        return multipliers;
    }
}
