package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Valuation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trades between strategies: done at the middle of the next quote, as no order is filled before. */
final class Crossings {

    /** One side of a trade between strategies. */
    private record Cross(Slot slot, Security security, String instrument, BigDecimal change) {}

    private final MarketRecord market;
    private final Ledger ledger;
    private final Tracer tracer;
    private final Executions executions;
    private final List<EngineListener> listeners;
    // Names that are looked at again: a strategy that was killed meanwhile has to close what it gets here.
    private final Set<String> touched;
    private final Map<String, List<Cross>> waiting = new HashMap<>();
    private LocalDate today = LocalDate.EPOCH;
    private long done;

    Crossings(
            MarketRecord market,
            Ledger ledger,
            Tracer tracer,
            Executions executions,
            List<EngineListener> listeners,
            Set<String> touched) {
        this.market = market;
        this.ledger = ledger;
        this.tracer = tracer;
        this.executions = executions;
        this.listeners = listeners;
        this.touched = touched;
    }

    void advance(LocalDate day) {
        today = day;
    }

    /** Takes one side of a trade. */
    void add(Slot slot, Security security, String instrument, BigDecimal change) {
        waiting.computeIfAbsent(security.id(), id -> new ArrayList<>(2))
                .add(new Cross(slot, security, instrument, change));
    }

    /** What is on its way to a strategy, signed. */
    BigDecimal pending(Slot slot, String securityId) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Cross cross : waiting.getOrDefault(securityId, List.of())) {
            sum = cross.slot().id().equals(slot.id()) ? sum.add(cross.change()) : sum;
        }
        return sum;
    }

    /** Forgets what waits for a security that is no more. */
    void drop(String securityId) {
        waiting.remove(securityId);
    }

    /** Does what waited for a quote of its security. */
    void quoted(Quote quote) {
        if (waiting.isEmpty()) {
            return;
        }
        Valuation mark = market.valuation(quote.instrument());
        if (mark == null) {
            return;
        }
        List<Cross> now = waiting.remove(quote.instrument());
        if (now != null) {
            now.forEach(cross -> book(cross, quote, mark));
        }
    }

    private void book(Cross cross, Quote quote, Valuation mark) {
        BigDecimal price = BigDecimal.valueOf(quote.mid());
        String strategy = cross.slot().id();
        ledger.trade(
                strategy,
                cross.security(),
                mark,
                cross.change(),
                price,
                BigDecimal.ZERO,
                ledger.settlementDay(),
                today);
        done++;
        String detail = "inside the house, at " + price.toPlainString();
        tracer.traded(
                cross.slot(),
                cross.instrument(),
                quote.instrument(),
                Stage.FILLED,
                cross.change(),
                detail,
                quote.publishedAt());
        if (cross.slot().state() == SlotState.KILLED) {
            touched.add(cross.instrument());
        }
        if (!listeners.isEmpty()) {
            String id = "X" + done;
            Execution execution = executions.of(
                    id, id, cross.security(), cross.change(), price, BigDecimal.ZERO, mark, quote.publishedAt());
            listeners.forEach(listener -> listener.onTrade(strategy, execution));
        }
    }
}
