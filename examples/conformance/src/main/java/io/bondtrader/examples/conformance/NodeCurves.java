package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.NodeCurve;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The curves of {@code node_curves.csv}, which other files refer to by name. */
final class NodeCurves {

    private final Map<String, List<Row>> nodes = new LinkedHashMap<>();

    private NodeCurves() {}

    static NodeCurves beside(Path folder) {
        NodeCurves curves = new NodeCurves();
        for (Row row : SiblingRows.read(folder.resolve("node_curves.csv"))) {
            if (row.has("curve_id")) {
                curves.nodes
                        .computeIfAbsent(row.text("curve_id"), id -> new ArrayList<>())
                        .add(row);
            }
        }
        return curves;
    }

    /** The curve of a name, through its zero rates. */
    NodeCurve get(String id) {
        List<Row> rows = nodes.get(id);
        if (rows == null) {
            throw new UnreadableRow("there is no curve '" + id + "' in node_curves.csv");
        }
        return NodeCurve.builder(id, rows.get(0).date("reference_date"))
                .interpolation(interpolation(rows.get(0)))
                .dates(rows.stream().map(row -> row.date("node_date")).toList())
                .zeroRates(rows.stream()
                        .mapToDouble(row -> row.number("zero_rate_cc"))
                        .toArray())
                .build();
    }

    private static CurveInterpolation interpolation(Row row) {
        String name = row.given("interpolation");
        return name.equals("LOGLINEAR_DF") ? CurveInterpolation.LOG_LINEAR_DISCOUNT : CurveInterpolation.of(name);
    }
}
