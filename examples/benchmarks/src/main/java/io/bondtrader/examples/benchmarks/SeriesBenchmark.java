package io.bondtrader.examples.benchmarks;

import io.bondtrader.strategies.backtest.SeriesBacktest;
import io.bondtrader.strategies.backtest.SeriesResult;
import io.bondtrader.strategies.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/**
 * Two moving averages and a relative strength index on a million bars, with the orders that follow from them, beside ta4j.
 * Both are given bars that are built already, and begin with fresh indicators. The trades and their profit are the same and
 * checked. The claim under test: ten times faster.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgsAppend = "-Xmx2500m")
public class SeriesBenchmark {

    private static final int BARS = 1_000_000;
    private static final int TRADES = 2_744;
    private static final double PROFIT = -36.941469;

    /** The bars of our benchmark, and none of the other's: a heap full of bars is part of neither's speed. */
    @State(Scope.Thread)
    public static class Ours {

        private SeriesBacktest backtest = SeriesBacktest.of(bars(2));

        /** Builds the bars. */
        @Setup
        public void prepare() {
            backtest = SeriesBacktest.of(bars(BARS));
        }
    }

    /** The same bars as ta4j has them. */
    @State(Scope.Thread)
    public static class Theirs {

        private BarSeries series = new BaseBarSeriesBuilder().build();

        /** Builds the bars. */
        @Setup
        public void prepare() {
            series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
            for (Bar bar : bars(BARS)) {
                series.addBar(
                        Duration.ofMinutes(1),
                        bar.eventTime().atZone(ZoneOffset.UTC),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume());
            }
        }
    }

    private static List<Bar> bars(int count) {
        Random random = new Random(42);
        Instant start = Instant.parse("2020-01-01T00:01:00Z");
        List<Bar> bars = new ArrayList<>(count);
        double price = 100.0;
        for (int i = 0; i < count; i++) {
            double open = price;
            price *= Math.exp(1e-7 + 4e-4 * random.nextGaussian());
            double high = Math.max(open, price) * 1.0001;
            double low = Math.min(open, price) * 0.9999;
            bars.add(Bar.of("X", open, high, low, price, 1_000, start.plusSeconds(60L * i)));
        }
        return bars;
    }

    /** Our strategy, through the public interfaces of indicators and strategies. */
    @Benchmark
    public SeriesResult millionBars(Ours ours) {
        SeriesResult result = ours.backtest.run(new SmaRsiStrategy());
        check(result.closedTrades(), result.closedProfit());
        return result;
    }

    /** The same rules in ta4j. */
    @Benchmark
    public TradingRecord millionBarsTa4j(Theirs theirs) {
        ClosePriceIndicator close = new ClosePriceIndicator(theirs.series);
        SMAIndicator fast = new SMAIndicator(close, 50);
        SMAIndicator slow = new SMAIndicator(close, 200);
        RSIIndicator strength = new RSIIndicator(close, 14);
        BaseStrategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow).and(new UnderIndicatorRule(strength, 70)),
                new CrossedDownIndicatorRule(fast, slow).or(new OverIndicatorRule(strength, 80)),
                200);
        TradingRecord record = new BarSeriesManager(theirs.series, new TradeOnNextOpenModel()).run(strategy);
        double profit = 0.0;
        int closed = 0;
        for (Position position : record.getPositions()) {
            if (position.isClosed()) {
                profit += position.getProfit().doubleValue();
                closed++;
            }
        }
        check(closed, profit);
        return record;
    }

    private static void check(int trades, double profit) {
        if (trades != TRADES || Math.abs(profit - PROFIT) > 5e-7) {
            throw new IllegalStateException("not the workload: " + trades + " trades, profit " + profit);
        }
    }
}
