package io.bondtrader.risk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Charts of named values. */
final class SvgChart {

    private static final int WIDTH = 900;
    private static final int LEFT = 240;
    private static final int RIGHT = 110;
    private static final int ROW = 26;

    private SvgChart() {}

    static String bars(ReportSection.Bars section) {
        double low = 0;
        double high = 0;
        for (ReportSection.Item bar : section.bars()) {
            low = Math.min(low, bar.value());
            high = Math.max(high, bar.value());
        }
        Scale scale = new Scale(low, high);
        StringBuilder svg = open(section.bars().size(), section.title(), section.unit());
        int y = 4;
        for (ReportSection.Item bar : section.bars()) {
            bar(svg, y, bar.name(), scale, 0, bar.value(), bar.value() < 0 ? "minus" : "plus", bar.value());
            y += ROW;
        }
        return zero(svg, scale, section.bars().size());
    }

    static String waterfall(ReportSection.Waterfall section) {
        double low = 0;
        double high = 0;
        double sum = 0;
        for (ReportSection.Item step : section.steps()) {
            sum += step.value();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        Scale scale = new Scale(low, high);
        StringBuilder svg = open(section.steps().size() + 1, section.title(), section.unit());
        int y = 4;
        double at = 0;
        for (ReportSection.Item step : section.steps()) {
            bar(svg, y, step.name(), scale, at, at + step.value(), step.value() < 0 ? "minus" : "plus", step.value());
            at += step.value();
            y += ROW;
        }
        bar(svg, y, "total", scale, 0, at, "total", at);
        return zero(svg, scale, section.steps().size() + 1);
    }

    static String utilisation(ReportSection.Utilisation section) {
        double most = 1;
        for (ReportSection.Gauge gauge : section.gauges()) {
            most = Math.max(most, gauge.utilisation());
        }
        Scale scale = new Scale(0, Math.min(most, 2) * 1.02);
        StringBuilder svg = open(section.gauges().size(), section.title(), "share of each limit");
        int y = 4;
        for (ReportSection.Gauge gauge : section.gauges()) {
            double used = Math.max(0, gauge.utilisation());
            boolean warned =
                    gauge.warning().isPresent() && used >= gauge.warning().getAsDouble();
            String style = used > 1 ? "breach" : warned ? "warn" : "ok";
            label(svg, y, gauge.limit());
            rectangle(svg, y, scale.x(0), scale.x(Math.min(used, 2)), style, gauge.limit());
            text(
                    svg,
                    scale.x(Math.max(1, Math.min(used, 2))) + 6, // beyond the line that marks the limit
                    y,
                    "start",
                    String.format(
                            Locale.ROOT,
                            "%.0f%%  (%s of %s)",
                            100 * gauge.utilisation(),
                            HtmlPage.number(gauge.used()),
                            HtmlPage.number(gauge.threshold())));
            y += ROW;
        }
        int bottom = section.gauges().size() * ROW + 4;
        svg.append(format(
                "<line class=\"zero\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" stroke-dasharray=\"4 3\"/>\n",
                scale.x(1), scale.x(1), bottom));
        return zero(svg, scale, section.gauges().size());
    }

    private static void bar(
            StringBuilder svg, int y, String name, Scale scale, double from, double to, String style, double value) {
        label(svg, y, name);
        rectangle(svg, y, scale.x(Math.min(from, to)), scale.x(Math.max(from, to)), style, name);
        boolean right = value >= 0;
        double edge = right ? scale.x(Math.max(from, to)) + 6 : scale.x(Math.min(from, to)) - 6;
        text(svg, edge, y, right ? "start" : "end", HtmlPage.number(value));
    }

    private static void label(StringBuilder svg, int y, String name) {
        String shown = name.length() > 34 ? name.substring(0, 33) + "…" : name;
        text(svg, LEFT - 10.0, y, "end", shown);
    }

    private static void rectangle(StringBuilder svg, int y, double left, double right, String style, String name) {
        svg.append(format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>\n",
                style, left, y + 2, Math.max(1, right - left), ROW - 6, HtmlPage.escape(name)));
    }

    private static void text(StringBuilder svg, double x, int y, String anchor, String text) {
        svg.append(format(
                "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>\n", anchor, x, y + 16, HtmlPage.escape(text)));
    }

    private static StringBuilder open(int rows, String title, String unit) {
        return new StringBuilder(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s, %s\">\n",
                WIDTH, rows * ROW + 8, HtmlPage.escape(title), HtmlPage.escape(unit)));
    }

    private static String zero(StringBuilder svg, Scale scale, int rows) {
        return svg.append(format(
                        "<line class=\"zero\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>\n</svg>\n",
                        scale.x(0), scale.x(0), rows * ROW + 4))
                .toString();
    }

    static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /** Where values go; room is left for the numbers beside the bars. */
    private record Scale(double low, double high) {

        double x(double value) {
            double span = high - low == 0.0 ? 1 : high - low;
            int left = LEFT + (low < 0 ? RIGHT : 0);
            return left + (value - low) / span * (WIDTH - left - RIGHT - 60);
        }
    }

    /** Names with the largest values by size first, the rest as one. */
    static List<ReportSection.Item> largest(List<ReportSection.Item> items, int count) {
        List<ReportSection.Item> sorted = items.stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())))
                .toList();
        if (sorted.size() <= count) {
            return sorted;
        }
        double rest = sorted.subList(count, sorted.size()).stream()
                .mapToDouble(ReportSection.Item::value)
                .sum();
        List<ReportSection.Item> shown = new ArrayList<>(sorted.subList(0, count));
        shown.add(new ReportSection.Item("all " + (sorted.size() - count) + " others", rest));
        return List.copyOf(shown);
    }
}
