package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;

/**
 * The KPSS test: the hypothesis is a stationary series, a large statistic speaks against it. It is the other side of
 * {@link UnitRootTest}; a series worth trading for its return to the mean passes both.
 *
 * <p>η = Σ S(t)² / (n² s²), where S are partial sums of residuals and s² is their long-run variance with Bartlett weights.
 * Source: Kwiatkowski, Phillips, Schmidt and Shin, Journal of Econometrics 54 (1992), equation 13 and table 1.
 *
 * @param statistic η
 * @param pValue between the points of table 1 by straight lines; 0.10 stands for at least 0.10, 0.01 for at most 0.01
 * @param lags how many autocovariances the long-run variance has
 */
public record StationarityTest(double statistic, double pValue, int lags) {

    private static final double[] PROBABILITIES = {0.10, 0.05, 0.025, 0.01};

    /**
     * Tests about a constant mean.
     *
     * @param series levels, the oldest first, at least 10
     * @param lags autocovariances, from 0 to one below the length
     * @return the test
     * @throws InvalidInput if lags are out of range or a value is not finite
     * @throws InsufficientHistory if there are fewer than 10 values
     * @throws ZeroVariance if the series never moves
     */
    public static StationarityTest aboutMean(double[] series, int lags) {
        return test(series, lags, false, 0.347, 0.463, 0.574, 0.739);
    }

    /**
     * Tests about a linear trend.
     *
     * @param series levels, the oldest first, at least 10
     * @param lags autocovariances, from 0 to one below the length
     * @return the test
     * @throws InvalidInput if lags are out of range or a value is not finite
     * @throws InsufficientHistory if there are fewer than 10 values
     * @throws ZeroVariance if the series does not leave its trend
     */
    public static StationarityTest aboutTrend(double[] series, int lags) {
        return test(series, lags, true, 0.119, 0.146, 0.176, 0.216);
    }

    private static StationarityTest test(double[] series, int lags, boolean trend, double... critical) {
        int n = Inputs.series("KPSS test", series, 10).length;
        InvalidInput.unless(lags >= 0 && lags < n, "lags", lags, "from 0 to one below the length, " + n);
        double[][] regressors = new double[n][];
        for (int t = 0; t < n; t++) {
            regressors[t] = trend ? new double[] {1, (t + 1.0) / n} : new double[] {1};
        }
        double[] residuals = LeastSquares.of("KPSS test", regressors, series).residuals();
        double partial = 0;
        double partialSquares = 0;
        double size = 0;
        for (int t = 0; t < n; t++) {
            partial += residuals[t];
            partialSquares += partial * partial;
            size += series[t] * series[t];
        }
        double longRun = autocovariance(residuals, 0);
        if (!(longRun > 1e-28 * size)) {
            throw new ZeroVariance("series", "the KPSS test");
        }
        for (int lag = 1; lag <= lags; lag++) {
            longRun += 2 * (1 - lag / (lags + 1.0)) * autocovariance(residuals, lag);
        }
        double statistic = partialSquares / ((double) n * longRun);
        if (!Double.isFinite(statistic) || statistic < 0) {
            throw new ZeroVariance("series", "the KPSS test");
        }
        return new StationarityTest(statistic, pValue(statistic, critical), lags);
    }

    private static double autocovariance(double[] residuals, int lag) {
        double sum = 0;
        for (int t = lag; t < residuals.length; t++) {
            sum += residuals[t] * residuals[t - lag];
        }
        return sum;
    }

    private static double pValue(double statistic, double[] critical) {
        if (statistic <= critical[0]) {
            return PROBABILITIES[0];
        }
        for (int i = 1; i < critical.length; i++) {
            if (statistic <= critical[i]) {
                double share = (statistic - critical[i - 1]) / (critical[i] - critical[i - 1]);
                return PROBABILITIES[i - 1] + share * (PROBABILITIES[i] - PROBABILITIES[i - 1]);
            }
        }
        return PROBABILITIES[critical.length - 1];
    }
}
