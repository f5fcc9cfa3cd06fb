package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;

/**
 * The augmented Dickey–Fuller test: the hypothesis is a unit root (the series wanders), a small p-value speaks for a series
 * that comes back.
 *
 * <p>Δy(t) = ρ y(t-1) + Σ γᵢ Δy(t-i) + deterministic terms, by least squares; the statistic is ρ over its standard error.
 * Sources: Said and Dickey, Biometrika 71 (1984); p-values from MacKinnon, <i>Approximate asymptotic distribution functions
 * for unit-root and cointegration tests</i>, Journal of Business and Economic Statistics 12 (1994). Many tests of many
 * series find something: a p-value is of one test, decided on beforehand.
 *
 * @param statistic t-statistic of ρ
 * @param pValue probability of a statistic as low if there is a unit root, from 0 to 1
 * @param lags how many lagged changes were in the regression
 * @param observations how many rows the regression had
 */
public record UnitRootTest(double statistic, double pValue, int lags, int observations) {

    /**
     * Tests about a constant mean.
     *
     * @param series levels, the oldest first
     * @param lags lagged changes, at least 0
     * @return the test
     * @throws InvalidInput if lags are negative or a value is not finite
     * @throws InsufficientHistory if there are fewer than 2 lags + 10 values
     * @throws ZeroVariance if the regression has no error to compare with
     */
    public static UnitRootTest aboutMean(double[] series, int lags) {
        return test(series, lags, 1, MacKinnon.CONSTANT);
    }

    /**
     * Tests about a linear trend.
     *
     * @param series levels, the oldest first
     * @param lags lagged changes, at least 0
     * @return the test
     * @throws InvalidInput if lags are negative or a value is not finite
     * @throws InsufficientHistory if there are fewer than 2 lags + 10 values
     * @throws ZeroVariance if the regression has no error to compare with
     */
    public static UnitRootTest aboutTrend(double[] series, int lags) {
        return test(series, lags, 2, MacKinnon.TREND);
    }

    static UnitRootTest test(double[] series, int lags, int deterministic, MacKinnon distribution) {
        Inputs.length("lags", lags, 0);
        Inputs.series("Augmented Dickey-Fuller test", series, (int) Math.min(Integer.MAX_VALUE, 2L * lags + 10));
        int rows = series.length - 1 - lags;
        double[][] regressors = new double[rows][1 + lags + deterministic];
        double[] changes = new double[rows];
        for (int r = 0; r < rows; r++) {
            int t = r + 1 + lags;
            double[] row = regressors[r];
            changes[r] = series[t] - series[t - 1];
            row[0] = series[t - 1];
            for (int lag = 1; lag <= lags; lag++) {
                row[lag] = series[t - lag] - series[t - lag - 1];
            }
            if (deterministic > 0) {
                row[lags + 1] = 1;
            }
            if (deterministic > 1) {
                row[lags + 2] = (r + 1.0) / rows;
            }
        }
        double statistic = LeastSquares.of("Augmented Dickey-Fuller test", regressors, changes)
                .tStatistic(0);
        return new UnitRootTest(statistic, distribution.pValue(statistic), lags, rows);
    }
}
