package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.EventIndices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Averages by group. Sums are exact; an average is rounded once, half to even, to four decimals. */
final class QualityGroups {

    private static final int DECIMALS = 4;

    private QualityGroups() {}

    static List<QualityCell> cells(
            String dimension,
            List<FillQuality> fills,
            Function<FillQuality, String> key,
            Map<String, ExecutionLog.Told<OrderArrived>> orders,
            Function<OrderArrived, String> keyOfOrder) {
        Map<String, List<FillQuality>> groups = new TreeMap<>();
        for (FillQuality fill : fills) {
            String group = key.apply(fill) + "\n" + fill.order().currency();
            groups.computeIfAbsent(group, none -> new ArrayList<>()).add(fill);
        }
        Map<String, BigDecimal> asked = new TreeMap<>();
        Map<String, EventIndices> askedBy = new TreeMap<>();
        orders.values().forEach(order -> {
            String group = keyOfOrder.apply(order.what()) + "\n" + order.what().currency();
            asked.merge(group, order.what().nominal(), BigDecimal::add);
            askedBy.merge(group, EventIndices.of(order.index()), EventIndices::union);
        });
        List<QualityCell> cells = new ArrayList<>();
        groups.forEach((group, members) -> {
            BigDecimal ordered = asked.get(group);
            EventIndices from = askedBy.getOrDefault(group, EventIndices.none());
            cells.add(cell(
                    dimension, key.apply(members.get(0)), members, ordered == null ? BigDecimal.ZERO : ordered, from));
        });
        return cells;
    }

    private static QualityCell cell(
            String dimension, String key, List<FillQuality> fills, BigDecimal ordered, EventIndices orders) {
        BigDecimal nominal = fills.stream().map(FillQuality::nominal).reduce(BigDecimal.ZERO, BigDecimal::add);
        EventIndices events = orders;
        for (FillQuality fill : fills) {
            events = events.union(fill.events());
        }
        String rate = ordered.signum() == 0
                ? ""
                : ExecutionQuality.percent(nominal, ordered).toPlainString();
        return new QualityCell(
                dimension,
                key,
                fills.get(0).order().currency(),
                fills.size(),
                nominal,
                average(fills, FillQuality::arrivalBp, nominal),
                average(fills, FillQuality::effectiveSpreadBp, nominal),
                average(fills, FillQuality::improvementBp, nominal),
                average(fills, fill -> BigDecimal.valueOf(fill.millis(), 3), nominal),
                rate,
                events);
    }

    private static BigDecimal average(
            List<FillQuality> fills, Function<FillQuality, BigDecimal> figure, BigDecimal nominal) {
        BigDecimal sum = BigDecimal.ZERO;
        for (FillQuality fill : fills) {
            sum = sum.add(figure.apply(fill).multiply(fill.nominal()));
        }
        return sum.divide(nominal, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
