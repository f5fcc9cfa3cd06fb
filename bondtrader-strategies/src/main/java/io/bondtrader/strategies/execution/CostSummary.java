package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Money;
import java.util.Locale;

/**
 * What the orders of a strategy cost, summed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param strategy whose orders
 * @param orders how many
 * @param orderedValue clean value of the orders at their decisions, in money
 * @param filled share of the ordered face that was done
 * @param delay cost from decision to arrival
 * @param trading cost of prices away from arrival
 * @param opportunity cost of what was not done
 * @param fees fees of the fills
 */
public record CostSummary(
        String strategy,
        int orders,
        double orderedValue,
        double filled,
        Money delay,
        Money trading,
        Money opportunity,
        Money fees) {

    /** {@return the implementation shortfall, exactly the sum of its parts} */
    public Money total() {
        return delay.plus(trading).plus(opportunity).plus(fees);
    }

    /** {@return the shortfall in basis points of the ordered value} */
    public double totalBp() {
        return 1e4 * total().toDouble() / orderedValue;
    }

    /** {@return the strategy and its shortfall} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s over %d orders, %.2f bp", strategy, total(), orders, totalBp());
    }
}
