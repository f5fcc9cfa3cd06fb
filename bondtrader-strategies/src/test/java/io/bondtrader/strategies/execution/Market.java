package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderEvents;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A market of one note at one simulated venue, a second an event; reports go into records at once. */
final class Market {

    final SimulatedVenue venue;
    final Map<String, OrderRecord> records = new LinkedHashMap<>();
    final List<OrderEvent> reports = new ArrayList<>();
    private int second;

    Market() {
        this(builder -> builder);
    }

    Market(UnaryOperator<SimulatedVenue.Builder> choices) {
        venue = choices.apply(SimulatedVenue.builder("X").seed(7)).build();
        venue.connect(this::hear);
    }

    private void hear(OrderEvent event) {
        reports.add(event);
        OrderRecord record = records.get(event.orderId());
        if (record != null) {
            record.apply(event);
        }
    }

    Instant now() {
        return OrderEvents.START.plusSeconds(second);
    }

    Market buy(String id, long face, OrderType type) {
        return send(OrderTicket.of(OrderEvents.order(id, Side.BUY, face), type));
    }

    Market sell(String id, long face, OrderType type) {
        return send(OrderTicket.of(OrderEvents.order(id, Side.SELL, face), type));
    }

    Market send(OrderTicket ticket) {
        OrderRecord record = new OrderRecord(new OrderEvent.Initialised(ticket, now(), 0));
        record.apply(new OrderEvent.Submitted(ticket.id(), now(), 0, "X"));
        records.put(ticket.id(), record);
        venue.submit(ticket, now());
        return this;
    }

    Market cancel(String id) {
        order(id).apply(new OrderEvent.CancelRequested(id, now(), 0, "enough"));
        venue.cancel(id, now());
        return this;
    }

    Market replace(String id, long face, OrderType type) {
        BigDecimal total = BigDecimal.valueOf(face);
        order(id).apply(new OrderEvent.ReplaceRequested(id, now(), 0, total, type));
        venue.replace(id, total, type, now());
        return this;
    }

    Market quote(double bid, double ask, long face) {
        second++;
        venue.onMarket(Quote.of(OrderEvents.NOTE.id(), bid, ask, face, now()));
        return this;
    }

    Market trade(double price, long face) {
        second++;
        venue.onMarket(new Trade(OrderEvents.NOTE.id(), price, face, now(), now()));
        return this;
    }

    Market bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 1_000_000);
    }

    Market bar(double open, double high, double low, double close, long volume) {
        second++;
        venue.onMarket(Bar.of(OrderEvents.NOTE.id(), open, high, low, close, volume, now()));
        return this;
    }

    Market advance(int seconds) {
        second += seconds;
        venue.advance(now());
        return this;
    }

    OrderRecord order(String id) {
        return Objects.requireNonNull(records.get(id));
    }

    /** Fills as face at price, one after the other. */
    List<String> fills(String id) {
        return order(id).fills().stream()
                .map(fill -> fill.face().toPlainString() + " at "
                        + fill.cleanPrice().stripTrailingZeros().toPlainString())
                .toList();
    }
}
