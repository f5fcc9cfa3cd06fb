package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/**
 * Fits Nelson–Siegel and Svensson curves. For each start on a grid of decays the rates are fitted alone, which is nearly a
 * linear problem; the best starts are then improved in all parameters by the method of Levenberg and Marquardt (D. W.
 * Marquardt, SIAM Journal 11(2), 1963) within the bounds of the decays.
 */
final class NelsonSiegelFit {

    private static final int GRID = 20;
    private static final int RATE_STEPS = 6;
    private static final int IMPROVED = 12;
    private static final int MAX_STEPS = 400;

    private final FitProblem problem;
    private final int size;
    private final double minDecay;
    private final double maxDecay;
    private final double[] residuals; // √weight · (model − market), of the last evaluation
    private final double[] jacobian; // [bond][parameter], of the last derivation
    private int steps;

    private NelsonSiegelFit(FitProblem problem, int size, double minDecay, double maxDecay) {
        this.problem = problem;
        this.size = size;
        this.minDecay = minDecay;
        this.maxDecay = maxDecay;
        this.residuals = new double[problem.bonds];
        this.jacobian = new double[problem.bonds * size];
    }

    /** Parameters and the objective there. */
    private static final class Point {
        final double[] p;
        final double objective;

        Point(double[] p, double objective) {
            this.p = p;
            this.objective = objective;
        }
    }

    static FamilyFit fit(FitProblem problem, int size, double minDecay, double maxDecay) {
        return new NelsonSiegelFit(problem, size, minDecay, maxDecay).run();
    }

    private FamilyFit run() {
        List<Point> starts = new ArrayList<>();
        double[] decays = decays();
        for (double k : decays) {
            if (size == 4) {
                starts.add(fitRates(k, 0.0));
                continue;
            }
            for (double k2 : decays) {
                if (k != k2) { // grid values: the same element
                    starts.add(fitRates(k, k2));
                }
            }
        }
        starts.sort(Comparator.comparingDouble(start -> start.objective));
        Point best = starts.get(0);
        for (Point start : starts.subList(0, Math.min(IMPROVED, starts.size()))) {
            if (start.objective < Double.POSITIVE_INFINITY) {
                Point improved = improve(start, freeAll());
                best = improved.objective < best.objective ? improved : best;
            }
        }
        if (!(best.objective < Double.POSITIVE_INFINITY)) {
            throw new NotConverged(
                    "fit of " + problem.name + ": no start gives finite prices", steps, Double.NaN, best.objective);
        }
        NelsonSiegelCurve curve = NelsonSiegelCurve.of(problem.name, problem.referenceDate, best.p);
        return new FamilyFit(curve, 0.0, starts.size(), steps);
    }

    /** Equal ratios from the least decay to the largest. */
    private double[] decays() {
        double[] decays = new double[GRID];
        double span = Exponential.log(maxDecay / minDecay);
        for (int k = 0; k < GRID; k++) {
            double decay = minDecay * Exponential.exp(span * k / (GRID - 1));
            decays[k] = Math.min(maxDecay, Math.max(minDecay, decay));
        }
        return decays;
    }

    private Point fitRates(double k, double k2) {
        double[] p = new double[size];
        p[0] = 0.03;
        p[3] = k;
        if (size == 6) {
            p[5] = k2;
        }
        boolean[] free = freeAll();
        free[3] = false;
        if (size == 6) {
            free[5] = false;
        }
        return descend(new Point(p, objective(p)), free, RATE_STEPS);
    }

    private boolean[] freeAll() {
        boolean[] free = new boolean[size];
        Arrays.fill(free, true);
        return free;
    }

    private Point improve(Point start, boolean[] free) {
        return descend(start, free, MAX_STEPS);
    }

    private Point descend(Point start, boolean[] free, int maxSteps) {
        Point at = start;
        double damping = 1e-6;
        for (int step = 0; step < maxSteps; step++) {
            steps++;
            derive(at.p);
            Point next = null;
            while (damping < 1e12) {
                Point tried = step(at, free, damping);
                if (tried != null && tried.objective < at.objective) {
                    next = tried;
                    break;
                }
                damping = Math.max(1e-9, damping * 8.0);
            }
            if (next == null) {
                return at; // no shorter step is better: a minimum as far as doubles can tell
            }
            boolean settled = at.objective - next.objective <= 1e-13 * at.objective;
            at = next;
            damping = Math.max(1e-14, damping * 0.1);
            if (settled) {
                return at;
            }
        }
        return at;
    }

    /** Solves (JᵀJ + damping·diag JᵀJ)·step = −Jᵀr for the free parameters that no bound stops; null if it has no answer. */
    private @Nullable Point step(Point at, boolean[] free, double damping) {
        double[] gradient = new double[size];
        for (int i = 0; i < problem.bonds; i++) {
            for (int j = 0; j < size; j++) {
                gradient[j] += jacobian[i * size + j] * residuals[i];
            }
        }
        int[] used = new int[size];
        int count = 0;
        for (int j = 0; j < size; j++) {
            boolean decay = j == 3 || j == 5;
            boolean stopped =
                    decay && ((at.p[j] <= minDecay && gradient[j] > 0.0) || (at.p[j] >= maxDecay && gradient[j] < 0.0));
            if (free[j] && !stopped) {
                used[count++] = j;
            }
        }
        DMatrixRMaj normal = new DMatrixRMaj(count, count);
        DMatrixRMaj right = new DMatrixRMaj(count, 1);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double sum = 0.0;
                for (int i = 0; i < problem.bonds; i++) {
                    sum += jacobian[i * size + used[a]] * jacobian[i * size + used[b]];
                }
                normal.data[a * count + b] = a == b ? sum * (1.0 + damping) + 1e-300 : sum;
            }
            right.data[a] = -gradient[used[a]];
        }
        DMatrixRMaj move = new DMatrixRMaj(count, 1);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(count);
        if (count == 0 || !solver.setA(normal)) {
            return null;
        }
        solver.solve(right, move);
        double[] p = at.p.clone();
        for (int a = 0; a < count; a++) {
            int j = used[a];
            p[j] += move.data[a];
            if (j == 3 || j == 5) {
                p[j] = Math.min(maxDecay, Math.max(minDecay, p[j]));
            }
            if (!(Math.abs(p[j]) <= 100.0)) {
                return null;
            }
        }
        return new Point(p, objectiveOnly(p));
    }

    /** The objective, leaving the residuals behind. */
    private double objective(double[] p) {
        double sum = 0.0;
        for (int i = 0; i < problem.bonds; i++) {
            double price = 0.0;
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                double years = problem.years[k];
                price += problem.amounts[k] * Exponential.exp(-years * NelsonSiegelCurve.zeroRate(p, years));
            }
            residuals[i] = Math.sqrt(problem.weights[i]) * (price - problem.dirtyPrices[i]);
            sum += residuals[i] * residuals[i];
        }
        return sum < Double.POSITIVE_INFINITY ? sum : Double.POSITIVE_INFINITY;
    }

    private double objectiveOnly(double[] p) {
        double[] kept = residuals.clone();
        double objective = objective(p);
        System.arraycopy(kept, 0, residuals, 0, kept.length);
        return objective;
    }

    /** Residuals and how they move with each parameter. */
    private void derive(double[] p) {
        Arrays.fill(jacobian, 0.0);
        for (int i = 0; i < problem.bonds; i++) {
            double price = 0.0;
            double root = Math.sqrt(problem.weights[i]);
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                double years = problem.years[k];
                double value = problem.amounts[k] * Exponential.exp(-years * NelsonSiegelCurve.zeroRate(p, years));
                price += value;
                NelsonSiegelCurve.addZeroRateSensitivities(p, years, -root * years * value, jacobian, i * size);
            }
            residuals[i] = root * (price - problem.dirtyPrices[i]);
        }
    }
}
