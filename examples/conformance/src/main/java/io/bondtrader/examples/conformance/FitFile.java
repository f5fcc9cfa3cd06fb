package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.fit.FittedCurve;
import java.nio.file.Path;

/** The best fits known: parameters may differ, what they leave of the prices may not. */
final class FitFile implements GoldenFile {

    private static final Tolerance OBJECTIVE = new Tolerance(1e-4, 1e-12);
    private static final Tolerance PRICE_ERROR = new Tolerance(1e-6, 1e-6);

    @Override
    public String fileName() {
        return "fits.csv";
    }

    @Override
    public String idColumn() {
        return "set_id";
    }

    @Override
    public RowCheck open(Path folder) {
        FittedCurves curves = FittedCurves.beside(folder);
        return (row, measures) -> {
            FittedCurve fit = curves.get(row.given("set_id"), row.given("method"));
            measures.number("objective", OBJECTIVE, fit::objective);
            measures.number("rmse_price", PRICE_ERROR, fit::rmsPriceError);
            measures.number("max_abs_price_error", PRICE_ERROR, fit::largestPriceError);
        };
    }
}
