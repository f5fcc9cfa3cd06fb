package io.bondtrader.strategies.engine;

import io.bondtrader.core.observe.Metrics;
import io.bondtrader.core.observe.Tag;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.strategies.order.OrderEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Counts what happens in an engine: {@code strategies.orders} by kind of event, {@code strategies.trades} by strategy,
 * {@code strategies.reports.refused}; and at the end of each day {@code strategies.equity}, {@code strategies.dv01},
 * {@code strategies.traded} (value bought and sold since the start) and {@code strategies.costs} by strategy.
 *
 * <p>Safe for use by many threads.
 */
public final class EngineMetrics implements EngineListener {

    private final Metrics metrics;

    private EngineMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Returns a listener that counts.
     *
     * @param metrics where it counts
     * @return the listener
     */
    public static EngineMetrics to(Metrics metrics) {
        return new EngineMetrics(Objects.requireNonNull(metrics));
    }

    @Override
    public void onOrder(OrderEvent event) {
        metrics.counter("strategies.orders", new Tag("kind", event.kind().name()))
                .increment();
    }

    @Override
    public void onTrade(String strategy, Execution execution) {
        metrics.counter("strategies.trades", new Tag("strategy", strategy)).increment();
    }

    @Override
    public void onRefusedReport(OrderEvent event, String reason) {
        metrics.counter("strategies.reports.refused").increment();
    }

    @Override
    public void onDayEnd(LocalDate day, List<AccountState> accounts) {
        for (AccountState account : accounts) {
            Tag strategy = new Tag("strategy", account.strategy());
            metrics.gauge("strategies.equity", strategy).set(account.equity().doubleValue());
            metrics.gauge("strategies.dv01", strategy).set(account.dv01());
            metrics.gauge("strategies.traded", strategy).set(account.traded().doubleValue());
            metrics.gauge("strategies.costs", strategy).set(account.costs().doubleValue());
        }
    }

    @Override
    public String toString() {
        return "EngineMetrics[" + metrics + ']';
    }
}
