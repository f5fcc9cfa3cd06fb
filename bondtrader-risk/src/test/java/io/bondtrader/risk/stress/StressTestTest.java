package io.bondtrader.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.limit.Decision;
import io.bondtrader.risk.limit.DenialCode;
import io.bondtrader.risk.limit.Limit;
import io.bondtrader.risk.limit.LimitEngine;
import io.bondtrader.risk.limit.LimitMeasure;
import io.bondtrader.risk.limit.LimitSet;
import io.bondtrader.risk.limit.LimitUniverse;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.regulatory.IrrbbShocks;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.SampleBook;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class StressTestTest {

    private static final ValuedBook BOOK = SampleStress.book(120);
    private static final StressTest TEST = StressTest.of(BOOK);

    private static double worth() {
        return BOOK.marketValue();
    }

    @Test
    void everythingAtOnceIsConfirmedPositionByPosition() {
        VerifiedStress verified = VerifiedStress.of(TEST, Verifier.flagging());

        assertThat(verified.total(SampleStress.everything()).isAgreed())
                .as("%s", verified.total(SampleStress.everything()))
                .isTrue();
        for (int i = 0; i < 40; i++) {
            assertThat(verified.position(i, SampleStress.everything()).isAgreed())
                    .isTrue();
        }
    }

    @Test
    void partsPositionsAndGroupsAddUpToTheWhole() {
        StressResult result = TEST.run(SampleStress.everything());

        assertThat(result.byFactor()).containsOnlyKeys(StressFactor.values());
        assertThat(result.byFactor().values().stream().mapToDouble(x -> x).sum())
                .isCloseTo(result.total(), within(1e-6));
        for (Dimension dimension : Dimension.values()) {
            assertThat(result.by(dimension).values().stream()
                            .mapToDouble(x -> x)
                            .sum())
                    .as("%s", dimension)
                    .isCloseTo(result.total(), within(1e-6));
        }
        double sum = 0;
        for (StressFactor factor : StressFactor.values()) {
            sum += result.position(7, factor);
        }
        assertThat(sum).isCloseTo(result.position(7), within(1e-9));
        assertThat(result.toString()).startsWith("everything: ").contains(" USD, rates ", ", liquidity -");
    }

    @Test
    void oneBasisPointLosesTheDv01AndTheCs01() {
        BookRisk risk = BookRisk.of(BOOK);

        double rates = TEST.run(StressScenario.of(CurveScenario.parallel(1e-4))).total();
        double spreads = TEST.run(StressScenario.builder("spreads")
                        .spreads(Scope.all(), 1e-4)
                        .build())
                .total();

        double half = 0.5 * risk.totals().convexity();
        assertThat(rates).isCloseTo(-risk.totals().dv01() + half, within(Math.abs(half) * 1e-2));
        assertThat(spreads).isCloseTo(-risk.totals().cs01() + half, within(Math.abs(half) * 1e-2));
    }

    @Test
    void aCurrencyTakesItsPartOfWhatIsHeldInIt() {
        double euro = 0;
        for (int i = 0; i < BOOK.size(); i++) {
            euro += BOOK.groupOf(i, Dimension.CURRENCY).equals("EUR") ? BOOK.marketValue(i) : 0;
        }

        StressResult result = TEST.run(
                StressScenario.builder("euro").exchangeRate("EUR", -0.1).build());

        assertThat(result.total()).isCloseTo(-0.1 * euro, within(1e-6));
        assertThat(result.by(Dimension.CURRENCY).get("USD")).isEqualTo(0.0);
    }

    @Test
    void aDefaultLeavesTheRecoveryOfTheFace() {
        StressResult result = TEST.run(StressScenario.builder("default")
                .defaults(Scope.of(Dimension.ISSUER, "issuer 3"), 0.4)
                .defaults(Scope.of(Dimension.ISSUER, "issuer 3"), 0.25)
                .build());

        for (int i = 0; i < BOOK.size(); i++) {
            double left = BOOK.marketValue(i) + result.position(i);
            boolean failed = BOOK.positions().get(i).security().issuer().equals("issuer 3");
            double expected =
                    failed ? 0.25 * BOOK.face(i) * BOOK.exchangeRate(BOOK.securityOf(i)) : BOOK.marketValue(i);
            assertThat(left).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void aDowngradeMovesTheSpreadByTheTable() {
        Scope triple = Scope.of(Dimension.RATING, "BBB");
        double change = SampleStress.TABLE.spread(Rating.BB_PLUS) - SampleStress.TABLE.spread(Rating.BBB);

        double downgraded = TEST.run(StressScenario.builder("down")
                        .downgrade(triple, 2, SampleStress.TABLE)
                        .build())
                .total();
        double widened = TEST.run(
                        StressScenario.builder("wide").spreads(triple, change).build())
                .total();

        assertThat(change).isCloseTo(2.0 / 3 * 0.015, within(1e-15));
        assertThat(downgraded).isCloseTo(widened, within(1e-6));
    }

    @Test
    void closingCostsHalfTheWideningAndTheHaircutWhicheverWayThePositionGoes() {
        StressResult result = TEST.run(StressScenario.builder("closing")
                .bidAsk(Scope.all(), 0.01)
                .haircut(Scope.of(Dimension.DESK, "credit"), 0.02)
                .build());

        for (int i = 0; i < BOOK.size(); i++) {
            double part = BOOK.groupOf(i, Dimension.DESK).equals("credit") ? 0.025 : 0.005;
            assertThat(result.position(i)).isCloseTo(-part * Math.abs(BOOK.marketValue(i)), within(1e-6));
        }
    }

    @Test
    void theSixPrescribedShocksMoveEachCurrencyByItsOwnSizes() {
        List<StressScenario> six = StressScenario.irrbb(
                IrrbbShocks.basel2016(), List.of(Currency.getInstance("USD"), Currency.getInstance("EUR")));

        List<StressResult> results = TEST.run(six, Parallelism.callingThread());

        assertThat(results).hasSize(6);
        assertThat(six.get(0).name()).isEqualTo("IRRBB parallel up");
        StressScenario byHand = StressScenario.builder("by hand")
                .rates("USD", CurveScenario.parallel(0.02))
                .rates("EUR", CurveScenario.parallel(0.02))
                .build();
        assertThat(results.get(0).total()).isCloseTo(TEST.run(byHand).total(), within(1e-5));
        assertThat(VerifiedStress.of(TEST, Verifier.flagging())
                        .total(six.get(2))
                        .isAgreed())
                .isTrue();
        assertThatThrownBy(() -> StressScenario.irrbb(IrrbbShocks.basel2016(), List.of(Currency.getInstance("ISK"))))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void manyThreadsGiveTheBitsOfOne() {
        Parallelism three = Parallelism.on(ForkJoinPool.commonPool(), 3);
        StressTest large = StressTest.of(SampleStress.book(3_000));

        StressResult one = large.run(SampleStress.everything());
        StressResult many = large.run(SampleStress.everything(), three);

        for (int i = 0; i < 3_000; i++) {
            assertThat(many.position(i)).isEqualTo(one.position(i));
        }
    }

    @Test
    void aComposedScenarioIsTheSumOfWhatDoesNotInteractAndNearlySoOtherwise() {
        StressScenario rates = StressScenario.of(CurveScenario.parallel(0.0002));
        StressScenario spreads = StressScenario.builder("spreads")
                .spreads(SampleStress.FINANCIALS, 0.0003)
                .build();
        double both = TEST.run(rates.plus(spreads)).total();
        double apart = TEST.run(rates).total() + TEST.run(spreads).total();
        assertThat(both).isCloseTo(apart, within(0.01 * Math.abs(apart)));

        StressScenario closing =
                StressScenario.builder("closing").bidAsk(Scope.all(), 0.004).build();
        assertThat(TEST.run(closing.times(2.5)).total())
                .isCloseTo(2.5 * TEST.run(closing).total(), within(1e-6));
        assertThat(TEST.run(StressScenario.sum("twice", List.of(closing, closing)))
                        .total())
                .isCloseTo(2 * TEST.run(closing).total(), within(1e-6));
        assertThat(rates.plus(spreads).named("x").name()).isEqualTo("x");
    }

    @Test
    void aStressLimitStopsWhatTheScenarioHits() {
        ValuedBook one = ValuedBook.of(
                List.of(new Position(
                        SampleBook.securities(1).get(0),
                        new TradingBook("house", "rates", "one"),
                        "ann",
                        new BigDecimal("1000000"))),
                SampleBook.market());
        StressTest test = StressTest.of(one);
        StressScenario up = StressScenario.of(CurveScenario.parallel(0.02)).named("rates up");
        LimitUniverse universe = LimitUniverse.builder(BookRisk.of(one))
                .stress("rates up", test.pnlPer100(up, Parallelism.callingThread()))
                .build();
        double loss = -test.run(up).total();
        Limit limit = Limit.builder("stress", new LimitMeasure.StressLoss("rates up"))
                .atMost(2 * loss)
                .owner("risk")
                .agreed("rita", "carl")
                .build();
        LimitEngine engine = LimitEngine.builder(LimitSet.of(List.of(limit)), universe, () -> Instant.EPOCH)
                .positions(one.positions())
                .build();

        assertThat(engine.utilisations().get(0).value()).isCloseTo(loss, within(1e-9 * loss));
        Position held = one.positions().get(0);
        Decision decision = engine.check(new io.bondtrader.core.trade.Order(
                "o", held.security(), held.book(), "ann", Side.BUY, new BigDecimal("1500000")));
        assertThat(decision.reasons().get(0).code()).isEqualTo(DenialCode.STRESS_LOSS);
        assertThat(decision.largestFace().doubleValue()).isBetween(999_999.0, 1_000_000.0);
    }

    @Test
    void refusesScenariosThatCannotHappen() {
        assertThatThrownBy(() -> StressTest.of(ValuedBook.of(List.of(), SampleBook.market())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> StressScenario.builder(" ").build()).isInstanceOf(InvalidInput.class);
        StressScenario.Builder builder = StressScenario.builder("bad");
        assertThatThrownBy(() -> builder.spreads(Scope.all(), Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.proportionalSpreads(Scope.all(), Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.defaults(Scope.all(), 1.1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.bidAsk(Scope.all(), -0.1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.haircut(Scope.all(), Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.exchangeRate("EUR", -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> builder.downgrade(Scope.all(), 30, SampleStress.TABLE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SpreadTable.of(Map.of(Rating.AA, 0.02, Rating.A, 0.01)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SpreadTable.of(Map.of(Rating.AA, 0.02))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SampleStress.TABLE.spread(Rating.D)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> SampleStress.TABLE.change(Rating.CC, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SampleStress.everything().times(2))
                .hasMessageContaining("a bond defaults or does not");
        assertThatThrownBy(() -> StressScenario.of(CurveScenario.parallel(0)).times(-1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TEST.run(StressScenario.builder("desk")
                        .spreads(Scope.of(Dimension.DESK, "rates"), 0.01)
                        .build()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("desk");
        assertThatThrownBy(() -> TEST.run(StressScenario.builder("dollar")
                        .exchangeRate("USD", 0.1)
                        .build()))
                .isInstanceOf(InvalidInput.class);
        StressResult nothing = TEST.run(StressScenario.builder("nothing").build());
        assertThat(nothing.total()).isZero();
        assertThatThrownBy(() -> nothing.position(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> nothing.position(BOOK.size(), StressFactor.RATES))
                .isInstanceOf(InvalidInput.class);
        ValuedBook unrated = ValuedBook.of(
                List.of(new Position(
                        SampleBook.securities(1).get(0).rated("unclassified"),
                        new TradingBook("house", "rates", "one"),
                        "ann",
                        BigDecimal.ONE)),
                RiskMarket.of(SampleBook.SETTLEMENT, "USD", SampleBook.curve("USD", 0.03)));
        assertThatThrownBy(() -> StressTest.of(unrated)
                        .run(StressScenario.builder("down")
                                .downgrade(Scope.all(), 1, SampleStress.TABLE)
                                .build()))
                .isInstanceOf(InvalidInput.class);
        assertThat(worth()).isPositive();
    }
}
