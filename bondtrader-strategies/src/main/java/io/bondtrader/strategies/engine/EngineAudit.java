package io.bondtrader.strategies.engine;

import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.performance.ClosedTrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells an audit sink everything: each step of each intent, each event of each order, trades, closed positions, the accounts
 * at the end of each day, stops of strategies, reports that were refused. Give the same object to
 * {@link TradingEngineBuilder#listener} and {@link TradingEngineBuilder#trace}.
 *
 * <p>A sink that fails stops nothing: what it did not take is counted. Safe for use by many threads if the sink is.
 */
public final class EngineAudit implements EngineListener, TraceSink {

    private static final String ENGINE = "trading engine";

    private final AuditSink sink;
    private final AtomicLong undelivered = new AtomicLong();

    private EngineAudit(AuditSink sink) {
        this.sink = sink;
    }

    /**
     * Returns a teller.
     *
     * @param sink that is told
     * @return the teller
     */
    public static EngineAudit to(AuditSink sink) {
        return new EngineAudit(Objects.requireNonNull(sink));
    }

    /** {@return how many events the sink failed to take} */
    public long undelivered() {
        return undelivered.get();
    }

    @Override
    public void record(TraceRecord step) {
        tell(
                step.strategy(),
                "intent." + lower(step.stage().name()),
                step.at(),
                Map.of("instrument", step.instrument(), "dv01", step.dv01()),
                Map.of(
                        "code",
                        step.code(),
                        "detail",
                        step.detail(),
                        "face",
                        step.face().toPlainString()));
    }

    @Override
    public void onOrder(OrderEvent event) {
        Map<String, Object> result = new TreeMap<>();
        if (event instanceof OrderEvent.Initialised initialised) {
            result.put("security", initialised.ticket().order().security().id());
            result.put("side", initialised.ticket().order().side().name());
            result.put("face", initialised.ticket().order().face().toPlainString());
            result.put("type", initialised.ticket().type().toString());
        } else if (event instanceof OrderEvent.Filled filled) {
            result.put("venue", filled.venue());
            result.put("execution", filled.executionId());
            result.put("face", filled.face().toPlainString());
            result.put("cleanPrice", filled.cleanPrice().toPlainString());
            result.put("fees", filled.fees().toString());
        }
        tell(
                ENGINE,
                "order." + lower(event.kind().name()),
                event.at(),
                Map.of("order", event.orderId(), "sequence", event.sequence()),
                result);
    }

    @Override
    public void onTrade(String strategy, Execution execution) {
        tell(
                strategy,
                "trade.booked",
                execution.executedAt(),
                Map.of("execution", execution.id(), "order", execution.order()),
                Map.of(
                        "security", execution.security().id(),
                        "face", execution.signedFace().toPlainString(),
                        "cleanPrice", execution.cleanPrice().toPlainString(),
                        "settlement", execution.settlement()));
    }

    @Override
    public void onClosed(String strategy, ClosedTrade trade) {
        tell(
                strategy,
                "position.closed",
                null,
                Map.of("instrument", trade.instrument(), "entry", trade.entry(), "exit", trade.exit()),
                Map.of(
                        "profit",
                        trade.profit().toString(),
                        "costs",
                        trade.costs().toString(),
                        "reason",
                        trade.reason()));
    }

    @Override
    public void onDayEnd(LocalDate day, List<AccountState> accounts) {
        for (AccountState account : accounts) {
            tell(
                    account.strategy(),
                    "account.day-end",
                    null,
                    Map.of("day", day),
                    Map.of(
                            "equity", account.equity().toPlainString(),
                            "settledCash", account.settledCash().toPlainString(),
                            "dv01", account.dv01()));
        }
    }

    @Override
    public void onRefusedReport(OrderEvent event, String reason) {
        tell(ENGINE, "report.refused", event.at(), Map.of("order", event.orderId()), Map.of("reason", reason));
    }

    @Override
    public void onState(String strategy, SlotState state, String reason) {
        tell(strategy, "strategy." + lower(state.name()), null, Map.of(), Map.of("reason", reason));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void tell(String actor, String action, @Nullable Instant at, Map<String, ?> inputs, Map<String, ?> result) {
        try {
            sink.record(new AuditEvent(actor, action, at, CanonicalJson.of(inputs), CanonicalJson.of(result)));
        } catch (RuntimeException failed) {
            undelivered.incrementAndGet(); // the books of the engine do not depend on who reads about them
        }
    }

    @Override
    public String toString() {
        return "EngineAudit[" + undelivered + " undelivered]";
    }
}
