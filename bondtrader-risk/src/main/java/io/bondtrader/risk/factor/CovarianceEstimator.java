package io.bondtrader.risk.factor;

import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;

/**
 * Estimates a covariance from moves. Own estimators implement it; the library's come from the factories.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
@FunctionalInterface
public interface CovarianceEstimator {

    /**
     * Estimates.
     *
     * @param moves the sample, the oldest first
     * @return the covariance per horizon of the moves, and how it came about
     * @throws InsufficientHistory if the sample is too short
     * @throws ZeroVariance if the method divides by the volatility of a factor that never moves
     */
    CovarianceEstimate estimate(FactorMoves moves);

    /**
     * Returns the sample covariance about the sample mean, divided by T - 1.
     *
     * @return the estimator
     */
    static CovarianceEstimator sample() {
        return moves -> SampleCovariance.aroundMean(moves);
    }

    /**
     * Returns the sample covariance about zero, divided by T: means of daily moves are mostly noise.
     *
     * @return the estimator
     */
    static CovarianceEstimator aroundZero() {
        return moves -> SampleCovariance.aroundZero(moves);
    }

    /**
     * Returns exponentially weighted covariance about zero, weights adding up to one.
     *
     * <p>Source: J.P. Morgan and Reuters, <i>RiskMetrics Technical Document</i>, 4th edition (1996), 5.2.
     *
     * @param decay weight of a day against the next, between 0 and 1, such as 0.94
     * @return the estimator
     * @throws io.bondtrader.core.error.InvalidInput if the decay is out of range
     */
    static CovarianceEstimator exponential(double decay) {
        return SampleCovariance.exponential(decay);
    }

    /**
     * Returns the sample covariance shrunk to a multiple of the identity by the amount that minimises the expected error.
     *
     * <p>Source: Ledoit and Wolf, <i>A well-conditioned estimator for large-dimensional covariance matrices</i>, Journal of
     * Multivariate Analysis 88 (2004). Moments are divided by T.
     *
     * @return the estimator
     */
    static CovarianceEstimator ledoitWolf() {
        return ShrunkCovariance::ledoitWolf;
    }

    /**
     * Returns the oracle approximating shrinkage to a multiple of the identity, optimal for normal moves.
     *
     * <p>Source: Chen, Wiesel, Eldar and Hero, <i>Shrinkage algorithms for MMSE covariance estimation</i>, IEEE Transactions
     * on Signal Processing 58 (2010), eq. 23.
     *
     * @return the estimator
     */
    static CovarianceEstimator oracleApproximating() {
        return ShrunkCovariance::oracleApproximating;
    }

    /**
     * Returns the sample covariance shrunk to one in which all correlations are their average.
     *
     * <p>Source: Ledoit and Wolf, <i>Honey, I shrunk the sample covariance matrix</i>, Journal of Portfolio Management 30
     * (2004), appendix; the sample covariance is divided by T - 1, the moments behind the weights by T.
     *
     * @return the estimator
     */
    static CovarianceEstimator constantCorrelation() {
        return ShrunkCovariance::constantCorrelation;
    }

    /**
     * Returns the covariance of a factor model: the leading principal components, and what they leave of each variance on
     * the diagonal.
     *
     * @param components number of components, 1 or more
     * @return the estimator
     * @throws io.bondtrader.core.error.InvalidInput if the number is not positive
     */
    static CovarianceEstimator factorModel(int components) {
        return PrincipalComponents.estimator(components);
    }
}
