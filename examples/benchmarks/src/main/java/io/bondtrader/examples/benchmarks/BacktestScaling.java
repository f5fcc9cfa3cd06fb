package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.backtest.Backtest;
import io.bondtrader.strategies.backtest.BacktestResult;
import io.bondtrader.strategies.backtest.ParameterSweep;
import io.bondtrader.strategies.backtest.TreasuryMarket;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.signal.Indicator;
import io.bondtrader.strategies.signal.ZScore;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a back-test costs: {@code examples/run benchmarks backtest YIELDS.csv}. A strategy bets on eleven tenors each day by
 * how far their yields are from their mean; bonds age, pay and are rolled each quarter.
 */
final class BacktestScaling {

    private static final int TRIALS = 1_000;
    private static final int PASSES = 5;
    private static final List<Tenor> TENORS = List.of(
            Tenor.ofMonths(1),
            Tenor.ofMonths(3),
            Tenor.ofMonths(6),
            Tenor.ofYears(1),
            Tenor.ofYears(2),
            Tenor.ofYears(3),
            Tenor.ofYears(5),
            Tenor.ofYears(7),
            Tenor.ofYears(10),
            Tenor.ofYears(20),
            Tenor.ofYears(30));

    private BacktestScaling() {}

    /** Bets against the distance of each yield from its mean. */
    private static final class Reversion implements Strategy {

        private final List<Indicator> scores = new ArrayList<>();
        private final int window;

        Reversion(int window) {
            this.window = window;
            for (int i = 0; i < TENORS.size(); i++) {
                scores.add(ZScore.of(window));
            }
        }

        @Override
        public List<Intent> onEvent(MarketView view) {
            if (!(view.event() instanceof Observations yields)) {
                return List.of();
            }
            List<Intent> intents = new ArrayList<>(TENORS.size());
            for (int i = 0; i < TENORS.size(); i++) {
                Tenor tenor = TENORS.get(i);
                double yield = yields.value(yields.names().placeOf(TreasuryMarket.yieldName(tenor)));
                if (!Double.isNaN(yield)) {
                    double score = scores.get(i).update(yield);
                    intents.add(Intent.ofDv01(TreasuryMarket.alias(tenor), 1_000.0 * Math.rint(score)));
                }
            }
            return intents;
        }

        @Override
        public int warmUp() {
            return window;
        }
    }

    static void run(Path file) {
        ParYieldHistory history = ParYieldHistory.read(file);
        TreasuryMarket market = TreasuryMarket.of(history).issuing(TENORS);
        System.out.printf(Locale.ROOT, "%d days, %s%n", history.dates().size(), market);
        double best = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            long start = System.nanoTime();
            BacktestResult result = Backtest.on(market)
                    .strategy("reversion", () -> new Reversion(250))
                    .run();
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Math.min(best, seconds);
            System.out.printf(
                    Locale.ROOT,
                    "pass %d: %.2f s, %d orders, outputs %s%n",
                    pass + 1,
                    seconds,
                    result.counts().orders(),
                    result.outputHash().substring(0, 12));
        }
        System.out.printf(Locale.ROOT, "one strategy, eleven tenors, all days: best %.2f s%n", best);
        sweep(history);
    }

    private static void sweep(ParYieldHistory history) {
        LocalDate last = history.dates().get(history.dates().size() - 1);
        TreasuryMarket market = TreasuryMarket.of(history.between(last.minusYears(1), last))
                .issuing(List.of(Tenor.ofYears(2), Tenor.ofYears(10)));
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        trials(market, Parallelism.callingThread()); // warm
        double one = Double.POSITIVE_INFINITY;
        double two = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < 3; pass++) {
            one = Math.min(one, trials(market, Parallelism.callingThread()));
            two = Math.min(two, trials(market, Parallelism.on(pool, 2)));
        }
        System.out.printf(
                Locale.ROOT,
                "%d parameter sets on %d days: %.2f s on one thread, %.2f s on two: %.2f x%n",
                TRIALS,
                market.dates().size(),
                one,
                two,
                one / two);
    }

    private static double trials(TreasuryMarket market, Parallelism parallelism) {
        long start = System.nanoTime();
        ParameterSweep.run(
                TRIALS,
                i -> Backtest.on(market)
                        .strategy("reversion", () -> new Reversion(10 + i % 100))
                        .run()
                        .total(),
                parallelism);
        return (System.nanoTime() - start) / 1e9;
    }
}
