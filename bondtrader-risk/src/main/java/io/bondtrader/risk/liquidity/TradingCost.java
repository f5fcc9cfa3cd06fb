package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;

/**
 * What trading costs by size:
 *
 * <pre>
 *   cost(q) = q·(h + k·(q / ADV)^β)
 * </pre>
 *
 * <p>h is half the spread, k the price move of trading a whole day's volume, β the exponent: 1/2 is the square-root law of
 * impact (R. Almgren, C. Thum, E. Hauptmann and H. Li, "Direct estimation of equity market impact", Risk, July 2005, find
 * 0.6).
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param halfSpread h relative to mid, a decimal
 * @param impact k, a decimal
 * @param exponent β, above 0, to 2
 */
public record TradingCost(double halfSpread, double impact, double exponent) {

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of range
     */
    public TradingCost {
        InvalidInput.unless(halfSpread >= 0.0 && halfSpread <= 1.0, "halfSpread", halfSpread, "0 to 1");
        InvalidInput.unless(impact >= 0.0 && impact <= 10.0, "impact", impact, "0 to 10");
        InvalidInput.unless(exponent > 0.0 && exponent <= 2.0, "exponent", exponent, "above 0, to 2");
    }

    /**
     * Returns costs of the spread alone.
     *
     * @param halfSpread h relative to mid, a decimal
     * @return costs without impact
     * @throws InvalidInput if it is out of range
     */
    public static TradingCost ofHalfSpread(double halfSpread) {
        return new TradingCost(halfSpread, 0.0, 1.0);
    }

    /**
     * Returns the cost of one day's trade.
     *
     * @param amount traded in the day, by value in currency, 0 or more
     * @param dailyVolume what trades in a day, by value in currency, positive
     * @return the cost in currency
     * @throws InvalidInput if a number is out of range
     */
    public double of(double amount, double dailyVolume) {
        InvalidInput.unless(amount >= 0.0 && amount < Double.POSITIVE_INFINITY, "amount", amount, "0 or more");
        InvalidInput.unless(
                dailyVolume > 0.0 && dailyVolume < Double.POSITIVE_INFINITY, "dailyVolume", dailyVolume, "positive");
        return amount * (halfSpread + impact * Math.pow(amount / dailyVolume, exponent));
    }
}
