package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.curve.CurveCheck;
import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.CurveJump;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Extrapolator;
import io.bondtrader.core.curve.ForwardCurve;
import io.bondtrader.core.curve.InflationCurve;
import io.bondtrader.core.curve.NegativeForward;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.curve.ScenarioSet;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of the page about curves. */
final class CurvesPageSampleTest {

    private final LocalDate today = LocalDate.of(2026, 3, 17);
    private final FixedCouponBond bond =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");
    private final NodeCurve curve = curve();

    private NodeCurve curve() {
        NodeCurve curve = NodeCurve.builder("USD", today)
                .interpolation(CurveInterpolation.MONOTONE_CONVEX)
                .extrapolation(Extrapolator.FLAT, Extrapolator.FLAT_FORWARD)
                .dates(List.of(today.plusYears(1), today.plusYears(2), today.plusYears(5), today.plusYears(10)))
                .labels(List.of("1Y", "2Y", "5Y", "10Y"))
                .zeroRates(0.0385, 0.0380, 0.0390, 0.0420) // continuously compounded, decimals
                .build();
        return curve;
    }

    @Test
    void aBondIsPricedOffACurveAndKnowsItsNodes() {
        CurvePricing pricing = CurvePricing.of(bond, today);
        double price = pricing.dirtyPrice(curve);
        double[] byNode = new double[curve.nodes().size()];
        pricing.addNodeSensitivities(curve, byNode); // byNode[3]: per 1.00 of the node labelled "10Y"

        assertThat(price).isBetween(95.0, 110.0);
        double[] values = curve.values();
        values[3] += 1e-6;
        double bumped = pricing.dirtyPrice(curve.withValues(values));
        assertThat(byNode[3]).isCloseTo((bumped - price) / 1e-6, within(0.01));
    }

    @Test
    void negativeForwardRatesAreReported() {
        NodeCurve falling = curve.withValues(new double[] {0.04, 0.03, 0.01, 0.001});
        List<NegativeForward> found = CurveCheck.negativeForwards(falling);

        assertThat(found).isNotEmpty();
        assertThat(CurveCheck.negativeForwards(curve)).isEmpty();
    }

    @Test
    void curvesFollowFromCurves() {
        LocalDate later = today.plusYears(1);
        DiscountCurve oneYearOn = curve.impliedFrom(later);
        DiscountCurve worse = curve.shifted(0.0050);
        DiscountCurve corporate = curve.plus(NodeCurve.builder("spread", today)
                .dates(List.of(today.plusYears(2), today.plusYears(10)))
                .zeroRates(0.0080, 0.0140)
                .build());
        DiscountCurve overYearEnd = curve.withJumps(List.of(CurveJump.ofRate(
                "turn 2026", LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4), DayCounts.ACT_360, 0.0050)));

        assertThat(oneYearOn.discountFactor(today.plusYears(3)))
                .isCloseTo(curve.discountFactor(today.plusYears(3)) / curve.discountFactor(later), within(1e-14));
        assertThat(worse.zeroRate(4.0)).isCloseTo(curve.zeroRate(4.0) + 0.0050, within(1e-15));
        assertThat(corporate.nodes()).hasSize(6);
        assertThat(overYearEnd.discountFactor(later)).isLessThan(curve.discountFactor(later));
    }

    @Test
    void curvesMoveByScenarios() {
        CurveScenario bearSteepener = CurveScenario.parallel(0.0050)
                .plus(CurveScenario.steepener(0.0040, 2.0, 10.0))
                .named("bear steepener");
        double price = CurvePricing.of(bond, today).dirtyPrice(bearSteepener.applyTo(curve));
        for (CurveScenario move : ScenarioSet.parallelMoves().scenarios()) {
            double moved = CurvePricing.of(bond, today).dirtyPrice(move.applyTo(curve));
            assertThat(moved).isPositive();
        }

        assertThat(price).isLessThan(CurvePricing.of(bond, today).dirtyPrice(curve));
    }

    @Test
    void indicesAreProjected() {
        ForwardCurve term = ForwardCurve.of("TERM SOFR", Tenor.ofMonths(3), DayCounts.ACT_360, curve);
        double forward = term.forwardRate(today.plusMonths(6)); // simple, for three months

        Map<YearMonth, Double> published = Map.of(YearMonth.of(2026, 1), 325.252, YearMonth.of(2026, 2), 326.7);
        InflationCurve cpi = InflationCurve.of(
                "US CPI-U", published, YearMonth.of(2026, 1), new int[] {1, 5, 10}, new double[] {0.027, 0.025, 0.024});
        double reference = cpi.referenceIndex(LocalDate.of(2031, 7, 15), Indexation.US_TIPS);

        assertThat(forward).isBetween(0.03, 0.05);
        assertThat(reference).isBetween(360.0, 380.0);
    }
}
