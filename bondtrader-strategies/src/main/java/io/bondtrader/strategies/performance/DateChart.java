package io.bondtrader.strategies.performance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Lines and areas over days as a drawing that stands in a page. */
final class DateChart {

    private static final int WIDTH = 960;
    private static final int LEFT = 74;
    private static final int RIGHT = 14;
    private static final int LEGEND_ROW = 18;
    private static final int STYLES = 5;
    private static final int BOTTOM = 24;
    private static final int COLUMNS = 640;

    private final String title;
    private final int height;
    private final DoubleFunction<String> labels;
    private final List<Line> lines = new ArrayList<>();
    private boolean logarithmic;
    private boolean withZero;

    DateChart(String title, int height, DoubleFunction<String> labels) {
        this.title = title;
        this.height = height;
        this.labels = labels;
    }

    /** A line, or an area down to zero if it has a style of its own. */
    private static final class Line {

        private final String name;
        private final LocalDate[] days;
        private final double[] values;
        private final String area;

        Line(String name, LocalDate[] days, double[] values, String area) {
            this.name = name;
            this.days = days;
            this.values = values;
            this.area = area;
        }
    }

    DateChart line(String name, LocalDate[] days, double[] values) {
        lines.add(new Line(name, days, values, ""));
        return this;
    }

    DateChart area(String name, LocalDate[] days, double[] values, String style) {
        lines.add(new Line(name, days, values, style));
        withZero = true;
        return this;
    }

    DateChart withZero() {
        withZero = true;
        return this;
    }

    /** Takes effect only where all values are positive. */
    DateChart logarithmic(boolean wanted) {
        logarithmic = wanted;
        return this;
    }

    String draw() {
        double low = withZero ? 0 : Double.POSITIVE_INFINITY;
        double high = withZero ? 0 : Double.NEGATIVE_INFINITY;
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Line line : lines) {
            for (double value : line.values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            LocalDate start = line.days[0];
            LocalDate end = line.days[line.days.length - 1];
            first = start.isBefore(first) ? start : first;
            last = end.isAfter(last) ? end : last;
        }
        int top = 6 + LEGEND_ROW * legendRows();
        Scale scale =
                new Scale(low, high, logarithmic && low > 0, first.toEpochDay(), last.toEpochDay(), top, top + height);
        StringBuilder svg = new StringBuilder(format(
                "<div class=\"scroll\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, top + height, Page.escape(title)));
        for (double tick : scale.ticks()) {
            double y = scale.y(tick);
            svg.append(format(
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>\n",
                    tick == 0 ? "base" : "rule",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y,
                    LEFT - 8,
                    y + 4,
                    labels.apply(tick).replace('-', '\u2212')));
        }
        days(svg, scale, first, last);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), i, scale);
        }
        legend(svg);
        return svg.append("</svg></div>\n").toString();
    }

    private static void draw(StringBuilder svg, Line line, int number, Scale scale) {
        String points = points(line, scale);
        if (line.area.isEmpty()) {
            svg.append(format("<polyline class=\"%s\" points=\"%s\"/>\n", style(number), points));
            return;
        }
        double base = scale.y(0);
        svg.append(format(
                "<polygon class=\"%s\" points=\"%.1f,%.1f %s %.1f,%.1f\"/>\n",
                line.area, scale.x(line.days[0]), base, points, scale.x(line.days[line.days.length - 1]), base));
    }

    /** From the sixth line on colours come again, dashed, and from the eleventh on dotted. */
    private static String style(int number) {
        String pattern = number < STYLES ? "" : number < 2 * STYLES ? " dashed" : " dotted";
        return "line s" + number % STYLES + pattern;
    }

    /** Names of lines in rows; areas have none, their heading says what they are. */
    private void legend(StringBuilder svg) {
        int x = LEFT;
        int y = 12;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).area.isEmpty()) {
                String shown = shortened(lines.get(i).name);
                if (x > LEFT && x + legendWidth(shown) > WIDTH) {
                    x = LEFT;
                    y += LEGEND_ROW;
                }
                svg.append(format(
                        "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                                + "<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n",
                        style(i), x, x + 22, y, y, x + 28, y + 4, Page.escape(shown)));
                x += legendWidth(shown);
            }
        }
    }

    private int legendRows() {
        int x = LEFT;
        int rows = 0;
        for (Line line : lines) {
            if (line.area.isEmpty()) {
                int width = legendWidth(shortened(line.name));
                if (rows == 0 || x + width > WIDTH) {
                    rows++;
                    x = LEFT;
                }
                x += width;
            }
        }
        return rows;
    }

    private static int legendWidth(String shown) {
        return 52 + 7 * shown.length();
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 26
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 25)) + "…";
    }

    /** Years, or months of a short record, far enough from each other to be read. */
    private static void days(StringBuilder svg, Scale scale, LocalDate first, LocalDate last) {
        long months = (last.toEpochDay() - first.toEpochDay()) / 30 + 1;
        int step = 1;
        for (int candidate : new int[] {1, 2, 3, 6, 12, 24, 60, 120, 240, 600}) {
            step = candidate;
            if (months / candidate <= 12) {
                break;
            }
        }
        DateTimeFormatter form = DateTimeFormatter.ofPattern(step < 12 ? "MMM yy" : "yyyy", Locale.ENGLISH);
        LocalDate tick = LocalDate.of(first.getYear(), 1, 1);
        if (step > 12) {
            tick = tick.withYear(first.getYear() - Math.floorMod(first.getYear(), step / 12));
        }
        for (; !tick.isAfter(last); tick = tick.plusMonths(step)) {
            if (!tick.isBefore(first)) {
                double x = scale.x(tick);
                String anchor = x > WIDTH - RIGHT - 24 ? "end" : x < LEFT + 24 ? "start" : "middle";
                svg.append(format(
                        "<line class=\"rule\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                                + "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>\n",
                        x, x, scale.top, scale.bottom(), anchor, x, scale.bottom() + 17, form.format(tick)));
            }
        }
    }

    /** Every value of a short line; of a long one the lowest and highest of each column, so that no spike is lost. */
    private static String points(Line line, Scale scale) {
        StringBuilder points = new StringBuilder();
        int n = line.values.length;
        int each = Math.max(1, n / COLUMNS);
        for (int from = 0; from < n; from += each) {
            int to = Math.min(n, from + each);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                low = line.values[i] < line.values[low] ? i : low;
                high = line.values[i] > line.values[high] ? i : high;
            }
            point(points, line, scale, Math.min(low, high));
            if (low != high) {
                point(points, line, scale, Math.max(low, high));
            }
        }
        if (each > 1) {
            point(points, line, scale, n - 1);
        }
        return points.toString().trim();
    }

    private static void point(StringBuilder points, Line line, Scale scale, int i) {
        points.append(format("%.1f,%.1f ", scale.x(line.days[i]), scale.y(line.values[i])));
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /** Where days and values go. */
    private static final class Scale {

        private final double low;
        private final double high;
        private final boolean logarithmic;
        private final long first;
        private final long last;
        private final int top;
        private final int height;

        Scale(double least, double most, boolean logarithmic, long first, long last, int top, int height) {
            double room = most > least ? 0.04 * (most - least) : Math.max(1e-9, 0.04 * Math.abs(most));
            this.logarithmic = logarithmic;
            this.low = logarithmic ? least / Math.pow(most / least, 0.04) / (most > least ? 1 : 1.04) : least - room;
            this.high = logarithmic ? most * Math.pow(most / least, 0.04) * (most > least ? 1 : 1.04) : most + room;
            this.first = first;
            this.last = last;
            this.top = top;
            this.height = height;
        }

        int bottom() {
            return height - BOTTOM;
        }

        double x(LocalDate day) {
            double share = last == first ? 0.5 : (day.toEpochDay() - first) / (double) (last - first);
            return LEFT + share * (WIDTH - LEFT - RIGHT);
        }

        double y(double value) {
            double share = logarithmic
                    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : (value - low) / (high - low);
            return bottom() - share * (bottom() - top);
        }

        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            if (logarithmic && high / low > 8) {
                for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
                    for (double lead : new double[] {1, 2, 5}) {
                        if (lead * power >= low && lead * power <= high) {
                            ticks.add(lead * power);
                        }
                    }
                }
                return ticks;
            }
            double rough = (high - low) / 5;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
            for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
                ticks.add(k * step);
            }
            return ticks;
        }
    }
}
