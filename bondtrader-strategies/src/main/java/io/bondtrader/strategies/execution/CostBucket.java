package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;

/**
 * Costs of bonds up to a remaining life.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param upToYears longest remaining life, inclusive, positive
 * @param halfSpread from the middle to the bid or the offer, per 100 face, 0 or more
 * @param dailyVolume face of one such bond that trades in a day, positive
 * @param dailyVolatility standard deviation of its price per 100 over a day, 0 or more
 */
public record CostBucket(double upToYears, double halfSpread, double dailyVolume, double dailyVolatility) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one is out of range
     */
    public CostBucket {
        Amounts.positive("upToYears", upToYears);
        Amounts.notNegative("halfSpread", halfSpread);
        Amounts.positive("dailyVolume", dailyVolume);
        Amounts.notNegative("dailyVolatility", dailyVolatility);
    }
}
