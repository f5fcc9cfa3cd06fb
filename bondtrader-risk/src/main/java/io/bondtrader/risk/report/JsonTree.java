package io.bondtrader.risk.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as maps and lists, in a settled order. */
final class JsonTree {

    private JsonTree() {}

    static Map<String, Object> of(RiskReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", report.title());
        root.put("subtitle", report.subtitle());
        root.put("asOf", report.asOf().toString());
        root.put("sections", report.sections().stream().map(JsonTree::of).toList());
        return root;
    }

    private static Map<String, Object> of(ReportSection section) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("kind", kind(section));
        node.put("title", section.title());
        node.put("note", section.note());
        if (section instanceof ReportSection.Table table) {
            node.put("columns", table.columns());
            node.put("rows", table.rows());
        } else if (section instanceof ReportSection.Bars bars) {
            node.put("unit", bars.unit());
            node.put("bars", items(bars.bars()));
        } else if (section instanceof ReportSection.Waterfall waterfall) {
            node.put("unit", waterfall.unit());
            node.put("steps", items(waterfall.steps()));
            node.put("total", waterfall.total());
        } else if (section instanceof ReportSection.Series series) {
            node.put("unit", series.unit());
            node.put("days", series.days().stream().map(Object::toString).toList());
            Map<String, Object> lines = new LinkedHashMap<>();
            series.lines().forEach(line -> lines.put(line.name(), line.values()));
            node.put("lines", lines);
            node.put("dots", series.dots());
            node.put("marked", series.marked());
        } else if (section instanceof ReportSection.Utilisation utilisation) {
            node.put(
                    "limits", utilisation.gauges().stream().map(JsonTree::gauge).toList());
        }
        return node;
    }

    private static String kind(ReportSection section) {
        return section.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static List<Map<String, Object>> items(List<ReportSection.Item> items) {
        return items.stream()
                .map(item -> {
                    Map<String, Object> node = new LinkedHashMap<>();
                    node.put("name", item.name());
                    node.put("value", item.value());
                    return node;
                })
                .toList();
    }

    private static Map<String, Object> gauge(ReportSection.Gauge gauge) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("limit", gauge.limit());
        node.put("used", gauge.used());
        node.put("threshold", gauge.threshold());
        gauge.warning().ifPresent(warning -> node.put("warning", warning));
        node.put("utilisation", gauge.utilisation());
        return node;
    }
}
