package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.RiskBudgeting;
import java.util.Arrays;

/**
 * Sizes to a volatility: one asset, or assets that share the risk by budgets.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param volatility the volatility of wealth to reach, per square root of a year, positive
 * @param largestExposure the most that may be held in all, in fractions of wealth, positive
 */
public record VolatilityTarget(double volatility, double largestExposure) {

    private static final String HELD = "of wealth";

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a number is not positive
     */
    public VolatilityTarget {
        Checks.positive("volatility", volatility);
        Checks.positive("largestExposure", largestExposure);
    }

    /**
     * Sizes one asset: target over forecast, at most the largest exposure.
     *
     * @param forecast the asset's volatility, per square root of a year, positive
     * @return the fraction of wealth to hold
     * @throws InvalidInput if the forecast is not positive
     */
    public SizedPosition size(double forecast) {
        Checks.positive("forecast", forecast);
        double exposure = Math.min(largestExposure, volatility / forecast);
        return new SizedPosition(
                new double[] {exposure},
                HELD,
                new WorstCase(
                        "volatility of wealth if the asset moves twice as much as forecast",
                        2 * exposure * forecast,
                        "per square root of a year",
                        "the size is not changed meanwhile"));
    }

    /**
     * Sizes assets so that each contributes its budget of the risk ({@link RiskBudgeting}) and all together reach the target.
     *
     * @param covariance of returns, per year
     * @param budgets shares of the risk, positive; their sum does not matter
     * @return fractions of wealth to hold
     * @throws InvalidInput if a budget is not positive, or there are more or fewer than assets
     * @throws io.bondtrader.risk.error.ZeroVariance if an asset never moves
     */
    public SizedPosition byRiskBudgets(Covariance covariance, double... budgets) {
        double[] weights = RiskBudgeting.of(covariance, budgets).weights();
        double scale = Math.min(largestExposure, volatility / Math.sqrt(covariance.variance(weights)));
        double[] held = Arrays.stream(weights).map(w -> scale * w).toArray();
        double together = 0;
        for (int i = 0; i < held.length; i++) {
            together += held[i] * covariance.volatility(i);
        }
        return new SizedPosition(
                held,
                HELD,
                new WorstCase(
                        "volatility of wealth if all correlations become one",
                        together,
                        "per square root of a year",
                        "the volatilities as given"));
    }
}
