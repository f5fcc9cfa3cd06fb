package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.engine.AccountState;
import io.bondtrader.strategies.engine.EngineConfig;
import io.bondtrader.strategies.engine.EngineListener;
import io.bondtrader.strategies.engine.StrategySlot;
import io.bondtrader.strategies.engine.TradingEngine;
import io.bondtrader.strategies.engine.TradingEngineBuilder;
import io.bondtrader.strategies.execution.Latency;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Ten minutes of a busy market in logical time: {@code examples/run benchmarks load [MINUTES]}. A thousand bonds on five
 * venues with latency, ten strategies, quotes and trades that come in bursts. Says how long each event took, what the heap
 * held, and whether positions, trades and accounts agree at the end.
 */
final class EngineLoad {

    private static final int BONDS = 1_000;
    private static final int STRATEGIES = 10;
    private static final int VENUES = 5;
    private static final int QUIET = 2_000;
    private static final int BURST = 200_000;
    private static final Instant OPEN = Instant.parse("2024-03-25T14:00:00Z");

    private EngineLoad() {}

    /** Follows its own part of the bonds, and now and then one that another strategy trades the other way. */
    private static final class Follower implements Strategy {

        private final int number;
        private final Map<String, double[]> averages = new TreeMap<>();

        Follower(int number) {
            this.number = number;
        }

        @Override
        public List<Intent> onEvent(MarketView view) {
            if (!(view.event() instanceof Quote quote)) {
                return List.of();
            }
            int bond = Integer.parseInt(quote.instrument().substring(1));
            if (bond % STRATEGIES != number && (bond % 3 != 0 || bond % 7 != number)) {
                return List.of();
            }
            double[] average = averages.computeIfAbsent(quote.instrument(), name -> new double[] {quote.mid(), 0});
            average[0] += 0.05 * (quote.mid() - average[0]);
            if (++average[1] % 20 != 0) {
                return List.of();
            }
            double wish = bond % STRATEGIES == number ? quote.mid() - average[0] : average[0] - quote.mid();
            return List.of(Intent.ofDv01(quote.instrument(), 500.0 * Math.signum(wish)));
        }
    }

    /** Adds up what was traded. */
    private static final class Tally implements EngineListener {

        private final Map<String, BigDecimal> traded = new TreeMap<>();
        private long trades;
        private long refused;

        @Override
        public void onTrade(String strategy, Execution execution) {
            trades++;
            traded.merge(strategy + '/' + execution.security().id(), execution.signedFace(), BigDecimal::add);
        }

        @Override
        public void onRefusedReport(OrderEvent event, String reason) {
            refused++;
        }
    }

    static void run(int minutes) {
        Tally tally = new Tally();
        TradingEngineBuilder builder = TradingEngine.builder(
                        EngineConfig.treasuries().withBand(0.0).withHistoryLength(100))
                .listener(tally)
                .policy(new SpreadOut());
        for (int i = 0; i < STRATEGIES; i++) {
            builder.strategy(StrategySlot.of("strategy " + i, new Follower(i)));
        }
        for (int i = 0; i < VENUES; i++) {
            builder.venue(SimulatedVenue.builder("venue " + i)
                    .latency(Latency.of(Duration.ofMillis(1 + i)), Latency.of(Duration.ofMillis(2)))
                    .seed(i)
                    .build());
        }
        TradingEngine engine = builder.build();
        double[] middle = list(engine);
        SplittableRandom random = new SplittableRandom(11);
        long[] histogram = new long[64];
        long sent = BONDS * 2L;
        long slowest = 0;
        long busy = 0;
        List<Long> heap = new ArrayList<>();
        Instant second = OPEN;
        for (int s = 0; s < 60 * minutes; s++) {
            second = second.plusSeconds(1);
            int events = s % 30 == 0 ? BURST : QUIET;
            Instant time = second;
            long step = 1_000_000_000L / (events + 1);
            for (int k = 0; k < events; k++) {
                time = time.plusNanos(step);
                MarketEvent event = event(random, middle, time);
                long start = System.nanoTime();
                engine.process(event);
                long took = System.nanoTime() - start;
                busy += took;
                slowest = Math.max(slowest, took);
                histogram[bucket(took)]++;
                sent++;
            }
            if ((s + 1) % 60 == 0) {
                heap.add(used());
            }
        }
        engine.poll(second.plusSeconds(60));
        report(engine, tally, sent, busy, slowest, histogram, heap);
    }

    private static double[] list(TradingEngine engine) {
        double[] middle = new double[BONDS];
        Arrays.fill(middle, 100.0);
        for (int i = 0; i < BONDS; i++) {
            FixedCouponBond bond = FixedCouponBond.of(
                    BondConventions.US_TREASURY, 0.04, LocalDate.of(2024, 2, 15), LocalDate.of(2026 + i % 28, 2, 15));
            engine.process(Listed.of(Security.of("B" + i, bond, "USD"), OPEN));
            double dv01 = 0.01 * (2 + i % 28) * 0.8;
            engine.process(new Valuation("B" + i, LocalDate.of(2024, 3, 26), 100, 0.4, dv01, 0.04, OPEN, OPEN));
        }
        return middle;
    }

    private static MarketEvent event(SplittableRandom random, double[] middle, Instant time) {
        int bond = random.nextInt(BONDS);
        middle[bond] += 0.01 * (random.nextDouble() - 0.5);
        if (random.nextInt(4) == 0) {
            return new Trade("B" + bond, middle[bond], 1_000_000L * (1 + random.nextInt(5)), time, time);
        }
        return Quote.of("B" + bond, middle[bond] - 0.01, middle[bond] + 0.01, 5_000_000L, time);
    }

    private static int bucket(long nanos) {
        return 63 - Long.numberOfLeadingZeros(Math.max(1, nanos));
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void report(
            TradingEngine engine, Tally tally, long sent, long busy, long slowest, long[] histogram, List<Long> heap) {
        System.out.println(engine.counts());
        System.out.printf(
                Locale.ROOT,
                "events sent %,d, taken %,d, lost %,d; %,d trades booked, %d reports refused%n",
                sent,
                engine.counts().events(),
                sent - engine.counts().events(),
                tally.trades,
                tally.refused);
        System.out.printf(Locale.ROOT, "%.1f s of work, %,.0f events a second%n", busy / 1e9, sent / (busy / 1e9));
        boolean agree = true;
        Map<String, BigDecimal> open = new TreeMap<>(tally.traded);
        BigDecimal equity = BigDecimal.ZERO;
        BigDecimal effects = BigDecimal.ZERO;
        for (AccountState account : engine.accounts()) {
            account.faces()
                    .forEach((id, face) -> open.merge(account.strategy() + '/' + id, face.negate(), BigDecimal::add));
            equity = equity.add(account.equity());
            effects = account.effects().values().stream().reduce(effects, BigDecimal::add);
        }
        for (BigDecimal rest : open.values()) {
            agree &= rest.signum() == 0;
        }
        System.out.printf(
                Locale.ROOT,
                "positions %s the trades; effects %s the equity of %,.2f%n",
                agree ? "are" : "ARE NOT",
                effects.compareTo(equity) == 0 ? "are" : "ARE NOT",
                equity);
        System.out.print("heap after each minute, MB:");
        heap.forEach(bytes -> System.out.printf(Locale.ROOT, " %.0f", bytes / 1e6));
        System.out.printf(Locale.ROOT, "%nslowest event %.1f ms%n", slowest / 1e6);
        long before = 0;
        for (int i = 0; i < histogram.length; i++) {
            before += histogram[i];
            if (histogram[i] > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "below %,12d ns %,12d events %9.4f %%%n",
                        1L << (i + 1),
                        histogram[i],
                        100.0 * before / (sent - 2.0 * BONDS));
            }
        }
    }
}
