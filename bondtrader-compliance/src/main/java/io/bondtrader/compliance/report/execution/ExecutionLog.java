package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.transaction.TradeEvent;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders, executions and composites of a log. */
final class ExecutionLog {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TWO = new BigDecimal(2);

    /** A thing and the event that told of it. */
    record Told<T>(long index, T what) {}

    private final ExecutionQualitySettings settings;
    private final Map<String, Told<OrderArrived>> orders = new TreeMap<>();
    private final Map<String, Told<TradeEvent.OrderExecuted>> executions = new LinkedHashMap<>();
    private final Map<Isin, TreeMap<Instant, Told<CompositeQuote>>> quotes = new HashMap<>();
    private final Predicate<Instant> period;
    private final Set<String> elsewhere = new HashSet<>();
    private EventIndices unmeasured = EventIndices.none();

    /** Measures orders that arrived in a period, whenever they were executed. */
    ExecutionLog(ExecutionQualitySettings settings, Predicate<Instant> period) {
        this.settings = settings;
        this.period = period;
    }

    static ExecutionLog read(AuditTrail trail, long size, ExecutionQualitySettings settings) {
        ExecutionLog log = new ExecutionLog(settings, arrived -> true);
        trail.read(0, size, log::take);
        return log;
    }

    /** One event of another form does not keep all others from being measured. */
    void takeReadable(LoggedEvent event) {
        try {
            take(event);
        } catch (InvalidInput unreadable) {
            unmeasured = unmeasured.union(EventIndices.of(event.index()));
        }
    }

    private void take(LoggedEvent event) {
        Outcome outcome = event.record().outcome();
        if (outcome != Outcome.SUCCESS && outcome != Outcome.OBSERVED) {
            return;
        }
        switch (event.record().action()) {
            case OrderArrived.ACTION -> {
                OrderArrived order = OrderArrived.read(event.record().body());
                if (period.test(order.time())) {
                    orders.put(order.order(), new Told<>(event.index(), order));
                    elsewhere.remove(order.order());
                } else {
                    orders.remove(order.order());
                    elsewhere.add(order.order());
                }
            }
            case CompositeQuote.ACTION -> {
                CompositeQuote quote = CompositeQuote.read(event.record().body());
                quotes.computeIfAbsent(quote.isin(), none -> new TreeMap<>())
                        .put(quote.time(), new Told<>(event.index(), quote));
            }
            case "order.executed" -> {
                TradeEvent read =
                        TradeEvent.read(event.record().action(), event.record().body());
                if (read instanceof TradeEvent.OrderExecuted execution) {
                    executions.put(execution.execution().text(), new Told<>(event.index(), execution));
                }
            }
            default -> {
                // Nothing else tells how well an order was executed.
            }
        }
    }

    Map<String, Told<OrderArrived>> orders() {
        return orders;
    }

    EventIndices unmeasured() {
        return unmeasured;
    }

    /** Measures all executions; those that cannot be are {@link #unmeasured} then. */
    List<FillQuality> fills() {
        List<FillQuality> fills = new ArrayList<>();
        for (Told<TradeEvent.OrderExecuted> execution : executions.values()) {
            String order = execution.what().order();
            boolean unknown = !orders.containsKey(order);
            // Of another period's orders nothing is said; what has no order at all belongs to its own time.
            if (unknown
                    && (elsewhere.contains(order)
                            || !period.test(execution.what().time().instant()))) {
                continue;
            }
            FillQuality fill = measured(execution);
            if (fill == null) {
                unmeasured = unmeasured.union(EventIndices.of(execution.index()));
            } else {
                fills.add(fill);
            }
        }
        return fills;
    }

    private @Nullable FillQuality measured(Told<TradeEvent.OrderExecuted> told) {
        TradeEvent.OrderExecuted execution = told.what();
        Told<OrderArrived> order = orders.get(execution.order());
        if (order == null || !same(order.what(), execution)) {
            return null;
        }
        Instant done = execution.time().instant();
        Told<CompositeQuote> arrival = quoteAt(execution.isin(), order.what().time());
        Told<CompositeQuote> then = quoteAt(execution.isin(), done);
        if (arrival == null || then == null || done.isBefore(order.what().time())) {
            return null;
        }
        BigDecimal sign = new BigDecimal(execution.side().sign());
        BigDecimal price = execution.cleanPricePct();
        BigDecimal touch =
                sign.signum() > 0 ? then.what().askPct() : then.what().bidPct();
        BigDecimal bp = sign.multiply(HUNDRED);
        return new FillQuality(
                execution.execution().text(),
                order.what(),
                execution.venue().value(),
                execution.nominal(),
                price.subtract(arrival.what().midPct()).multiply(bp),
                price.subtract(then.what().midPct()).multiply(bp).multiply(TWO),
                touch.subtract(price).multiply(bp),
                Duration.between(order.what().time(), done).toMillis(),
                false,
                EventIndices.of(order.index(), told.index(), arrival.index(), then.index()));
    }

    private static boolean same(OrderArrived order, TradeEvent.OrderExecuted execution) {
        return order.isin().equals(execution.isin())
                && order.side() == execution.side()
                && order.currency().equals(execution.currency().code());
    }

    private @Nullable Told<CompositeQuote> quoteAt(Isin isin, Instant time) {
        TreeMap<Instant, Told<CompositeQuote>> known = quotes.get(isin);
        Map.Entry<Instant, Told<CompositeQuote>> last = known == null ? null : known.floorEntry(time);
        return last == null || last.getKey().plus(settings.oldestQuote()).isBefore(time) ? null : last.getValue();
    }
}
