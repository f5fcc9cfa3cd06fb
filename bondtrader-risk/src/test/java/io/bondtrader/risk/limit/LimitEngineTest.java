package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.Severity;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.sensitivity.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitEngineTest {

    private static final Limit GROSS = SampleDesk.limit("gross", LimitMeasure.grossNotional())
            .atMost(10_000_000)
            .build();

    private static Order buy(String id, long face) {
        return SampleDesk.order(id, 3, Side.BUY, face);
    }

    private static Order sell(String id, long face) {
        return SampleDesk.order(id, 3, Side.SELL, face);
    }

    private static DenialCode code(Decision decision) {
        return decision.reasons().get(0).code();
    }

    @Test
    void anOrderThatFitsIsAcceptedAndOneThatDoesNotIsToldItsLargestSize() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS))
                .positions(List.of(SampleDesk.position(1, SampleDesk.BOOK, "ann", -4_000_500)))
                .build();

        assertThat(engine.check(buy("a", 5_000_000))).isInstanceOf(Decision.Accepted.class);
        Decision refused = engine.check(buy("b", 6_000_000));

        assertThat(refused).isInstanceOf(Decision.Rejected.class);
        assertThat(refused.isAccepted()).isFalse();
        assertThat(refused.largestFace()).isEqualByComparingTo("5999000"); // of 5,999,500, in lots of 1,000
        LimitImpact binding = refused.bindingLimit().orElseThrow();
        assertThat(binding.limit()).isEqualTo(GROSS);
        assertThat(binding.before()).isEqualTo(4_000_500);
        assertThat(binding.after()).isEqualTo(10_000_500);
        assertThat(binding.threshold()).isEqualTo(10_000_000);
        assertThat(binding.utilisation()).isCloseTo(1.00005, within(1e-12));
        assertThat(refused.reasons().get(0).toString())
                .isEqualTo("LIMIT-NOTIONAL: limit gross stops the order: face amount of everything from 4,000,500.00 to"
                        + " 10,000,500.00, at most 10,000,000.00; largest face 5999000");
        assertThat(engine.largestFace(buy("c", 1_000))).contains(new BigDecimal("5999000"));
        assertThat(engine.workingOrders()).isEmpty();
    }

    @Test
    void twoOrdersThatFitAloneButNotTogetherAreNotBothAccepted() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS)).build();

        assertThat(engine.check(buy("b", 6_000_000)).isAccepted()).isTrue();
        assertThat(engine.submit(buy("a", 6_000_000)).isAccepted()).isTrue();
        Decision second = engine.submit(buy("b", 6_000_000));

        assertThat(second).isInstanceOf(Decision.Rejected.class);
        assertThat(second.largestFace()).isEqualByComparingTo("4000000");
        assertThat(engine.cancel("a")).isEqualByComparingTo("6000000");
        assertThat(engine.submit(buy("b", 6_000_000)).isAccepted()).isTrue();
    }

    @Test
    void aWorkingSaleLeavesNoRoomBeforeItIsFilled() {
        Limit net = SampleDesk.limit("net", LimitMeasure.dv01()).atMost(400).build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(net))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 1_000_000)))
                .build(); // DV01 of 360

        assertThat(engine.submit(sell("out", 1_000_000)).isAccepted()).isTrue();
        assertThat(engine.submit(buy("early", 1_000_000)).isAccepted()).isFalse();
        engine.fill("out", new BigDecimal("1000000"));
        assertThat(engine.submit(buy("late", 1_000_000)).isAccepted()).isTrue();
    }

    @Test
    void aPurchaseAndASaleThatHedgeNothingAreLookedAtTogether() {
        Limit gross = SampleDesk.limit("gross", LimitMeasure.grossNotional())
                .atMost(10_000_000)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(gross)).build();

        assertThat(engine.submit(buy("long", 6_000_000)).isAccepted()).isTrue();
        Decision other = engine.submit(SampleDesk.order("short", 9, Side.SELL, 6_000_000));

        assertThat(other.isAccepted()).isFalse();
        assertThat(other.largestFace()).isEqualByComparingTo("4000000");
    }

    @Test
    void fillsMoveIntoPositionsAndWhatIsLeftStaysReserved() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS)).build();
        engine.submit(buy("a", 6_000_000));

        engine.fill("a", new BigDecimal("2500000"));

        assertThat(engine.workingOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.open()).isEqualByComparingTo("3500000"));
        assertThat(engine.positions())
                .singleElement()
                .satisfies(held -> assertThat(held.face()).isEqualByComparingTo("2500000"));
        Utilisation gross = engine.utilisations().get(0);
        assertThat(gross.value()).isEqualTo(2_500_000);
        assertThat(gross.withWorkingOrders()).isEqualTo(6_000_000);
        engine.fill("a", new BigDecimal("3600000")); // more than was open
        assertThat(engine.workingOrders()).isEmpty();
        assertThat(engine.utilisations().get(0).value()).isEqualTo(6_100_000);
        assertThat(engine.utilisations().get(0).withWorkingOrders()).isEqualTo(6_100_000);
    }

    @Test
    void theSameExecutionAgainChangesNothing() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS)).build();
        engine.submit(buy("a", 1_000_000));
        Execution fill = execution("e1", "a", 400_000);

        assertThat(engine.record(fill)).isTrue();
        assertThat(engine.record(fill)).isFalse();
        assertThat(engine.record(execution("e2", "by phone", 50_000))).isTrue();

        assertThat(engine.utilisations().get(0).value()).isEqualTo(450_000);
        assertThat(engine.workingOrders().get(0).open()).isEqualByComparingTo("600000");
    }

    private static Execution execution(String id, String order, long face) {
        return new Execution(
                id,
                order,
                SampleDesk.security(3),
                SampleDesk.BOOK,
                "ann",
                Side.BUY,
                BigDecimal.valueOf(face),
                new BigDecimal("99.5"),
                Money.of("10", "USD"),
                Money.of("0", "USD"),
                LocalDate.of(2025, 7, 15),
                SampleDesk.NOW);
    }

    @Test
    void anExecutionThatIsNotOfItsOrderIsRefused() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS)).build();
        engine.submit(SampleDesk.order("a", 4, Side.BUY, 1_000_000));

        assertThatThrownBy(() -> engine.record(execution("e1", "a", 400_000)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("execution e1");
        assertThat(engine.utilisations().get(0).value()).isZero();
    }

    @Test
    void aLimitOfTomorrowKeepsItsSumsFromToday() {
        Instant tomorrow = SampleDesk.NOW.plusSeconds(86_400);
        Limit later = SampleDesk.limit("later", LimitMeasure.valueAtRisk(0.99))
                .atMost(1e9)
                .valid(tomorrow, null)
                .build();
        InstrumentRisk bare = InstrumentRisk.builder(SampleDesk.security(70), 5).build();
        LimitUniverse universe = LimitUniverse.of(List.of(SampleDesk.instrument(1, 50), bare));
        LimitEngine engine = LimitEngine.builder(SampleDesk.set(GROSS, later), universe, () -> SampleDesk.NOW)
                .build();

        assertThat(code(engine.submit(SampleDesk.order("a", 70, Side.BUY, 1_000))))
                .isEqualTo(DenialCode.DATA_MISSING);
        assertThat(engine.largestFace(SampleDesk.order("a", 70, Side.BUY, 1_000)))
                .contains(BigDecimal.ZERO);
    }

    @Test
    void anOrderThatReducesAnExceededLimitPassesAndIsToldSo() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 15_000_000)))
                .build();

        Decision reducing = engine.check(sell("a", 2_000_000));

        assertThat(reducing).isInstanceOf(Decision.AcceptedWithWarnings.class);
        assertThat(reducing.reasons().get(0).message())
                .contains("is exceeded already and the order takes it no further");
        assertThat(reducing.impacts().get(0).isExceededAlready()).isTrue();
        assertThat(engine.check(buy("b", 1_000)).largestFace()).isEqualByComparingTo("0");
    }

    @Test
    void anExceededNetLimitIsNotLeftOnTheOtherSide() {
        Limit net = SampleDesk.limit("net", LimitMeasure.dv01()).atMost(400).build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(net))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_000))) // DV01 of 720
                .build();

        Decision decision = engine.check(sell("a", 4_000_000)); // to -720

        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.largestFace()).isEqualByComparingTo("3111000"); // (720 + 400) / 360 a million
    }

    @Test
    void aLimitThatReducesLetsTheLargestSizePass() {
        Limit cut = SampleDesk.limit("cut", LimitMeasure.grossNotional())
                .atMost(2_500_700)
                .action(LimitAction.REDUCE)
                .build();
        Limit soft = SampleDesk.limit("soft", LimitMeasure.grossNotional())
                .atMost(2_000_000)
                .action(LimitAction.WARN)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(cut, soft)).build();

        Decision decision = engine.submit(buy("a", 4_000_000));

        assertThat(decision).isInstanceOfSatisfying(Decision.Reduced.class, reduced -> {
            assertThat(reduced.reduced().face()).isEqualByComparingTo("2500000");
            assertThat(reduced.order().face()).isEqualByComparingTo("4000000");
            assertThat(reduced.reasons()).extracting(Denial::limit).containsExactly("cut", "soft");
            assertThat(reduced.reasons().get(1).message()).contains("to 2,500,000.00");
        });
        assertThat(engine.workingOrders().get(0).open()).isEqualByComparingTo("2500000");
        assertThat(engine.submit(buy("b", 1_000))).isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void oneBlockingLimitAmongReducingOnesRefusesTheOrder() {
        Limit cut = SampleDesk.limit("cut", LimitMeasure.grossNotional())
                .atMost(2_000_000)
                .action(LimitAction.REDUCE)
                .build();
        Limit wall = SampleDesk.limit("wall", LimitMeasure.dv01()).atMost(1_000).build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(cut, wall)).build();

        assertThat(engine.check(buy("a", 2_500_000))).isInstanceOf(Decision.Reduced.class);
        Decision both = engine.check(buy("b", 4_000_000));
        assertThat(both).isInstanceOf(Decision.Rejected.class);
        assertThat(both.largestFace()).isEqualByComparingTo("2000000");
        assertThat(both.bindingLimit().orElseThrow().limit()).isEqualTo(cut);
    }

    @Test
    void aLimitThatWarnsStopsNothing() {
        Limit soft = SampleDesk.limit("soft", LimitMeasure.grossNotional())
                .atMost(1_000_000)
                .action(LimitAction.WARN)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(soft)).build();

        Decision decision = engine.submit(buy("a", 2_000_000));

        assertThat(decision).isInstanceOf(Decision.AcceptedWithWarnings.class);
        assertThat(code(decision).id()).isEqualTo("LIMIT-NOTIONAL");
        assertThat(engine.workingOrders()).hasSize(1);
        assertThat(engine.largestFace(buy("b", 1_000))).isEmpty();
    }

    @Test
    void aKillSwitchHaltsItsScopeUntilTwoPersonsGoBack() {
        Scope rates = Scope.of(Dimension.DESK, "rates");
        Limit kill = SampleDesk.limit("kill", LimitMeasure.grossNotional())
                .scope(rates)
                .atMost(1_000_000)
                .action(LimitAction.KILL_SWITCH)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(kill)).build();
        assertThat(engine.check(buy("what if", 2_000_000)).isAccepted()).isFalse();
        assertThat(engine.states()).isEmpty();

        assertThat(engine.submit(buy("a", 2_000_000)).isAccepted()).isFalse();

        assertThat(engine.states()).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo(TradingState.HALTED);
            assertThat(change.by()).isEqualTo("limit kill");
            assertThat(change.at()).isEqualTo(SampleDesk.NOW);
        });
        assertThat(code(engine.submit(sell("b", 1_000)))).isEqualTo(DenialCode.STATE_HALTED);
        assertThat(engine.largestFace(buy("b", 1_000))).contains(BigDecimal.ZERO);
        Order other = new Order("c", SampleDesk.security(3), SampleDesk.OTHER, "ann", Side.BUY, new BigDecimal("1000"));
        assertThat(engine.submit(other).isAccepted()).isTrue();
        assertThatThrownBy(() -> engine.restore(rates, TradingState.ACTIVE, "rita", "Rita ", "fine again"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("approvedBy must be another person");
        assertThatThrownBy(() -> engine.setState(rates, TradingState.ACTIVE, "rita", "fine again"))
                .isInstanceOf(InvalidInput.class);
        StateChange back = engine.restore(rates, TradingState.REDUCING, "rita", "carl", "close what is open");
        assertThat(back.approvedBy()).isEqualTo("carl");
        assertThat(code(engine.submit(buy("d", 1_000)))).isEqualTo(DenialCode.STATE_REDUCING);
        engine.restore(rates, TradingState.ACTIVE, "rita", "carl", "all closed");
        assertThat(engine.submit(buy("e", 1_000)).isAccepted()).isTrue();
    }

    @Test
    void whileReducingAPositionShrinksButDoesNotTurnAround() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_400)))
                .build();
        engine.setState(Scope.all(), TradingState.REDUCING, "rita", "volatile");

        assertThat(engine.check(buy("a", 1_000)).largestFace()).isEqualByComparingTo("0");
        Decision tooMuch = engine.check(sell("b", 3_000_000));
        assertThat(code(tooMuch)).isEqualTo(DenialCode.STATE_REDUCING);
        assertThat(tooMuch.largestFace()).isEqualByComparingTo("2000000");
        assertThat(engine.submit(sell("c", 1_500_000)).isAccepted()).isTrue();
        assertThat(engine.submit(sell("d", 1_500_000)).largestFace()).isEqualByComparingTo("500000");
    }

    @Test
    void thresholdsFollowWhatProvidersSayAndFailClosed() {
        double[] volatility = {1.0};
        Limit dynamic = SampleDesk.limit("dynamic", LimitMeasure.grossNotional())
                .atMost(new Threshold.Dynamic("calm"))
                .build();
        Limit relative = SampleDesk.limit("relative", LimitMeasure.grossNotional())
                .atMost(new Threshold.Relative(0.1, "capital"))
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(dynamic, relative))
                .provider("calm", () -> {
                    if (volatility[0] > 100) {
                        throw new IllegalStateException("no volatility today");
                    }
                    return 8_000_000 / volatility[0];
                })
                .build();

        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("5000000"));
        volatility[0] = 4.0;
        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("2000000"));
        for (double bad : new double[] {1_000, Double.NaN, -1}) {
            volatility[0] = bad;
            assertThat(code(engine.check(buy("a", 1_000)))).isEqualTo(DenialCode.THRESHOLD_UNAVAILABLE);
            assertThat(engine.largestFace(buy("a", 1_000))).contains(BigDecimal.ZERO);
            assertThat(engine.utilisations()).hasSize(1);
        }
    }

    @Test
    void aShareOfTheScopeIsOfWhatIsFilledBeforeTheOrder() {
        Limit relative = SampleDesk.limit("twice", new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.GROSS))
                .atMost(new Threshold.Relative(1.5, Threshold.SCOPE_MARKET_VALUE))
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(relative))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_000)))
                .build();

        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("1000000"));
    }

    @Test
    void aDrawdownBeyondItsLimitLetsOnlyReductionsPass() {
        Limit loss = SampleDesk.limit("loss", new LimitMeasure.Drawdown("drawdown"))
                .atMost(90_000)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(loss))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_000)))
                .build();

        assertThat(code(engine.check(buy("a", 1_000)))).isEqualTo(DenialCode.DRAWDOWN);
        assertThat(engine.check(sell("b", 2_000_000)).isAccepted()).isTrue();
        assertThat(engine.check(sell("c", 2_001_000)).largestFace()).isEqualByComparingTo("2000000");
    }

    @Test
    void noLongerBondIsBoughtAndTheOneHeldMayBeSold() {
        Limit tenor = SampleDesk.limit("tenor", new LimitMeasure.MaximumMaturity())
                .atMost(5)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(tenor))
                .positions(List.of(SampleDesk.position(20, SampleDesk.BOOK, "ann", 2_000_000)))
                .build();

        assertThat(code(engine.check(SampleDesk.order("a", 20, Side.BUY, 1_000))))
                .isEqualTo(DenialCode.TENOR);
        assertThat(engine.check(SampleDesk.order("b", 20, Side.SELL, 1_000)).isAccepted())
                .isTrue();
        assertThat(engine.check(SampleDesk.order("c", 2, Side.BUY, 1_000)).isAccepted())
                .isTrue();
        assertThat(engine.utilisations().get(0).value()).isEqualTo(21);
    }

    @Test
    void anIssuerIsHeldToItsShareAndOthersAreNotBlamed() {
        Limit share = SampleDesk.limit("issuer", LimitMeasure.issuerShare())
                .atMost(0.4)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(share))
                .positions(List.of(
                        SampleDesk.position(1, SampleDesk.BOOK, "ann", 5_000_000),
                        SampleDesk.position(2, SampleDesk.BOOK, "ann", 3_000_000),
                        SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_000)))
                .build();

        assertThat(code(engine.check(SampleDesk.order("a", 1, Side.BUY, 1_000))))
                .isEqualTo(DenialCode.CONCENTRATION);
        assertThat(engine.check(SampleDesk.order("b", 2, Side.BUY, 1_000)).isAccepted())
                .isTrue();
        assertThat(engine.check(SampleDesk.order("c", 2, Side.SELL, 1_000_000)).isAccepted())
                .isTrue();
        Utilisation issuer = engine.utilisations().get(0);
        assertThat(issuer.group()).isEqualTo("issuer 1");
        assertThat(issuer.withinLimit()).isFalse();
        assertThat(issuer.toString()).endsWith("in issuer 1, EXCEEDED");
    }

    @Test
    void aMinimumIsNotUndercut() {
        Limit floor = SampleDesk.limit("floor", new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.NET))
                .scope(Scope.of(Dimension.SECTOR, "government"))
                .atLeast(1_000_000)
                .build();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(floor))
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_000)))
                .build();

        Decision decision = engine.check(sell("a", 1_000_000));
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.largestFace()).isEqualByComparingTo("863000"); // (2 m - 1 m / 0.88)
        assertThat(engine.check(SampleDesk.order("b", 4, Side.SELL, 5_000_000)).isAccepted())
                .isTrue();
    }

    @Test
    void refusesWhatItKnowsNothingOf() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS)).build();
        Order unknown =
                new Order("x", SampleDesk.security(99), SampleDesk.BOOK, "ann", Side.BUY, new BigDecimal("1000"));

        assertThat(code(engine.submit(unknown))).isEqualTo(DenialCode.SECURITY_UNKNOWN);
        assertThat(engine.largestFace(unknown)).contains(BigDecimal.ZERO);
        assertThat(code(engine.submit(buy("odd", 1_500)))).isEqualTo(DenialCode.ORDER_LOT);
        assertThat(engine.submit(buy("odd", 1_500)).largestFace()).isEqualByComparingTo("1000");
        assertThat(engine.submit(buy("odd", 30_000_500)).largestFace()).isEqualByComparingTo("10000000");
        Order huge =
                new Order("huge", SampleDesk.security(3), SampleDesk.BOOK, "ann", Side.BUY, new BigDecimal("1e40"));
        assertThat(code(engine.submit(huge))).isEqualTo(DenialCode.ORDER_LOT);
        engine.submit(buy("a", 1_000));
        assertThat(code(engine.submit(buy("a", 1_000)))).isEqualTo(DenialCode.ORDER_DUPLICATE);
        engine.cancel("a");
        assertThat(code(engine.submit(buy("a", 1_000)))).isEqualTo(DenialCode.ORDER_DUPLICATE);
        assertThatThrownBy(() -> engine.cancel("a")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> engine.fill("a", BigDecimal.ONE)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> engine.fill("a", BigDecimal.ZERO)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aSecurityWithoutWhatALimitAsksForIsRefused() {
        InstrumentRisk bare = InstrumentRisk.builder(SampleDesk.security(70), 5).build();
        LimitUniverse universe = LimitUniverse.of(List.of(SampleDesk.instrument(1, 50), bare));
        Order order = SampleDesk.order("a", 70, Side.BUY, 1_000);
        for (LimitMeasure measure : List.of(
                LimitMeasure.valueAtRisk(0.95),
                new LimitMeasure.KeyRateDv01("2Y", Netting.NET),
                new LimitMeasure.StressLoss("rates up"),
                new LimitMeasure.WorstStressLoss(),
                new LimitMeasure.IlliquidShare(1),
                new LimitMeasure.DaysToLiquidate())) {
            LimitSet limits = SampleDesk.set(
                    SampleDesk.limit("needs", measure).atMost(1e9).build());
            LimitEngine engine =
                    LimitEngine.builder(limits, universe, () -> SampleDesk.NOW).build();

            assertThat(code(engine.submit(order))).as("%s", measure).isEqualTo(DenialCode.DATA_MISSING);
            assertThatThrownBy(() -> LimitEngine.builder(limits, universe, () -> SampleDesk.NOW)
                            .positions(List.of(SampleDesk.position(70, SampleDesk.BOOK, "ann", 1)))
                            .build())
                    .isInstanceOf(MissingData.class);
        }
    }

    @Test
    void anEngineIsNotBuiltOnWhatIsNotThere() {
        for (LimitMeasure measure : List.of(
                LimitMeasure.valueAtRisk(0.95),
                new LimitMeasure.KeyRateDv01("2Y", Netting.NET),
                new LimitMeasure.StressLoss("rates up"),
                new LimitMeasure.WorstStressLoss(),
                new LimitMeasure.Leverage("capital"))) {
            LimitSet limits =
                    SampleDesk.set(SampleDesk.limit("needs", measure).atMost(1).build());
            assertThatThrownBy(() -> LimitEngine.builder(limits, LimitUniverse.of(List.of()), () -> SampleDesk.NOW)
                            .build())
                    .as("%s", measure)
                    .isInstanceOf(MissingData.class);
        }
        assertThatThrownBy(() -> SampleDesk.engine(SampleDesk.set(GROSS))
                        .positions(List.of(SampleDesk.position(99, SampleDesk.BOOK, "ann", 1)))
                        .build())
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> SampleDesk.engine(SampleDesk.set(GROSS)).provider(" ", () -> 1))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void versionsHoldInTheirTimesAndOverridesUntilTheyEnd() {
        Instant[] now = {SampleDesk.NOW};
        Instant soon = SampleDesk.NOW.plusSeconds(3_600);
        Limit first = SampleDesk.limit("gross", LimitMeasure.grossNotional())
                .atMost(1_000_000)
                .build();
        Limit second = SampleDesk.limit("gross", LimitMeasure.grossNotional())
                .version(2)
                .atMost(3_000_000)
                .valid(soon, soon.plusSeconds(60))
                .build();
        InMemoryAuditSink audit = new InMemoryAuditSink();
        LimitEngine engine = LimitEngine.builder(
                        LimitSet.of(List.of(first, second)), SampleDesk.universe(10, 0), () -> now[0])
                .audit(audit)
                .build();

        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("1000000"));
        engine.grant(new TemporaryOverride(
                "gross", 2_000_000, now[0], now[0].plusSeconds(10), "ann", "carl", "index rebalancing"));
        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("2000000"));
        now[0] = SampleDesk.NOW.plusSeconds(10);
        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("1000000"));
        now[0] = soon;
        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("3000000"));
        assertThat(engine.utilisations())
                .singleElement()
                .satisfies(used -> assertThat(used.limit().version()).isEqualTo(2));
        now[0] = soon.plusSeconds(60);
        assertThat(engine.largestFace(buy("a", 1_000))).contains(new BigDecimal("1000000"));
        assertThat(audit.events()).extracting(AuditEvent::action).containsExactly("limit.override.granted");
        assertThat(audit.events().get(0).inputs().toString()).contains("\"approvedBy\":\"carl\"");
        assertThatThrownBy(() -> engine.grant(new TemporaryOverride(
                        "gross", 1, SampleDesk.NOW, SampleDesk.NOW.plusSeconds(1), "ann", "carl", "too late")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> engine.grant(new TemporaryOverride(
                        "nobody's", 1, now[0], now[0].plusSeconds(1), "ann", "carl", "no such limit")))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void sinksHearOfRefusalsAndOfLimitsThatAreCrossedOnce() {
        List<Alert> alerts = new ArrayList<>();
        InMemoryAuditSink audit = new InMemoryAuditSink();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS))
                .alerts(alerts::add)
                .audit(audit)
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 15_000_000)))
                .build();

        assertThat(engine.monitor()).hasSize(1);
        assertThat(engine.monitor()).hasSize(1);
        engine.submit(buy("a", 1_000));
        engine.submit(sell("b", 6_000_000));
        engine.fill("b", new BigDecimal("6000000"));

        assertThat(audit.events())
                .extracting(AuditEvent::action)
                .containsExactly("limit.exceeded", "limit.order.rejected", "limit.order.warned", "limit.back-within");
        assertThat(alerts)
                .extracting(Alert::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.INFO);
        assertThat(alerts.get(1).context()).containsEntry("code", "LIMIT-NOTIONAL");
        assertThat(audit.events().get(1).result().toString()).contains("\"codes\":[\"LIMIT-NOTIONAL\"]");
        assertThat(audit.events().get(1).occurredAt()).isEqualTo(SampleDesk.NOW);
    }

    @Test
    void aSinkThatFailsTakesNothingBack() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS))
                .alerts(alert -> {
                    throw new IllegalStateException("pager is down");
                })
                .build();

        assertThat(engine.submit(buy("a", 11_000_000)).isAccepted()).isFalse();
        assertThat(engine.submit(buy("b", 1_000_000)).isAccepted()).isTrue();
        assertThat(engine.undeliveredEvents()).isEqualTo(1);
    }

    @Test
    void aNewMarketAndNewLimitsKeepPositionsOrdersAndStates() {
        InMemoryAuditSink audit = new InMemoryAuditSink();
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(GROSS))
                .audit(audit)
                .positions(List.of(SampleDesk.position(3, SampleDesk.BOOK, "ann", 2_000_000)))
                .build();
        engine.submit(buy("a", 1_000_000));
        engine.setState(Scope.of(Dimension.DESK, "credit"), TradingState.HALTED, "rita", "outage");

        engine.revalue(SampleDesk.universe(12, 250));
        engine.install(
                SampleDesk.set(SampleDesk.limit("tight", LimitMeasure.grossNotional())
                        .atMost(3_500_000)
                        .build()),
                "rita");

        assertThat(engine.largestFace(buy("b", 1_000))).contains(new BigDecimal("500000"));
        assertThat(engine.workingOrders()).hasSize(1);
        assertThat(engine.states()).hasSize(1);
        assertThat(engine.limits().versions("tight")).hasSize(1);
        assertThat(audit.events())
                .extracting(AuditEvent::action)
                .containsExactly("limit.state.changed", "limit.set.installed");
        assertThat(audit.events().get(1).inputs().toString()).contains("tight v1, proposed by rita, approved by carl");
        assertThatThrownBy(() -> engine.revalue(SampleDesk.universe(2, 250))).isInstanceOf(MissingData.class);
        assertThat(engine.cancel("a")).isEqualByComparingTo("1000000");
        assertThat(engine.utilisations().get(0).withWorkingOrders()).isEqualTo(2_000_000);
    }
}
