package io.bondtrader.strategies.engine;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.performance.ClosedTrade;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small stage for tests of the engine: two bonds, strategies that say what they are told to, and all that is heard. */
final class Scene implements EngineListener {

    static final Security FIVE = treasury("FIVE", 0.04, "2029-02-15");
    static final Security TEN = treasury("TEN", 0.04125, "2034-02-15");
    static final Instant NOON = Instant.parse("2024-03-25T16:00:00Z");

    final Map<String, Puppet> puppets = new LinkedHashMap<>();
    final List<OrderEvent> orders = new ArrayList<>();
    final List<String> trades = new ArrayList<>();
    final List<Execution> executions = new ArrayList<>();
    final List<ClosedTrade> closed = new ArrayList<>();
    final List<LocalDate> days = new ArrayList<>();
    final List<String> states = new ArrayList<>();
    final DecisionTrace trace = DecisionTrace.keeping(1_000);
    final NextQuoteVenue venue = new NextQuoteVenue("here");

    private Instant now = NOON;

    /** Says once what it is told to say next. */
    static final class Puppet implements Strategy {

        private List<Intent> next = List.of();
        private final int warmUp;
        private @Nullable MarketView view;

        Puppet(int warmUp) {
            this.warmUp = warmUp;
        }

        MarketView view() {
            return Objects.requireNonNull(view);
        }

        void say(Intent... intents) {
            next = List.of(intents);
        }

        @Override
        public List<Intent> onEvent(MarketView shown) {
            view = shown;
            List<Intent> said = next;
            next = List.of();
            return said;
        }

        @Override
        public int warmUp() {
            return warmUp;
        }

        @Override
        public Set<String> interests() {
            return Set.of("tick");
        }
    }

    TradingEngineBuilder builder(EngineConfig config, String... names) {
        TradingEngineBuilder builder =
                TradingEngine.builder(config).venue(venue).trace(trace).listener(this);
        for (String name : names) {
            Puppet puppet = new Puppet(0);
            puppets.put(name, puppet);
            builder.strategy(StrategySlot.of(name, puppet));
        }
        return builder;
    }

    static EngineConfig config() {
        return EngineConfig.treasuries().withBand(0.0);
    }

    void say(String name, Intent... intents) {
        puppet(name).say(intents);
    }

    Puppet puppet(String name) {
        return Objects.requireNonNull(puppets.get(name));
    }

    /** Lists both bonds at par with a DV01 of 0.05 and 0.1 per 100. */
    void open(TradingEngine engine) {
        engine.process(Listed.of(FIVE, now));
        engine.process(Listed.of(TEN, now));
        mark(engine, FIVE, 100.0, 0.05);
        mark(engine, TEN, 100.0, 0.1);
    }

    /** A second passes and strategies are asked. */
    void tick(TradingEngine engine) {
        now = now.plusSeconds(1);
        engine.process(Observations.of("tick", 1.0, now, now));
    }

    void quote(TradingEngine engine, Security security, double bid, double ask) {
        now = now.plusSeconds(1);
        engine.process(Quote.of(security.id(), bid, ask, 1_000_000_000L, now));
    }

    void mark(TradingEngine engine, Security security, double clean, double dv01) {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        double accrued = BondPricing.of(security.bond(), day).accruedInterest();
        engine.process(new Valuation(security.id(), day, clean, accrued, dv01, 0.04, now, now));
    }

    void comeTo(Instant time) {
        now = time;
    }

    Instant now() {
        return now;
    }

    static BigDecimal face(TradingEngine engine, String strategy, Security security) {
        for (AccountState account : engine.accounts()) {
            if (account.strategy().equals(strategy)) {
                return account.faces().getOrDefault(security.id(), BigDecimal.ZERO);
            }
        }
        throw new IllegalStateException(strategy);
    }

    private static Security treasury(String id, double coupon, String maturity) {
        return Security.of(id, FixedCouponBond.of(BondConventions.US_TREASURY, coupon, "2024-02-15", maturity), "USD");
    }

    @Override
    public void onOrder(OrderEvent event) {
        orders.add(event);
    }

    @Override
    public void onTrade(String strategy, Execution execution) {
        trades.add(strategy + ' ' + execution.security().id() + ' '
                + execution.signedFace().toPlainString() + " at "
                + execution.cleanPrice().toPlainString());
        executions.add(execution);
    }

    @Override
    public void onClosed(String strategy, ClosedTrade trade) {
        closed.add(trade);
    }

    @Override
    public void onDayEnd(LocalDate day, List<AccountState> accounts) {
        days.add(day);
    }

    @Override
    public void onState(String strategy, SlotState state, String reason) {
        states.add(strategy + ' ' + state + ' ' + reason);
    }
}
