package io.bondtrader.examples.conformance;

import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.KeyRateKind;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyTenors;
import java.nio.file.Path;

/** Key-rate durations by central differences of one basis point. */
final class KeyRateFile implements GoldenFile {

    private static final double BASIS_POINT = 1e-4;

    /** The golden convexity is a difference of three prices over a basis point squared: a price's last bits show. */
    private static final Tolerance SECOND_DIFFERENCE = new Tolerance(1e-8, 1e-5);

    @Override
    public String fileName() {
        return "key_rate.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        NodeCurves curves = NodeCurves.beside(folder);
        return (row, measures) -> {
            CurveRisk risk = CurveRisk.of(CurveBonds.pricing(row), curves.get(row.given("curve_id")));
            measures.number("dirty_price", Tolerance.PRICE, risk::dirtyPrice);
            double[] years = row.numbers("key_tenors").stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            KeyRates rates = risk.keyRates(KeyRateKind.ZERO, KeyTenors.ofYears(years), BASIS_POINT);
            measures.numbers(
                    "key_rate_durations",
                    Tolerance.SENSITIVITY,
                    () -> rates.keys().stream().map(KeyRates.KeyRate::duration).toList());
            measures.number("effective_duration", Tolerance.SENSITIVITY, () -> risk.effectiveDuration(BASIS_POINT));
            measures.number("effective_convexity", SECOND_DIFFERENCE, () -> risk.effectiveConvexity(BASIS_POINT));
        };
    }
}
