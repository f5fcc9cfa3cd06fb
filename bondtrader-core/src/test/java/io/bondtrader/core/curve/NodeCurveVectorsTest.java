package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.time.DayCounts;
import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Curves through nodes agree with an independent library. */
final class NodeCurveVectorsTest {

    @Test
    void curvesFromZeroRatesAndFromDiscountFactorsGiveTheGoldenValues() {
        Map<String, List<Row>> nodes = new HashMap<>();
        VectorTable.of("node_curves.csv")
                .everyRow(row -> nodes.computeIfAbsent(row.text("curve_id"), id -> new ArrayList<>())
                        .add(row));
        VectorTable.of("node_curve_values.csv").everyRow(row -> {
            List<Row> rows = nodes.getOrDefault(row.text("curve_id"), List.of());
            LocalDate reference = rows.get(0).date("reference_date");
            boolean linear = rows.get(0).text("interpolation").equals("LINEAR_ZERO");
            NodeCurveBuilder builder = NodeCurve.builder(row.text("curve_id"), reference)
                    .interpolation(linear ? CurveInterpolation.LINEAR_ZERO : CurveInterpolation.LOG_LINEAR_DISCOUNT)
                    .dates(rows.stream().map(node -> node.date("node_date")).toList());
            NodeCurve byRates = builder.zeroRates(numbers(rows, "zero_rate_cc")).build();
            NodeCurve byFactors =
                    builder.discountFactors(numbers(rows, "discount_factor")).build();
            LocalDate date = row.date("date");
            for (NodeCurve curve : List.of(byRates, byFactors)) {
                assertThat(curve.years(date)).isEqualTo(row.number("time"));
                assertThat(curve.discountFactor(date)).isCloseTo(row.number("discount_factor"), within(1e-14));
                assertThat(curve.zeroRate(date)).isCloseTo(row.number("zero_rate_cc"), within(1e-13));
                LocalDate end = date.plusMonths(3);
                double simple = (curve.discountFactor(date) / curve.discountFactor(end) - 1.0)
                        / DayCounts.ACT_360.yearFraction(date, end);
                assertThat(simple).isCloseTo(row.number("forward_3m_simple_act360"), within(1e-12));
            }
        });
    }

    private static double[] numbers(List<Row> rows, String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }
}
