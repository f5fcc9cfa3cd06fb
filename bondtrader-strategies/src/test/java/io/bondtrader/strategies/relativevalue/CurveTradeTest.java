package io.bondtrader.strategies.relativevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.strategies.relativevalue.CurveTrade.Rehedge;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Trades on the shape of the curve. */
final class CurveTradeTest {

    /** Par bonds at 5 %, paying twice a year. */
    private static final CurveLegs PAR =
            CurveLegs.parBonds(new double[] {2, 5, 10}, new double[] {0.05, 0.05, 0.05}, 2);

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 15);

    private static final KeyTenors KEYS = KeyTenors.ofYears(1, 2, 3, 5, 7, 10);

    @Test
    void parBondsAtFivePercentHaveTheModifiedDurationsOfTheBook() {
        assertThat(PAR.modifiedDuration("2Y")).isCloseTo(1.8809871, within(5e-8));
        assertThat(PAR.modifiedDuration("5Y")).isCloseTo(4.3760320, within(5e-8));
        assertThat(PAR.modifiedDuration("10Y")).isCloseTo(7.7945811, within(5e-8));
        assertThat(CurveLegs.parDuration(7, 0, 2)).isEqualTo(7);
        assertThat(CurveLegs.parDuration(7, 1e-9, 2)).isCloseTo(7, within(1e-6));
    }

    /** Per unit of the five-year: neither cash nor DV01 left. The durations above give 0.57808316, published is 0.5780833. */
    @Test
    void aButterflyWithoutCashAndDv01HasThePublishedWings() {
        CurveTrade fly = CurveTrade.butterfly(PAR, "2Y", "5Y", "10Y", Neutrality.cashAndDv01());

        double exact = (7.7945811 - 4.3760320) / (7.7945811 - 1.8809871);
        assertThat(fly.face("2Y")).isCloseTo(0.5780833, within(2e-7)).isCloseTo(exact, within(2e-8));
        assertThat(fly.face("10Y")).isCloseTo(0.4219167, within(2e-7)).isCloseTo(1 - exact, within(2e-8));
        assertThat(fly.face("5Y")).isEqualTo(-1);
        assertThat(fly.exposure().cash()).isCloseTo(0, within(1e-13));
        assertThat(fly.exposure().level()).isCloseTo(0, within(1e-15));
        assertThat(fly)
                .hasToString(
                        "buy 0.5780832 of 2Y, buy 0.4219168 of 10Y, sell 1.000000 of 5Y, neutral to cash and DV01");
    }

    @Test
    void halfTheRiskInEachWingHasThePublishedWings() {
        CurveTrade fly = CurveTrade.butterfly(PAR, "2Y", "5Y", "10Y", Neutrality.fiftyFifty());

        assertThat(fly.face("2Y")).isCloseTo(1.1632275, within(5e-8));
        assertThat(fly.face("10Y")).isCloseTo(0.2807099, within(5e-8));
        assertThat(fly.dv01("2Y")).isCloseTo(fly.dv01("10Y"), within(1e-15));
        assertThat(fly.exposure().level()).isCloseTo(0, within(1e-15));
        // The money that the short wing needs beyond what the body brings.
        assertThat(fly.exposure().cash()).isCloseTo(1.1632275 + 0.2807099 - 1, within(1e-7));
    }

    @Test
    void aSteepenerBuysTheShortLegInTheRatioOfDv01s() {
        CurveTrade steepener = CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.dv01());

        assertThat(steepener.face("2Y")).isCloseTo(4.1438780, within(5e-8));
        assertThat(steepener.face("5Y")).isZero();
        assertThat(steepener.exposure().slope()).isCloseTo(-PAR.dv01("10Y") / 100, within(1e-15));
        assertThat(steepener.reversed().exposure().slope()).isCloseTo(PAR.dv01("10Y") / 100, within(1e-15));
        assertThat(CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.cash()).face("2Y"))
                .isEqualTo(1);
    }

    @Test
    void facesFollowFromTheDv01OfWhatIsHedged() {
        CurveTrade trade =
                CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.dv01()).scaledToDv01(25_000);

        assertThat(trade.dv01("10Y")).isCloseTo(-25_000, within(1e-8));
        assertThat(trade.dv01("2Y")).isCloseTo(25_000, within(1e-8));
        assertThat(trade.faces()).containsOnlyKeys("2Y", "10Y");
        assertThat(trade.reversed().scaledToDv01(100).dv01("10Y")).isCloseTo(100, within(1e-10));
    }

    @Test
    void anExposureIsWhatTheTradeLosesWhenRatesMoveThatWay() {
        CurveExposure body = CurveTrade.butterfly(PAR, "2Y", "5Y", "10Y", Neutrality.fiftyFifty())
                .scaledToDv01(1000)
                .exposure();

        // x is −½, −⅛ and ½ at 2, 5 and 10 years; curvature −½, ¼ and −½.
        assertThat(body.keys()).containsExactly("2Y", "5Y", "10Y");
        assertThat(body.keyRates().get(0)).isCloseTo(500, within(1e-9));
        assertThat(body.keyRates().get(1)).isCloseTo(-1000, within(1e-9));
        assertThat(body.keyRates().get(2)).isCloseTo(500, within(1e-9));
        assertThat(body.slope()).isCloseTo(125, within(1e-9));
        assertThat(body.curvature()).isCloseTo(-750, within(1e-9));
        assertThat(body.toString()).contains("curvature -750", "5Y");
    }

    @Test
    void weightsByRegressionAreThoseOfTheSlopes() {
        Random random = new Random(12);
        double[] shortWing = random.doubles(400).map(x -> x - 0.5).toArray();
        double[] longWing = random.doubles(400).map(x -> x - 0.5).toArray();
        double[] body = new double[400];
        Arrays.setAll(body, t -> 0.6 * shortWing[t] + 0.7 * longWing[t] + 3);
        Neutrality rule = Neutrality.regression(Map.of("2Y", shortWing, "5Y", body, "10Y", longWing));
        CurveTrade fly = CurveTrade.butterfly(PAR, "2Y", "5Y", "10Y", rule).scaledToDv01(100);

        assertThat(fly.dv01("2Y")).isCloseTo(60, within(1e-9));
        assertThat(fly.dv01("10Y")).isCloseTo(70, within(1e-9));
        Arrays.setAll(body, t -> 0.8 * shortWing[t] + 1);
        CurveTrade steepener = CurveTrade.steepener(
                        PAR, "2Y", "10Y", Neutrality.regression(Map.of("2Y", shortWing, "10Y", body)))
                .scaledToDv01(100);
        assertThat(steepener.dv01("2Y")).isCloseTo(80, within(1e-9));
    }

    @Test
    void weightsByComponentsLoseNothingAlongThem() {
        double[][] covariance = {{1.0, 0.9, 0.7}, {0.9, 1.1, 0.95}, {0.7, 0.95, 1.2}};
        PrincipalComponents components = PrincipalComponents.of(Covariance.of(List.of("2Y", "5Y", "10Y"), covariance));
        CurveTrade fly = CurveTrade.butterfly(PAR, "2Y", "5Y", "10Y", Neutrality.principal(components));
        CurveTrade steepener = CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.principal(components));

        for (int c = 0; c < 2; c++) {
            assertThat(alongComponent(fly, components.move(c))).isCloseTo(0, within(1e-15));
        }
        assertThat(alongComponent(fly, components.move(2))).isNotCloseTo(0, within(1e-4));
        assertThat(alongComponent(steepener, components.move(0))).isCloseTo(0, within(1e-15));
    }

    private static double alongComponent(CurveTrade trade, double[] move) {
        List<Double> rates = trade.exposure().keyRates();
        double loss = 0;
        for (int k = 0; k < move.length; k++) {
            loss += rates.get(k) * move[k];
        }
        return loss;
    }

    private static final DiscountCurve CURVE = NodeCurve.builder("zeros", TODAY)
            .nodes(List.of(new CurveNode("1Y", null, 1), new CurveNode("5Y", null, 5), new CurveNode("10Y", null, 10)))
            .zeroRates(0.039, 0.040, 0.044)
            .build();

    private static final BondBook BOOK = BondBook.of(
            List.of(
                    FixedCouponBond.of(BondConventions.US_TREASURY, 0.03875, "2025-06-30", "2027-06-30"),
                    FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-06-30", "2030-06-30"),
                    FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-05-15", "2035-05-15")),
            TODAY);

    /** The weights hold against revaluation of the bonds, on a curve that moves in parallel. */
    @Test
    void liveKeyRatesMakeAButterflyThatARevaluationFindsNeutral() {
        double[] clean = {99.90, 99.50, 98.60};
        List<String> names = List.of("2Y", "5Y", "10Y");
        CurveLegs legs = CurveLegs.of(names, BOOK, clean, CURVE, KEYS);
        CurveTrade fly = CurveTrade.butterfly(legs, "2Y", "5Y", "10Y", Neutrality.cashAndDv01())
                .scaledToDv01(10_000);

        BookResult spreads = BOOK.newResult();
        BOOK.zSpreads(CURVE, clean, spreads, Parallelism.callingThread());
        double[] values = {spreads.value(0), spreads.value(1), spreads.value(2)};
        double[] faces = {fly.face("2Y"), fly.face("5Y"), fly.face("10Y")};
        double[] totals = BOOK.atSpreads(values)
                .totals(List.of(CURVE, CURVE.shifted(1e-5), CURVE.shifted(-1e-5)), faces, Parallelism.callingThread());
        assertThat(totals[0]).isCloseTo(0, within(1e-5));
        assertThat((totals[2] - totals[1]) / 0.2).isCloseTo(0, within(1e-3));
        assertThat(fly.exposure().cash()).isCloseTo(0, within(1e-6));
        assertThat(fly.exposure().keyRates().stream().mapToDouble(x -> x).sum()).isCloseTo(0, within(1e-9));
        assertThat(legs.toString()).contains("10Y");
    }

    @Test
    void aHedgeIsTradedOnlyWhenItHasDriftedPastTheThreshold() {
        CurveTrade then =
                CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.dv01()).scaledToDv01(10_000);
        CurveLegs later = CurveLegs.parBonds(new double[] {2, 10}, new double[] {0.05, 0.08}, 2);
        CurveTrade now = CurveTrade.steepener(later, "2Y", "10Y", Neutrality.dv01());

        assertThat(then.rehedge(then.faces(), 1e-12).isNeeded()).isFalse();
        Rehedge small = now.rehedge(then.faces(), 0.5);
        Rehedge large = now.rehedge(then.faces(), 0.01);
        assertThat(small.isNeeded()).isFalse();
        assertThat(small.drift()).isEqualTo(large.drift()).isGreaterThan(0.01);
        assertThat(large.trades()).containsOnlyKeys("2Y");
        double hedged = then.face("2Y") + large.trades().getOrDefault("2Y", 0.0);
        assertThat(now.rehedge(Map.of("2Y", hedged, "10Y", then.face("10Y")), 1e-9)
                        .isNeeded())
                .isFalse();
    }

    @Property(tries = 300)
    void rulesAreKeptWhateverTheYields(
            @ForAll @DoubleRange(min = 0, max = 0.15) double two,
            @ForAll @DoubleRange(min = 0, max = 0.15) double five,
            @ForAll @DoubleRange(min = 0, max = 0.15) double ten) {
        CurveLegs legs = CurveLegs.parBonds(new double[] {2, 5, 10}, new double[] {two, five, ten}, 2);
        for (Neutrality rule : List.of(Neutrality.cashAndDv01(), Neutrality.fiftyFifty())) {
            CurveTrade fly = CurveTrade.butterfly(legs, "2Y", "5Y", "10Y", rule);
            assertThat(fly.exposure().level()).isCloseTo(0, within(1e-12));
            assertThat(fly.rehedge(fly.faces(), 1e-9).isNeeded()).isFalse();
        }
        CurveExposure cash = CurveTrade.butterfly(legs, "2Y", "5Y", "10Y", Neutrality.cashAndDv01())
                .exposure();
        assertThat(cash.cash()).isCloseTo(0, within(1e-10));
        CurveTrade steepener = CurveTrade.steepener(legs, "2Y", "10Y", Neutrality.dv01());
        assertThat(steepener.face("2Y")).isCloseTo(legs.dv01("10Y") / legs.dv01("2Y"), within(1e-12));
    }

    @Test
    void badInputIsRefused() {
        double[] few = {1, 2, 3};
        double[] flat = new double[20];
        double[] moving = new Random(1).doubles(20).toArray();
        double[] broken = moving.clone();
        broken[3] = Double.NaN;
        double[] prices = {99, 99, 99};
        PrincipalComponents two =
                PrincipalComponents.of(Covariance.of(List.of("a", "b"), new double[][] {{1, 0.5}, {0.5, 1}}));
        CurveTrade trade = CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.dv01());
        List<ThrowingCallable> bad = List.of(
                () -> CurveLegs.parBonds(new double[] {2, 1}, new double[] {0.05, 0.05}, 2),
                () -> CurveLegs.parBonds(new double[] {2}, new double[] {0.05, 0.05}, 2),
                () -> CurveLegs.parBonds(new double[] {2}, new double[] {Double.NaN}, 2),
                () -> CurveLegs.parBonds(new double[] {2}, new double[] {0.05}, 0),
                () -> CurveLegs.parDuration(Double.NaN, 0.05, 2),
                () -> CurveLegs.parDuration(2, 0.05, 0),
                () -> CurveLegs.of(List.of("a"), BOOK, prices, CURVE, KEYS),
                () -> CurveLegs.of(List.of("a", "a", "b"), BOOK, prices, CURVE, KEYS),
                () -> CurveLegs.of(List.of("a", "b", "c"), BOOK, new double[] {1, -99, 99}, CURVE, KEYS),
                () -> PAR.price("3Y"),
                () -> PAR.dv01("3Y"),
                () -> CurveTrade.steepener(PAR, "2Y", "2Y", Neutrality.dv01()),
                () -> CurveTrade.steepener(PAR, "10Y", "2Y", Neutrality.dv01()),
                () -> CurveTrade.steepener(PAR, "2Y", "3Y", Neutrality.dv01()),
                () -> CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.cashAndDv01()),
                () -> CurveTrade.butterfly(PAR, "2Y", "5Y", "10Y", Neutrality.dv01()),
                () -> CurveTrade.butterfly(PAR, "5Y", "2Y", "10Y", Neutrality.fiftyFifty()),
                () -> CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.principal(two)),
                () -> Neutrality.regression(Map.of()),
                () -> Neutrality.regression(Map.of("2Y", few)),
                () -> Neutrality.regression(Map.of("2Y", moving, "10Y", new double[21])),
                () -> Neutrality.regression(Map.of("2Y", broken)),
                () -> CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.regression(Map.of("2Y", moving))),
                () -> CurveTrade.steepener(PAR, "2Y", "10Y", Neutrality.regression(Map.of("2Y", flat, "10Y", moving))),
                () -> CurveTrade.butterfly(
                        PAR, "2Y", "5Y", "10Y", Neutrality.regression(Map.of("2Y", moving, "5Y", flat, "10Y", moving))),
                () -> trade.scaledToDv01(0),
                () -> trade.scaledToDv01(Double.NaN),
                () -> trade.face("3Y"),
                () -> trade.rehedge(trade.faces(), -1),
                () -> trade.rehedge(Map.of("2Y", 1.0), 0.1),
                () -> trade.rehedge(Map.of("2Y", 1.0, "10Y", 0.0), 0.1),
                () -> trade.rehedge(Map.of("2Y", Double.NaN, "10Y", 1.0), 0.1));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }
}
