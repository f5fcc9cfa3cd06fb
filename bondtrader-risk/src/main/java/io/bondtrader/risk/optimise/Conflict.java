package io.bondtrader.risk.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds a smallest set of constraints that contradict each other, and how far each of them would have to give way.
 *
 * <p>The proof of infeasibility (Farkas) names candidates; each is left out in turn, and stays out if the rest still contradict
 * each other (deletion filter). What remains is minimal: every proper subset of it can be satisfied.
 *
 * <p>Source: Chinneck, Feasibility and Infeasibility in Optimization (2008), sections 6.1 and 6.2.
 */
final class Conflict {

    private Conflict() {}

    static Solution.Infeasible of(Problem problem, BoundedSimplex proof) {
        BitSet core = candidates(problem, proof);
        if (Feasibility.isFeasible(problem.programOf(core))) { // rounding has hidden a member
            core.set(0, problem.constraints().size());
        }
        for (int k = core.nextSetBit(0); k >= 0; k = core.nextSetBit(k + 1)) {
            core.clear(k);
            if (Feasibility.isFeasible(problem.programOf(core))) {
                core.set(k);
            }
        }
        List<String> names = new ArrayList<>();
        List<Relaxation> relaxations = new ArrayList<>();
        core.stream().forEach(k -> {
            String name = problem.constraints().get(k).name();
            names.add(name);
            relaxations.add(new Relaxation(name, relaxation(problem, k)));
        });
        return new Solution.Infeasible(names, relaxations);
    }

    private static BitSet candidates(Problem problem, BoundedSimplex proof) {
        QuadraticProgram program = problem.program();
        BitSet candidates = new BitSet();
        int n = program.size;
        for (int j = 0; j < n + program.rows.length; j++) {
            double reduced = proof.reducedCost(j);
            if (proof.status[j] == BoundedSimplex.BASIC) {
                if (j >= n) { // a row that is itself violated
                    candidates.set(program.rowOwner[j - n]);
                } else {
                    addOwner(candidates, program.lowerOwner[j]);
                    addOwner(candidates, program.upperOwner[j]);
                }
            } else if (Math.abs(reduced) > 1e-12) {
                if (j >= n) {
                    candidates.set(program.rowOwner[j - n]);
                } else {
                    addOwner(candidates, reduced > 0 ? program.lowerOwner[j] : program.upperOwner[j]);
                }
            }
        }
        return candidates;
    }

    private static void addOwner(BitSet candidates, int owner) {
        if (owner != QuadraticProgram.NOBODY) {
            candidates.set(owner);
        }
    }

    /** The least r for which the constraint, moved outwards by r, and all others can be satisfied. */
    private static double relaxation(Problem problem, int relaxed) {
        BitSet others = new BitSet();
        others.set(0, problem.constraints().size());
        others.clear(relaxed);
        QuadraticProgram rest = problem.programOf(others);
        BitSet alone = new BitSet();
        alone.set(relaxed);
        QuadraticProgram own = problem.programOf(alone);
        List<double[]> rows = new ArrayList<>();
        List<double[]> limits = new ArrayList<>();
        int n = rest.size;
        for (int k = 0; k < rest.rows.length; k++) {
            addRow(rows, limits, rest.rows[k], 0, rest.rowLower[k], rest.rowUpper[k]);
        }
        for (int k = 0; k < own.rows.length; k++) {
            addSides(rows, limits, own.rows[k], own.rowLower[k], own.rowUpper[k]);
        }
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            boolean lower = own.lowerOwner[j] == relaxed;
            boolean upper = own.upperOwner[j] == relaxed;
            addSides(
                    rows,
                    limits,
                    unit,
                    lower ? own.lower[j] : Double.NEGATIVE_INFINITY,
                    upper ? own.upper[j] : Double.POSITIVE_INFINITY);
        }
        return leastRelaxation(rest, rows, limits);
    }

    private static void addSides(
            List<double[]> rows, List<double[]> limits, double[] coefficients, double lower, double upper) {
        if (Double.isFinite(lower)) {
            addRow(rows, limits, coefficients, 1, lower, Double.POSITIVE_INFINITY);
        }
        if (Double.isFinite(upper)) {
            addRow(rows, limits, coefficients, -1, Double.NEGATIVE_INFINITY, upper);
        }
    }

    private static void addRow(
            List<double[]> rows,
            List<double[]> limits,
            double[] coefficients,
            double give,
            double lower,
            double upper) {
        double[] row = Arrays.copyOf(coefficients, coefficients.length + 1);
        row[coefficients.length] = give;
        rows.add(row);
        limits.add(new double[] {lower, upper});
    }

    private static double leastRelaxation(QuadraticProgram rest, List<double[]> rows, List<double[]> limits) {
        int n = rest.size;
        int m = rows.size();
        double[][] columns = new double[n + 1 + m][m];
        double[] lower = new double[n + 1 + m];
        double[] upper = new double[n + 1 + m];
        System.arraycopy(rest.lower, 0, lower, 0, n);
        System.arraycopy(rest.upper, 0, upper, 0, n);
        upper[n] = Double.POSITIVE_INFINITY;
        for (int k = 0; k < m; k++) {
            for (int j = 0; j <= n; j++) {
                columns[j][k] = rows.get(k)[j];
            }
            columns[n + 1 + k][k] = -1;
            lower[n + 1 + k] = limits.get(k)[0];
            upper[n + 1 + k] = limits.get(k)[1];
        }
        BoundedSimplex simplex = new BoundedSimplex(columns, new double[m], lower, upper, Feasibility.TOLERANCE);
        double[] cost = new double[n + 1 + m];
        cost[n] = 1;
        boolean found = simplex.makeFeasible() == BoundedSimplex.Outcome.OPTIMAL
                && simplex.minimise(cost) == BoundedSimplex.Outcome.OPTIMAL;
        return found ? simplex.z[n] : Double.POSITIVE_INFINITY;
    }
}
