package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.trade.Order;
import io.bondtrader.strategies.engine.OrderPolicy;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderTicket;
import org.jspecify.annotations.Nullable;

/** Market orders, each to the venue after that of the order before. */
final class SpreadOut implements OrderPolicy {

    private int next;

    @Override
    public OrderTicket ticket(Order order, @Nullable Quote quote) {
        return OrderTicket.market(order);
    }

    @Override
    public int venue(OrderTicket ticket, int venues) {
        next = (next + 1) % venues;
        return next;
    }
}
