package io.bondtrader.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of points, a line or bars over years to maturity, drawn as SVG that needs nothing else. */
final class SvgChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 16;
    private static final int BOTTOM = 44;

    private final String title;
    private final String description;
    private final String xLabel;
    private final String yLabel;
    private final double xMax;
    private final double yMin;
    private final double yMax;
    private final double yStep;
    private final StringBuilder body = new StringBuilder();
    private List<String> categories = List.of(); // in the place of numbers below the bars

    SvgChart(String title, String description, String xLabel, String yLabel, double xMax, double low, double high) {
        this.title = title;
        this.description = description;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.xMax = xMax;
        this.yStep = niceStep((high - low) / 5.0);
        this.yMin = Math.floor(low / yStep) * yStep;
        this.yMax = Math.max(Math.ceil(high / yStep) * yStep, yMin + yStep);
    }

    /** The nearest of 1, 2 and 5 times a power of ten that is not smaller. */
    private static double niceStep(double rough) {
        double step = 1e-6;
        for (int k = 0; step < rough; k++) {
            step *= k % 3 == 1 ? 2.5 : 2.0;
        }
        return step;
    }

    private double x(double value) {
        return LEFT + value / xMax * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - yMin) / (yMax - yMin) * (HEIGHT - TOP - BOTTOM);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    SvgChart line(List<double[]> points) {
        List<String> corners = new ArrayList<>();
        points.forEach(p -> corners.add(format("%.1f,%.1f", x(p[0]), y(p[1]))));
        body.append(format("<polyline class=\"curve\" points=\"%s\"/>%n", String.join(" ", corners)));
        points.forEach(p ->
                body.append(format("<circle class=\"knot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>%n", x(p[0]), y(p[1]))));
        return this;
    }

    /** A line without knots, such as one read off a curve. */
    SvgChart thin(List<double[]> points) {
        List<String> corners = new ArrayList<>();
        points.forEach(p -> corners.add(format("%.1f,%.1f", x(p[0]), y(p[1]))));
        body.append(format("<polyline class=\"thin\" points=\"%s\"/>%n", String.join(" ", corners)));
        return this;
    }

    /** Names for the spans from 0 to 1, 1 to 2 and so on. */
    SvgChart named(List<String> names) {
        categories = names;
        return this;
    }

    SvgChart dot(double xValue, double yValue, String tooltip) {
        body.append(format(
                "<circle class=\"bond\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s</title></circle>%n",
                x(xValue), y(yValue), Html.escape(tooltip)));
        return this;
    }

    SvgChart bar(double from, double to, double value, String tooltip) {
        double top = y(value);
        body.append(format(
                "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>%n",
                x(from) + 1.0,
                top,
                Math.max(1.0, x(to) - x(from) - 2.0),
                y(Math.max(0.0, yMin)) - top,
                Html.escape(tooltip)));
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">%n<title>%s</title><desc>%s</desc>%n",
                WIDTH, HEIGHT, Html.escape(title), Html.escape(description)));
        int decimals = yStep >= 1.0 ? 0 : yStep >= 0.1 ? 1 : 2;
        for (int k = 0; yMin + k * yStep <= yMax + yStep * 1e-6; k++) {
            double value = yMin + k * yStep;
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%,." + decimals
                            + "f</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 8,
                    y(value) + 4.0,
                    value));
        }
        double xStep = niceStep(xMax / 7.0);
        for (int k = 0; k < categories.size(); k++) {
            svg.append(format(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x(k + 0.5), HEIGHT - BOTTOM + 18, Html.escape(categories.get(k))));
        }
        for (int k = 0; categories.isEmpty() && k * xStep <= xMax + xStep * 1e-6; k++) {
            svg.append(format(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x(k * xStep), HEIGHT - BOTTOM + 18, plain(k * xStep)));
        }
        svg.append(body);
        svg.append(format(
                "<text class=\"label\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, Html.escape(xLabel)));
        svg.append(format(
                "<text class=\"label\" text-anchor=\"middle\" transform=\"rotate(-90)\" x=\"%d\" y=\"14\">%s</text>%n</svg>%n",
                -(TOP + HEIGHT - BOTTOM) / 2, Html.escape(yLabel)));
        return svg.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : format("%.1f", value);
    }
}
