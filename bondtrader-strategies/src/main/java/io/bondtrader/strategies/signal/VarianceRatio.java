package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Variance of q-period changes over q times that of one-period changes: 1 for a random walk, below for a series that comes
 * back, above for one that trends.
 *
 * <p>Source: Lo and MacKinlay, <i>Stock market prices do not follow random walks</i>, Review of Financial Studies 1 (1988):
 * overlapping changes, unbiased variances, and the statistic that holds under changing volatility.
 *
 * @param ratio the variance ratio
 * @param statistic its distance from 1 in robust standard errors, about standard normal for a random walk
 * @param pValue probability of a statistic as far from 0 either way, from 0 to 1
 * @param periods q
 */
public record VarianceRatio(double ratio, double statistic, double pValue, int periods) {

    /**
     * Tests a series.
     *
     * @param levels levels (log prices, yields), the oldest first
     * @param periods q, at least 2
     * @return the test
     * @throws InvalidInput if there are too few periods or a value is not finite
     * @throws InsufficientHistory if there are fewer than 2q + 10 values
     * @throws ZeroVariance if all changes are the same
     */
    public static VarianceRatio test(double[] levels, int periods) {
        Inputs.length("periods", periods, 2);
        Inputs.series("Variance ratio", levels, 2 * periods + 10);
        int n = levels.length - 1;
        double mean = (levels[n] - levels[0]) / n;
        double[] squares = new double[n];
        double one = 0;
        double size = 0;
        for (int t = 0; t < n; t++) {
            double deviation = levels[t + 1] - levels[t] - mean;
            squares[t] = deviation * deviation;
            one += squares[t];
            size += levels[t] * levels[t];
        }
        if (!(one > 1e-28 * size)) {
            throw new ZeroVariance("series", "the variance ratio");
        }
        double many = 0;
        for (int t = periods; t <= n; t++) {
            double deviation = levels[t] - levels[t - periods] - periods * mean;
            many += deviation * deviation;
        }
        double rows = (double) periods * (n - periods + 1) * (1 - (double) periods / n);
        double ratio = many / rows / (one / (n - 1));
        double variance = 0;
        for (int lag = 1; lag < periods; lag++) {
            double products = 0;
            for (int t = lag; t < n; t++) {
                products += squares[t] / one * (squares[t - lag] / one);
            }
            double weight = 2 * (1 - (double) lag / periods);
            variance += weight * weight * n * products;
        }
        double statistic = Math.sqrt(n) * (ratio - 1) / Math.sqrt(variance);
        if (!Double.isFinite(statistic)) {
            throw new ZeroVariance("series", "the variance ratio");
        }
        double pValue = 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(statistic));
        return new VarianceRatio(ratio, statistic, pValue, periods);
    }
}
