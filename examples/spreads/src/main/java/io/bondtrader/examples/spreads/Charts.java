package io.bondtrader.examples.spreads;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.SpreadPanel;
import io.bondtrader.core.pricing.YieldEquivalents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The three charts, drawn as SVG that needs nothing else. */
final class Charts {

    private static final int WIDTH = 760;
    private static final int LEFT = 180;
    private static final int RIGHT = 70;
    private static final int ROW = 26;

    private Charts() {}

    /** One horizontal bar for each spread. */
    static String spreads(SpreadPanel panel) {
        int height = panel.spreads().size() * ROW + 8;
        double low = 0.0;
        double high = 1.0;
        for (SpreadPanel.Spread spread : panel.spreads()) {
            low = Math.min(low, spread.basisPoints());
            high = Math.max(high, spread.basisPoints());
        }
        double scale = (WIDTH - LEFT - RIGHT - (low < 0.0 ? RIGHT : 0)) / (high - low);
        double zero = LEFT + (low < 0.0 ? RIGHT : 0) - low * scale;
        StringBuilder svg = open(height, "Spreads in basis points", "One bar for each spread of the bond");
        int y = 4;
        for (SpreadPanel.Spread spread : panel.spreads()) {
            double end = zero + spread.basisPoints() * scale;
            boolean positive = spread.basisPoints() >= 0.0;
            svg.append(format(
                    "<text class=\"label\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>\n",
                    LEFT - 10, y + 16, escape(spread.kind().label())));
            svg.append(format(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>over %s</title></rect>\n",
                    Math.min(zero, end), y + 2, Math.max(1.0, Math.abs(end - zero)), ROW - 6, escape(spread.over())));
            svg.append(format(
                    "<text class=\"value\" text-anchor=\"%s\" x=\"%.1f\" y=\"%d\">%.2f</text>\n",
                    positive ? "start" : "end", end + (positive ? 6 : -6), y + 16, spread.basisPoints()));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    /** Par yields, zero rates and the bond's yield over years, in percent. */
    static String curve(SpreadPanel panel, DiscountCurve curve) {
        List<double[]> zeros = new ArrayList<>();
        double low = panel.yield() * 100.0;
        double high = low;
        for (int k = 1; k <= 120; k++) {
            double years = 0.25 * k;
            double rate = 100.0
                    * YieldEquivalents.convert(
                            curve.zeroRate(years), Compounding.CONTINUOUS, Compounding.SEMIANNUAL, 2);
            zeros.add(new double[] {years, rate});
            low = Math.min(low, rate);
            high = Math.max(high, rate);
        }
        for (double[] point : Market.parPoints()) {
            low = Math.min(low, point[1]);
            high = Math.max(high, point[1]);
        }
        Frame frame = new Frame(64, 16, 300, 30.0, Math.floor(low * 4.0) / 4.0, Math.ceil(high * 4.0) / 4.0);
        StringBuilder svg = open(300, "Par yields, zero rates and the bond", "Percent over years to maturity");
        for (double value = frame.low(); value <= frame.high() + 1e-9; value += 0.25) {
            frame.grid(svg, value, format("%.2f", value));
        }
        for (int years = 0; years <= 30; years += 5) {
            svg.append(format(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"274\">%d</text>\n",
                    frame.x(years), years));
        }
        frame.line(svg, "zero", zeros);
        frame.line(svg, "par", Market.parPoints());
        for (double[] point : Market.parPoints()) {
            svg.append(format(
                    "<circle class=\"knot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>\n",
                    frame.x(point[0]), frame.y(point[1])));
        }
        double years = panel.maturityYears();
        double benchmark = 100.0 * Market.parYields().rate(years);
        frame.line(svg, "gap", List.of(new double[] {years, benchmark}, new double[] {years, panel.yield() * 100.0}));
        svg.append(format(
                "<circle class=\"bond\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"><title>yield %.4f%%</title></circle>\n",
                frame.x(years), frame.y(panel.yield() * 100.0), panel.yield() * 100.0));
        svg.append(format(
                "<text class=\"value\" x=\"%.1f\" y=\"%.1f\">%.1f bp over the par yield</text>\n",
                frame.x(years) + 10, frame.y(panel.yield() * 100.0) + 4, (panel.yield() * 100.0 - benchmark) * 100.0));
        return svg.append(
                        "<text class=\"label\" text-anchor=\"middle\" x=\"404\" y=\"294\">years to maturity</text>\n</svg>\n")
                .toString();
    }

    /** One bar for each key. */
    static String keyRates(KeyRates rates) {
        double low = 0.0;
        double high = 0.0;
        for (KeyRates.KeyRate key : rates.keys()) {
            low = Math.min(low, key.duration());
            high = Math.max(high, key.duration());
        }
        int count = rates.keys().size();
        Frame frame = new Frame(64, 16, 240, count, low, high * 1.1);
        StringBuilder svg = open(240, "Key-rate durations", "Years of duration at each key tenor");
        frame.grid(svg, 0.0, "0");
        for (int k = 0; k < count; k++) {
            KeyRates.KeyRate key = rates.keys().get(k);
            double top = frame.y(Math.max(0.0, key.duration()));
            double bottom = frame.y(Math.min(0.0, key.duration()));
            double middle = frame.x(k + 0.5);
            svg.append(format(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>DV01 %.6f</title></rect>\n",
                    frame.x(k + 0.15), top, frame.x(0.7) - frame.x(0.0), Math.max(0.5, bottom - top), key.dv01()));
            svg.append(format(
                    "<text class=\"value\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%.3f</text>\n",
                    middle, top - 5, key.duration()));
            svg.append(format(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"214\">%s</text>\n",
                    middle, escape(key.label())));
        }
        return svg.append("</svg>\n").toString();
    }

    /** Where values go on a chart. */
    private record Frame(int left, int right, int height, double xMax, double low, double high) {

        double x(double value) {
            return left + value / xMax * (WIDTH - left - right);
        }

        double y(double value) {
            return height - 44 - (value - low) / (high - low) * (height - 60);
        }

        void grid(StringBuilder svg, double value, String label) {
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>\n",
                    left, WIDTH - right, y(value), y(value), left - 8, y(value) + 4.0, label));
        }

        void line(StringBuilder svg, String style, List<double[]> points) {
            List<String> corners = new ArrayList<>();
            points.forEach(point -> corners.add(format("%.1f,%.1f", x(point[0]), y(point[1]))));
            svg.append(format("<polyline class=\"%s\" points=\"%s\"/>\n", style, String.join(" ", corners)));
        }
    }

    private static StringBuilder open(int height, String title, String description) {
        return new StringBuilder(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>%s</title>"
                        + "<desc>%s</desc>\n",
                WIDTH, height, escape(title), escape(description)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
