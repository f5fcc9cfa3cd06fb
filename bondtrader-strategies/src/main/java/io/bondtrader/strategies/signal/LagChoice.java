package io.bondtrader.strategies.signal;

import io.bondtrader.risk.error.ZeroVariance;

/**
 * How many lags a regression should have: the fewest that explain enough. With n rows, k coefficients and a sum S of squared
 * residuals, what is least is
 *
 * <pre>
 *   AIC   n ln(S/n) + 2 k
 *   BIC   n ln(S/n) + k ln n
 * </pre>
 *
 * <p>Sources: Akaike, IEEE Transactions on Automatic Control 19 (1974); Schwarz, Annals of Statistics 6 (1978).
 */
public enum LagChoice {

    /** Akaike's: forecasts best, keeps more lags. */
    AIC,

    /** Schwarz's, the Bayesian one: finds the true lags in long series, keeps fewer. */
    BIC;

    double criterion(double squares, int rows, int coefficients) {
        if (!(squares > 0)) {
            throw new ZeroVariance("series", "the choice of lags");
        }
        double price = this == AIC ? 2 : Math.log(rows);
        return rows * Math.log(squares / rows) + price * coefficients;
    }

    /**
     * Returns how many lags are worth a look, 12 (n/100)^¼ rounded up (Schwert, Journal of Business and Economic Statistics 7,
     * 1989), at most as many as a test of so many values takes.
     *
     * @param values the length of the series, at least 10
     * @return the most lags to consider
     * @throws io.bondtrader.core.error.InvalidInput if there are fewer than ten values
     */
    public static int mostLags(int values) {
        Inputs.length("values", values, 10);
        return Math.min((int) Math.ceil(12 * Math.pow(values / 100.0, 0.25)), (values - 10) / 2);
    }
}
