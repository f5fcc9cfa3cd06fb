package io.bondtrader.strategies.order;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Position;
import java.util.List;

/**
 * A blotter at one moment.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param orders what has become of each order that is kept, in the order in which they were made
 * @param positions what is held, in the order in which it was first traded
 * @param cash one amount a currency, by its code: what the fills have brought in, negative if they cost
 * @param archived how many ended orders were let go
 */
public record BlotterSnapshot(List<OrderSummary> orders, List<Position> positions, List<Money> cash, long archived) {

    /** Keeps copies. */
    public BlotterSnapshot {
        orders = List.copyOf(orders);
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
    }
}
