package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ContradictoryConstraints;
import java.util.List;
import java.util.Locale;

/**
 * The answer to a {@link Problem}: an optimum with its proof, a contradiction, or that nothing bounds the objective.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface Solution {

    /**
     * Returns the optimum.
     *
     * @return the optimum
     * @throws ContradictoryConstraints if constraints contradict each other
     * @throws io.bondtrader.risk.error.Unbounded if nothing bounds the objective
     */
    Optimal orElseThrow();

    /** An optimum, its certificate, and what every binding constraint costs. */
    final class Optimal implements Solution {

        private final List<String> assets;
        private final double[] weights;
        private final double objective;
        private final Certificate certificate;
        private final List<ShadowPrice> shadowPrices;
        private final List<String> activeConstraints;
        private final int iterations;
        private final String method;
        final WarmStart warmStart;

        Optimal(Problem problem, ActiveSet found) {
            this(
                    problem,
                    found.x,
                    found.rowMultipliers,
                    found.boundMultipliers,
                    found.iterations,
                    ActiveSetSolver.METHOD,
                    found.warmStart());
        }

        Optimal(
                Problem problem,
                double[] x,
                double[] rowMultipliers,
                double[] boundMultipliers,
                int iterations,
                String method,
                WarmStart warmStart) {
            QuadraticProgram program = problem.program();
            this.assets = problem.assets();
            this.weights = program.weights(x);
            this.objective = program.objective(x);
            this.certificate = Certificate.of(program, x, rowMultipliers, boundMultipliers);
            this.shadowPrices = Prices.of(problem, rowMultipliers, boundMultipliers);
            this.activeConstraints = Prices.activeConstraints(problem, x);
            this.iterations = iterations;
            this.method = method;
            this.warmStart = warmStart;
        }

        @Override
        public Optimal orElseThrow() {
            return this;
        }

        /** {@return names of the assets} */
        public List<String> assets() {
            return assets;
        }

        /** {@return the optimal weights, in the order of the assets; the array is the caller's} */
        public double[] weights() {
            return weights.clone();
        }

        /**
         * Returns the weight of an asset.
         *
         * @param asset its name
         * @return its weight
         * @throws InvalidInput if the problem has no such asset
         */
        public double weight(String asset) {
            int index = assets.indexOf(asset);
            InvalidInput.unless(index >= 0, "asset", asset, "one of the problem's");
            return weights[index];
        }

        /** {@return the least value of the objective, constants included} */
        public double objective() {
            return objective;
        }

        /** {@return how far the answer is from the conditions of an optimum} */
        public Certificate certificate() {
            return certificate;
        }

        /** {@return names of the constraints that bind, in the problem's order} */
        public List<String> activeConstraints() {
            return activeConstraints;
        }

        /** {@return the price of every limit that binds, in the problem's order; a box has one for each asset it binds} */
        public List<ShadowPrice> shadowPrices() {
            return shadowPrices;
        }

        /**
         * Returns the price of a constraint: what the objective changes by when all its limits move up by one unit.
         *
         * @param constraint its name
         * @return the sum of the prices of its limits, zero if none binds
         */
        public double shadowPrice(String constraint) {
            return shadowPrices.stream()
                    .filter(price -> price.constraint().equals(constraint))
                    .mapToDouble(ShadowPrice::price)
                    .sum();
        }

        /** {@return how many steps it took} */
        public int iterations() {
            return iterations;
        }

        /** {@return the method that found it} */
        public String method() {
            return method;
        }

        /** {@return objective, weights of the first few assets, binding constraints and the worst residual} */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "optimal %.9g:", objective));
            for (int i = 0; i < Math.min(8, weights.length); i++) {
                text.append(String.format(Locale.ROOT, " %s %.4f", assets.get(i), weights[i]));
            }
            text.append(weights.length > 8 ? " …" : "");
            return text + "; binding " + activeConstraints
                    + String.format(Locale.ROOT, "; KKT residual %.1e", certificate.worst());
        }
    }

    /**
     * No weights satisfy all constraints.
     *
     * @param conflict names of constraints that contradict each other; dropping any one of them ends this contradiction
     * @param relaxations how far each of them would have to give way for a solution to exist
     */
    record Infeasible(List<String> conflict, List<Relaxation> relaxations) implements Solution {

        /** Copies the lists. */
        public Infeasible {
            conflict = List.copyOf(conflict);
            relaxations = List.copyOf(relaxations);
        }

        @Override
        public Optimal orElseThrow() {
            throw new ContradictoryConstraints(conflict);
        }

        /** {@return the contradiction, and what would end it} */
        @Override
        public String toString() {
            return "infeasible: " + conflict + " contradict each other; relax one: " + relaxations;
        }
    }

    /**
     * The objective falls without end.
     *
     * @param assets those whose weights grow without end on the way
     */
    record Unbounded(List<String> assets) implements Solution {

        /** Copies the list. */
        public Unbounded {
            assets = List.copyOf(assets);
        }

        @Override
        public Optimal orElseThrow() {
            throw new io.bondtrader.risk.error.Unbounded("the objective", "bound the weights of " + assets);
        }

        /** {@return which weights grow without end} */
        @Override
        public String toString() {
            return "unbounded: the objective falls for ever as weights of " + assets + " grow";
        }
    }
}
