package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.factor.Covariance;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Risk budgets by Newton's method on all weights at once: the second path of {@link RiskBudgeting}, with which it shares no step.
 *
 * <pre>
 * (S + diag(b / y²)) Δ = b / y − S y
 * </pre>
 *
 * <p>The function is self-concordant, so that steps of 1/(1 + λ) with the Newton decrement λ converge from anywhere. Source:
 * Spinu, "An Algorithm for Computing Risk Parity Weights" (2013).
 */
final class BudgetsByNewton {

    private static final int STEPS = 500;

    private BudgetsByNewton() {}

    static double[] weights(Covariance covariance, double[] budgets) {
        double[] b = RiskBudgeting.shares(covariance, budgets);
        int n = b.length;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 1 / covariance.volatility(i);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double share : b) {
            least = Math.min(least, share);
        }
        for (int step = 0; step < STEPS; step++) {
            double[] product = covariance.times(y);
            DMatrixRMaj matrix = new DMatrixRMaj(n, n, true, covariance.toRowMajor());
            DMatrixRMaj right = new DMatrixRMaj(n, 1);
            for (int i = 0; i < n; i++) {
                matrix.add(i, i, b[i] / (y[i] * y[i]));
                right.set(i, 0, b[i] / y[i] - product[i]);
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
            DMatrixRMaj move = new DMatrixRMaj(n, 1);
            if (!solver.setA(matrix.copy())) {
                throw new NotConverged("risk budgets by Newton's method", step, y[0], Double.NaN);
            }
            solver.solve(right, move);
            double decrement = 0;
            double largest = 0;
            for (int i = 0; i < n; i++) {
                decrement += move.get(i) * right.get(i);
                largest = Math.max(largest, Math.abs(move.get(i)) / y[i]);
            }
            double length = largest < 0.1 ? 1 : 1 / (1 + Math.sqrt(Math.max(0, decrement) / least));
            for (int i = 0; i < n; i++) {
                y[i] += length * move.get(i);
            }
            if (largest < 1e-13) {
                return RiskBudgeting.scaledToOne(y);
            }
        }
        throw new NotConverged("risk budgets by Newton's method", STEPS, y[0], Double.NaN);
    }
}
