package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Fits discount functions that are splines: one linear least-squares problem by orthogonal transformations (A. Björck,
 * "Numerical Methods for Least Squares Problems", 1996, section 2.4), and for exponential splines a search over the decay
 * around it. Roughness adds rows to the problem: two for each span of knots, at Gauss's points, which integrate the square
 * of a straight line exactly.
 */
final class SplineFit {

    private static final int GRID = 30;
    private static final int REFINEMENTS = 60;
    private static final double GAUSS = 0.28867513459481287; // 1/(2√3)

    private final FitProblem problem;
    private final List<Double> knots;
    private final RoughnessPenalty penalty;
    private int solved;

    private SplineFit(FitProblem problem, List<Double> knots, RoughnessPenalty penalty) {
        this.problem = problem;
        this.knots = knots;
        this.penalty = penalty;
        double last = knots.get(knots.size() - 1);
        InvalidInput.unless(
                last >= problem.lastPayment(),
                "last knot",
                last,
                "at or after the last payment, " + problem.lastPayment());
    }

    /** Coefficients, and what they leave of the objective with its penalty. */
    private static final class Solved {
        final SplineBasis basis;
        final double decay;
        final double[] coefficients;
        final double objective;
        final double penalty;

        Solved(SplineBasis basis, double decay, double[] coefficients, double objective, double penalty) {
            this.basis = basis;
            this.decay = decay;
            this.coefficients = coefficients;
            this.objective = objective;
            this.penalty = penalty;
        }
    }

    static FamilyFit fit(FitProblem problem, CubicSpline family) {
        SplineFit fit = new SplineFit(problem, family.knots(), family.penalty());
        return fit.result(fit.solve(0.0), 1);
    }

    static FamilyFit fit(FitProblem problem, ExponentialSpline family) {
        SplineFit fit = new SplineFit(problem, family.knots(), family.penalty());
        double span = Exponential.log(family.maxDecay() / family.minDecay());
        double step = span / (GRID - 1);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < GRID; k++) {
            double objective = fit.solve(family.minDecay() * Exponential.exp(k * step)).objective;
            if (objective < least) {
                least = objective;
                best = k;
            }
        }
        // The golden section of the two grid steps around the best start.
        double low = Math.max(0.0, (best - 1) * step);
        double high = Math.min(span, (best + 1) * step);
        double ratio = 0.6180339887498949;
        Solved found = fit.solve(family.minDecay() * Exponential.exp(best * step));
        for (int k = 0; k < REFINEMENTS && high - low > 1e-9; k++) {
            double first = high - ratio * (high - low);
            double second = low + ratio * (high - low);
            Solved atFirst = fit.solve(family.minDecay() * Exponential.exp(first));
            Solved atSecond = fit.solve(family.minDecay() * Exponential.exp(second));
            Solved better = atFirst.objective <= atSecond.objective ? atFirst : atSecond;
            found = better.objective < found.objective ? better : found;
            if (atFirst.objective <= atSecond.objective) {
                high = second;
            } else {
                low = first;
            }
        }
        return fit.result(found, GRID);
    }

    private FamilyFit result(Solved found, int starts) {
        double last = knots.get(knots.size() - 1);
        SplineCurve curve = new SplineCurve(
                problem.name, problem.referenceDate, found.basis, found.decay, last, found.coefficients);
        double below = curve.firstNotPositive();
        if (!Double.isNaN(below)) {
            throw new NotConverged(
                    "fit of " + problem.name + ": discount factors are not positive after " + below
                            + " years; fewer knots or a penalty may help",
                    solved,
                    below,
                    found.objective);
        }
        return new FamilyFit(curve, found.penalty, starts, solved);
    }

    private SplineBasis basis(double decay) {
        boolean exponential = decay != 0.0;
        double[] distinct = new double[knots.size() + (exponential ? 1 : 0)];
        for (int k = 0; k < knots.size(); k++) {
            distinct[k] = SplineCurve.argument(decay, knots.get(k));
        }
        if (exponential) {
            distinct[knots.size()] = 1.0; // infinity
        }
        return new SplineBasis(distinct);
    }

    private Solved solve(double decay) {
        solved++;
        SplineBasis basis = basis(decay);
        int free = basis.size() - (decay == 0.0 ? 1 : 2);
        int rows = problem.bonds + 2 * basis.spans();
        DMatrixRMaj left = new DMatrixRMaj(rows, free);
        DMatrixRMaj right = new DMatrixRMaj(rows, 1);
        fillPrices(basis, decay, left, right);
        fillPenalty(basis, decay, left, right);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(rows, free);
        DMatrixRMaj answer = new DMatrixRMaj(free, 1);
        if (!solver.setA(left.copy()) || !(solver.quality() > 1e-13)) {
            throw new NotConverged(
                    "fit of " + problem.name + ": the payments do not determine the spline; fewer knots may help",
                    solved,
                    decay,
                    solver.quality());
        }
        solver.solve(right.copy(), answer);
        double[] coefficients = new double[basis.size()];
        coefficients[0] = 1.0;
        System.arraycopy(answer.data, 0, coefficients, 1, free);
        double prices = 0.0;
        double bends = 0.0;
        for (int i = 0; i < rows; i++) {
            double miss = -right.data[i];
            for (int j = 0; j < free; j++) {
                miss += left.data[i * free + j] * answer.data[j];
            }
            if (i < problem.bonds) {
                prices += miss * miss;
            } else {
                bends += miss * miss;
            }
        }
        return new Solved(basis, decay, coefficients, prices + bends, bends);
    }

    private void fillPrices(SplineBasis basis, double decay, DMatrixRMaj left, DMatrixRMaj right) {
        int free = left.numCols;
        for (int i = 0; i < problem.bonds; i++) {
            double root = Math.sqrt(problem.weights[i]);
            right.data[i] = root * problem.dirtyPrices[i];
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                double x = SplineCurve.argument(decay, problem.years[k]);
                int span = basis.span(x);
                add(basis.values(span, x), span, root * problem.amounts[k], left, right, i, free);
            }
        }
    }

    private void fillPenalty(SplineBasis basis, double decay, DMatrixRMaj left, DMatrixRMaj right) {
        int free = left.numCols;
        for (int span = 0; span < basis.spans(); span++) {
            double width = basis.end(span) - basis.start(span);
            double middle = 0.5 * (basis.start(span) + basis.end(span));
            double years = decay == 0.0 ? middle : -Exponential.log1p(-middle) / decay;
            double root = Math.sqrt(0.5 * width * penalty.at(years));
            for (int side = 0; side < 2; side++) {
                double x = middle + (side == 0 ? -GAUSS : GAUSS) * width;
                int row = problem.bonds + 2 * span + side;
                add(basis.bends(span, x), span, root, left, right, row, free);
            }
        }
    }

    /** Adds scale · (numbers of four splines) to a row; the first spline is known and goes to the right. */
    private static void add(
            double[] four, int span, double scale, DMatrixRMaj left, DMatrixRMaj right, int row, int free) {
        for (int k = 0; k < four.length; k++) {
            int column = span + k - 1;
            if (column < 0) {
                right.data[row] -= scale * four[k];
            } else if (column < free) {
                left.data[row * free + column] += scale * four[k];
            }
        }
    }
}
