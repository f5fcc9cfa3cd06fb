package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.execution.MatchingVenue;
import io.bondtrader.strategies.execution.VenueListener;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills any order whole at the next quote of its security, at the far side. */
public final class NextQuoteVenue implements MatchingVenue {

    private final String name;
    private final Map<String, OrderTicket> resting = new LinkedHashMap<>();
    private @Nullable VenueListener listener;
    private long sequence;

    public NextQuoteVenue(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connect(VenueListener reports) {
        listener = reports;
    }

    /** Reports what a broken venue might. */
    void say(OrderEvent event) {
        report(event);
    }

    private void report(OrderEvent event) {
        if (listener != null) {
            listener.report(event);
        }
    }

    @Override
    public void submit(OrderTicket ticket, Instant now) {
        resting.put(ticket.id(), ticket);
        report(new OrderEvent.Accepted(ticket.id(), now, ++sequence));
    }

    @Override
    public void cancel(String orderId, Instant now) {
        if (resting.remove(orderId) != null) {
            report(new OrderEvent.Cancelled(orderId, now, ++sequence, "asked"));
        } else {
            report(new OrderEvent.CancelRejected(orderId, now, ++sequence, "unknown"));
        }
    }

    @Override
    public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {
        report(new OrderEvent.ReplaceRejected(orderId, now, ++sequence, "not here"));
    }

    @Override
    public void onMarket(MarketEvent event) {
        if (event instanceof Quote quote) {
            Iterator<OrderTicket> each = resting.values().iterator();
            while (each.hasNext()) {
                Order order = each.next().order();
                if (order.security().id().equals(quote.instrument())) {
                    each.remove();
                    double price = order.side() == Side.BUY ? quote.ask() : quote.bid();
                    report(new OrderEvent.Filled(
                            order.id(),
                            quote.publishedAt(),
                            ++sequence,
                            name,
                            name + sequence,
                            order.face(),
                            BigDecimal.valueOf(price),
                            Money.zero(order.security().currency())));
                }
            }
        }
    }

    @Override
    public void advance(Instant now) {}
}
