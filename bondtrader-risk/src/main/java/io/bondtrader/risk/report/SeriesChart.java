package io.bondtrader.risk.report;

import java.time.LocalDate;
import java.util.List;

/** Lines and dots over days. */
final class SeriesChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 320;
    private static final int LEFT = 90;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 46;
    private static final int MOST_DOTS = 3000;

    private final ReportSection.Series series;
    private final double low;
    private final double high;

    private SeriesChart(ReportSection.Series series) {
        this.series = series;
        double least = 0;
        double most = 0;
        for (ReportSection.Line line : series.lines()) {
            for (double value : line.values()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        for (double value : series.dots()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double room = 0.05 * (most - least == 0.0 ? 1 : most - least);
        this.low = least - room;
        this.high = most + room;
    }

    static String of(ReportSection.Series series) {
        return new SeriesChart(series).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder(SvgChart.format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s, %s\">\n",
                WIDTH, HEIGHT, HtmlPage.escape(series.title()), HtmlPage.escape(series.unit())));
        double step = niceStep((high - low) / 6);
        for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
            svg.append(SvgChart.format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>\n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 8,
                    y(value) + 4,
                    HtmlPage.number(Math.abs(value) < 1e-9 * step ? 0 : value)));
        }
        years(svg);
        dots(svg);
        for (int i = 0; i < series.lines().size(); i++) {
            line(svg, series.lines().get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void years(StringBuilder svg) {
        List<LocalDate> days = series.days();
        int span = days.get(days.size() - 1).getYear() - days.get(0).getYear();
        int every = Math.max(1, (span + 9) / 10);
        int last = Integer.MIN_VALUE;
        for (int t = 0; t < days.size(); t++) {
            int year = days.get(t).getYear();
            boolean starts = t == 0 || year != days.get(t - 1).getYear();
            if (starts && (last == Integer.MIN_VALUE || year - last >= every)) {
                svg.append(SvgChart.format(
                        "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%d</text>\n", x(t), HEIGHT - BOTTOM + 18, year));
                last = year;
            }
        }
    }

    private void dots(StringBuilder svg) {
        int every = Math.max(1, series.dots().size() / MOST_DOTS);
        for (int t = 0; t < series.dots().size(); t++) {
            boolean marked = series.marked().get(t);
            if (marked || t % every == 0) {
                svg.append(SvgChart.format(
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>\n",
                        marked ? "marked" : "dot", x(t), y(series.dots().get(t)), marked ? "3" : "1.2"));
            }
        }
    }

    private void line(StringBuilder svg, ReportSection.Line line, int number) {
        StringBuilder points = new StringBuilder();
        int every = Math.max(1, line.values().size() / 1500);
        for (int t = 0; t < line.values().size(); t += every) {
            points.append(SvgChart.format("%.1f,%.1f ", x(t), y(line.values().get(t))));
        }
        svg.append(SvgChart.format(
                "<polyline class=\"line%d\" points=\"%s\"/>"
                        + "<line class=\"line%d\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/><text x=\"%d\" y=\"%d\">%s</text>\n",
                number % 3,
                points.toString().trim(),
                number % 3,
                LEFT + 200 * number,
                LEFT + 24 + 200 * number,
                HEIGHT - 10,
                HEIGHT - 10,
                LEFT + 30 + 200 * number,
                HEIGHT - 6,
                HtmlPage.escape(line.name())));
    }

    private double x(int day) {
        return LEFT + (series.days().size() < 2 ? 0 : day / (series.days().size() - 1.0)) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return 8 + (high - value) / (high - low) * (HEIGHT - BOTTOM - 8);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
