package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.NodeCurve;
import java.nio.file.Path;
import java.time.LocalDate;

/** The nodes of curves: when they are, and what money is worth there. */
final class NodeCurveFile implements GoldenFile {

    @Override
    public String fileName() {
        return "node_curves.csv";
    }

    @Override
    public String idColumn() {
        return "curve_id";
    }

    @Override
    public RowCheck open(Path folder) {
        NodeCurves curves = NodeCurves.beside(folder);
        return (row, measures) -> {
            NodeCurve curve = curves.get(row.given("curve_id"));
            LocalDate date = row.date("node_date");
            measures.number("node_time", Tolerance.FRACTION, () -> curve.years(date));
            measures.number("discount_factor", Tolerance.PRICE, () -> curve.discountFactor(date));
        };
    }
}
