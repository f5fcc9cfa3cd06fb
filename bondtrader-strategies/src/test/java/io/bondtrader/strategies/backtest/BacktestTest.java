package io.bondtrader.strategies.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.engine.CapitalAllocator;
import io.bondtrader.strategies.engine.CapitalPlan;
import io.bondtrader.strategies.engine.EngineConfig;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.performance.TrackDay;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import io.bondtrader.strategies.strategy.StrategyFactory;
import io.bondtrader.strategies.strategy.StrategySpec;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class BacktestTest {

    private static final Map<String, Object> SHORT_END = Map.of(
            "instruments", List.of("UST 2Y", "UST 10Y"),
            "series", List.of("UST 2Y yield", "UST 10Y yield"),
            "years", List.of(2, 10));
    private static final TreasuryMarket MARKET = TreasuryMarket.of(wandering(500));

    @Test
    void theSameInputsGiveTheSameBytes() {
        BacktestResult one = two().run();
        BacktestResult other = two().run();

        assertThat(one.inputHash()).isEqualTo(other.inputHash());
        assertThat(one.outputHash()).isEqualTo(other.outputHash());
        assertThat(one.tearSheet("steady").toHtml())
                .isEqualTo(other.tearSheet("steady").toHtml());
        assertThat(one.tearSheet().toJson()).isEqualTo(other.tearSheet().toJson());
    }

    @Test
    void anotherSeedConfigurationOrHistoryIsAnotherRun() {
        String hash = two().run().inputHash();

        assertThat(two().config(two().config().withSeed(2)).run().inputHash()).isNotEqualTo(hash);
        assertThat(two().config(two().config().withBand(0.2)).run().inputHash()).isNotEqualTo(hash);
        assertThat(two().label("other parameters").run().inputHash()).isNotEqualTo(hash);
        assertThat(with(Backtest.on(TreasuryMarket.of(wandering(499)))).run().inputHash())
                .isNotEqualTo(hash);
    }

    @Test
    void whatWasEarnedAddsUpToTheLastDigit() {
        BacktestResult result = two().run();
        BigDecimal effects = result.attribution().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal equity =
                result.accounts().stream().map(account -> account.equity()).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(effects).isEqualByComparingTo(equity);
        assertThat(result.total().profit()).isCloseTo(equity.doubleValue(), within(1e-6));
        assertThat(result.record("steady").profit() + result.record("short").profit())
                .isCloseTo(result.total().profit(), within(1e-6));
    }

    @Test
    void aStrategyEarnsInCompanyWhatItEarnsAlone() {
        BacktestResult together = two().run();
        BacktestResult alone = Backtest.on(MARKET)
                .strategy(
                        "short",
                        () -> view -> view.event() instanceof Observations
                                ? List.of(Intent.of("UST 2Y", Direction.SHORT, 5_000))
                                : List.of())
                .run();

        assertThat(together.accounts().get(1)).isEqualTo(alone.accounts().get(0));
        assertThat(together.record("short").returns())
                .containsExactly(alone.record("short").returns());
    }

    /** Netting changes what trading costs, and nothing about who holds what. */
    @Test
    void strategiesThatShareBondsHoldInCompanyWhatTheyHoldAlone() {
        Map<String, StrategySpec> specs = new LinkedHashMap<>();
        specs.put("hold", new StrategySpec("buy-and-hold", "hold", Map.of()));
        specs.put("momentum", new StrategySpec("momentum", "momentum", SHORT_END));
        specs.put("carry", new StrategySpec("carry", "carry", SHORT_END));
        specs.put("breakout", new StrategySpec("volatility-breakout", "breakout", Map.of("channel", 10)));
        StrategyFactory factory = StrategyFactory.standard();
        Backtest company = Backtest.on(MARKET);
        specs.forEach((id, spec) -> company.strategy(id, () -> factory.create(spec)));
        BacktestResult together = company.run();
        int trades = 0;
        for (Map.Entry<String, StrategySpec> each : specs.entrySet()) {
            BacktestResult alone = Backtest.on(MARKET)
                    .strategy(each.getKey(), () -> factory.create(each.getValue()))
                    .run();
            int parting = Arrays.mismatch(dv01s(together, each.getKey()), dv01s(alone, each.getKey()));
            assertThat(parting).as(each.getKey()).isEqualTo(-1);
            trades += alone.closedTrades().size();
        }

        assertThat(trades).isGreaterThan(30);
        assertThat(together.incidents()).isEmpty();
    }

    private static double[] dv01s(BacktestResult result, String strategy) {
        return result.record(strategy).days().stream()
                .mapToDouble(TrackDay::dv01)
                .toArray();
    }

    @Test
    void aTargetThatIsStatedOnceIsHeldThroughEveryRoll() {
        boolean[] stated = {false};
        BacktestResult result = Backtest.on(MARKET)
                .strategy("once", () -> view -> {
                    boolean first = !stated[0] && view.valuation("UST 10Y").isPresent();
                    stated[0] |= first;
                    Instant expiry =
                            view.asOf().plus(Duration.ofDays(5)); // to be traded by then, not to be held until then
                    return first
                            ? List.of(
                                    Intent.of("UST 10Y", Direction.LONG, 10_000).within(Duration.ofDays(9), expiry))
                            : List.of();
                })
                .run();

        // The DV01 drifts with yields between the rolls, and is brought back at each.
        assertThat(result.record("once").days().subList(2, 500))
                .allSatisfy(day -> assertThat(day.dv01()).isBetween(9_000.0, 11_000.0));
        assertThat(result.closedTrades("once")).hasSizeGreaterThan(5);
    }

    @Test
    void aDayOfTheRecordIsADayOfTheMarket() {
        assertThat(two().run().total().days()).hasSize(500);
    }

    @Test
    void aDecisionIsNeverFilledAtThePricesThatItWasMadeOn() {
        List<String> decided = new ArrayList<>();
        Strategy once = view -> {
            if (decided.isEmpty() && view.quote("UST 10Y").isPresent()) {
                decided.add(String.valueOf(view.quote("UST 10Y").get().ask()));
                return List.of(Intent.of("UST 10Y", Direction.LONG, 10_000));
            }
            return List.of();
        };
        BacktestResult result = Backtest.on(MARKET).strategy("once", () -> once).run();

        assertThat(result.record("once").days().get(0).turnover()).isZero();
        assertThat(result.record("once").days().get(1).turnover()).isPositive();
    }

    @Test
    void capitalIsAllocatedWithoutMovingAStrategysOwnTrack() {
        BacktestResult fixed = two().run();
        BacktestResult parity = two().capitalPlan(
                        new CapitalPlan(CapitalAllocator.riskParity(100_000, 3), 21, 250, 60, Optional.empty()))
                .run();

        assertThat(parity.allocation().get("steady")).isNotEqualTo(1.0);
        assertThat(parity.outputHash()).isNotEqualTo(fixed.outputHash());
    }

    @Test
    void aSweepDoesNotDependOnTheNumberOfThreads() {
        ParameterSweep alone = sweep(Parallelism.callingThread());
        ParameterSweep together = sweep(Parallelism.on(ForkJoinPool.commonPool(), 4));

        assertThat(together.sharpes()).containsExactly(alone.sharpes());
        assertThat(together.best()).isEqualTo(alone.best());
        assertThat(together.overfitting(8).probability()).isBetween(0.0, 1.0);
    }

    private static ParameterSweep sweep(Parallelism parallelism) {
        return ParameterSweep.run(
                6,
                i -> Backtest.on(MARKET)
                        .strategy(
                                "steady",
                                () -> view -> List.of(Intent.of(
                                        "UST 10Y", i % 2 == 0 ? Direction.LONG : Direction.SHORT, 10_000 * (i + 1))))
                        .run()
                        .total(),
                parallelism);
    }

    @Test
    void progressIsReportedAndARunCanBeCalledOff() {
        List<Long> steps = new ArrayList<>();
        two().reportingTo((done, total) -> steps.add(done)).run();
        Backtest stopped = two().cancelledBy(() -> true);

        assertThat(steps).hasSizeGreaterThan(1).isSorted();
        assertThatThrownBy(stopped::run).isInstanceOf(CancellationException.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Backtest.on(MARKET).run()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Backtest.on(List.of(), EngineConfig.treasuries())
                        .strategy("a", () -> view -> List.of())
                        .run())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> two().strategy("steady", () -> view -> List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> two().capital(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> two().tracing(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> two().killedAtLoss("steady", -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> two().afterTrials(0, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> two().run().record("nobody")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> ParameterSweep.run(0, i -> two().run().total(), Parallelism.callingThread()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void trialsThatWereToldAreDeflatedFor() {
        assertThat(two().run().overfitting("steady").isOneTrialAssumed()).isTrue();
        assertThat(two().afterTrials(100, 0.001).run().overfitting("steady").trials())
                .contains(100);
    }

    @Test
    void whyItDidNotTradeHasAnAnswer() {
        BacktestResult result = Backtest.on(MARKET)
                .tracing(100)
                .strategy("wishful", () -> view -> List.of(Intent.of("UST 9Y", Direction.LONG, 1)))
                .run();

        assertThat(result.trace().why("wishful", "UST 9Y").get(1).code()).isEqualTo("NO_VALUATION");
        assertThat(result.toString()).contains("wishful");
    }

    private static Backtest two() {
        return with(Backtest.on(MARKET));
    }

    private static Backtest with(Backtest backtest) {
        return backtest.strategy("steady", () -> view -> List.of(Intent.of("UST 10Y", Direction.LONG, 10_000)))
                .strategy(
                        "short",
                        () -> view -> view.event() instanceof Observations
                                ? List.of(Intent.of("UST 2Y", Direction.SHORT, 5_000))
                                : List.of());
    }

    /** Par yields that wander, from a fixed seed. */
    static ParYieldHistory wandering(int days) {
        Random random = new Random(9);
        List<LocalDate> dates = new ArrayList<>();
        List<double[]> yields = new ArrayList<>();
        double level = 0.045;
        double slope = 0.01;
        for (LocalDate day = LocalDate.of(2023, 1, 3); dates.size() < days; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                level += 0.0006 * random.nextGaussian();
                slope += 0.0003 * random.nextGaussian();
                dates.add(day);
                yields.add(new double[] {level, level + 0.3 * slope, level + slope});
            }
        }
        List<Tenor> tenors = List.of(Tenor.ofMonths(3), Tenor.ofYears(2), Tenor.ofYears(10));
        return ParYieldHistory.of(tenors, dates, yields.toArray(double[][]::new));
    }
}
