package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * Value-at-risk with what leaving the position costs on top.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param marketRisk loss by prices, in currency
 * @param liquidityCost what leaving costs, in currency
 */
public record LiquidityAdjustedVar(double marketRisk, double liquidityCost) {

    /**
     * Checks the parts.
     *
     * @throws InvalidInput if one is not finite, or the cost negative
     */
    public LiquidityAdjustedVar {
        InvalidInput.unless(Double.isFinite(marketRisk), "marketRisk", marketRisk, "finite");
        InvalidInput.unless(
                liquidityCost >= 0.0 && liquidityCost < Double.POSITIVE_INFINITY,
                "liquidityCost",
                liquidityCost,
                "0 or more");
    }

    /**
     * Returns the measure by log returns and an exogenous spread.
     *
     * <pre>
     *   LVaR = V·(1 − e^(−z·σ)) + ½·V·(μ + a·s)
     * </pre>
     *
     * @param value of the position at mid, in currency, positive
     * @param volatility σ of log returns over the horizon, a decimal
     * @param quantile z, such as 2.33 for 99 %
     * @param spread the spread and how it widens
     * @return the parts
     * @throws InvalidInput if a number is out of range
     */
    public static LiquidityAdjustedVar of(double value, double volatility, double quantile, SpreadRisk spread) {
        InvalidInput.unless(value > 0.0 && value < Double.POSITIVE_INFINITY, "value", value, "positive");
        InvalidInput.unless(volatility >= 0.0 && volatility <= 10.0, "volatility", volatility, "0 to 10");
        InvalidInput.unless(quantile >= 0.0 && quantile <= 40.0, "quantile", quantile, "0 to 40");
        return new LiquidityAdjustedVar(-value * Math.expm1(-quantile * volatility), spread.cost(value));
    }

    /** {@return both together, in currency} */
    public double total() {
        return marketRisk + liquidityCost;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "LVaR %.2f = market %.2f + liquidity %.2f", total(), marketRisk, liquidityCost);
    }
}
