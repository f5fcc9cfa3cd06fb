package io.bondtrader.examples.curves;

import java.util.List;
import java.util.Locale;

/** Lines and dots over years to maturity, as SVG that needs nothing else. */
final class SvgScatter {

    private static final int WIDTH = 920;
    private static final int HEIGHT = 340;
    private static final int LEFT = 60;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 44;

    private final String title;
    private final String yLabel;
    private final double xMax;
    private final double low;
    private final double high;
    private final double step;
    private final StringBuilder marks = new StringBuilder();

    SvgScatter(String title, String yLabel, double xMax, double low, double high, double step) {
        this.title = title;
        this.yLabel = yLabel;
        this.xMax = xMax;
        this.low = Math.floor(low / step) * step;
        this.high = Math.ceil(high / step) * step;
        this.step = step;
    }

    private double x(double value) {
        return LEFT + value / xMax * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        double within = Math.max(low, Math.min(high, value));
        return HEIGHT - BOTTOM - (within - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    SvgScatter line(String cssClass, List<double[]> points) {
        StringBuilder corners = new StringBuilder();
        for (double[] point : points) {
            corners.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
        }
        marks.append("<polyline class=\"").append(cssClass).append("\" points=\"");
        marks.append(corners.toString().strip()).append("\"/>\n");
        return this;
    }

    SvgScatter dot(String cssClass, double xValue, double yValue, String tooltip) {
        marks.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\"><title>%s</title></circle>%n",
                cssClass,
                x(xValue),
                y(yValue),
                tooltip));
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\"><title>%s</title>%n",
                WIDTH,
                HEIGHT,
                title));
        for (int k = 0; low + k * step <= high + step * 1e-6; k++) {
            double value = low + k * step;
            String tick = String.format(Locale.ROOT, step < 1.0 ? "%.1f" : "%.0f", value);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    Math.abs(value) < 1e-9 ? "axis" : "grid",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 8,
                    y(value) + 4.0,
                    tick));
        }
        for (int years = 0; years <= xMax; years += 5) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%d</text>%n",
                    x(years),
                    HEIGHT - BOTTOM + 18,
                    years));
        }
        svg.append(marks);
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"label\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">years to maturity</text>"
                        + "<text class=\"label\" text-anchor=\"middle\" transform=\"rotate(-90)\" x=\"%d\" y=\"14\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 6,
                -(TOP + HEIGHT - BOTTOM) / 2,
                yLabel));
        return svg.append("</svg>\n").toString();
    }
}
