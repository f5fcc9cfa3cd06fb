package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.ForwardCurve;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;
import java.time.LocalDate;

/** Discount factors, zero rates and three-month forward rates off the curves of {@code node_curves.csv}. */
final class NodeCurveValueFile implements GoldenFile {

    @Override
    public String fileName() {
        return "node_curve_values.csv";
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
            LocalDate date = row.date("date");
            ForwardCurve quarters = ForwardCurve.of("3M", Tenor.ofMonths(3), DayCounts.ACT_360, curve);
            measures.number("time", Tolerance.FRACTION, () -> curve.years(date));
            measures.number("discount_factor", Tolerance.PRICE, () -> curve.discountFactor(date));
            measures.number("zero_rate_cc", Tolerance.PRICE, () -> curve.zeroRate(date));
            measures.number("forward_3m_simple_act360", Tolerance.PRICE, () -> quarters.forwardRate(date));
        };
    }
}
