package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.limit.ExposureKind;
import io.bondtrader.risk.limit.InstrumentRisk;
import io.bondtrader.risk.limit.Limit;
import io.bondtrader.risk.limit.LimitEngine;
import io.bondtrader.risk.limit.LimitMeasure;
import io.bondtrader.risk.limit.LimitSet;
import io.bondtrader.risk.limit.LimitUniverse;
import io.bondtrader.risk.limit.Netting;
import io.bondtrader.strategies.engine.EngineClock;
import io.bondtrader.strategies.engine.EngineConfig;
import io.bondtrader.strategies.engine.OrderPolicy;
import io.bondtrader.strategies.engine.PreTradeRisk;
import io.bondtrader.strategies.engine.StrategySlot;
import io.bondtrader.strategies.engine.TradingEngine;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One market event through the engine: 10,000 quotes and 10,000 trades of one bond in turns, a strategy that looks at each,
 * a limit engine with five limits before the venue. A figure is the time of one event; the time for setting up an engine is
 * within it. The claim under test: a million events a second with an order every ten quotes, signal to fill.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EngineBenchmark {

    private static final int EVENTS = 20_000;
    private static final Instant OPEN = Instant.parse("2024-03-25T14:00:00Z");
    private static final Security NOTE = Security.of(
            "NOTE", FixedCouponBond.of(BondConventions.US_TREASURY, 0.04125, "2024-02-15", "2034-02-15"), "USD");

    private final List<MarketEvent> events = new ArrayList<>();

    /** Turns its position every so many quotes, after a moving sum of them. */
    private static final class Turning implements Strategy {

        private final int every;
        private int quotes;
        private double signal;
        private int side = 1;

        Turning(int every) {
            this.every = every;
        }

        @Override
        public List<Intent> onEvent(MarketView view) {
            if (!(view.event() instanceof Quote quote)) {
                return List.of();
            }
            signal = 0.9 * signal + 0.1 * quote.mid();
            if (++quotes % every != 0 || signal <= 0.0) {
                return List.of();
            }
            side = -side;
            return List.of(Intent.ofDv01("NOTE", 1_000.0 * side));
        }
    }

    /** Makes the events. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        Instant time = OPEN;
        events.add(Listed.of(NOTE, time));
        events.add(new Valuation("NOTE", LocalDate.of(2024, 3, 26), 100.0, 0.45, 0.08, 0.041, time, time));
        for (int i = 0; i < EVENTS / 2; i++) {
            double middle = 100.0 + 0.01 * random.nextGaussian();
            time = time.plusNanos(1_000_000);
            events.add(Quote.of("NOTE", middle - 0.01, middle + 0.01, 100_000_000L, time));
            time = time.plusNanos(1_000_000);
            events.add(new Trade("NOTE", middle, 1_000_000L, time, time));
        }
    }

    private TradingEngine engine(int every, OrderPolicy policy) {
        EngineClock clock = new EngineClock();
        List<Limit> limits = new ArrayList<>();
        limits.add(limit("notional", LimitMeasure.grossNotional()));
        limits.add(limit("net DV01", new LimitMeasure.Exposure(ExposureKind.DV01, Netting.NET)));
        limits.add(limit("gross DV01", new LimitMeasure.Exposure(ExposureKind.DV01, Netting.GROSS)));
        limits.add(limit("value", new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.NET)));
        limits.add(limit("maturity", new LimitMeasure.MaximumMaturity()));
        LimitUniverse universe = LimitUniverse.of(List.of(InstrumentRisk.builder(NOTE, 9.9)
                .exposure(ExposureKind.DV01, 0.0008)
                .exposure(ExposureKind.MARKET_VALUE, 1.0045)
                .build()));
        LimitEngine gate =
                LimitEngine.builder(LimitSet.of(limits), universe, clock).build();
        return TradingEngine.builder(EngineConfig.treasuries().withBand(0.0))
                .clock(clock)
                .limits(PreTradeRisk.of(gate))
                .policy(policy)
                .venue(SimulatedVenue.builder("venue").build())
                .strategy(StrategySlot.of("turning", new Turning(every)))
                .build();
    }

    private static Limit limit(String id, LimitMeasure measure) {
        return Limit.builder(id, measure)
                .atMost(1e15)
                .owner("risk")
                .agreed("one", "another")
                .build();
    }

    private TradingEngine play(TradingEngine engine, long orders) {
        for (MarketEvent event : events) {
            engine.process(event);
        }
        if (engine.counts().orders() < orders) {
            throw new IllegalStateException("not the workload: " + engine.counts());
        }
        return engine;
    }

    /** No orders: market data to the strategy. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public TradingEngine eventsWithoutOrders() {
        return play(engine(Integer.MAX_VALUE, OrderPolicy.market()), 0);
    }

    /** A market order every ten quotes: signal, size, limits, order, fill, account. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public TradingEngine eventsWithMarketOrders() {
        return play(engine(10, OrderPolicy.market()), EVENTS / 20);
    }

    /** A passive limit every twenty quotes. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public TradingEngine eventsWithPassiveOrders() {
        return play(engine(20, OrderPolicy.passive()), EVENTS / 60);
    }
}
