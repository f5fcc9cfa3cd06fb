package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.GoldenCurves;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.curve.bootstrap.BootstrappedCurve;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden values of {@code key_rate.csv}, and the laws that key rates obey. */
final class KeyRatesTest {

    private static final LocalDate SETTLEMENT = LocalDate.parse("2026-03-17");

    private static final double[] ZEROS = {0.043, 0.042, 0.040, 0.0385, 0.038, 0.039, 0.0405, 0.042, 0.046, 0.0465};
    private static final List<LocalDate> NODES =
            List.of(91, 183, 365, 730, 1095, 1825, 2555, 3650, 7300, 10950).stream()
                    .map(SETTLEMENT::plusDays)
                    .toList();

    private static NodeCurve curve(LocalDate reference) {
        return NodeCurve.ofZeroRates("nodes", reference, NODES, ZEROS, Interpolators.LINEAR);
    }

    private static CurvePricing bond(String maturity) {
        return CurvePricing.of(
                FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", maturity), SETTLEMENT);
    }

    private static void close(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, Offset.offset(Math.max(1e-10, 1e-8 * Math.abs(expected))));
    }

    @Test
    void everyGoldenBondHasItsKeyRateDurations() {
        GoldenCurves curves = GoldenCurves.read();
        VectorTable.of("key_rate.csv").everyRow(row -> {
            CurveRisk risk = CurveRisk.of(pricing(row), curves.curve(row.text("curve_id")));
            close("dirty price", risk.dirtyPrice(), row.number("dirty_price"));
            double[] years = row.list("key_tenors").stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            KeyRates rates = risk.keyRates(KeyRateKind.ZERO, KeyTenors.ofYears(years), 1e-4);
            List<String> expected = row.list("key_rate_durations");
            for (int k = 0; k < years.length; k++) {
                close("key " + years[k], rates.keys().get(k).duration(), Double.parseDouble(expected.get(k)));
            }
            close("effective duration", risk.effectiveDuration(1e-4), row.number("effective_duration"));
            assertThat(risk.effectiveConvexity(1e-4))
                    .isCloseTo(row.number("effective_convexity"), within(1e-5)); // differences of three prices
            assertThat(risk.keyRates(KeyTenors.ofYears(years)).addsUp()).isTrue();
        });
    }

    private static CurvePricing pricing(Row row) {
        BondConvention convention = BondConvention.builder("VECTOR")
                .dayCount(DayCount.of(row.text("day_count")))
                .frequency(Frequency.ofPerYear(row.integer("frequency")))
                .build();
        return CurvePricing.of(
                FixedCouponBond.of(convention, row.number("coupon"), row.date("issue_date"), row.date("maturity")),
                row.date("settlement"));
    }

    @Property(tries = 200)
    void keyRatesOfEveryKindAddUpToTheDurationForAParallelMove(
            @ForAll @IntRange(min = 1, max = 30) int years,
            @ForAll @DoubleRange(min = -0.02, max = 0.15) double spread,
            @ForAll @IntRange(min = 0, max = 40) int curveDaysBefore) {
        CurvePricing pricing = bond(2025 + years + "-11-15");
        CurveRisk risk = CurveRisk.atZSpread(pricing, curve(SETTLEMENT.minusDays(curveDaysBefore)), spread);
        for (KeyRateKind kind : KeyRateKind.values()) {
            KeyRates rates = risk.keyRates(kind, KeyTenors.standard());
            assertThat(rates.addsUp()).as(rates::toString).isTrue();
            assertThat(rates.effectiveDuration()).isEqualTo(risk.effectiveDuration());
            assertThat(rates.sumOfDv01s())
                    .isCloseTo(rates.parallelDuration() * risk.dirtyPrice() * 1e-4, within(1e-12));
        }
        assertThat(risk.keyRates(KeyTenors.standard()).parallelDuration()).isEqualTo(risk.effectiveDuration());
    }

    @Property(tries = 500)
    void theWeightsOfAllKeysAddUpToOneAndTheirAreasToTheTime(@ForAll @DoubleRange(min = 0.0, max = 60.0) double time) {
        KeyTenors tenors = KeyTenors.standard();
        double weights = 0.0;
        double areas = 0.0;
        for (int key = 0; key < tenors.count(); key++) {
            weights += tenors.weight(key, time);
            areas += tenors.area(key, time);
        }
        assertThat(weights).isCloseTo(1.0, within(1e-14));
        assertThat(areas).isCloseTo(time, within(1e-12));
    }

    @Test
    void aKeyWeighsOneAtItsTenorNothingAtItsNeighboursAndHalfBetween() {
        KeyTenors tenors = KeyTenors.of(Tenor.ofMonths(6), Tenor.ofYears(2), Tenor.ofYears(4));
        assertThat(IntStream.range(0, 3).mapToObj(tenors::label)).containsExactly("6M", "2Y", "4Y");
        assertThat(tenors.weight(1, 2.0)).isEqualTo(1.0);
        assertThat(tenors.weight(1, 0.5)).isZero();
        assertThat(tenors.weight(1, 4.0)).isZero();
        assertThat(tenors.weight(1, 3.0)).isEqualTo(0.5);
        assertThat(tenors.weight(0, 0.1)).isEqualTo(1.0);
        assertThat(tenors.weight(2, 50.0)).isEqualTo(1.0);
    }

    /** A par bond on a coupon day is worth 100, and only the par yield of its own maturity moves it. */
    @Test
    void aBondAtParHasOneParKeyRateThatOfItsMaturity() {
        BondConvention halves =
                BondConvention.builder("HALVES").dayCount(DayCount.of("30/360")).build();
        LocalDate start = LocalDate.parse("2026-01-15");
        LocalDate[] days = IntStream.rangeClosed(1, 10)
                .mapToObj(k -> start.plusMonths(6L * k))
                .toArray(LocalDate[]::new);
        DiscountCurve flat = new ThirtyDayMonths(start, 0.04);
        double factorSum = Arrays.stream(days).mapToDouble(flat::discountFactor).sum();
        double parYield = 2.0 * (1.0 - flat.discountFactor(days[9])) / factorSum;
        CurveRisk risk =
                CurveRisk.of(CurvePricing.of(FixedCouponBond.of(halves, parYield, start, days[9]), start), flat);
        assertThat(risk.dirtyPrice()).isCloseTo(100.0, within(1e-12));
        KeyRates rates = risk.keyRates(KeyRateKind.PAR, KeyTenors.ofYears(1.0, 3.0, 5.0, 10.0));
        assertThat(rates.keys().get(0).duration()).isCloseTo(0.0, within(1e-12));
        assertThat(rates.keys().get(1).duration()).isCloseTo(0.0, within(1e-12));
        assertThat(rates.keys().get(2).duration()).isCloseTo(factorSum / 2.0, within(1e-12));
        assertThat(rates.keys().get(3).duration()).isCloseTo(0.0, within(1e-12));
    }

    /** Flat, on which half a year is always 0.5. */
    private record ThirtyDayMonths(LocalDate referenceDate, double rate) implements DiscountCurve {
        @Override
        public String name() {
            return "flat";
        }

        @Override
        public DayCount dayCount() {
            return DayCount.of("30/360");
        }

        @Override
        public List<io.bondtrader.core.curve.CurveNode> nodes() {
            return List.of();
        }

        @Override
        public double logDiscountFactor(double years) {
            return -rate * years;
        }

        @Override
        public double instantaneousForward(double years) {
            return rate;
        }

        @Override
        public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {}
    }

    @Test
    void bucketsAndNodesAddUpToTheDv01OfThePricing() {
        CurveRisk risk = CurveRisk.atDirtyPrice(bond("2045-11-15"), curve(SETTLEMENT), 97.5);
        assertThat(risk.dirtyPrice()).isCloseTo(97.5, within(1e-11));
        assertThat(risk.buckets(1.0, 5.0, 10.0).stream()
                        .mapToDouble(CurveRisk.TimeBucket::dv01)
                        .sum())
                .isCloseTo(risk.dv01(), within(1e-14));
        assertThat(risk.nodeDv01s().stream()
                        .mapToDouble(CurveRisk.NodeDv01::dv01)
                        .sum())
                .isCloseTo(risk.dv01(), within(1e-14)); // linear zero rates: a parallel move is one of all nodes
        assertThat(risk.spreadDuration()).isCloseTo(risk.effectiveDuration(), within(1e-12));
        assertThat(risk.cs01()).isCloseTo(risk.dv01(), within(1e-14));
        assertThat(risk.spreadConvexity()).isCloseTo(risk.effectiveConvexity(), within(1e-10));
        assertThat(risk.effectiveDuration(1e-4)).isCloseTo(risk.effectiveDuration(), within(1e-4));
        assertThat(risk.effectiveConvexity(1e-4)).isCloseTo(risk.effectiveConvexity(), within(1e-3));
    }

    @Test
    void nodeSensitivitiesOfACurveThatStartsBeforeSettlementAreThoseOfBumpedNodes() {
        NodeCurve curve = curve(SETTLEMENT.minusDays(2));
        CurvePricing pricing = bond("2035-11-15");
        double[] exact = new double[ZEROS.length];
        CurveRisk.atZSpread(pricing, curve, 0.01).addNodeSensitivities(exact);
        for (int i = 0; i < ZEROS.length; i++) {
            double h = 1e-5;
            double bumped = pricing.dirtyPriceFromZSpread(curve.withValues(moved(i, h)), 0.01)
                    - pricing.dirtyPriceFromZSpread(curve.withValues(moved(i, -h)), 0.01);
            assertThat(exact[i]).isCloseTo(bumped / (2.0 * h), within(1e-5));
        }
    }

    /** The par yields of a day: moved by a hundredth of a basis point and bootstrapped anew, quote by quote. */
    @Test
    void sensitivitiesToQuotesAreThoseOfCurvesBuiltAnew() {
        double[] yields = {0.0435, 0.0428, 0.0405, 0.0392, 0.0388, 0.0396, 0.0412, 0.0431, 0.0482, 0.0487};
        String[] tenors = {"3M", "6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y"};
        List<ParYield> quotes = IntStream.range(0, yields.length)
                .mapToObj(k -> ParYield.of(tenors[k], yields[k]))
                .toList();
        CurveBootstrap bootstrap = ParYieldBootstrap.of(SETTLEMENT, quotes);
        BootstrappedCurve built = bootstrap.solve();
        CurvePricing pricing = bond("2035-11-15");
        List<CurveRisk.QuoteSensitivity> exact =
                CurveRisk.atZSpread(pricing, built.curve(), 0.004).quoteSensitivities(built);
        double h = 1e-6;
        for (int j = 0; j < yields.length; j++) {
            double[] up = yields.clone();
            double[] down = yields.clone();
            up[j] += h;
            down[j] -= h;
            double slope = (pricing.dirtyPriceFromZSpread(
                                    bootstrap.withQuotes(up).solve().curve(), 0.004)
                            - pricing.dirtyPriceFromZSpread(
                                    bootstrap.withQuotes(down).solve().curve(), 0.004))
                    / (2.0 * h);
            assertThat(exact.get(j).instrument().label()).isEqualTo(tenors[j]);
            assertThat(exact.get(j).derivative()).as(tenors[j]).isCloseTo(slope, within(1e-5));
        }
        assertThatThrownBy(() -> CurveRisk.of(pricing, curve(SETTLEMENT)).quoteSensitivities(built))
                .isInstanceOf(InvalidInput.class);
    }

    private static double[] moved(int node, double by) {
        double[] values = ZEROS.clone();
        values[node] += by;
        return values;
    }

    @Test
    void theProfileSaysWhatItAddsUpTo() {
        KeyRates exact = CurveRisk.of(bond("2035-11-15"), curve(SETTLEMENT)).keyRates(KeyTenors.standard());
        assertThat(exact.toString()).contains("zero key rates, triangular weights", "exact derivatives", "adds up");
        KeyRates bumped = CurveRisk.of(bond("2055-11-15"), curve(SETTLEMENT))
                .keyRates(KeyRateKind.ZERO, KeyTenors.standard(), 0.01);
        assertThat(bumped.addsUp()).isFalse();
        assertThat(bumped.toString()).contains("central differences over 100.0 bp", "apart");
    }

    @Test
    void keysOutOfOrderAndBumpsOutOfRangeAreRefused() {
        CurveRisk risk = CurveRisk.of(bond("2035-11-15"), curve(SETTLEMENT));
        assertThatThrownBy(() -> KeyTenors.ofYears()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> KeyTenors.ofYears(2.0, 1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> KeyTenors.ofYears(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> KeyTenors.of(Tenor.ofDays(3))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.keyRates(KeyRateKind.ZERO, KeyTenors.standard(), -1e-4))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.effectiveDuration(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.buckets(2.0, 1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> risk.addNodeSensitivities(new double[3])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CurveRisk.atZSpread(bond("2035-11-15"), curve(SETTLEMENT), Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CurveRisk.atZSpread(bond("2035-11-15"), curve(SETTLEMENT), -200.0))
                .isInstanceOf(InvalidInput.class);
    }
}
