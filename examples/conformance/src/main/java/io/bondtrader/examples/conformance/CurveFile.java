package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.ForwardCurve;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;
import java.time.LocalDate;

/** Discount factors, zero rates and three-month forward rates off the curves of {@code curve_instruments.csv}. */
final class CurveFile implements GoldenFile {

    @Override
    public String fileName() {
        return "curves.csv";
    }

    @Override
    public String idColumn() {
        return "curve_id";
    }

    @Override
    public RowCheck open(Path folder) {
        QuotedCurves curves = QuotedCurves.beside(folder);
        return (row, measures) -> {
            DiscountCurve curve = curves.get(row.given("curve_id"), row.given("interpolation"));
            LocalDate date = row.date("date");
            ForwardCurve quarters = ForwardCurve.of("3M", Tenor.ofMonths(3), DayCounts.ACT_360, curve);
            measures.number("time", Tolerance.FRACTION, () -> curve.years(date));
            measures.number("discount_factor", Tolerance.PRICE, () -> curve.discountFactor(date));
            measures.number("zero_rate_cc", Tolerance.PRICE, () -> curve.zeroRate(date));
            measures.number("forward_3m_simple_act360", Tolerance.PRICE, () -> quarters.forwardRate(date));
            measures.text("is_pillar", () -> curve.nodes().stream().anyMatch(node -> date.equals(node.date())));
        };
    }
}
