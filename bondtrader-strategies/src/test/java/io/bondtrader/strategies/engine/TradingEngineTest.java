package io.bondtrader.strategies.engine;

import static io.bondtrader.strategies.engine.Scene.FIVE;
import static io.bondtrader.strategies.engine.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.error.LookAhead;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TradingEngineTest {

    private final Scene scene = new Scene();

    @Test
    void aTargetOfRiskBecomesAFaceInWholeLotsAtTheNextQuote() {
        TradingEngine engine = start("a");
        scene.say("a", Intent.of("TEN", Direction.LONG, 1_234.5));
        scene.tick(engine);
        assertThat(scene.trades).isEmpty();
        scene.quote(engine, TEN, 99.5, 99.75);

        // 1,234.5 a basis point at 0.1 per 100 are 1,234,500 of face: 1,234 lots.
        assertThat(scene.trades).containsExactly("a TEN 1234000 at 99.75");
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("1234000");
        assertThat(engine.counts().openOrders()).isZero();
    }

    @Test
    void statingATargetAgainTradesNothing() {
        TradingEngine engine = start("a");
        for (int i = 0; i < 3; i++) {
            scene.say("a", Intent.of("TEN", Direction.SHORT, 500));
            scene.tick(engine);
        }
        scene.quote(engine, TEN, 99.5, 99.75);
        scene.say("a", Intent.of("TEN", Direction.SHORT, 500));
        scene.tick(engine);
        scene.quote(engine, TEN, 99.5, 99.75);

        assertThat(scene.trades).containsExactly("a TEN -500000 at 99.5");
        assertThat(scene.trace.counts()).containsEntry(Stage.UNCHANGED, 3L);
    }

    @Test
    void oppositeWishesMeetAtTheMiddleBeforeTheyCostABidOffer() {
        TradingEngine engine = start("buyer", "seller");
        scene.quote(engine, TEN, 99.0, 100.0);
        scene.say("buyer", Intent.of("TEN", Direction.LONG, 1_000));
        scene.say("seller", Intent.of("TEN", Direction.SHORT, 600));
        scene.tick(engine);

        assertThat(scene.trades).isEmpty(); // nothing is done at a price that was known when it was decided
        scene.quote(engine, TEN, 98.0, 99.0);
        assertThat(scene.trades)
                .containsExactly("buyer TEN 600000 at 98.5", "seller TEN -600000 at 98.5", "buyer TEN 400000 at 99.0");
        assertThat(scene.trace.counts()).containsEntry(Stage.NETTED, 2L);
    }

    @Test
    void whatIsCrossedAndWhatIsFilledIsDividedInProportion() {
        TradingEngine engine = start("a", "b", "c");
        scene.quote(engine, TEN, 99.0, 100.0);
        scene.say("a", Intent.of("TEN", Direction.LONG, 300));
        scene.say("b", Intent.of("TEN", Direction.LONG, 100));
        scene.say("c", Intent.of("TEN", Direction.SHORT, 200));
        scene.tick(engine);
        scene.quote(engine, TEN, 99.0, 100.0);

        assertThat(scene.trades)
                .containsExactly(
                        "a TEN 150000 at 99.5",
                        "b TEN 50000 at 99.5",
                        "c TEN -200000 at 99.5",
                        "a TEN 150000 at 100.0",
                        "b TEN 50000 at 100.0");
        BigDecimal net = BigDecimal.ZERO;
        for (Execution trade : scene.executions) {
            net = net.add(trade.signedFace());
        }
        assertThat(net).isEqualByComparingTo("200000");
    }

    @Test
    void intentsBeforeTheEndOfTheWarmUpAreRefusedWithTheReason() {
        Scene.Puppet slow = new Scene.Puppet(2);
        TradingEngine engine = scene.builder(Scene.config())
                .strategy(StrategySlot.of("slow", slow))
                .build();
        scene.open(engine);
        slow.say(Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        slow.say(Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);

        assertThat(scene.trace.steps())
                .extracting(TraceRecord::stage)
                .containsExactly(Stage.SIGNALLED, Stage.REFUSED, Stage.SIGNALLED, Stage.SIZED, Stage.ORDERED);
        assertThat(scene.trace.steps().get(1).code()).isEqualTo("WARMING_UP");
        assertThat(engine.firstLive("slow")).contains(scene.now());
    }

    @Test
    void aDisabledStrategyKeepsItsPositionsAndAKilledOneClosesThem() {
        TradingEngine engine = start("a");
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, TEN, 99.0, 100.0);
        engine.setState("a", SlotState.DISABLED, "lunch");
        scene.say("a", Intent.flat("TEN"));
        scene.tick(engine);
        scene.quote(engine, TEN, 99.0, 100.0);
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("100000");
        assertThat(scene.trace.why("a", "TEN").get(1).code()).isEqualTo("NOT_ENABLED");

        engine.setState("a", SlotState.KILLED, "enough");
        scene.tick(engine);
        scene.quote(engine, TEN, 98.0, 99.0);
        engine.setState("a", SlotState.ENABLED, "please");
        scene.tick(engine);

        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("0");
        assertThat(engine.state("a")).isEqualTo(SlotState.KILLED);
        assertThat(scene.states).containsExactly("a DISABLED lunch", "a KILLED enough");
        assertThat(scene.closed).hasSize(1);
    }

    @Test
    void aStrategyThatIsKilledWhileItsOrderWorksEndsWithNothing() {
        TradingEngine engine = start("a");
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        engine.setState("a", SlotState.KILLED, "changed our mind");
        scene.quote(engine, TEN, 99.0, 100.0);
        scene.quote(engine, TEN, 99.0, 100.0);

        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("0");
        assertThat(engine.counts().openOrders()).isZero();
        assertThat(scene.orders).anyMatch(OrderEvent.Cancelled.class::isInstance);
    }

    @Test
    void anOrderThatGoesTheOtherWayThanTheTargetNowIsWithdrawnInsteadOfMatched() {
        TradingEngine engine = start("a");
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.say("a", Intent.of("TEN", Direction.SHORT, 50));
        scene.tick(engine);
        scene.quote(engine, TEN, 99.0, 100.0);

        assertThat(scene.trades).containsExactly("a TEN -50000 at 99.0");
        assertThat(scene.orders.stream().filter(OrderEvent.Cancelled.class::isInstance))
                .hasSize(1);
    }

    @Test
    void anOrderThatIsWithdrawnForOneOfItsOwnersIsSentAgainForTheOthers() {
        TradingEngine engine = start("a", "b");
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.say("b", Intent.of("TEN", Direction.LONG, 50));
        scene.tick(engine);
        engine.setState("a", SlotState.DISABLED, "lunch");
        engine.poll(scene.now());
        scene.quote(engine, TEN, 100.0, 100.0);

        assertThat(scene.trades).containsExactly("b TEN 50000 at 100.0");
    }

    @Test
    void aLossBeyondItsMaximumKillsAStrategyAtTheEndOfTheDay() {
        Scene.Puppet puppet = new Scene.Puppet(0);
        TradingEngine engine = scene.builder(Scene.config())
                .strategy(StrategySlot.of("a", puppet).killedAtLoss(1_500))
                .build();
        scene.open(engine);
        puppet.say(Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);
        scene.mark(engine, TEN, 98.0, 0.1); // 2,000 lost on 100,000
        scene.comeTo(Scene.NOON.plus(Duration.ofDays(1)));
        scene.tick(engine);
        scene.quote(engine, TEN, 98.0, 98.0);

        assertThat(scene.states).containsExactly("a KILLED lost more than it may");
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("0");
    }

    @Test
    void legsOfOneTradeAreCutAlike() {
        PreTradeRisk half = limit("FIVE", new BigDecimal("400000"));
        TradingEngine engine = scene.builder(Scene.config(), "a").limits(half).build();
        scene.open(engine);
        scene.say(
                "a",
                Intent.of("FIVE", Direction.LONG, 400).inGroup("steepener"), // 800,000 of face
                Intent.of("TEN", Direction.SHORT, 400).inGroup("steepener")); // 400,000
        scene.tick(engine);
        scene.quote(engine, FIVE, 100.0, 100.0);
        scene.quote(engine, TEN, 100.0, 100.0);

        assertThat(scene.trades).containsExactly("a FIVE 400000 at 100.0", "a TEN -200000 at 100.0");
        assertThat(scene.trace.counts()).containsEntry(Stage.REDUCED, 2L);
    }

    @Test
    void aRefusedLegTakesItsSiblingsWithIt() {
        PreTradeRisk none = limit("FIVE", BigDecimal.ZERO);
        TradingEngine engine = scene.builder(Scene.config(), "a").limits(none).build();
        scene.open(engine);
        scene.say(
                "a",
                Intent.of("FIVE", Direction.LONG, 400).inGroup("steepener"),
                Intent.of("TEN", Direction.SHORT, 400).inGroup("steepener"));
        scene.tick(engine);

        assertThat(scene.orders).isEmpty();
        assertThat(scene.trace.why("a", "FIVE")).extracting(TraceRecord::code).endsWith("CAP");
        assertThat(scene.trace.why("a", "TEN")).extracting(TraceRecord::code).endsWith("OTHER_LEG");
    }

    @Test
    void aLegThatNothingSaysTheRiskOfTakesItsSiblingsWithIt() {
        TradingEngine engine = start("a");
        scene.say(
                "a",
                Intent.of("UNKNOWN", Direction.LONG, 400).inGroup("steepener"),
                Intent.of("TEN", Direction.SHORT, 400).inGroup("steepener"));
        scene.tick(engine);

        assertThat(scene.orders).isEmpty();
        assertThat(scene.trace.why("a", "UNKNOWN").get(1).code()).isEqualTo("NO_VALUATION");
        assertThat(scene.trace.why("a", "TEN")).extracting(TraceRecord::code).endsWith("OTHER_LEG");
    }

    @Test
    void aLegThatIsDeniedAtTheLastMomentTakesTheOthersBack() {
        List<String> released = new ArrayList<>();
        PreTradeRisk gate = new PreTradeRisk() {
            @Override
            public Answer check(Order order) {
                return new Answer(order.face(), "", "");
            }

            @Override
            public Answer submit(Order order) {
                boolean ten = order.security().id().equals("TEN");
                return ten ? new Answer(BigDecimal.ZERO, "USED_UP", "by the leg before") : check(order);
            }

            @Override
            public void filled(Execution execution) {}

            @Override
            public void ended(String orderId) {
                released.add(orderId);
            }
        };
        TradingEngine engine = scene.builder(Scene.config(), "a").limits(gate).build();
        scene.open(engine);
        scene.say(
                "a",
                Intent.of("FIVE", Direction.LONG, 400).inGroup("steepener"),
                Intent.of("TEN", Direction.SHORT, 400).inGroup("steepener"));
        scene.tick(engine);
        scene.quote(engine, FIVE, 100.0, 100.0);

        assertThat(scene.trades).isEmpty();
        assertThat(released).containsExactly("O1");
        assertThat(scene.orders.stream().filter(OrderEvent.Denied.class::isInstance))
                .hasSize(2);
    }

    @Test
    void aStrategyThatThrowsIsDisabledAndTheOthersGoOn() {
        TradingEngine engine = scene.builder(Scene.config(), "good")
                .strategy(StrategySlot.of("bad", view -> {
                    throw new IllegalStateException("a bug");
                }))
                .build();
        scene.open(engine);
        scene.say("good", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);

        assertThat(scene.trades).containsExactly("good TEN 100000 at 100.0");
        assertThat(engine.state("bad")).isEqualTo(SlotState.DISABLED);
        assertThat(scene.states).containsExactly("bad DISABLED failed: java.lang.IllegalStateException: a bug");
    }

    @Test
    void researchWantsToSeeAFailure() {
        TradingEngine engine = scene.builder(Scene.config())
                .failingFast()
                .strategy(StrategySlot.of("bad", view -> {
                    throw new IllegalStateException("a bug");
                }))
                .build();

        assertThatThrownBy(() -> scene.open(engine)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOrderLapsesWithItsIntent() {
        TradingEngine engine = scene.builder(Scene.config(), "a")
                .venue(SimulatedVenue.builder("other").build())
                .policy(new OrderPolicy() {
                    @Override
                    public OrderTicket ticket(Order order, @Nullable Quote quote) {
                        return OrderTicket.market(order);
                    }

                    @Override
                    public int venue(OrderTicket ticket, int venues) {
                        return 1;
                    }
                })
                .build();
        scene.open(engine);
        Instant expiry = scene.now().plusSeconds(60);
        scene.say("a", Intent.of("TEN", Direction.LONG, 100).within(Duration.ofDays(1), expiry));
        scene.tick(engine);
        scene.comeTo(expiry.plusSeconds(5));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);

        assertThat(scene.trades).isEmpty();
        assertThat(scene.orders).anyMatch(OrderEvent.Expired.class::isInstance);
        assertThat(engine.counts().openOrders()).isZero();
    }

    @Test
    void whatHasMaturedOrNeverEndsIsNotTraded() {
        Security old = Security.of(
                "OLD", FixedCouponBond.of(BondConventions.US_TREASURY, 0.05, "2014-02-15", "2024-02-15"), "USD");
        Security consol = Security.of(
                "CONSOL",
                new PerpetualBond(
                        BondConventions.UK_GILT, LocalDate.of(2000, 1, 1), LocalDate.of(2000, 7, 1), 0.04, 0.0, null),
                "USD");
        TradingEngine engine = start("a");
        engine.process(Listed.of(old, scene.now()));
        engine.process(Listed.of(consol, scene.now()));
        for (Security security : List.of(old, consol)) {
            engine.process(new Valuation(
                    security.id(), LocalDate.of(2024, 3, 26), 100, 0, 0.05, 0.04, scene.now(), scene.now()));
            scene.say("a", Intent.of(security.id(), Direction.LONG, 100));
            scene.tick(engine);
        }

        assertThat(scene.orders).isEmpty();
        assertThat(scene.trace.why("a", "OLD").get(1).code()).isEqualTo("NO_CASH_FLOWS");
        assertThat(scene.trace.why("a", "CONSOL").get(1).code()).isEqualTo("NO_CASH_FLOWS");
    }

    @Test
    void ordersForABondThatIsCalledAreWithdrawn() {
        TradingEngine engine = start("a");
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        engine.process(new Redemption(
                "TEN", LocalDate.of(2024, 3, 26), BigDecimal.valueOf(100), true, "called", scene.now(), scene.now()));
        scene.quote(engine, FIVE, 100.0, 100.0);

        assertThat(engine.counts().openOrders()).isZero();
        assertThat(scene.trades).isEmpty();
    }

    @Test
    void aTargetUnderAnAliasRollsIntoTheNewBond() {
        TradingEngine engine = start("a");
        engine.process(new Listed(FIVE, "NEWEST", scene.now(), scene.now()));
        scene.say("a", Intent.of("NEWEST", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, FIVE, 100.0, 100.0);
        engine.process(new Listed(TEN, "NEWEST", scene.now(), scene.now()));
        scene.quote(engine, FIVE, 99.0, 99.0);
        scene.quote(engine, TEN, 101.0, 101.0);

        assertThat(scene.trades)
                .containsExactly("a FIVE 200000 at 100.0", "a FIVE -200000 at 99.0", "a TEN 100000 at 101.0");
    }

    @Test
    void aRollWaitsUntilTheNewBondHasAPrice() {
        TradingEngine engine = scene.builder(Scene.config(), "a").build();
        engine.process(new Listed(FIVE, "NEWEST", scene.now(), scene.now()));
        scene.mark(engine, FIVE, 100.0, 0.05);
        scene.say("a", Intent.of("NEWEST", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, FIVE, 100.0, 100.0);
        engine.process(new Listed(TEN, "NEWEST", scene.now(), scene.now()));
        scene.quote(engine, FIVE, 99.0, 99.0);
        assertThat(Scene.face(engine, "a", FIVE)).isEqualByComparingTo("200000");
        scene.mark(engine, TEN, 100.0, 0.1);
        scene.quote(engine, FIVE, 99.0, 99.0);
        scene.quote(engine, TEN, 101.0, 101.0);

        assertThat(Scene.face(engine, "a", FIVE)).isEqualByComparingTo("0");
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("100000");
    }

    @Test
    void aTargetWithoutARiskIsTradedWhenTheRiskIsKnown() {
        TradingEngine engine = scene.builder(Scene.config(), "a").build();
        engine.process(Listed.of(TEN, scene.now()));
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.mark(engine, TEN, 100.0, 0.1);
        scene.quote(engine, TEN, 100.0, 100.0);

        assertThat(scene.trades).containsExactly("a TEN 100000 at 100.0");
    }

    @Test
    void theViewKnowsWhatIsHeldAndNothingOfTheFuture() {
        TradingEngine engine = start("a");
        scene.say("a", Intent.of("TEN", Direction.SHORT, 100));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);
        scene.tick(engine);
        var view = scene.puppet("a").view();

        assertThat(view.position("TEN")).isEqualTo(-100_000.0);
        assertThat(view.asOf()).isEqualTo(scene.now());
        assertThat(view.series("tick").size()).isEqualTo(2);
        assertThat(view.valueAt("tick", scene.now().minusSeconds(5))).isNaN();
        assertThat(view.valueAt("tick", scene.now())).isEqualTo(1.0);
        assertThatThrownBy(() -> view.valueAt("tick", scene.now().plusNanos(1))).isInstanceOf(LookAhead.class);
        assertThat(view.series("nothing").size()).isZero();
        assertThatThrownBy(() -> view.series("tick").last(2)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aVenueThatReportsNonsenseDoesNotStopTheEngine() {
        TradingEngine engine = start("a");
        scene.venue.say(new OrderEvent.Accepted("never sent", scene.now(), 1));
        scene.tick(engine);
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.venue.say(new OrderEvent.CancelRejected("O1", scene.now(), 99, "you did not ask"));
        scene.quote(engine, TEN, 100.0, 100.0);

        assertThat(engine.counts().refusedReports()).isBetween(1L, 2L);
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("100000");
    }

    @Test
    void expiredIntentsAndThoseWithoutRiskAreNotTraded() {
        TradingEngine engine = start("a");
        scene.mark(engine, FIVE, 100.0, 0.0);
        scene.say(
                "a",
                Intent.of("TEN", Direction.LONG, 100).within(Duration.ofDays(1), scene.now()),
                Intent.of("FIVE", Direction.LONG, 100));
        scene.tick(engine);

        assertThat(scene.trace.why("a", "TEN").get(1).code()).isEqualTo("EXPIRED");
        assertThat(scene.trace.why("a", "FIVE").get(1).code()).isEqualTo("NO_RISK");
        assertThat(scene.orders).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithACode() {
        TradingEngine engine = start("a");
        Instant past = scene.now().minusSeconds(10);

        assertThatThrownBy(() -> engine.process(Observations.of("tick", 1, past, past)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.setState("nobody", SlotState.KILLED, ""))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> engine.state("nobody")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> TradingEngine.builder(Scene.config()).build()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> scene.builder(Scene.config(), "a")
                        .strategy(StrategySlot.of("a", view -> List.of()))
                        .build())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Scene.config().withBand(1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Scene.config().withLot(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> StrategySlot.of(" ", view -> List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecisionTrace.keeping(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new FundingTerms("", -1, 0, 0)).isInstanceOf(InvalidInput.class);
    }

    private TradingEngine start(String... names) {
        TradingEngine engine = scene.builder(Scene.config(), names).build();
        scene.open(engine);
        return engine;
    }

    /** Lets so much of one security pass and everything of others. */
    private static PreTradeRisk limit(String security, BigDecimal most) {
        return new PreTradeRisk() {
            @Override
            public Answer check(Order order) {
                boolean capped =
                        order.security().id().equals(security) && order.face().compareTo(most) > 0;
                return capped ? new Answer(most, "CAP", "at most " + most) : new Answer(order.face(), "", "");
            }

            @Override
            public Answer submit(Order order) {
                return check(order);
            }

            @Override
            public void filled(Execution execution) {}

            @Override
            public void ended(String orderId) {}
        };
    }
}
