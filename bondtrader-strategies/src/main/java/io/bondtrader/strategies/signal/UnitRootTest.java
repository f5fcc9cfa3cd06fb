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

    /**
     * Tests about a constant mean with as many lags as an information criterion chooses. Regressions of all lags are compared
     * on the same rows; the chosen one is then run on all of its own.
     *
     * @param series levels, the oldest first
     * @param mostLags the most lagged changes to consider, at least 0
     * @param choice the criterion
     * @return the test; its p-value knows nothing of the choice
     * @throws InvalidInput if lags are negative or a value is not finite
     * @throws InsufficientHistory if there are fewer than 2 lags + 10 values
     * @throws ZeroVariance if a regression has no error to compare with
     */
    public static UnitRootTest aboutMean(double[] series, int mostLags, LagChoice choice) {
        return aboutMean(series, bestLags(series, mostLags, 1, choice));
    }

    /**
     * Tests about a linear trend with as many lags as an information criterion chooses.
     *
     * @param series levels, the oldest first
     * @param mostLags the most lagged changes to consider, at least 0
     * @param choice the criterion
     * @return the test; its p-value knows nothing of the choice
     * @throws InvalidInput if lags are negative or a value is not finite
     * @throws InsufficientHistory if there are fewer than 2 lags + 10 values
     * @throws ZeroVariance if a regression has no error to compare with
     */
    public static UnitRootTest aboutTrend(double[] series, int mostLags, LagChoice choice) {
        return aboutTrend(series, bestLags(series, mostLags, 2, choice));
    }

    private static int bestLags(double[] series, int mostLags, int deterministic, LagChoice choice) {
        requireEnough(series, mostLags);
        int rows = series.length - 1 - mostLags;
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int lags = 0; lags <= mostLags; lags++) {
            double squares = regress(series, lags, mostLags, deterministic).squares();
            double criterion = choice.criterion(squares, rows, 1 + lags + deterministic);
            if (criterion < least) {
                least = criterion;
                best = lags;
            }
        }
        return best;
    }

    static UnitRootTest test(double[] series, int lags, int deterministic, MacKinnon distribution) {
        requireEnough(series, lags);
        double statistic = regress(series, lags, lags, deterministic).tStatistic(0);
        return new UnitRootTest(statistic, distribution.pValue(statistic), lags, series.length - 1 - lags);
    }

    private static void requireEnough(double[] series, int lags) {
        Inputs.length("lags", lags, 0);
        Inputs.series("Augmented Dickey-Fuller test", series, (int) Math.min(Integer.MAX_VALUE, 2L * lags + 10));
    }

    /** Rows start after {@code leave} changes, of which the newest {@code lags} explain. */
    private static LeastSquares regress(double[] series, int lags, int leave, int deterministic) {
        int rows = series.length - 1 - leave;
        double[][] regressors = new double[rows][1 + lags + deterministic];
        double[] changes = new double[rows];
        for (int r = 0; r < rows; r++) {
            int t = r + 1 + leave;
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
        return LeastSquares.of("Augmented Dickey-Fuller test", regressors, changes);
    }
}
