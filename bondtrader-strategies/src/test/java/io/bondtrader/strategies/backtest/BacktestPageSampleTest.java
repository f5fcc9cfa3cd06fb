package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.engine.CapitalAllocator;
import io.bondtrader.strategies.engine.CapitalPlan;
import io.bondtrader.strategies.engine.CorrelationBreaker;
import io.bondtrader.strategies.engine.EngineConfig;
import io.bondtrader.strategies.engine.SlotState;
import io.bondtrader.strategies.engine.StrategySlot;
import io.bondtrader.strategies.engine.TraceRecord;
import io.bondtrader.strategies.engine.TradingEngine;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.performance.TearSheet;
import io.bondtrader.strategies.signal.ExponentialMovingAverage;
import io.bondtrader.strategies.signal.Indicator;
import io.bondtrader.strategies.signal.ZScore;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import io.bondtrader.strategies.strategy.StrategyFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the pages about back-tests and the engine. */
final class BacktestPageSampleTest {

    @TempDir
    private Path folder = Path.of("");

    private final ParYieldHistory history = BacktestTest.wandering(400);

    @Test
    void aStrategyInTenLines() throws Exception {
        Supplier<Strategy> reversion = () -> {
            Indicator score = ZScore.of(120);
            return view -> {
                if (!(view.event() instanceof Observations)) {
                    return List.of();
                }
                double cheap = score.update(view.series("UST 10Y yield").last());
                return score.isReady() ? List.of(Intent.ofDv01("UST 10Y", 10_000 * cheap)) : List.of();
            };
        };
        BacktestResult result = Backtest.on(TreasuryMarket.of(history))
                .strategy("reversion", reversion)
                .run();
        System.out.println(result);
        TearSheet sheet = result.tearSheet("reversion");
        Files.writeString(folder.resolve("reversion.html"), sheet.toHtml());

        assertThat(result.closedTrades("reversion")).isNotEmpty();
        assertThat(folder.resolve("reversion.html")).isNotEmptyFile();
    }

    @Test
    void severalTogether() {
        StrategyFactory factory = StrategyFactory.standard();
        BacktestResult result = Backtest.on(TreasuryMarket.of(history).halfSpreadsBp(0.25, 0.5))
                .strategy("hold", () -> factory.create("buy-and-hold", Map.of("dv01", 20_000)))
                .strategy(
                        "momentum",
                        () -> factory.create(
                                "momentum",
                                Map.of(
                                        "instruments", List.of("UST 2Y", "UST 10Y"),
                                        "series", List.of("UST 2Y yield", "UST 10Y yield"),
                                        "years", List.of(2, 10))))
                .capital(50_000_000)
                .capitalPlan(CapitalPlan.monthly(
                                CapitalAllocator.riskParity(80_000, 3).amongBest(4))
                        .guardedBy(new CorrelationBreaker(0.8, 0.5, 0.5)))
                .killedAtLoss("momentum", 2_000_000)
                .tracing(10_000)
                .run();
        List<TraceRecord> why = result.trace().why("momentum", "UST 10Y"); // why was it not traded?

        assertThat(result.strategies()).containsExactly("hold", "momentum");
        assertThat(why).isNotNull();
    }

    @Test
    void howMuchOfTheBestIsLuck() {
        TreasuryMarket market = TreasuryMarket.of(history).issuing(List.of(Tenor.ofYears(10)));
        int[] windows = {20, 40, 60, 80, 100, 120, 140, 160};
        ParameterSweep sweep = ParameterSweep.run(
                windows.length,
                i -> Backtest.on(market)
                        .strategy("reversion", () -> reversion(windows[i]))
                        .run()
                        .total(),
                Parallelism.commonPool());
        int best = windows[sweep.best()];
        double disappoints = sweep.overfitting(8).probability(); // below the median where it was not chosen
        BacktestResult chosen = Backtest.on(market)
                .strategy("reversion", () -> reversion(best))
                .afterTrials(windows.length, sweep.trialVariance())
                .run();
        double deflated = chosen.overfitting("reversion").deflatedSharpe();

        assertThat(disappoints).isBetween(0.0, 1.0);
        assertThat(deflated).isBetween(0.0, 1.0);
    }

    @Test
    void aSketchOnBars() {
        List<Bar> bars = SeriesBacktestTest.bars(5_000);
        Indicator average = ExponentialMovingAverage.of(200);
        SeriesResult sketch = SeriesBacktest.of(bars).halfSpread(0.005).run(view -> {
            double close = ((Bar) view.event()).close();
            return List.of(Intent.ofDv01("X", close - average.update(close)));
        });

        assertThat(sketch.closedTrades()).isPositive();
    }

    @Test
    void theProofOfNoLookAhead() {
        LookAheadCheck check = LookAheadCheck.on(TreasuryMarket.of(history), published -> reversion(60));
        Optional<LookAheadCheck.Divergence> found = check.withoutFuture(200); // empty: the same decisions
        Optional<LookAheadCheck.Divergence> other = check.withShuffledFuture(200, 42);

        assertThat(found).isEmpty();
        assertThat(other).isEmpty();
    }

    @Test
    void theEngineItself() {
        TreasuryMarket market = TreasuryMarket.of(history);
        TradingEngine engine = TradingEngine.builder(EngineConfig.treasuries())
                .strategy(StrategySlot.of("steady", view -> List.of(Intent.of("UST 10Y", Direction.LONG, 10_000)))
                        .killedAtLoss(5_000_000))
                .venue(SimulatedVenue.builder("simulated").build())
                .pricing(market.pricing())
                .build();
        for (MarketEvent event : market.events()) {
            engine.process(event);
        }
        engine.setState("steady", SlotState.DISABLED, "the desk is closed"); // from any thread
        engine.poll(engine.now());

        assertThat(engine.state("steady")).isEqualTo(SlotState.DISABLED);
    }

    private static Strategy reversion(int window) {
        Indicator score = ZScore.of(window);
        return view -> view.event() instanceof Observations
                ? List.of(Intent.ofDv01(
                        "UST 10Y",
                        10_000 * score.update(view.series("UST 10Y yield").last())))
                : List.of();
    }
}
