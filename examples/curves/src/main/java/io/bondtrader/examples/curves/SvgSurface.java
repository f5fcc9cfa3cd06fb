package io.bondtrader.examples.curves;

import io.bondtrader.core.curve.DiscountCurve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/** Zero rates by day and maturity as a surface seen from above, far days first, so that near ones cover them. */
final class SvgSurface {

    private static final double[] YEARS = {
        1 / 12.0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30
    };
    private static final int WIDTH = 920;
    private static final int HEIGHT = 490;
    private static final double TALL = 250.0;
    private static final int EVERY = 3; // days from one line to the next

    private final List<LocalDate> days = new ArrayList<>();
    private final List<double[]> rates = new ArrayList<>(); // percent, by day and maturity
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    SvgSurface(NavigableMap<LocalDate, DiscountCurve> curves) {
        int number = 0;
        for (LocalDate day : curves.navigableKeySet()) {
            boolean last = day.equals(curves.lastKey());
            if (number++ % EVERY != 0 && !last) {
                continue;
            }
            DiscountCurve curve = curves.ceilingEntry(day).getValue();
            double[] row = new double[YEARS.length];
            for (int k = 0; k < row.length; k++) {
                row[k] = 100.0 * curve.zeroRate(YEARS[k]);
                low = Math.min(low, row[k]);
                high = Math.max(high, row[k]);
            }
            days.add(day);
            rates.add(row);
        }
        low = Math.floor(low * 2.0) / 2.0;
        high = Math.ceil(high * 2.0) / 2.0;
    }

    /** Maturities run to the right on a scale that gives short ones room, days towards the reader. */
    private double x(double years, double day) {
        double along = Math.sqrt(years / 30.0);
        return 70.0 + 540.0 * along + 200.0 * (1.0 - day);
    }

    private double y(double years, double day, double rate) {
        double along = Math.sqrt(years / 30.0);
        return 262.0 + 40.0 * along + 150.0 * day - TALL * (rate - low) / (high - low) * 0.9;
    }

    private String point(int day, int maturity) {
        double part = days.size() == 1 ? 1.0 : (double) day / (days.size() - 1);
        double years = YEARS[maturity];
        return String.format(Locale.ROOT, "%.1f,%.1f", x(years, part), y(years, part, rates.get(day)[maturity]));
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">"
                        + "<title>Zero rates of %d days, %s to %s</title>%n",
                WIDTH,
                HEIGHT,
                days.size(),
                days.get(0),
                days.get(days.size() - 1)));
        walls(svg);
        for (int day = 0; day + 1 < days.size(); day++) {
            for (int k = YEARS.length - 2; k >= 0; k--) {
                double mean = 0.25
                        * (rates.get(day)[k]
                                + rates.get(day)[k + 1]
                                + rates.get(day + 1)[k]
                                + rates.get(day + 1)[k + 1]);
                svg.append(String.format(
                        Locale.ROOT,
                        "<polygon points=\"%s %s %s %s\" fill=\"%s\" stroke=\"%s\" stroke-width=\".4\"/>%n",
                        point(day, k),
                        point(day, k + 1),
                        point(day + 1, k + 1),
                        point(day + 1, k),
                        colour(mean, 1.0),
                        colour(mean, 0.8)));
            }
        }
        axes(svg);
        return svg.append("</svg>\n").toString();
    }

    private void walls(StringBuilder svg) {
        for (double rate = low; rate <= high + 1e-9; rate += 0.5) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<polyline class=\"grid\" fill=\"none\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>"
                            + "<text class=\"tick\" text-anchor=\"end\" x=\"%.1f\" y=\"%.1f\">%.1f%%</text>%n",
                    x(0.0, 1.0),
                    y(0.0, 1.0, rate),
                    x(0.0, 0.0),
                    y(0.0, 0.0, rate),
                    x(30.0, 0.0),
                    y(30.0, 0.0, rate),
                    x(0.0, 1.0) - 6.0,
                    y(0.0, 1.0, rate) + 4.0,
                    rate));
        }
    }

    private void axes(StringBuilder svg) {
        for (double years : new double[] {1 / 12.0, 1, 2, 5, 10, 20, 30}) {
            String text = years < 1.0 ? "1M" : String.format(Locale.ROOT, "%.0fY", years);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                    x(years, 1.0),
                    y(years, 1.0, low) + 20.0,
                    text));
        }
        for (int quarter = 0; quarter <= 4; quarter++) {
            int day = quarter * (days.size() - 1) / 4;
            double part = quarter / 4.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                    x(30.0, part) + 30.0,
                    y(30.0, part, low) + 4.0,
                    days.get(day)));
        }
    }

    /** From blue for the lowest rate through green to yellow for the highest. */
    private String colour(double rate, double light) {
        double[][] stops = {{48, 66, 140}, {38, 130, 142}, {70, 178, 112}, {190, 214, 60}, {250, 226, 60}};
        double at = Math.max(0.0, Math.min(0.9999, (rate - low) / (high - low))) * (stops.length - 1);
        int k = (int) at;
        double part = at - k;
        int[] rgb = new int[3];
        for (int c = 0; c < 3; c++) {
            rgb[c] = (int) Math.round(light * (stops[k][c] + part * (stops[k + 1][c] - stops[k][c])));
        }
        return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
    }
}
