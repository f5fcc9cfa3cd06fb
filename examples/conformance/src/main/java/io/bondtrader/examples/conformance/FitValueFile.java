package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.DiscountCurve;
import java.nio.file.Path;

/** Zero rates and discount factors off the fits of {@code fits.csv}. */
final class FitValueFile implements GoldenFile {

    /** A fit ends where its objective stops falling, a little beside where another program's does. */
    private static final Tolerance FITTED = new Tolerance(0.0, 1e-8);

    @Override
    public String fileName() {
        return "fit_values.csv";
    }

    @Override
    public String idColumn() {
        return "set_id";
    }

    @Override
    public RowCheck open(Path folder) {
        FittedCurves curves = FittedCurves.beside(folder);
        return (row, measures) -> {
            DiscountCurve curve =
                    curves.get(row.given("set_id"), row.given("method")).curve();
            double years = row.number("time");
            measures.number("zero_rate_cc", FITTED, () -> curve.zeroRate(years));
            measures.number("discount_factor", FITTED, () -> curve.discountFactor(years));
        };
    }
}
