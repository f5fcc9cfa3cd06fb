package io.bondtrader.strategies.relativevalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.NelsonSiegel;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.KeyTenors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The samples of docs/relative-value.md. */
final class RelativeValuePageSampleTest {

    private final LocalDate today = LocalDate.of(2025, 7, 15);

    private final DiscountCurve curve = NodeCurve.ofZeroRates(
            "zeros",
            today,
            List.of(LocalDate.of(2027, 7, 15), LocalDate.of(2038, 7, 15)),
            new double[] {0.038, 0.045},
            Interpolators.LINEAR);

    private static FixedCouponBond note(int years) {
        return FixedCouponBond.of(
                BondConventions.US_TREASURY,
                0.04,
                "2025-05-15",
                LocalDate.of(2025 + years, 5, 15).toString());
    }

    @Test
    void aButterflyFollowsFromTheBondsAsTheyStand() {
        BondBook book = BondBook.of(List.of(note(2), note(5), note(10)), today);
        double[] cleanPrices = {100.2, 99.6, 97.1};

        CurveLegs legs = CurveLegs.of(
                List.of("2Y", "5Y", "10Y"), book, cleanPrices, curve, KeyTenors.ofYears(1, 2, 3, 5, 7, 10));
        CurveTrade fly = CurveTrade.butterfly(legs, "2Y", "5Y", "10Y", Neutrality.cashAndDv01())
                .scaledToDv01(25_000); // of the body, which is sold
        Map<String, Double> faces = fly.faces();
        CurveExposure left = fly.exposure(); // cash, level, slope, curvature, each key rate
        boolean drifted = fly.rehedge(faces, 0.02).isNeeded(); // once prices have moved: legs anew, then ask

        assertThat(drifted).isFalse();
        assertThat(Math.abs(left.cash())).isLessThan(1e-6);
    }

    @Test
    void aBondIsRichOrCheapAfterEverythingThatSpeaksAgainstIt() {
        List<BondQuote> bonds = new ArrayList<>();
        Map<String, double[]> history = new HashMap<>();
        Random random = new Random(5);
        for (int years = 1; years <= 12; years++) {
            CurvePricing pricing = CurvePricing.of(note(years), today);
            bonds.add(pricing.quote("note " + years, pricing.cleanPrice(curve) - (years == 7 ? 0.30 : 0)));
            history.put("note " + years, random.doubles(250).map(x -> 2 * x - 1).toArray());
        }

        FittedCurve fit = CurveFit.of(bonds).fit(NelsonSiegel.standard());
        RichCheap rules = new RichCheap(2.0, 20, SpreadCost.constant(0.008)); // deviations, days, price points
        List<RichCheapScore> scores = rules.scores(fit, history); // residuals of earlier days by label
        for (RichCheapScore score : scores) {
            String why = score.bond() + ": " + score.verdict() + ", " + score.netBp() + " bp after costs";
            assertThat(why).contains("note");
        }

        assertThat(scores.get(6).isTrade()).isTrue();
    }

    @Test
    void whatCanBeEarnedIsNamedWithItsHedge() {
        List<TwoWayQuote> quotes = new ArrayList<>();
        for (int years : new int[] {2, 4, 5, 10}) {
            CurvePricing pricing = CurvePricing.of(note(years), today);
            double middle = pricing.cleanPrice(curve) - (years == 4 ? 0.40 : 0);
            BondQuote terms = pricing.quote(years + "Y", middle);
            quotes.add(TwoWayQuote.of(terms, middle - 0.01, middle + 0.01, 10_000_000, 0.043));
        }

        ArbitrageScan scan = new ArbitrageScan(curve, KeyTenors.standard(), 30); // carried for 30 days
        Mispricing best = scan.scan(quotes, List.of("2Y", "5Y", "10Y")).get(0);
        double profit = best.profit(); // after bid-offer of bond and hedge, funding and borrowing
        Map<String, Double> hedge = best.hedge();

        StaticArbitrage free = StaticArbitrage.in(quotes); // needs no curve and no luck
        OptionalDouble most = StaticArbitrage.highestPrice(quotes.get(1).terms(), quotes.subList(2, 4));

        assertThat(profit).isPositive();
        assertThat(hedge).containsOnlyKeys("2Y", "5Y");
        assertThat(free.isFound()).isFalse();
        assertThat(most).isPresent();
    }
}
