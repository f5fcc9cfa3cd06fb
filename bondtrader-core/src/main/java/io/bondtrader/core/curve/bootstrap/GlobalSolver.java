package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.NotConverged;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Newton's method on all nodes at once. A step that makes the worst quote worse is halved until it does not. Once quotes
 * are met, steps go on for as long as they still halve what rounding leaves.
 */
final class GlobalSolver {

    static final double MET = 1e-12;
    private static final int MAX_ITERATIONS = 60;
    private static final int MAX_HALVINGS = 20;

    private GlobalSolver() {}

    static Solution solve(CurveSystem system) {
        double[] values = system.firstGuess();
        double[] residuals = system.residuals(values);
        double norm = system.norm(residuals);
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            if (norm == 0.0) { // nothing left to improve
                return new Solution(values, iteration);
            }
            double[] step = step(system, values, residuals, iteration);
            double share = 1.0;
            double[] nextValues = moved(values, step, share);
            double[] next = system.triedResiduals(nextValues);
            for (int k = 0; k < MAX_HALVINGS && !(system.norm(next) < norm) && norm > MET; k++) {
                share *= 0.5;
                nextValues = moved(values, step, share);
                next = system.triedResiduals(nextValues);
            }
            double nextNorm = system.norm(next);
            if (norm <= MET && !(nextNorm <= 0.5 * norm)) {
                return new Solution(nextNorm < norm ? nextValues : values, iteration);
            }
            if (!(nextNorm < norm)) {
                throw notConverged(system, residuals, values, iteration);
            }
            values = nextValues;
            residuals = next;
            norm = nextNorm;
        }
        throw notConverged(system, residuals, values, MAX_ITERATIONS);
    }

    private static double[] step(CurveSystem system, double[] values, double[] residuals, int iteration) {
        DMatrixRMaj derivatives = system.derivatives(values);
        DMatrixRMaj right = new DMatrixRMaj(values.length, 1);
        for (int k = 0; k < values.length; k++) {
            // Prices are a hundred times larger than rates: equations of like size keep the pivots honest.
            double scale = 1.0 / system.scale(k);
            right.data[k] = -residuals[k] * scale;
            for (int j = 0; j < values.length; j++) {
                derivatives.data[k * values.length + j] *= scale;
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(values.length);
        DMatrixRMaj step = new DMatrixRMaj(values.length, 1);
        if (!solver.setA(derivatives)) {
            throw notConverged(system, residuals, values, iteration);
        }
        solver.solve(right, step);
        return step.data;
    }

    private static double[] moved(double[] values, double[] step, double share) {
        double[] moved = new double[values.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = values[k] + share * step[k];
        }
        return moved;
    }

    static NotConverged notConverged(CurveSystem system, double[] residuals, double[] values, int iterations) {
        int worst = system.worst(residuals);
        CurveInstrument instrument = system.instrument(worst);
        return new NotConverged(
                "curve does not reprice " + instrument.label() + ", quoted " + instrument.quote(),
                iterations,
                values[worst],
                residuals[worst]);
    }
}
