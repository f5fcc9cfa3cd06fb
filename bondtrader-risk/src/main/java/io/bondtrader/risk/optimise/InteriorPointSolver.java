package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;
import java.util.Arrays;

/**
 * Solves a {@link Problem} by an interior-point method: slower than the active set, and by another way altogether, which makes
 * it the second path of {@link VerifiedSolver}.
 *
 * <p>Constraints that do not bind have multipliers that are small rather than zero, and prices below {@code 1e-9} of the largest
 * are left out. Stateless and safe for use by many threads.
 */
public final class InteriorPointSolver {

    static final String METHOD = "interior point";

    private InteriorPointSolver() {}

    /**
     * Solves a problem.
     *
     * @param problem the problem
     * @return an optimum, a contradiction, or that there is no bound
     * @throws NotConverged if rounding keeps it from an answer, as it may where nothing bounds the objective
     */
    public static Solution solve(Problem problem) {
        BoundedSimplex simplex = Feasibility.simplex(problem.program());
        if (simplex.makeFeasible() != BoundedSimplex.Outcome.OPTIMAL) {
            return Conflict.of(problem, simplex);
        }
        return optimum(problem);
    }

    /** The optimum of a problem that is known to have one. */
    static Solution.Optimal optimum(Problem problem) {
        InteriorPoint method = new InteriorPoint(problem.program(), 1);
        try {
            method.solve();
        } catch (NotConverged farFromTheSides) { // a thin set of portfolios asks for a start that is closer
            method = new InteriorPoint(problem.program(), 0.01);
            method.solve();
        }
        double[] rows = method.rowMultipliers();
        double[] bounds = method.boundMultipliers();
        double[] scales = problem.program().rowScales;
        double[] ones = new double[bounds.length];
        Arrays.fill(ones, 1);
        double least = 1e-9 * Math.max(largest(rows, scales), largest(bounds, ones));
        return new Solution.Optimal(
                problem,
                method.x,
                cleared(rows, scales, least),
                cleared(bounds, ones, least),
                method.iterations,
                METHOD,
                method.warmStart());
    }

    private static double largest(double[] values, double[] scales) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i] * scales[i]));
        }
        return largest;
    }

    private static double[] cleared(double[] values, double[] scales, double least) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i] * scales[i]) < least ? 0 : values[i];
        }
        return values;
    }
}
