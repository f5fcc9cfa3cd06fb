package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.GoldenCurves;
import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden values of {@code spreads.csv}, and the laws that spreads obey. */
final class SpreadsTest {

    private static final LocalDate SETTLEMENT = LocalDate.parse("2026-03-17");

    private static void close(Row row, String column, double actual) {
        double expected = row.number(column);
        assertThat(actual).as(column).isCloseTo(expected, Offset.offset(Math.max(1e-10, 1e-9 * Math.abs(expected))));
    }

    private static NodeCurve curve(LocalDate reference) {
        return NodeCurve.ofZeroRates(
                "USD",
                reference,
                List.of(
                        SETTLEMENT.plusYears(1),
                        SETTLEMENT.plusYears(5),
                        SETTLEMENT.plusYears(10),
                        SETTLEMENT.plusYears(30)),
                new double[] {0.038, 0.036, 0.041, 0.045},
                Interpolators.LINEAR);
    }

    private static CurvePricing bond(int years) {
        return CurvePricing.of(
                FixedCouponBond.of(BondConventions.US_CORPORATE, 0.0525, "2025-11-15", 2025 + years + "-11-15"),
                SETTLEMENT);
    }

    @Test
    void everyGoldenBondHasItsSpreads() {
        GoldenCurves curves = GoldenCurves.read();
        VectorTable.of("spreads.csv").everyRow(row -> {
            DiscountCurve curve = curves.curve(row.text("curve_id"));
            BondConvention convention = BondConvention.builder("VECTOR")
                    .dayCount(DayCount.of(row.text("day_count")))
                    .frequency(Frequency.ofPerYear(row.integer("frequency")))
                    .yieldConvention(YieldConvention.COMPOUND)
                    .build();
            CurvePricing pricing = CurvePricing.of(
                    FixedCouponBond.of(convention, row.number("coupon"), row.date("issue_date"), row.date("maturity")),
                    row.date("settlement"));
            double[] tenors = numbers(row, "benchmark_tenors");
            SpreadPanel panel = SpreadPanel.of(pricing, curve)
                    .governmentYields(BenchmarkRates.of("government", tenors, numbers(row, "government_yields")))
                    .swapRates(BenchmarkRates.of("swaps", tenors, numbers(row, "swap_rates")))
                    .floatingLeg(Frequency.ofPerYear(row.integer("asw_float_frequency")), DayCounts.ACT_360)
                    .atCleanPrice(row.number("clean_price"));
            close(row, "accrued", panel.accruedInterest());
            close(row, "curve_dirty_price", panel.curveDirtyPrice());
            close(
                    row,
                    "z_spread_continuous",
                    panel.spread(SpreadKind.Z_CONTINUOUS).value());
            close(row, "z_spread_annual", panel.spread(SpreadKind.Z_ANNUAL).value());
            close(
                    row,
                    "z_spread_semiannual",
                    panel.spread(SpreadKind.Z_SEMIANNUAL).value());
            close(row, "street_yield", panel.yield());
            close(row, "i_spread", panel.spread(SpreadKind.I).value());
            close(row, "g_spread", panel.spread(SpreadKind.G).value());
            close(row, "asw_par_par", panel.spread(SpreadKind.ASSET_SWAP_PAR).value());
            close(
                    row,
                    "asw_market_value",
                    panel.spread(SpreadKind.ASSET_SWAP_MARKET_VALUE).value());
            close(
                    row,
                    "z_spread_dv01",
                    CurveRisk.atDirtyPrice(pricing, curve, panel.dirtyPrice()).cs01(1e-4));
            assertThat(panel.worstRepricingError()).isLessThan(1e-10);
        });
    }

    private static double[] numbers(Row row, String column) {
        return row.list(column).stream().mapToDouble(Double::parseDouble).toArray();
    }

    @Property(tries = 300)
    void everySpreadOfAPanelRepricesTheBond(
            @ForAll @IntRange(min = 1, max = 29) int years,
            @ForAll @DoubleRange(min = 20.0, max = 220.0) double cleanPrice,
            @ForAll @IntRange(min = 0, max = 5) int curveDaysBefore) {
        DiscountCurve curve = curve(SETTLEMENT.minusDays(curveDaysBefore));
        SpreadPanel panel = SpreadPanel.of(bond(years), curve)
                .governmentYields(BenchmarkRates.of("government", new double[] {2, 10}, new double[] {0.04, 0.042}))
                .swapRates(BenchmarkRates.of(
                        "swaps", Map.of(Tenor.ofYears(10), 0.041, Tenor.ofMonths(6), 0.043, Tenor.ofYears(2), 0.04)))
                .benchmark(bond(10).yieldPricing(), 101.5)
                .atCleanPrice(cleanPrice);
        assertThat(panel.spreads()).hasSize(SpreadKind.values().length);
        assertThat(panel.worstRepricingError()).isLessThan(1e-10);
    }

    @Property(tries = 300)
    void zSpreadsRoundTripInEveryCompounding(
            @ForAll @IntRange(min = 1, max = 29) int years,
            @ForAll @DoubleRange(min = -0.05, max = 0.5) double spread,
            @ForAll @IntRange(min = 0, max = 5) int curveDaysBefore) {
        DiscountCurve curve = curve(SETTLEMENT.minusDays(curveDaysBefore));
        CurvePricing pricing = bond(years);
        for (Compounding compounding : Compounding.values()) {
            if (compounding == Compounding.SIMPLE) {
                continue;
            }
            double price = pricing.dirtyPriceFromZSpread(curve, spread, compounding);
            assertThat(pricing.zSpread(curve, price, compounding)).isCloseTo(spread, within(1e-12));
        }
    }

    /** Far from the root a step of the search can be small without being the last one. */
    @Test
    void everySpreadFromDeepDiscountToDeepPremiumIsFoundAgain() {
        DiscountCurve curve = curve(SETTLEMENT);
        CurvePricing pricing = bond(14);
        for (int k = -50; k < 5_000; k++) {
            double spread = k * 0.001;
            double price = pricing.dirtyPriceFromZSpread(curve, spread);
            assertThat(pricing.zSpread(curve, price)).as("spread %s", spread).isCloseTo(spread, within(1e-10));
        }
    }

    @Test
    void theMoreOftenAPositiveSpreadCompoundsTheLowerItIs() {
        CurvePricing pricing = bond(10);
        DiscountCurve curve = curve(SETTLEMENT);
        assertThat(pricing.zSpread(curve, 80.0, Compounding.ANNUAL))
                .isGreaterThan(pricing.zSpread(curve, 80.0, Compounding.SEMIANNUAL));
        assertThat(pricing.zSpread(curve, 80.0, Compounding.SEMIANNUAL))
                .isGreaterThan(pricing.zSpread(curve, 80.0, Compounding.CONTINUOUS));
        assertThat(pricing.zSpread(curve, pricing.dirtyPrice(curve), Compounding.MONTHLY))
                .isCloseTo(0.0, within(1e-13));
    }

    @Test
    void aBondOnTheCurveHasNoAssetSwapSpread() {
        CurvePricing pricing = bond(10);
        AssetSwap swap = AssetSwap.of(pricing, curve(SETTLEMENT));
        assertThat(swap.parSpread(swap.curveDirtyPrice())).isZero();
        assertThat(swap.marketValueSpread(swap.curveDirtyPrice())).isZero();
        assertThat(swap.dirtyPriceFromParSpread(0.0)).isCloseTo(swap.curveDirtyPrice(), within(1e-11));
        assertThat(swap.dirtyPriceFromMarketValueSpread(0.0)).isCloseTo(swap.curveDirtyPrice(), within(1e-11));
        assertThat(swap).hasToString("AssetSwap[QUARTERLY, ACT/360, 39 payments]");
    }

    @Test
    void aPanelWithoutBenchmarksSaysWhatItLacks() {
        SpreadPanel panel = SpreadPanel.of(bond(10), curve(SETTLEMENT)).atCleanPrice(98.5);
        assertThat(panel.spreads()).hasSize(5);
        assertThatThrownBy(() -> panel.spread(SpreadKind.T))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("T-spread");
        assertThat(panel.toString()).contains("Z-spread, continuous", "every spread reprices the bond within");
        assertThat(panel.spread(SpreadKind.Z_CONTINUOUS).basisPoints())
                .isEqualTo(panel.spread(SpreadKind.Z_CONTINUOUS).value() * 1e4);
    }

    @Test
    void anAmortisingBondHasNoAssetSwapOnOneNotional() {
        CouponDates dates = CouponDates.of(
                LocalDate.parse("2025-11-15"), LocalDate.parse("2030-11-15"), Frequency.SEMIANNUAL, true);
        CurvePricing pricing =
                CurvePricing.of(AmortisingBond.linear(BondConventions.US_CORPORATE, dates, 0.05), SETTLEMENT);
        assertThatThrownBy(() -> AssetSwap.of(pricing, curve(SETTLEMENT))).isInstanceOf(InvalidInput.class);
        assertThat(SpreadPanel.of(pricing, curve(SETTLEMENT)).atCleanPrice(99.0).spreads())
                .hasSize(3);
    }

    @Test
    void benchmarksAreInterpolatedByStraightLinesAndFlatOutside() {
        BenchmarkRates rates = BenchmarkRates.of("x", new double[] {1, 3}, new double[] {0.02, 0.04});
        assertThat(rates.rate(0.0)).isEqualTo(0.02);
        assertThat(rates.rate(2.0)).isCloseTo(0.03, within(1e-16));
        assertThat(rates.rate(3.0)).isEqualTo(0.04);
        assertThat(rates.rate(30.0)).isEqualTo(0.04);
    }

    @Test
    void badInputIsRefused() {
        CurvePricing pricing = bond(10);
        DiscountCurve curve = curve(SETTLEMENT);
        AssetSwap swap = AssetSwap.of(pricing, curve);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e7}) {
            assertThatThrownBy(() -> pricing.zSpread(curve, bad, Compounding.ANNUAL))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> swap.parSpread(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> swap.marketValueSpread(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> swap.dirtyPriceFromParSpread(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> swap.dirtyPriceFromMarketValueSpread(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> SpreadPanel.of(pricing, curve).atCleanPrice(bad))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> BenchmarkRates.of("x", new double[] {1}, new double[] {bad}))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> pricing.zSpread(curve, 100.0, Compounding.SIMPLE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pricing.dirtyPriceFromZSpread(curve, -3.0, Compounding.ANNUAL))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BenchmarkRates.of("x", new double[] {2, 1}, new double[] {0.01, 0.01}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BenchmarkRates.of("x", new double[] {2, 1}, new double[] {0.01}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BenchmarkRates.of("x", Map.of(Tenor.ofDays(3), 0.01)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BenchmarkRates.of("x", new double[] {1}, new double[] {0.01})
                        .rate(Double.NaN))
                .isInstanceOf(InvalidInput.class);
    }
}
