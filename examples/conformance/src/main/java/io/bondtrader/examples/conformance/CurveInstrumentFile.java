package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import java.nio.file.Path;

/** What curves are built from: dates that follow from market conventions, and quotes that the curve must give back. */
final class CurveInstrumentFile implements GoldenFile {

    private static final Tolerance REPRICED = new Tolerance(1e-12, 1e-12);

    @Override
    public String fileName() {
        return "curve_instruments.csv";
    }

    @Override
    public String idColumn() {
        return "curve_id";
    }

    @Override
    public RowCheck open(Path folder) {
        QuotedCurves curves = QuotedCurves.beside(folder);
        return (row, measures) -> {
            CurveInstrument instrument = QuotedCurves.instrument(row);
            if (!row.given("type").equals("BOND")) { // whose start is its issue
                measures.text("start", instrument::start);
            }
            measures.text("maturity", instrument::pillar);
            measures.number("quote", REPRICED, () -> {
                DiscountCurve curve = curves.get(row.given("curve_id"), "LOGLINEAR_DF");
                return instrument.impliedQuote(curve, curve);
            });
        };
    }
}
