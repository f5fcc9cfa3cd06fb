package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;

/** What a trade costs against the middle of the market. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface SpreadCost {

    /**
     * Returns the distance of the price from the middle of the market.
     *
     * @param security its identifier
     * @param side which way
     * @return price points per 100, 0 or more
     */
    double halfSpread(String security, Side side);

    /**
     * Returns a cost that is the same for everything.
     *
     * @param per100 price points per 100, 0 or more
     * @return the cost
     * @throws InvalidInput if it is negative or not finite
     */
    static SpreadCost constant(double per100) {
        InvalidInput.unless(per100 >= 0 && per100 <= 100, "half spread", per100, "from 0 to 100");
        return (security, side) -> per100;
    }

    /**
     * Returns what it costs to get in and out again.
     *
     * @param cost the cost
     * @param security its identifier
     * @return price points per 100
     * @throws InvalidInput if the cost is negative or not finite
     */
    static double roundTrip(SpreadCost cost, String security) {
        double there = cost.halfSpread(security, Side.BUY);
        double back = cost.halfSpread(security, Side.SELL);
        InvalidInput.unless(there >= 0 && there <= 100, "half spread of " + security, there, "from 0 to 100");
        InvalidInput.unless(back >= 0 && back <= 100, "half spread of " + security, back, "from 0 to 100");
        return there + back;
    }
}
