package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the engine works what is to be traded: the kind of order and where it goes. Called by the engine's thread.
 */
@FunctionalInterface
public interface OrderPolicy {

    /**
     * Writes an order.
     *
     * @param order what is to be traded
     * @param quote the last quote of the security; null if there was none
     * @return the order with its kind and how long it lasts
     */
    OrderTicket ticket(Order order, @Nullable Quote quote);

    /**
     * Chooses a venue.
     *
     * @param ticket the order
     * @param venues how many there are, 1 or more
     * @return the place of one of them, from 0
     */
    default int venue(OrderTicket ticket, int venues) {
        // The same security always goes to the same place: by its text, which is the same on every machine.
        return Math.floorMod(ticket.order().security().id().hashCode(), venues);
    }

    /** {@return at whatever price the market gives} */
    static OrderPolicy market() {
        return (order, quote) -> OrderTicket.market(order);
    }

    /** {@return limits at the side of the quote that waits: it earns the bid-offer if it is filled, and may not be; market orders where there is no quote} */
    static OrderPolicy passive() {
        return (order, quote) -> {
            if (quote == null) {
                return OrderTicket.market(order);
            }
            double price = order.side() == Side.BUY ? quote.bid() : quote.ask();
            return OrderTicket.of(order, new OrderType.Limit(BigDecimal.valueOf(price)));
        };
    }
}
