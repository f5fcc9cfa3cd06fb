package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Order;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Listens to a market and to orders while they are worked, and analyses what trading has cost.
 *
 * <p>The middle of the market is that of quotes, from when on they were known; where there are bars, their close; the last one holds
 * until the last event heard. An order is
 * decided when it was made, arrives when a venue accepts it, or with its first fill, and is over with its last change. Orders
 * that never reached a venue, and those that still work, are left out. For one thread.
 */
public final class ExecutionRecorder {

    private static final String NOBODY = "(unnamed)";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final RecordedMarket.Builder market = RecordedMarket.builder();
    private final Map<String, Instant> lastMiddle = new HashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final Map<String, OrderRecord> orders = new LinkedHashMap<>();
    private final Map<String, Instant> decided = new HashMap<>();
    private final Map<String, Instant> arrived = new HashMap<>();

    /** Begins to listen. */
    public ExecutionRecorder() {}

    /**
     * Takes what a market published, in the order of its publication.
     *
     * @param event what was published; only quotes, trades and bars count here
     */
    public void onMarket(MarketEvent event) {
        market.until(event.publishedAt());
        if (event instanceof Quote quote) {
            BigDecimal both = BigDecimal.valueOf(quote.bid()).add(BigDecimal.valueOf(quote.ask()));
            middle(quote.instrument(), quote.publishedAt(), both.multiply(HALF));
        } else if (event instanceof Bar bar) {
            middle(bar.instrument(), bar.publishedAt(), BigDecimal.valueOf(bar.close()));
        } else if (event instanceof Trade trade && trade.face() > 0) {
            trades.add(trade);
        }
    }

    private void middle(String instrument, Instant at, BigDecimal price) {
        Instant last = lastMiddle.get(instrument);
        if (last == null || !at.isBefore(last)) { // a correction that comes late changes nothing that could be seen
            lastMiddle.put(instrument, at);
            market.middle(instrument, at, price);
        }
    }

    /**
     * Takes what happened to an order, in order.
     *
     * @param event what happened
     * @throws MissingData if the order was never made
     * @throws io.bondtrader.strategies.error.IllegalTransition if it cannot happen to the order
     */
    public void onOrder(OrderEvent event) {
        market.until(event.at());
        if (event instanceof OrderEvent.Initialised first) {
            orders.put(first.orderId(), new OrderRecord(first));
            decided.put(first.orderId(), first.at());
            return;
        }
        OrderRecord order = orders.get(event.orderId());
        if (order == null) {
            throw new MissingData("order " + event.orderId());
        }
        order.apply(event);
        if (event instanceof OrderEvent.Accepted || event instanceof OrderEvent.Filled) {
            arrived.putIfAbsent(event.orderId(), event.at());
        }
    }

    /** {@return the orders that reached a venue and are over, with their fills, in the order in which they were made} */
    public List<ExecutedOrder> orders() {
        List<ExecutedOrder> done = new ArrayList<>();
        for (OrderRecord order : orders.values()) {
            Instant arrival = arrived.get(order.id());
            if (order.state().ended() && arrival != null) {
                done.add(executed(order, arrival));
            }
        }
        return List.copyOf(done);
    }

    private ExecutedOrder executed(OrderRecord order, Instant arrival) {
        List<ExecutedFill> fills = new ArrayList<>();
        Instant end = order.changedAt();
        for (OrderEvent.Filled fill : order.fills()) {
            fills.add(new ExecutedFill(
                    fill.executionId(), fill.at(), fill.face(), fill.cleanPrice(), fill.fees(), fill.venue(), ""));
            end = fill.at().isAfter(end) ? fill.at() : end;
        }
        Order wanted = order.ticket().order();
        BigDecimal face = order.face().max(order.filled()); // as last replaced; or more, if a venue did too much
        String strategy = order.ticket().strategy();
        return new ExecutedOrder(
                wanted.withFace(face),
                strategy.isBlank() ? NOBODY : strategy,
                decided.getOrDefault(order.id(), arrival),
                arrival,
                end,
                fills);
    }

    /** {@return what the market did so far} */
    public RecordedMarket market() {
        RecordedMarket.Builder all = market.copy();
        trades.stream()
                .sorted(Comparator.comparing(Trade::eventTime))
                .forEach(trade ->
                        all.trade(trade.instrument(), trade.eventTime(), trade.price(), (double) trade.face()));
        return all.build();
    }

    /**
     * Analyses the orders that are over.
     *
     * @param horizons how long after a fill the market is looked at, positive, ascending
     * @return the analysis
     * @throws MissingData if the middle of the market was not known when an order was decided, arrived or ended
     */
    public TransactionCostAnalysis analyse(List<Duration> horizons) {
        return TransactionCostAnalysis.of(orders(), market(), horizons);
    }

    /** {@return how many orders were heard of} */
    @Override
    public String toString() {
        return "ExecutionRecorder[" + orders.size() + " orders, " + trades.size() + " trades of others]";
    }
}
