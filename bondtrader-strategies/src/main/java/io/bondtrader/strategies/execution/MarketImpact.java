package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;

/**
 * How far a trade moves the price against itself.
 *
 * <pre>
 * impact = c σ (face / daily volume)^β
 * </pre>
 *
 * <p>with σ the deviation of the price over a day and β = 1/2 for the square-root law (Torre, <i>BARRA Market Impact Model
 * Handbook</i>, 1997; Almgren, Thum, Hauptmann and Li, <i>Direct Estimation of Equity Market Impact</i>, Risk 18, 2005, find
 * 0.6) or 1 for the linear one (Kyle, Econometrica 53, 1985). Immutable and safe for use by many threads.
 *
 * @param coefficient c, 0 or more; about 1 is usual for the square-root law
 * @param exponent β, above 0 and at most 2
 */
public record MarketImpact(double coefficient, double exponent) {

    /** No impact. */
    public static final MarketImpact NONE = new MarketImpact(0, 1);

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of range
     */
    public MarketImpact {
        Amounts.notNegative("coefficient", coefficient);
        InvalidInput.unless(exponent > 0 && exponent <= 2, "exponent", exponent, "above 0 and at most 2");
    }

    /**
     * Returns the square-root law.
     *
     * @param coefficient c, 0 or more
     * @return the law
     * @throws InvalidInput if it is out of range
     */
    public static MarketImpact squareRoot(double coefficient) {
        return new MarketImpact(coefficient, 0.5);
    }

    /**
     * Returns the linear law.
     *
     * @param coefficient c, 0 or more
     * @return the law
     * @throws InvalidInput if it is out of range
     */
    public static MarketImpact linear(double coefficient) {
        return new MarketImpact(coefficient, 1);
    }

    /**
     * Returns the impact of a trade.
     *
     * @param dailyVolatility σ, deviation of the price per 100 over a day, 0 or more
     * @param participation face over daily volume, 0 or more
     * @return the move against the trade, per 100
     * @throws InvalidInput if a number is out of range
     */
    public double of(double dailyVolatility, double participation) {
        Amounts.notNegative("dailyVolatility", dailyVolatility);
        Amounts.notNegative("participation", participation);
        return coefficient * dailyVolatility * Math.pow(participation, exponent);
    }
}
