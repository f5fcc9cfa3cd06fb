package io.bondtrader.examples.quickstart;

import io.bondtrader.core.verify.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The valuation as one page with two charts; it loads nothing from anywhere. */
final class HtmlReport {

    private static final double[] BUCKETS = {0, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30};

    private HtmlReport() {}

    static String of(Valuation.OfBook book, ParYields yields) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(format("<h1>Book valued for %s</h1>%n", book.date()));
        page.append(format(
                "<p>%d bonds, each priced off the par yield of %s at its maturity. Every number was calculated by two"
                        + " independent methods; hover over it to see both.</p>%n",
                book.valuations().size(), yields.date()));
        if (!book.valuations().isEmpty()) {
            page.append(totals(book));
            page.append("<h2>Yields</h2>\n<figure>")
                    .append(yieldChart(book, yields))
                    .append("<figcaption><span class=\"key-curve\">●</span> par yields &nbsp; ")
                    .append("<span class=\"key-bond\">●</span> bonds &nbsp; ")
                    .append("<span class=\"key-zero\">―</span> zero rates, semiannual</figcaption></figure>\n");
            page.append("<h2>DV01 by maturity</h2>\n<figure>")
                    .append(dv01Chart(book))
                    .append("</figure>\n");
            page.append(CurveSection.of(book));
            page.append(table(book));
        }
        page.append(rejected(book));
        return page.append("</main></body></html>\n").toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String totals(Valuation.OfBook book) {
        String verdict = book.unconfirmed() == 0
                ? "<span class=\"ok\">all agreed</span>"
                : "<span class=\"bad\">" + book.unconfirmed() + " bonds not confirmed</span>";
        return format(
                "<dl><div><dt>Market value</dt><dd>%,.2f</dd></div><div><dt>Face</dt><dd>%,.0f</dd></div>"
                        + "<div><dt>Modified duration</dt><dd>%.4f years</dd></div>"
                        + "<div><dt>DV01</dt><dd>%,.2f</dd></div><div><dt>Verification</dt><dd>%s</dd></div></dl>%n",
                book.marketValue(), book.face(), book.modifiedDuration(), book.dv01(), verdict);
    }

    private static double lastYear(Valuation.OfBook book) {
        double last =
                book.valuations().stream().mapToDouble(Valuation::years).max().orElse(1.0);
        return Math.max(1.0, Math.ceil(last));
    }

    private static String yieldChart(Valuation.OfBook book, ParYields yields) {
        double xMax = lastYear(book);
        List<double[]> curve = new ArrayList<>();
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (ParYields.Point point : yields.points()) {
            if (point.years() <= xMax + 0.01) {
                curve.add(new double[] {Math.min(point.years(), xMax), point.yield() * 100.0});
            }
            low = Math.min(low, point.yield() * 100.0);
            high = Math.max(high, point.yield() * 100.0);
        }
        List<double[]> zeroRates = CurveSection.zeroRates(book.zeroCurve(), xMax);
        for (double[] rate : zeroRates) {
            low = Math.min(low, rate[1]);
            high = Math.max(high, rate[1]);
        }
        SvgChart chart = new SvgChart(
                        "Par yields and bonds",
                        "Par yields of " + yields.date() + " as a line and the yield of each bond as a dot",
                        "years to maturity",
                        "yield, percent",
                        xMax,
                        low,
                        high)
                .line(curve)
                .thin(zeroRates);
        for (Valuation v : book.valuations()) {
            double percent = v.yield().value() * 100.0;
            chart.dot(
                    v.years(),
                    percent,
                    format(
                            "%s %s: %.4f%%",
                            v.holding().label(), v.holding().bond().maturity(), percent));
        }
        return chart.svg();
    }

    private static String dv01Chart(Valuation.OfBook book) {
        double xMax = lastYear(book);
        double[] sums = new double[BUCKETS.length];
        for (Valuation v : book.valuations()) {
            int bucket = 0;
            while (bucket + 1 < BUCKETS.length && v.years() >= BUCKETS[bucket + 1]) {
                bucket++;
            }
            sums[bucket] += v.dv01OfHolding() / 1000.0;
        }
        double high = 0.0;
        for (double sum : sums) {
            high = Math.max(high, sum);
        }
        SvgChart chart = new SvgChart(
                "DV01 by maturity",
                "What the book loses per basis point, in thousands, by years to maturity",
                "years to maturity",
                "DV01, thousands",
                xMax,
                0.0,
                Math.max(high, 1e-3));
        for (int k = 0; k < BUCKETS.length && BUCKETS[k] < xMax; k++) {
            double end = k + 1 < BUCKETS.length ? Math.min(BUCKETS[k + 1], xMax) : xMax;
            chart.bar(BUCKETS[k], end, sums[k], format("%.0f to %.0f years: %,.0f", BUCKETS[k], end, sums[k] * 1000.0));
        }
        return chart.svg();
    }

    private static String table(Valuation.OfBook book) {
        StringBuilder table = new StringBuilder(
                "<h2>Bonds</h2>\n<div class=\"scroll\"><table><thead><tr><th>security</th>"
                        + "<th>coupon %</th><th>maturity</th><th class=\"n\">clean</th><th class=\"n\">accrued</th><th class=\"n\">dirty</th><th class=\"n\">yield %</th>"
                        + "<th class=\"n\">mod. duration</th><th class=\"n\">convexity</th><th class=\"n\">DV01</th><th class=\"n\">Z-spread bp</th><th>verified</th></tr></thead><tbody>\n");
        for (Valuation v : book.valuations()) {
            table.append(format(
                    "<tr><td>%s</td><td>%.3f</td><td>%s</td>%s%s%s%s%s%s%s%s<td class=\"%s\">%s</td></tr>%n",
                    Html.escape(v.holding().label()),
                    v.holding().bond().couponRate() * 100.0,
                    v.holding().bond().maturity(),
                    cell(v.clean(), "%.6f", 1.0),
                    cell(v.accrued(), "%.6f", 1.0),
                    cell(v.dirty(), "%.6f", 1.0),
                    cell(v.yield(), "%.4f", 100.0),
                    cell(v.modifiedDuration(), "%.4f", 1.0),
                    cell(v.convexity(), "%.3f", 1.0),
                    cell(v.dv01(), "%.6f", 1.0),
                    CurveSection.zSpread(v.offCurve()),
                    v.isConfirmed() ? "ok" : "bad",
                    v.isConfirmed()
                            ? "✓ agreed"
                            : "✗ " + v.agreed() + " of " + v.numbers().size()));
        }
        return table.append("</tbody></table></div>\n").toString();
    }

    private static String cell(Verified number, String pattern, double scale) {
        return format(
                "<td class=\"n\" title=\"%s\">%s</td>",
                Html.escape(number.toString()), format(pattern, number.value() * scale));
    }

    private static String rejected(Valuation.OfBook book) {
        if (book.rejected().isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("<h2>Not valued</h2>\n<ul>\n");
        book.rejected()
                .forEach(r -> list.append(format(
                        "<li>line %d: %s<br><code>%s</code></li>%n",
                        r.line(), Html.escape(r.reason()), Html.escape(r.text()))));
        return list.append("</ul>\n").toString();
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>BondTrader: a book valued twice</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b2733; --soft: #5d6b7a; --line: #d8dee5; --page: #ffffff;
                    --curve: #0b62a4; --bond: #d9480f; --bar: #2f7d5b; --ok: #20704a; --bad: #b3261e; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6ebf0; --soft: #9aa7b4; --line: #34414e; --page: #141b22;
                      --curve: #6cb4ee; --bond: #ff9466; --bar: #57b98c; --ok: #6fcf9f; --bad: #ff8a80; } }
            body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
            main { max-width: 1080px; margin: 0 auto; padding: 24px; }
            h1 { font-size: 1.6rem; margin: 0 0 .3em; } h2 { font-size: 1.1rem; margin: 1.6em 0 .4em; }
            figure { margin: 0; } figcaption { color: var(--soft); font-size: .85rem; }
            .key-curve { color: var(--curve); } .key-bond { color: var(--bond); }
            svg { width: 100%; height: auto; }
            dl { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 0; } dt { color: var(--soft); font-size: .85rem; }
            dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .85rem; }
            th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
            th { color: var(--soft); font-weight: 600; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            .ok { color: var(--ok); } .bad { color: var(--bad); font-weight: 600; }
            .grid { stroke: var(--line); } .tick, .label { fill: var(--soft); font-size: 12px; }
            .thin { fill: none; stroke: var(--bar); stroke-width: 1.5; stroke-dasharray: 5 3; } .key-zero { color: var(--bar); }
            .curve { fill: none; stroke: var(--curve); stroke-width: 2; } .knot { fill: var(--curve); }
            .bond { fill: var(--bond); } .bar { fill: var(--bar); }
            @media (max-width: 600px) { main { padding: 16px; } .tick, .label { font-size: 20px; } }
            </style></head><body><main>
            """;
}
