package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An objective to minimise over weights of named assets, and named constraints.
 *
 * <pre>{@code
 * Solution solution = Problem.over(covariance.names())
 *         .minimise(Objective.variance(covariance))
 *         .subjectTo(Constraint.fullyInvested(), Constraint.longOnly())
 *         .build()
 *         .solve();
 * }</pre>
 *
 * <p>Weights without a bound may be negative. Convexity is checked once, when the problem is built. Immutable and safe for use
 * by many threads.
 */
public final class Problem {

    private final List<String> assets;
    private final List<Objective> terms;
    private final List<Constraint> constraints;
    private final QuadraticProgram program;
    private final ObjectiveForm objective;

    private Problem(Builder builder) {
        this.assets = builder.assets;
        this.terms = List.copyOf(builder.terms);
        this.constraints = List.copyOf(builder.constraints);
        this.objective = new ObjectiveForm(assets);
        terms.forEach(term -> term.addTo(objective));
        for (Constraint constraint : constraints) {
            double[] from = constraint.tradesFrom();
            if (from.length > 0) {
                InvalidInput.unless(
                        from.length == assets.size(), "holdings of " + constraint.name(), from.length, "one an asset");
                objective.tradeFrom(from);
            }
        }
        requireFinite();
        objective.checkCurvature();
        objective.expand();
        BitSet all = new BitSet();
        all.set(0, constraints.size());
        this.program = programOf(all);
    }

    /**
     * Starts a problem.
     *
     * @param assets their names, no two alike
     * @return a builder without objective and constraints
     * @throws InvalidInput if there is none, or a name stands twice
     */
    public static Builder over(List<String> assets) {
        return new Builder(assets);
    }

    private void requireFinite() {
        for (double value : objective.hessian) {
            InvalidInput.unless(Double.isFinite(value), "sum of quadratic terms", value, "finite");
        }
        for (double value : objective.gradient) {
            InvalidInput.unless(Double.isFinite(value), "sum of linear terms", value, "finite");
        }
    }

    /** {@return names of the assets} */
    public List<String> assets() {
        return assets;
    }

    /** {@return terms of the objective} */
    public List<Objective> objective() {
        return terms;
    }

    /** {@return the constraints} */
    public List<Constraint> constraints() {
        return constraints;
    }

    /**
     * Solves by the active-set method.
     *
     * @return an optimum, a contradiction, or that there is no bound
     */
    public Solution solve() {
        return ActiveSetSolver.solve(this);
    }

    /**
     * Solves by the active-set method, from an earlier optimum of a similar problem: same assets and constraints, other numbers.
     *
     * @param earlier where to start
     * @return an optimum, a contradiction, or that there is no bound
     */
    public Solution solveFrom(Solution.Optimal earlier) {
        return ActiveSetSolver.solve(this, earlier);
    }

    QuadraticProgram program() {
        return program;
    }

    /** The program with some of the constraints only. */
    QuadraticProgram programOf(BitSet included) {
        double @Nullable [] holdings = objective.holdings;
        ConstraintForm form = new ConstraintForm(assets, holdings);
        for (int k = 0; k < constraints.size(); k++) {
            if (included.get(k)) {
                constraints.get(k).addTo(form, k);
            }
        }
        for (int i = 0; i < assets.size(); i++) {
            if (form.lower[i] > form.upper[i]) { // two constraints: a program keeps both as a row that cannot be met
                double[] row = new double[assets.size()];
                row[i] = 1;
                form.addRow(form.upperOwner[i], row, Double.NEGATIVE_INFINITY, form.upper[i]);
                form.upper[i] = Double.POSITIVE_INFINITY;
                form.upperOwner[i] = QuadraticProgram.NOBODY;
            }
        }
        form.expand();
        return new QuadraticProgram(objective, form);
    }

    @Override
    public String toString() {
        return "minimise " + terms + " over " + assets.size() + " assets subject to " + constraints;
    }

    /** Gathers an objective and constraints. Confined to one thread. */
    public static final class Builder {

        private final List<String> assets;
        private final List<Objective> terms = new ArrayList<>();
        private final List<Constraint> constraints = new ArrayList<>();

        private Builder(List<String> assets) {
            InvalidInput.unless(!assets.isEmpty(), "assets", assets, "not empty");
            InvalidInput.unless(new HashSet<>(assets).size() == assets.size(), "assets", assets, "without repetition");
            this.assets = List.copyOf(assets);
        }

        /**
         * Adds terms to the objective.
         *
         * @param more the terms
         * @return this
         */
        public Builder minimise(Objective... more) {
            terms.addAll(Arrays.asList(more));
            return this;
        }

        /**
         * Adds constraints.
         *
         * @param more the constraints
         * @return this
         */
        public Builder subjectTo(Constraint... more) {
            constraints.addAll(Arrays.asList(more));
            return this;
        }

        /**
         * Adds constraints.
         *
         * @param more the constraints
         * @return this
         */
        public Builder subjectTo(List<Constraint> more) {
            constraints.addAll(more);
            return this;
        }

        /**
         * Builds the problem.
         *
         * @return the problem
         * @throws InvalidInput if there is no objective, two constraints have one name, or a length does not fit the assets
         * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the objective is not convex
         */
        public Problem build() {
            InvalidInput.unless(!terms.isEmpty(), "objective", terms, "given");
            Set<String> names = new HashSet<>();
            for (Constraint constraint : constraints) {
                InvalidInput.unless(
                        names.add(constraint.name()),
                        "name of a constraint",
                        constraint.name(),
                        "different from all others");
            }
            return new Problem(this);
        }
    }
}
