package io.bondtrader.examples.quickstart;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.KeyTenors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the page says of the book off its zero curve: the key-rate profile, and where the two paths lie farthest apart. */
final class CurveSection {

    private CurveSection() {}

    static String of(Valuation.OfBook book) {
        StringBuilder section = new StringBuilder();
        ZeroCurve zero = book.zeroCurve();
        if (zero.curve() == null) {
            section.append(format("<p class=\"bad\">No zero curve: %s</p>%n", Html.escape(zero.failure())));
        } else {
            section.append("<h2>Key-rate profile</h2>\n")
                    .append(format(
                            "<p>The zero curve behind the par yields was solved node by node and all at once: the two agree"
                                    + " to %.0e, and the yields come back to %.0e. Z-spreads and key rates are off this"
                                    + " curve.</p>%n",
                            zero.difference(), zero.repricingError()))
                    .append("<figure>")
                    .append(chart(book.keyRateDv01s()))
                    .append("</figure>\n")
                    .append(table(book.keyRateDv01s()));
        }
        return section.append(worst(book)).toString();
    }

    /** Zero rates with semiannual compounding, so that they compare with par yields: percent by years. */
    static List<double[]> zeroRates(ZeroCurve zero, double last) {
        List<double[]> points = new ArrayList<>();
        DiscountCurve curve = zero.curve();
        for (double years = 0.1; curve != null && years <= last; years += 0.1) {
            points.add(new double[] {years, 200.0 * Math.expm1(0.5 * curve.zeroRate(years))});
        }
        return points;
    }

    static String zSpread(@Nullable OffCurve offCurve) {
        return offCurve == null
                ? "<td class=\"n\">-</td>"
                : format(
                        "<td class=\"n\" title=\"reprices the bond to %.0e\">%.2f</td>",
                        Math.abs(offCurve.repricingError()), offCurve.zSpread() * 1e4);
    }

    private static String chart(double[] dv01s) {
        double low = 0.0;
        double high = 1e-3;
        List<String> names = new ArrayList<>();
        for (int key = 0; key < dv01s.length; key++) {
            low = Math.min(low, dv01s[key] / 1000.0);
            high = Math.max(high, dv01s[key] / 1000.0);
            names.add(KeyTenors.standard().label(key));
        }
        SvgChart chart = new SvgChart(
                        "Key-rate profile",
                        "What the book loses when the zero rates about each key rise by a basis point, in thousands",
                        "key",
                        "DV01, thousands",
                        dv01s.length,
                        low,
                        high)
                .named(names);
        for (int key = 0; key < dv01s.length; key++) {
            chart.bar(key, key + 1.0, dv01s[key] / 1000.0, format("%s: %,.0f", names.get(key), dv01s[key]));
        }
        return chart.svg();
    }

    private static String table(double[] dv01s) {
        StringBuilder head = new StringBuilder("<tr>");
        StringBuilder row = new StringBuilder("<tr>");
        double sum = 0.0;
        for (int key = 0; key < dv01s.length; key++) {
            head.append(format("<th class=\"n\">%s</th>", KeyTenors.standard().label(key)));
            row.append(format("<td class=\"n\">%,.0f</td>", dv01s[key]));
            sum += dv01s[key];
        }
        head.append("<th class=\"n\">together</th></tr>");
        row.append(format("<td class=\"n\">%,.0f</td></tr>", sum));
        return "<div class=\"scroll\"><table><thead>" + head + "</thead><tbody>" + row + "</tbody></table></div>\n";
    }

    private static String worst(Valuation.OfBook book) {
        StringBuilder table = new StringBuilder("<h2>Farthest apart</h2>\n<p>")
                .append("For each measure, the bond whose two paths differ most. ")
                .append(Html.escape(book.speed()))
                .append(".</p>\n")
                .append("<div class=\"scroll\"><table><thead><tr><th>measure</th><th>security</th>")
                .append(
                        "<th class=\"n\">value</th><th class=\"n\">difference</th><th>allowed</th></tr></thead><tbody>\n");
        for (Valuation.Worst worst : book.worst()) {
            table.append(format(
                    "<tr><td>%s</td><td>%s</td><td class=\"n\">%.8g</td><td class=\"n\">%.1e</td><td>%s</td></tr>%n",
                    worst.number().measure().name(),
                    Html.escape(worst.of().holding().label()),
                    worst.number().value(),
                    worst.difference(),
                    worst.number().tolerance()));
        }
        return table.append("</tbody></table></div>\n").toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
