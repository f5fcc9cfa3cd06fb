package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.distributed.PartitionedWork;
import io.bondtrader.risk.distributed.WorkEngine;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.risk.internal.LowerTriangle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Simulation of factor moves and full revaluation of a book under each.
 *
 * <p>Paths are drawn in partitions of a thousand, each from a seed of its own: the same settings give the same bits on any
 * number of threads and on any engine. Moves have mean zero. Immutable and safe for use by many threads.
 */
public final class MonteCarlo {

    /** Paths of a partition: whole antithetic pairs. */
    static final int PARTITION = 1_024;

    /** How correlated moves are made of independent ones. */
    public enum Factorisation {
        /** By the Cholesky root of the covariance, which must be positive definite but for rounding. */
        CHOLESKY,
        /** By principal components, the strongest first; fewer of them make a factor model. */
        PRINCIPAL_COMPONENTS
    }

    /** Where uniform numbers come from. */
    public enum Sampling {
        /** Pseudo-random numbers. */
        PSEUDO_RANDOM,
        /** Pseudo-random numbers, each path followed by its mirror image. */
        ANTITHETIC,
        /** Sobol's sequence in the order of factors or components, moved by a random shift (Cranley and Patterson). */
        SOBOL
    }

    private final int paths;
    private final long seed;
    private final Sampling sampling;
    private final Factorisation factorisation;
    private final int components; // 0 for all
    private final double degreesOfFreedom; // infinite for normal moves
    private final @Nullable FactorMoves marginals;

    private MonteCarlo(Builder builder) {
        this.paths = builder.paths;
        this.seed = builder.seed;
        this.sampling = builder.sampling;
        this.factorisation = builder.factorisation;
        this.components = builder.components;
        this.degreesOfFreedom = builder.degreesOfFreedom;
        this.marginals = builder.marginals;
    }

    /**
     * Returns a builder of a simulation of normal moves.
     *
     * @param paths number of paths, 2 or more
     * @param seed where random numbers start
     * @return the builder
     * @throws InvalidInput if there are too few paths
     */
    public static Builder paths(int paths, long seed) {
        InvalidInput.unless(paths >= 2, "paths", paths, "2 or more");
        return new Builder(paths, seed);
    }

    /** {@return the number of paths} */
    public int paths() {
        return paths;
    }

    /**
     * Simulates on the threads of this machine.
     *
     * @param book the book
     * @param covariance of at least the book's factors, per horizon; exchange rates by relative moves
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what each position earns on each path; for many paths, group the book first
     * @throws MissingData if there is no covariance of a factor
     * @throws InvalidInput if a path has no finite value
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     */
    public PnlVectors simulate(ScenarioBook book, Covariance covariance, Parallelism parallelism) {
        return simulate(book, covariance, WorkEngine.onThreads(parallelism));
    }

    /**
     * Simulates on an engine.
     *
     * @param book the book
     * @param covariance of at least the book's factors, per horizon; exchange rates by relative moves
     * @param engine runs the partitions
     * @return what each position earns on each path
     * @throws MissingData if there is no covariance of a factor
     * @throws InvalidInput if a path has no finite value
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     */
    public PnlVectors simulate(ScenarioBook book, Covariance covariance, WorkEngine engine) {
        MovePaths moves = movePaths(ParametricModel.ofFactors(covariance, book.factors()));
        ReturnKind[] kinds = book.simulatedKinds();
        int partitions = (paths + PARTITION - 1) / PARTITION;
        int total = paths;
        List<double[][]> parts = engine.run(new PartitionedWork<>("Monte Carlo", partitions, partition -> {
            int from = partition * PARTITION;
            int count = Math.min(PARTITION, total - from);
            double[][] pnl = new double[book.positions().size()][count];
            book.fill(moves.draw(partition, count), kinds, pnl, Parallelism.callingThread());
            return pnl;
        }));
        double[][] pnl = new double[book.positions().size()][paths];
        for (int part = 0; part < partitions; part++) {
            double[][] own = parts.get(part);
            for (int p = 0; p < pnl.length; p++) {
                System.arraycopy(own[p], 0, pnl[p], part * PARTITION, own[p].length);
            }
        }
        return PnlVectors.owning(
                describe(),
                book.positions(),
                IntStream.rangeClosed(1, paths).mapToObj(path -> "path " + path).toList(),
                pnl);
    }

    /**
     * Draws moves without valuing anything.
     *
     * @param covariance of the factors, per horizon
     * @return a row for each path, a move for each factor
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     */
    public double[][] moves(Covariance covariance) {
        MovePaths source = movePaths(covariance);
        double[][] all = new double[paths][];
        for (int from = 0, partition = 0; from < paths; from += PARTITION, partition++) {
            double[][] part = source.draw(partition, Math.min(PARTITION, paths - from));
            System.arraycopy(part, 0, all, from, part.length);
        }
        return all;
    }

    private MovePaths movePaths(Covariance covariance) {
        Covariance used = marginals == null ? covariance : correlations(covariance);
        double[][] root = switch (factorisation) {
            case CHOLESKY -> LowerTriangle.of(used.requirePositiveSemidefinite().toArray());
            case PRINCIPAL_COMPONENTS -> componentRoot(used);
        };
        return new MovePaths(root, sampling, seed, degreesOfFreedom, sortedMarginals(covariance.names()));
    }

    private static Covariance correlations(Covariance covariance) {
        int n = covariance.size();
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = covariance.correlation(i, j);
            }
        }
        return Covariance.of(covariance.names(), rows);
    }

    /** By factor, one column a component. */
    private double[][] componentRoot(Covariance covariance) {
        PrincipalComponents all = PrincipalComponents.of(covariance);
        int count = components == 0 ? all.count() : components;
        InvalidInput.unless(count <= all.count(), "components", count, "at most the number of factors, " + all.count());
        double[][] root = new double[covariance.size()][count];
        for (int c = 0; c < count; c++) {
            double[] move = all.move(c);
            for (int i = 0; i < root.length; i++) {
                root[i][c] = move[i];
            }
        }
        return root;
    }

    private double @Nullable [][] sortedMarginals(List<String> factors) {
        if (marginals == null) {
            return null;
        }
        double[][] sorted = new double[factors.size()][];
        for (int i = 0; i < sorted.length; i++) {
            int column = marginals.factors().indexOf(factors.get(i));
            if (column < 0) {
                throw new MissingData("past moves of factor " + factors.get(i) + " for its marginal distribution");
            }
            sorted[i] = marginals.ofFactor(column);
            Arrays.sort(sorted[i]);
        }
        return sorted;
    }

    private String describe() {
        String law = Double.isInfinite(degreesOfFreedom)
                ? "normal"
                : String.format(Locale.ROOT, "Student t(%s)", degreesOfFreedom);
        return String.format(
                Locale.ROOT,
                "Monte Carlo, %s %s, %s%s, %s, seed %d",
                law,
                marginals == null ? "moves" : "copula of historical marginals",
                factorisation,
                components == 0 ? "" : " " + components,
                sampling,
                seed);
    }

    /** {@return the settings} */
    @Override
    public String toString() {
        return "MonteCarlo[" + paths + " paths, " + describe() + "]";
    }

    /** Settings of a {@link MonteCarlo}: normal moves by Cholesky from pseudo-random numbers unless told otherwise. */
    public static final class Builder {

        private final int paths;
        private final long seed;
        private Sampling sampling = Sampling.PSEUDO_RANDOM;
        private Factorisation factorisation = Factorisation.CHOLESKY;
        private int components;
        private double degreesOfFreedom = Double.POSITIVE_INFINITY;
        private @Nullable FactorMoves marginals;

        private Builder(int paths, long seed) {
            this.paths = paths;
            this.seed = seed;
        }

        /**
         * Sets where uniform numbers come from.
         *
         * @param source the source
         * @return this
         */
        public Builder sampling(Sampling source) {
            sampling = Objects.requireNonNull(source);
            return this;
        }

        /**
         * Draws moves by principal components.
         *
         * @param count how many of them, 0 for all
         * @return this
         * @throws InvalidInput if the number is negative
         */
        public Builder principalComponents(int count) {
            InvalidInput.unless(count >= 0, "components", count, "0 or more");
            factorisation = Factorisation.PRINCIPAL_COMPONENTS;
            components = count;
            return this;
        }

        /**
         * Draws moves of Student's multivariate t with the same covariance.
         *
         * @param degrees degrees of freedom, above 2
         * @return this
         * @throws InvalidInput if there are too few
         */
        public Builder studentT(double degrees) {
            InvalidInput.unless(degrees > 2, "degreesOfFreedom", degrees, "above 2");
            degreesOfFreedom = degrees;
            return this;
        }

        /**
         * Keeps the dependence of moves (normal, or Student's t) and draws each factor from its own past moves: a copula with
         * empirical marginals. The covariance gives the correlations only.
         *
         * @param history past moves of the factors
         * @return this
         */
        public Builder historicalMarginals(FactorMoves history) {
            marginals = Objects.requireNonNull(history);
            return this;
        }

        /** {@return the simulation} */
        public MonteCarlo build() {
            return new MonteCarlo(this);
        }
    }
}
