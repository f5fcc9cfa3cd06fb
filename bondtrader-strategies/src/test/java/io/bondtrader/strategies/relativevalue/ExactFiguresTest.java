package io.bondtrader.strategies.relativevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.NelsonSiegel;
import io.bondtrader.core.curve.fit.OutlierRule;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.relativevalue.CurveTrade.Rehedge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures that follow by arithmetic of their own. */
final class ExactFiguresTest {

    private static final LocalDate TRADED = LocalDate.of(2025, 7, 14);
    private static final LocalDate SETTLED = LocalDate.of(2025, 7, 16);
    private static final KeyTenors KEYS = KeyTenors.ofYears(1, 2, 3, 5, 7, 10);

    /** It starts two days before bonds settle. */
    private static final DiscountCurve CURVE = NodeCurve.builder("zeros", TRADED)
            .nodes(List.of(new CurveNode("1Y", null, 1), new CurveNode("5Y", null, 5), new CurveNode("12Y", null, 12)))
            .zeroRates(0.041, 0.040, 0.044)
            .build();

    private static BondQuote bond(String label, int years) {
        FixedCouponBond bond = FixedCouponBond.of(
                BondConventions.US_TREASURY,
                0.04,
                "2025-05-15",
                LocalDate.of(2025 + years, 5, 15).toString());
        return CurvePricing.of(bond, SETTLED).quote(label, 100);
    }

    @Test
    void everyCostOfAnIdeaIsCountedOnce() {
        List<TwoWayQuote> book = new ArrayList<>();
        for (int years : new int[] {2, 4, 7}) {
            BondQuote terms = bond(years + "Y", years);
            double fair = terms.dirtyPrice(CURVE) - terms.accruedInterest();
            double bid = fair - (years == 4 ? 0.60 : 0.02);
            book.add(new TwoWayQuote(terms, bid, bid + 0.04, 3e6, 2e6, 0.050, 0.030));
        }
        Mispricing idea = new ArbitrageScan(CURVE, KEYS, 60)
                .scan(book, List.of("7Y", "2Y"))
                .get(0);
        double dirty = book.get(1).ask() + book.get(1).terms().accruedInterest();
        double days = 60 / 365.0;
        double start = CURVE.years(SETTLED);
        double own = CURVE.discountFactor(start) / CURVE.discountFactor(start + days) - 1;

        assertThat(idea.bond()).isEqualTo("4Y");
        assertThat(idea.side()).isEqualTo(Side.BUY);
        assertThat(idea.fairPrice()).isCloseTo(book.get(1).bid() + 0.60, within(1e-9));
        assertThat(idea.gross()).isCloseTo(0.56, within(1e-9));
        assertThat(idea.exit()).isCloseTo(0.02, within(1e-9));
        assertThat(idea.funding())
                .isCloseTo(dirty * (0.050 / 6 - own), within(1e-9))
                .isPositive();
        double hedged = idea.hedge().values().stream().mapToDouble(x -> -x).sum();
        assertThat(idea.hedgeCost()).isCloseTo(2 * hedged / 100 * 0.02, within(1e-12));
        assertThat(idea.net()).isCloseTo(0.56 - 0.02 - idea.funding() - idea.hedgeCost(), within(1e-9));
        assertThat(idea.profit()).isCloseTo(idea.net() * 20_000, within(1e-6));
    }

    /** DV01 and its first moment in time by revaluation on moved curves, of the bond and its hedge together. */
    @Test
    void aHedgeLeavesNeitherDv01NorItsFirstMoment() {
        List<TwoWayQuote> book = new ArrayList<>();
        for (int years : new int[] {2, 4, 7}) {
            BondQuote terms = bond(years + "Y", years);
            double fair = terms.dirtyPrice(CURVE) - terms.accruedInterest();
            book.add(TwoWayQuote.of(terms, fair, fair, 1e6, 0.04));
        }
        Mispricing idea = new ArbitrageScan(CURVE, KEYS, 60)
                .scan(book, List.of("2Y", "7Y")).stream()
                        .filter(any -> any.bond().equals("4Y") && any.side() == Side.BUY)
                        .findFirst()
                        .orElseThrow();
        double[] years = {1, 2, 3, 5, 7, 10};
        double level = 0;
        double moment = 0;
        double worst = 0;
        for (int key = 0; key < years.length; key++) {
            double left = keyDv01(bond("4Y", 4), years, key);
            for (Map.Entry<String, Double> leg : idea.hedge().entrySet()) {
                left += leg.getValue()
                        / 100
                        * keyDv01(bond(leg.getKey(), leg.getKey().charAt(0) - '0'), years, key);
            }
            level += left;
            moment += left * years[key];
            worst = Math.max(worst, Math.abs(left));
        }
        assertThat(level).isCloseTo(0, within(1e-9));
        assertThat(moment).isCloseTo(0, within(1e-8));
        assertThat(idea.residualDv01()).isCloseTo(worst, within(1e-9)).isPositive();
    }

    private static double keyDv01(BondQuote bond, double[] years, int key) {
        double up = bond.dirtyPrice(CurveScenario.keyRate(years, key, 1e-6).applyTo(CURVE));
        double down = bond.dirtyPrice(CurveScenario.keyRate(years, key, -1e-6).applyTo(CURVE));
        return (down - up) / 2e-6 * 1e-4;
    }

    @Test
    void aScoreIsThatOfTheFormula() {
        double[] values = {5, 6, 5.5, 7, 6.5, 6, 4, 4.5, 5, 7, 6, 5};
        double newest = 9;
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double products = 0;
        for (int t = 1; t < values.length; t++) {
            products += (values[t - 1] - mean) * (values[t] - mean);
        }
        double repeated = products / squares;
        double[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = newest;
        StandingScore score = StandingScore.of(all);

        assertThat(repeated).isPositive();
        assertThat(score.mean()).isCloseTo(mean, within(1e-14));
        assertThat(score.deviation()).isCloseTo(Math.sqrt(squares / 11), within(1e-14));
        assertThat(score.plain()).isCloseTo((newest - mean) / Math.sqrt(squares / 11), within(1e-13));
        assertThat(score.effective()).isCloseTo(12 * (1 - repeated) / (1 + repeated), within(1e-12));
    }

    @Test
    void whatIsExpectedIsTheTrustedPartOfTheWayBack() {
        Random random = new Random(17);
        double[] path = new double[400];
        double value = 0;
        for (int t = 0; t < path.length; t++) {
            value = 0.9 * value + random.nextGaussian();
            path[t] = 2 + value;
        }
        path[399] = 12;
        RichCheapScore score = new RichCheap(2, 5, SpreadCost.constant(0.02)).score("B", path, 4, 0.05);
        double trust = 1 - 16 / 144.0;
        double way = 1 - Math.pow(2, -5 / score.halfLife());

        assertThat(score.trust()).isCloseTo(trust, within(1e-12));
        assertThat(score.expectedBp()).isCloseTo(trust * (12 - score.standing().mean()) * way, within(1e-12));
        assertThat(score.costBp()).isCloseTo(0.04 / 0.05, within(1e-12));
        // The half-life is that of the path without today's shock.
        double pull = io.bondtrader.strategies.signal.MeanReversion.fit(Arrays.copyOf(path, 399))
                .halfLife()
                .orElseThrow();
        assertThat(score.halfLife()).isEqualTo(pull);
    }

    @Test
    void weightsByRegressionDoNotLookAtMeansOrScales() {
        Random random = new Random(18);
        double[] first = random.doubles(300).map(x -> x + 5).toArray();
        double[] second = new double[300];
        Arrays.setAll(second, t -> 0.4 * first[t] + 3 * random.nextDouble() - 7);
        double[] body = new double[300];
        Arrays.setAll(body, t -> 0.25 * first[t] + 0.85 * second[t] + 100);
        CurveLegs legs = CurveLegs.parBonds(new double[] {2, 5, 10}, new double[] {0.03, 0.04, 0.05}, 2);
        CurveTrade fly = CurveTrade.butterfly(
                        legs, "2Y", "5Y", "10Y", Neutrality.regression(Map.of("2Y", first, "5Y", body, "10Y", second)))
                .scaledToDv01(1_000);
        double[] two = new double[300];
        Arrays.setAll(two, t -> 1.7 * first[t] - 4);
        CurveTrade steepener = CurveTrade.steepener(
                        legs, "2Y", "10Y", Neutrality.regression(Map.of("2Y", first, "10Y", two)))
                .scaledToDv01(1_000);

        assertThat(fly.dv01("2Y")).isCloseTo(250, within(1e-8));
        assertThat(fly.dv01("10Y")).isCloseTo(850, within(1e-8));
        assertThat(steepener.dv01("2Y")).isCloseTo(1_700, within(1e-8));
    }

    @Test
    void aDriftIsWhatIsLeftOverWhatShouldCancel() {
        CurveLegs legs = CurveLegs.parBonds(new double[] {2, 10}, new double[] {0.05, 0.05}, 2);
        CurveTrade trade = CurveTrade.steepener(legs, "2Y", "10Y", Neutrality.dv01());
        Map<String, Double> held = Map.of("2Y", 400.0, "10Y", -80.0);
        double two = 400 * legs.dv01("2Y");
        double ten = 80 * legs.dv01("10Y");
        Rehedge rehedge = trade.rehedge(held, 0.05);

        assertThat(rehedge.drift()).isCloseTo((two - ten) / (two + ten), within(1e-14));
        assertThat(rehedge.trades().getOrDefault("2Y", 0.0))
                .isCloseTo(80 * legs.dv01("10Y") / legs.dv01("2Y") - 400, within(1e-9));
        CurveExposure left = trade.exposure();
        assertThat(left.cash()).isCloseTo(trade.face("2Y") - 1, within(1e-12));
    }

    @Test
    void effectsWithoutNoiseAreExact() {
        Random random = new Random(19);
        double[][] features = new double[30][];
        double[] residuals = new double[30];
        for (int i = 0; i < features.length; i++) {
            features[i] = new double[] {1_000 + 500 * random.nextDouble(), 1e-3 * random.nextDouble()};
            residuals[i] = 7 + 0.02 * features[i][0] - 900 * features[i][1];
        }
        ResidualEffects effects = ResidualEffects.of(List.of("size", "age"), features, residuals);
        double meanSize =
                Arrays.stream(features).mapToDouble(row -> row[0]).average().orElseThrow();

        assertThat(effects.coefficient("size")).isCloseTo(0.02, within(1e-10));
        assertThat(effects.coefficient("age")).isCloseTo(-900, within(1e-6));
        assertThat(effects.part(4, "size")).isCloseTo(0.02 * (features[4][0] - meanSize), within(1e-8));
        assertThat(effects.rSquared()).isCloseTo(1, within(1e-10));
        assertThat(Arrays.stream(effects.ownParts()).map(Math::abs).max().orElseThrow())
                .isLessThan(1e-8);
    }

    @Test
    void theErrorOfAFitLeavesOutWhatTheFitLeftOut() {
        List<BondQuote> bonds = new ArrayList<>();
        for (int years = 1; years <= 15; years++) {
            BondQuote terms = bond("Y" + years, years);
            double noise = (years % 3 - 1) * 0.02 + (years == 8 ? 3 : 0);
            bonds.add(terms.withQuote(terms.dirtyPrice(CURVE.shifted(0)) - terms.accruedInterest() + noise));
        }
        FittedCurve fit =
                CurveFit.of(bonds).withOutliers(OutlierRule.standard()).fit(NelsonSiegel.standard());
        double squares = 0;
        int count = 0;
        for (var residual : fit.residuals()) {
            if (!residual.bond().label().equals("Y8")) {
                squares += Math.pow(residual.yieldResidualBp(), 2);
                count++;
            }
        }
        assertThat(fit.excluded()).containsExactly("Y8");
        assertThat(RichCheap.fitErrorBp(fit)).isCloseTo(Math.sqrt(squares / count), within(1e-12));
    }
}
