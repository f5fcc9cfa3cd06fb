package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;

/**
 * The Engle–Granger test of a pair: y on x and a constant by least squares, then whether the residual comes back. The
 * hypothesis is that it wanders; a small p-value speaks for a pair.
 *
 * <p>Source: Engle and Granger, Econometrica 55 (1987); p-values for two series from MacKinnon (1994). The hedge ratio is
 * of the whole sample: fit it on the past of what it is traded on.
 *
 * @param hedgeRatio units of x against one of y
 * @param constant the rest of y
 * @param statistic of the Dickey–Fuller regression of the residual
 * @param pValue probability of a statistic as low without a common path, from 0 to 1
 * @param lags how many lagged changes that regression had
 */
public record Cointegration(double hedgeRatio, double constant, double statistic, double pValue, int lags) {

    /**
     * Tests a pair.
     *
     * @param y levels of what is hedged, the oldest first
     * @param x levels of the hedge at the same times
     * @param lags lagged changes of the residual, at least 0
     * @return the test
     * @throws InvalidInput if lengths differ, lags are negative or a value is not finite
     * @throws InsufficientHistory if there are fewer than 2 lags + 10 values
     * @throws ZeroVariance if x never moves, or y follows it without error
     */
    public static Cointegration test(double[] y, double[] x, int lags) {
        Inputs.sameLength(y, x);
        Inputs.series("Engle-Granger test", y, 10);
        Inputs.series("Engle-Granger test", x, 10);
        double[][] regressors = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            regressors[t] = new double[] {x[t], 1};
        }
        LeastSquares pair = LeastSquares.of("Engle-Granger test", regressors, y);
        pair.tStatistic(0);
        UnitRootTest residual = UnitRootTest.test(pair.residuals(), lags, 0, MacKinnon.COINTEGRATION);
        return new Cointegration(
                pair.coefficient(0), pair.coefficient(1), residual.statistic(), residual.pValue(), lags);
    }
}
