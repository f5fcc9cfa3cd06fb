package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Orders that arrive together. */
final class ConcurrentOrdersTest {

    private static final int TRADERS = 8;

    private static void together(TraderWork work) throws Exception {
        ExecutorService traders = Executors.newFixedThreadPool(TRADERS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < TRADERS; t++) {
                int trader = t;
                done.add(traders.submit(() -> {
                    start.await();
                    work.trade(trader);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> trader : done) {
                trader.get();
            }
        } finally {
            traders.shutdownNow();
        }
    }

    private interface TraderWork {
        void trade(int trader) throws Exception;
    }

    @Test
    void cannotBreakALimitTogether() throws Exception {
        Limit gross = SampleDesk.limit("gross", LimitMeasure.grossNotional())
                .atMost(1_000_000)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(gross)).build();
        AtomicInteger accepted = new AtomicInteger();

        together(trader -> {
            for (int k = 0; k < 500; k++) {
                Order order = SampleDesk.order(trader + "/" + k, k % 40, Side.BUY, 7_000);
                if (engine.submit(order).isAccepted()) {
                    accepted.incrementAndGet();
                }
            }
        });

        assertThat(accepted).hasValue(142); // of 7,000 each in 1,000,000
        assertThat(engine.workingOrders()).hasSize(142);
    }

    @Test
    void leaveSumsThatAddUpWhateverTheirOrder() throws Exception {
        List<Limit> limits = new ArrayList<>();
        for (LimitMeasure measure : SampleDesk.measures()) {
            limits.add(SampleDesk.limit("limit " + limits.size(), measure)
                    .atMost(1e15)
                    .build());
        }
        LimitEngine engine = SampleDesk.engine(LimitSet.of(limits)).build();

        together(trader -> {
            SplittableRandom random = new SplittableRandom(trader);
            for (int k = 0; k < 200; k++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                Order order =
                        SampleDesk.order(trader + "/" + k, random.nextInt(40), side, 1_000L * random.nextInt(1, 2_000));
                assertThat(engine.submit(order).isAccepted()).isTrue();
                if (random.nextBoolean()) {
                    engine.fill(order.id(), order.face());
                } else {
                    engine.cancel(order.id());
                }
                if (k % 50 == 0) {
                    engine.utilisations();
                    engine.monitor();
                }
            }
        });

        assertThat(engine.workingOrders()).isEmpty();
        VerifiedLimits verified = VerifiedLimits.of(engine, Verifier.flagging());
        for (Limit limit : limits) {
            assertThat(verified.value(limit.id()).isAgreed()).as("%s", limit).isTrue();
        }
    }

    @Test
    void seeMarketsAndLimitsChangeAsAWhole() throws Exception {
        Limit narrow = SampleDesk.limit("gross", LimitMeasure.grossNotional())
                .atMost(10_000)
                .build();
        Limit wide = SampleDesk.limit("gross", LimitMeasure.grossNotional())
                .atMost(20_000)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(narrow)).build();

        together(trader -> {
            for (int k = 0; k < 40; k++) {
                if (trader == 0) {
                    engine.install(SampleDesk.set(k % 2 == 0 ? wide : narrow), "rita");
                    engine.revalue(SampleDesk.universe(40, 60 + k % 2));
                } else {
                    Order order = SampleDesk.order(trader + "/" + k, k % 40, Side.BUY, 1_000);
                    if (engine.submit(order).isAccepted()) {
                        engine.cancel(order.id());
                    }
                }
            }
        });

        assertThat(engine.utilisations())
                .singleElement()
                .satisfies(used -> assertThat(used.withWorkingOrders()).isZero());
    }
}
