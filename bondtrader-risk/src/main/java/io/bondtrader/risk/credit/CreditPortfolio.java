package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.distributed.PartitionedWork;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Rated positions whose ratings move together: an issuer's rating at the horizon is read off its asset return, and asset
 * returns are correlated normals.
 *
 * <pre>
 *   state j if Z_(j+1) &lt; r ≤ Z_j,      N(Z_j) = probability of state j or worse
 * </pre>
 *
 * <p>Source: J.P. Morgan, CreditMetrics Technical Document, 1997, chapters 8 and 10.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CreditPortfolio {

    /** Paths that share a random stream; what a path draws does not depend on the number of threads. */
    private static final int BLOCK = 2_048;

    private static final int MOST_PATHS = 100_000_000;

    private final List<RatedExposure> exposures;
    private final double[][] thresholds; // by exposure: upper bounds of states from default up to the second best
    private final double[][] values; // by exposure: default first
    private final double[][] factor; // lower triangle of the correlation's root

    private CreditPortfolio(
            List<RatedExposure> exposures, double[][] thresholds, double[][] values, double[][] factor) {
        this.exposures = exposures;
        this.thresholds = thresholds;
        this.values = values;
        this.factor = factor;
    }

    /**
     * Returns a portfolio.
     *
     * @param exposures the positions, one for each issuer
     * @param matrix transitions until the horizon
     * @param assetCorrelation of the issuers' asset returns, in the order of the exposures; only correlations count
     * @return the portfolio
     * @throws InvalidInput if there is no exposure, one does not fit the matrix, or the correlation has another size
     * @throws NotPositiveSemidefinite if the correlation is none
     */
    public static CreditPortfolio of(
            List<RatedExposure> exposures, TransitionMatrix matrix, Covariance assetCorrelation) {
        int n = exposures.size();
        InvalidInput.unless(n > 0, "exposures", exposures, "at least one");
        InvalidInput.unless(assetCorrelation.size() == n, "assetCorrelation", assetCorrelation.size(), "of size " + n);
        assetCorrelation.requirePositiveSemidefinite();
        double[][] thresholds = new double[n][];
        double[][] values = new double[n][];
        for (int i = 0; i < n; i++) {
            RatedExposure exposure = exposures.get(i);
            ValueDistribution.requireStates(exposure, matrix);
            thresholds[i] = thresholds(matrix.row(exposure.rating()));
            int states = exposure.values().size();
            values[i] = new double[states];
            for (int j = 0; j < states; j++) {
                values[i][j] = exposure.values().get(states - 1 - j);
            }
        }
        return new CreditPortfolio(List.copyOf(exposures), thresholds, values, root(assetCorrelation));
    }

    /**
     * Returns a portfolio whose issuers all share one correlation.
     *
     * @param exposures the positions, one for each issuer
     * @param matrix transitions until the horizon
     * @param assetCorrelation of any two issuers, 0 to 1
     * @return the portfolio
     * @throws InvalidInput if there is no exposure, one does not fit the matrix, or the correlation is out of range
     */
    public static CreditPortfolio of(List<RatedExposure> exposures, TransitionMatrix matrix, double assetCorrelation) {
        InvalidInput.unless(
                assetCorrelation >= 0.0 && assetCorrelation <= 1.0, "assetCorrelation", assetCorrelation, "0 to 1");
        int n = exposures.size();
        double[][] correlations = new double[n][n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1.0);
        for (int i = 0; i < n; i++) {
            Arrays.fill(correlations[i], assetCorrelation);
            correlations[i][i] = 1.0;
        }
        List<String> names = exposures.stream().map(RatedExposure::name).toList();
        return of(exposures, matrix, Covariance.ofCorrelations(names, ones, correlations));
    }

    private static double[] thresholds(List<Double> row) {
        int states = row.size();
        double[] thresholds = new double[states - 1];
        double worse = 0.0;
        for (int j = 0; j < states - 1; j++) {
            worse = Math.min(1.0, worse + row.get(states - 1 - j));
            thresholds[j] = StandardNormal.quantile(worse);
        }
        return thresholds;
    }

    /** Cholesky's root, with zeros for what depends on the names before. */
    private static double[][] root(Covariance covariance) {
        int n = covariance.size();
        double[][] root = new double[n][];
        for (int i = 0; i < n; i++) {
            root[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double scale = covariance.volatility(i) * covariance.volatility(j);
                InvalidInput.unless(scale > 0.0, "variance of an asset return", scale, "positive");
                double sum = covariance.get(i, j) / scale;
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = Math.sqrt(Math.max(0.0, sum));
                } else {
                    root[i][j] = root[j][j] > 1e-8 ? sum / root[j][j] : 0.0;
                }
            }
        }
        return root;
    }

    /**
     * Simulates the value of the portfolio at the horizon. Recovery is taken at its expected value, and its uncertainty is
     * drawn as a normal deviate for each default if an exposure has any.
     *
     * @param paths how many, 1 to 100,000,000
     * @param seed of the random numbers; the same seed gives the same values on any number of threads
     * @param parallelism on how many threads
     * @return the distribution
     * @throws InvalidInput if the number of paths is out of range
     * @throws CancellationException if the work is called off
     */
    public ValueDistribution simulate(int paths, long seed, Parallelism parallelism) {
        InvalidInput.unless(paths >= 1 && paths <= MOST_PATHS, "paths", paths, "1 to " + MOST_PATHS);
        double[] totals = new double[paths];
        parallelism.forEachChunk(paths, BLOCK, (chunk, from, to) -> {
            SplittableRandom random = new SplittableRandom(PartitionedWork.seedOf(seed, chunk));
            double[] draws = new double[exposures.size()];
            for (int path = from; path < to; path++) {
                for (int i = 0; i < draws.length; i++) {
                    draws[i] = random.nextGaussian();
                }
                totals[path] = value(draws, random);
            }
        });
        return ValueDistribution.ofSamples(totals);
    }

    private double value(double[] draws, SplittableRandom random) {
        double total = 0.0;
        for (int i = 0; i < draws.length; i++) {
            double[] weights = factor[i];
            double assetReturn = 0.0;
            for (int k = 0; k <= i; k++) {
                assetReturn += weights[k] * draws[k];
            }
            double[] bounds = thresholds[i];
            int state = 0;
            while (state < bounds.length && assetReturn > bounds[state]) {
                state++;
            }
            total += values[i][state];
            double deviation = exposures.get(i).recoveryDeviation();
            if (state == 0 && deviation > 0.0) {
                total += deviation * random.nextGaussian();
            }
        }
        return total;
    }

    /** {@return the positions} */
    public List<RatedExposure> exposures() {
        return exposures;
    }

    @Override
    public String toString() {
        return "CreditPortfolio[" + exposures.size() + " exposures]";
    }
}
