package io.bondtrader.strategies.engine;

import static io.bondtrader.strategies.engine.Scene.FIVE;
import static io.bondtrader.strategies.engine.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.execution.Commission;
import io.bondtrader.strategies.execution.Latency;
import io.bondtrader.strategies.execution.MatchingVenue;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.execution.VenueListener;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.strategy.Intent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three brokers at once, well behaved and not: positions, trades and cash agree all the same. */
final class SeveralVenuesTest {

    @Test
    void ordersThatGoToSeveralVenuesAddUp() {
        Outcome outcome = play(UnaryOperator.identity());

        assertThat(outcome.venues).containsExactlyInAnyOrder("one", "two", "three");
        outcome.reconciles();
    }

    @Test
    void aVenueThatReportsEverythingTwiceChangesNothing() {
        Outcome once = play(UnaryOperator.identity());
        Outcome twice = play(venue -> new Unruly(venue, true));

        assertThat(twice.engine.accounts()).isEqualTo(once.engine.accounts());
        twice.reconciles();
    }

    @Test
    void nonsenseFromVenuesIsCountedAndChangesNothing() {
        Outcome quiet = play(UnaryOperator.identity());
        Outcome noisy = play(venue -> new Unruly(venue, false));

        assertThat(noisy.engine.accounts()).isEqualTo(quiet.engine.accounts());
        assertThat(noisy.engine.counts().refusedReports()).isGreaterThan(50);
        noisy.reconciles();
    }

    private record Outcome(TradingEngine engine, Scene scene, List<String> venues) {

        void reconciles() {
            Map<String, BigDecimal> net = new TreeMap<>();
            for (Execution execution : scene.executions) {
                net.merge(execution.security().id(), execution.signedFace(), BigDecimal::add);
            }
            BigDecimal fees = BigDecimal.ZERO;
            for (OrderEvent event : scene.orders) {
                fees = event instanceof OrderEvent.Filled filled
                        ? fees.add(filled.fees().amount())
                        : fees;
            }
            BigDecimal charged = BigDecimal.ZERO;
            BigDecimal equity = BigDecimal.ZERO;
            BigDecimal effects = BigDecimal.ZERO;
            for (AccountState account : engine.accounts()) {
                account.faces().forEach((id, face) -> net.merge(id, face.negate(), BigDecimal::add));
                equity = equity.add(account.equity());
                charged = charged.subtract(account.effect(Effect.FEES));
                effects = account.effects().values().stream().reduce(effects, BigDecimal::add);
            }
            assertThat(scene.executions).hasSizeGreaterThan(100);
            assertThat(net.values()).allSatisfy(rest -> assertThat(rest).isEqualByComparingTo("0"));
            assertThat(effects).isEqualByComparingTo(equity);
            assertThat(charged).isEqualByComparingTo(fees).isPositive();
            assertThat(engine.counts().waitingReports()).isZero();
        }
    }

    private static Outcome play(UnaryOperator<MatchingVenue> wrapped) {
        Scene scene = new Scene();
        List<String> used = new ArrayList<>();
        TradingEngineBuilder builder = TradingEngine.builder(Scene.config())
                .listener(scene)
                .trace(scene.trace)
                .policy(new OrderPolicy() {
                    private int next;

                    @Override
                    public OrderTicket ticket(Order order, @Nullable Quote quote) {
                        return OrderTicket.market(order);
                    }

                    @Override
                    public int venue(OrderTicket ticket, int venues) {
                        next = (next + 1) % venues;
                        return next;
                    }
                });
        int latency = 1;
        for (String name : List.of("one", "two", "three")) {
            builder.venue(wrapped.apply(SimulatedVenue.builder(name)
                    .latency(Latency.of(Duration.ofMillis(300L * latency)), Latency.of(Duration.ofMillis(200)))
                    .seed(latency++)
                    .commission(Commission.perMillion(new BigDecimal("17.33")))
                    .build()));
        }
        Scene.Puppet one = new Scene.Puppet(0);
        Scene.Puppet other = new Scene.Puppet(0);
        TradingEngine engine = builder.strategy(StrategySlot.of("one", one))
                .strategy(StrategySlot.of("other", other))
                .build();
        scene.open(engine);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Security security = random.nextBoolean() ? FIVE : TEN;
            one.say(Intent.ofDv01(security.id(), 300 * random.nextGaussian()));
            other.say(Intent.ofDv01(security.id(), 300 * random.nextGaussian()));
            scene.tick(engine);
            double middle = 99 + 2 * random.nextDouble();
            scene.quote(engine, FIVE, middle - 0.01, middle + 0.01);
            scene.quote(engine, TEN, middle - 0.02, middle + 0.02);
        }
        scene.quote(engine, FIVE, 100.0, 100.0);
        scene.quote(engine, TEN, 100.0, 100.0);
        engine.poll(scene.now().plusSeconds(60));
        for (OrderEvent event : scene.orders) {
            if (event instanceof OrderEvent.Filled filled && !used.contains(filled.venue())) {
                used.add(filled.venue());
            }
        }
        return new Outcome(engine, scene, used);
    }

    /** Says everything twice, or mixes in what cannot be. */
    private static final class Unruly implements MatchingVenue {

        private final MatchingVenue inner;
        private final boolean twice;

        Unruly(MatchingVenue inner, boolean twice) {
            this.inner = inner;
            this.twice = twice;
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public void connect(VenueListener reports) {
            inner.connect(event -> {
                reports.report(event);
                if (twice) {
                    reports.report(event);
                } else {
                    reports.report(new OrderEvent.Cancelled("nobody's", event.at(), event.sequence(), "?"));
                }
            });
        }

        @Override
        public void submit(OrderTicket ticket, Instant now) {
            inner.submit(ticket, now);
        }

        @Override
        public void cancel(String orderId, Instant now) {
            inner.cancel(orderId, now);
        }

        @Override
        public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {
            inner.replace(orderId, face, type, now);
        }

        @Override
        public void onMarket(MarketEvent event) {
            inner.onMarket(event);
        }

        @Override
        public void advance(Instant now) {
            inner.advance(now);
        }
    }
}
