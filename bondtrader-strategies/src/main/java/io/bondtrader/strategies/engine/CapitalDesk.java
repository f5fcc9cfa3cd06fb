package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.sizing.LotTerms;
import io.bondtrader.strategies.strategy.Intent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what every strategy would have earned at full risk on paper, and allocates capital by it. Paper positions are
 * decided at the end of a day and traded at the quotes of the end of the next, so that no fill is better than the market's.
 */
final class CapitalDesk {

    private final @Nullable CapitalPlan plan;
    private final MarketRecord market;
    private final LotTerms lots;
    private final Ledger paper;
    private final Map<String, Map<String, BigDecimal>> decided = new HashMap<>();
    private final Map<String, Double> worth = new HashMap<>();
    private final Map<String, ArrayDeque<Double>> profits = new HashMap<>();
    private int days;
    private boolean tripped;

    CapitalDesk(@Nullable CapitalPlan plan, List<String> names, EngineConfig config, MarketRecord market, int digits) {
        this.plan = plan;
        this.market = market;
        this.lots = new LotTerms(config.lot(), config.lot());
        this.paper = new Ledger(names, digits, FundingTerms.none(), (strategy, trade) -> {});
        for (String name : names) {
            profits.put(name, new ArrayDeque<>());
            worth.put(name, 0.0);
        }
    }

    void advance(LocalDate day, LocalDate settlement) {
        if (plan != null) {
            paper.advance(day, settlement, 0.0);
        }
    }

    void mark(Valuation valuation) {
        if (plan != null) {
            paper.mark(valuation);
        }
    }

    void announce(Redemption redemption) {
        if (plan != null) {
            paper.announce(redemption);
        }
    }

    /** Ends a day: trades what was decided a day ago, decides anew, and allocates if it is time. */
    void endDay(LocalDate day, Collection<Slot> slots, Set<String> touched) {
        if (plan == null) {
            return;
        }
        for (Slot slot : slots) {
            Map<String, BigDecimal> wanted = decided.get(slot.id());
            if (wanted != null) {
                trade(slot, wanted, day);
            }
            decided.put(slot.id(), wanted(slot));
            double now = paper.account(slot.id()).equity().doubleValue();
            ArrayDeque<Double> past = profits.get(slot.id());
            if (past != null) {
                past.addLast(now - worth.getOrDefault(slot.id(), 0.0));
                if (past.size() > plan.windowDays()) {
                    past.removeFirst();
                }
            }
            worth.put(slot.id(), now);
        }
        days++;
        if (days >= plan.firstDays() && (days - plan.firstDays()) % plan.everyDays() == 0) {
            allocate(plan, slots, touched);
        }
    }

    private Map<String, BigDecimal> wanted(Slot slot) {
        Map<String, BigDecimal> faces = new TreeMap<>();
        for (Intent intent : slot.targets().values()) {
            String id = market.resolve(intent.instrument());
            Valuation valuation = market.valuation(id);
            if (valuation != null && valuation.dv01() > 0.0) {
                double face = 100.0 * Math.abs(intent.signedDv01()) / valuation.dv01();
                BigDecimal signed = BigDecimal.valueOf(intent.direction().sign() * (long) lots.roundDown(face));
                faces.merge(id, signed, BigDecimal::add);
            }
        }
        return faces;
    }

    private void trade(Slot slot, Map<String, BigDecimal> wanted, LocalDate day) {
        Account account = paper.account(slot.id());
        TreeSet<String> securities = new TreeSet<>(wanted.keySet());
        for (Holding holding : account.holdings()) {
            securities.add(holding.security().id());
        }
        for (String id : securities) {
            BigDecimal change = wanted.getOrDefault(id, BigDecimal.ZERO).subtract(account.face(id));
            Listed listed = market.listing(id);
            Valuation mark = market.valuation(id);
            if (change.signum() != 0 && listed != null && mark != null) {
                Security security = listed.security();
                Quote quote = market.quote(id);
                double price = quote == null ? mark.cleanPrice() : change.signum() > 0 ? quote.ask() : quote.bid();
                paper.trade(
                        slot.id(),
                        security,
                        mark,
                        change,
                        BigDecimal.valueOf(price),
                        BigDecimal.ZERO,
                        paper.settlementDay(),
                        day);
            }
        }
    }

    private void allocate(CapitalPlan active, Collection<Slot> slots, Set<String> touched) {
        List<Slot> trading = new ArrayList<>();
        List<StrategyTrack> tracks = new ArrayList<>();
        for (Slot slot : slots) {
            ArrayDeque<Double> past = profits.get(slot.id());
            if (slot.state() == SlotState.ENABLED && past != null) {
                trading.add(slot);
                tracks.add(new StrategyTrack(
                        slot.id(),
                        past.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        }
        if (tracks.isEmpty()) {
            return;
        }
        double[] shares = active.allocator().allocate(tracks);
        if (shares.length != tracks.size()) {
            throw new IllegalStateException("an allocator gave " + shares.length + " shares to " + tracks.size());
        }
        tripped = active.breaker().isPresent() && active.breaker().get().tripped(tripped, tracks);
        double scale = tripped ? active.breaker().get().scale() : 1.0;
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] >= 0.0 && shares[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalStateException("an allocator gave " + shares[i] + " to "
                        + tracks.get(i).id());
            }
            trading.get(i).allocate(scale * shares[i]);
            touched.addAll(trading.get(i).targets().keySet());
        }
    }
}
