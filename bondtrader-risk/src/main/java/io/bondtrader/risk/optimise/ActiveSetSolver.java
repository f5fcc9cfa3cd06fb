package io.bondtrader.risk.optimise;

import java.util.ArrayList;
import java.util.List;

/**
 * Solves a {@link Problem} by the primal active-set method: from a vertex, along edges and faces, to the optimum.
 *
 * <p>Weights at a bound cost next to nothing, so that the time depends on how many assets are held rather than on how many
 * there are. The same problem gives the same bits on every run. Stateless and safe for use by many threads.
 */
public final class ActiveSetSolver {

    static final String METHOD = "primal active set";

    private ActiveSetSolver() {}

    /**
     * Solves a problem from scratch.
     *
     * @param problem the problem
     * @return an optimum, a contradiction, or that there is no bound
     * @throws io.bondtrader.core.error.NotConverged if rounding keeps it from an answer
     */
    public static Solution solve(Problem problem) {
        QuadraticProgram program = problem.program();
        BoundedSimplex simplex = Feasibility.simplex(program);
        if (simplex.makeFeasible() != BoundedSimplex.Outcome.OPTIMAL) {
            return Conflict.of(problem, simplex);
        }
        ActiveSet method = new ActiveSet(program);
        method.startAt(simplex);
        return finish(problem, method);
    }

    /**
     * Solves a problem from an earlier optimum of a similar one, or from scratch where that does not fit.
     *
     * @param problem the problem
     * @param earlier optimum of a problem with the same assets and constraints, whose numbers may differ
     * @return an optimum, a contradiction, or that there is no bound
     * @throws io.bondtrader.core.error.NotConverged if rounding keeps it from an answer
     */
    public static Solution solve(Problem problem, Solution.Optimal earlier) {
        return solve(problem, earlier.warmStart);
    }

    static Solution solve(Problem problem, WarmStart start) {
        ActiveSet method = new ActiveSet(problem.program());
        return method.startAt(start) ? finish(problem, method) : solve(problem);
    }

    /** Solves a feasible program with another linear term, from where an earlier solve ended. */
    static ActiveSet solved(QuadraticProgram program, double[] linear, WarmStart start) {
        ActiveSet method = new ActiveSet(program, linear);
        if (!method.startAt(start)) {
            method = new ActiveSet(program, linear);
            BoundedSimplex vertex = Feasibility.simplex(program);
            vertex.makeFeasible();
            method.startAt(vertex);
        }
        method.solve();
        return method;
    }

    private static Solution finish(Problem problem, ActiveSet method) {
        method.solve();
        if (method.unbounded) {
            return new Solution.Unbounded(growing(problem, method.x));
        }
        return new Solution.Optimal(problem, method);
    }

    private static List<String> growing(Problem problem, double[] x) {
        double[] weights = problem.program().weights(x);
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) > 1e-3 * largest) {
                names.add(problem.assets().get(i));
            }
        }
        return names;
    }
}
