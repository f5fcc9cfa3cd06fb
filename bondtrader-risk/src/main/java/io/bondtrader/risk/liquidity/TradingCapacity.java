package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;

/**
 * How much of a security can be traded in a day without being the market.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param dailyVolume what trades in a day, by value in currency, positive
 * @param participation the share of it that one may be, above 0, to 1
 */
public record TradingCapacity(double dailyVolume, double participation) {

    /**
     * Checks the capacity.
     *
     * @throws InvalidInput if a number is out of range
     */
    public TradingCapacity {
        InvalidInput.unless(
                dailyVolume > 0.0 && dailyVolume < Double.POSITIVE_INFINITY, "dailyVolume", dailyVolume, "positive");
        InvalidInput.unless(
                participation > 0.0 && participation <= 1.0, "participation", participation, "above 0, to 1");
    }

    /** {@return what can be traded in a day, by value in currency} */
    public double perDay() {
        return dailyVolume * participation;
    }

    /**
     * Returns how long a position takes to leave.
     *
     * @param value of the position, in currency; its sign does not matter
     * @return trading days, with a fraction for a day that is not used up
     * @throws InvalidInput if the value is not finite
     */
    public double daysToLiquidate(double value) {
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        return Math.abs(value) / perDay();
    }

    /**
     * Returns how much of a position is gone by a horizon.
     *
     * @param value of the position, in currency; its sign does not matter
     * @param days trading days, 0 or more
     * @return the share, 0 to 1; 1 for no position
     * @throws InvalidInput if a number is out of range
     */
    public double shareLiquidated(double value, double days) {
        InvalidInput.unless(days >= 0.0 && days < Double.POSITIVE_INFINITY, "days", days, "0 or more");
        double needed = daysToLiquidate(value);
        return needed <= days ? 1.0 : days / needed;
    }
}
