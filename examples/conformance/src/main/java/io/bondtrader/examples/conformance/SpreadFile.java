package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.BenchmarkRates;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.SpreadKind;
import io.bondtrader.core.pricing.SpreadPanel;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.nio.file.Path;
import java.util.List;

/** Every spread of a bond at one price. */
final class SpreadFile implements GoldenFile {

    private static final double BASIS_POINT = 1e-4;

    @Override
    public String fileName() {
        return "spreads.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        NodeCurves curves = NodeCurves.beside(folder);
        return (row, measures) -> {
            DiscountCurve curve = curves.get(row.given("curve_id"));
            CurvePricing pricing = CurveBonds.pricing(row);
            SpreadPanel panel = SpreadPanel.of(pricing, curve)
                    .governmentYields(benchmark(row, "government_yields"))
                    .swapRates(benchmark(row, "swap_rates"))
                    .floatingLeg(Frequency.ofPerYear(row.integer("asw_float_frequency")), DayCounts.ACT_360)
                    .atCleanPrice(row.number("clean_price"));
            measures.number("accrued", Tolerance.PRICE, panel::accruedInterest);
            measures.number("curve_dirty_price", Tolerance.PRICE, panel::curveDirtyPrice);
            measures.number("street_yield", Tolerance.PRICE, panel::yield);
            spread(measures, panel, "z_spread_continuous", SpreadKind.Z_CONTINUOUS);
            spread(measures, panel, "z_spread_annual", SpreadKind.Z_ANNUAL);
            spread(measures, panel, "z_spread_semiannual", SpreadKind.Z_SEMIANNUAL);
            measures.number(
                    "z_spread_dv01",
                    Tolerance.PRICE,
                    () -> CurveRisk.atDirtyPrice(pricing, curve, panel.dirtyPrice())
                            .cs01(BASIS_POINT));
            spread(measures, panel, "i_spread", SpreadKind.I);
            spread(measures, panel, "g_spread", SpreadKind.G);
            spread(measures, panel, "asw_par_par", SpreadKind.ASSET_SWAP_PAR);
            spread(measures, panel, "asw_market_value", SpreadKind.ASSET_SWAP_MARKET_VALUE);
        };
    }

    private static void spread(Measures measures, SpreadPanel panel, String column, SpreadKind kind) {
        measures.number(column, Tolerance.PRICE, () -> panel.spread(kind).value());
    }

    private static BenchmarkRates benchmark(Row row, String column) {
        return BenchmarkRates.of(column, numbers(row.numbers("benchmark_tenors")), numbers(row.numbers(column)));
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
