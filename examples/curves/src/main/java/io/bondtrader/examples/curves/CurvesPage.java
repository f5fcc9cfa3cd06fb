package io.bondtrader.examples.curves;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.FitResidual;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.time.DayCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The curves as one page of pictures; it loads nothing from anywhere. */
final class CurvesPage {

    private CurvesPage() {}

    static String of(ZeroCurves zeros, FittedCurve fit, FittedCurve spline, DiscountCurve today) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(format("<h1>Treasury curves of %s</h1>%n", zeros.lastDay()));
        page.append("<h2>A fitted curve</h2>\n");
        page.append(format(
                "<p>%d notes and bonds that settle on %s. <strong>Prices are not closing prices</strong>: each bond is priced"
                        + " off today's zero curve with the Z-spread at which it was auctioned, to the curve of its issue day;"
                        + " what rates moved between auction and issue is part of that spread. Svensson's curve, weights by"
                        + " 1/duration², came from %d starts; it misses prices by %.3f per 100 (root mean square). A cubic"
                        + " spline of the discount function misses them by %.3f.</p>%n",
                fit.residuals().size(),
                fit.curve().referenceDate(),
                fit.starts(),
                fit.rmsPriceError(),
                spline.rmsPriceError()));
        page.append("<figure>").append(curveChart(fit, spline, today));
        page.append("<figcaption><span class=\"k-fit\">—</span> Svensson, zero rates &nbsp; "
                + "<span class=\"k-spline\">- -</span> cubic spline, zero rates &nbsp; "
                + "<span class=\"k-boot\">—</span> bootstrapped from par yields, zero rates &nbsp; "
                + "<span class=\"k-bond\">●</span> bonds, yield at the price</figcaption></figure>\n");
        page.append("<h2>Rich and cheap</h2>\n");
        page.append(format(
                "<p>Yield at the price less yield off Svensson's curve, in basis points: above the line a bond is cheap. %s</p>%n",
                leftOut(fit)));
        page.append("<figure>").append(residualChart(fit));
        page.append(
                "<figcaption><span class=\"k-cheap\">●</span> cheap &nbsp; <span class=\"k-rich\">●</span> rich &nbsp; "
                        + "<span class=\"k-out\">○</span> left out of the fit</figcaption></figure>\n");
        page.append(extremes(fit));
        page.append(format(
                "<h2>A year of zero curves</h2>%n<p>%d days, the year's and those of the auctions, were bootstrapped from the official par yields, each by"
                        + " two methods: nodes differ by at most %.1e, and every par yield is repriced within %.1e%s. The"
                        + " scale of maturities is that of their square root.</p>%n",
                zeros.days(),
                zeros.farthestApart(),
                zeros.worstRepricing(),
                zeros.unconfirmed() == 0 ? "" : "; " + zeros.unconfirmed() + " days are not confirmed"));
        page.append("<figure>").append(new SvgSurface(zeros.lastYear()).svg()).append("</figure>\n");
        return page.append("</main></body></html>\n").toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static double years(BondQuote bond) {
        return DayCounts.ACT_365F.yearFraction(bond.settlement(), bond.pillar());
    }

    private static String curveChart(FittedCurve fit, FittedCurve spline, DiscountCurve today) {
        SvgScatter chart = new SvgScatter("Fitted zero curves and bonds", "percent", 30.0, 3.5, 5.5, 0.5);
        chart.line("boot", zeroRates(today))
                .line("spline", zeroRates(spline.curve()))
                .line("fit", zeroRates(fit.curve()));
        for (FitResidual residual : fit.residuals()) {
            BondQuote bond = residual.bond();
            double percent = 100.0 * bond.yieldFromDirtyPrice(bond.dirtyPrice());
            chart.dot("bond", years(bond), percent, format("%s %s: %.3f%%", bond.label(), bond.pillar(), percent));
        }
        return chart.svg();
    }

    private static List<double[]> zeroRates(DiscountCurve curve) {
        List<double[]> points = new ArrayList<>();
        for (double years = 1.0; years <= 30.0; years += 0.1) { // no bond is shorter
            points.add(new double[] {years, 100.0 * curve.zeroRate(years)});
        }
        return points;
    }

    private static String residualChart(FittedCurve fit) {
        double reach = 5.0;
        for (FitResidual residual : fit.residuals()) {
            reach = Math.max(reach, residual.excluded() ? 0.0 : Math.abs(residual.yieldResidualBp()));
        }
        double step = reach > 15.0 ? 10.0 : 5.0;
        SvgScatter chart = new SvgScatter("Rich and cheap bonds", "basis points", 30.0, -reach, reach, step);
        for (FitResidual residual : fit.residuals()) {
            String kind = residual.excluded() ? "out" : residual.isCheap() ? "cheap" : "rich";
            chart.dot(kind, years(residual.bond()), residual.yieldResidualBp(), words(residual));
        }
        return chart.svg();
    }

    private static String words(FitResidual residual) {
        return format(
                "%s %s: %+.1f bp, %+.3f in price",
                residual.bond().label(),
                residual.bond().pillar(),
                residual.yieldResidualBp(),
                residual.priceResidual());
    }

    private static String leftOut(FittedCurve fit) {
        return fit.excluded().isEmpty()
                ? "No bond was left out."
                : "Left out of the fit, more than five robust standard deviations from the rest: "
                        + fit.excluded().size() + ". What lies beyond the scale is drawn at its edge.";
    }

    private static String extremes(FittedCurve fit) {
        List<FitResidual> byYield = new ArrayList<>(fit.residuals());
        byYield.sort(Comparator.comparingDouble(FitResidual::yieldResidualBp));
        List<FitResidual> fitted = new ArrayList<>(byYield);
        fitted.removeIf(FitResidual::excluded);
        List<FitResidual> leftOut = new ArrayList<>(byYield);
        leftOut.removeIf(residual -> !residual.excluded());
        int shown = Math.min(5, fitted.size() / 2);
        List<FitResidual> cheapest = new ArrayList<>(fitted.subList(fitted.size() - shown, fitted.size()));
        cheapest.sort(Comparator.comparingDouble(residual -> -residual.yieldResidualBp()));
        return "<div class=\"pair\">" + table("Richest", fitted.subList(0, shown)) + table("Cheapest", cheapest)
                + (leftOut.isEmpty() ? "" : table("Left out", leftOut)) + "</div>\n";
    }

    private static String table(String heading, List<FitResidual> residuals) {
        StringBuilder table = new StringBuilder(
                "<table><caption>" + heading
                        + "</caption><tr><th>CUSIP</th><th>maturity</th><th class=\"n\">bp</th><th class=\"n\">price</th></tr>\n");
        for (FitResidual residual : residuals) {
            table.append(format(
                    "<tr><td>%s</td><td>%s</td><td class=\"n\">%+.1f</td><td class=\"n\">%+.3f</td></tr>%n",
                    residual.bond().label(),
                    residual.bond().pillar(),
                    residual.yieldResidualBp(),
                    residual.priceResidual()));
        }
        return table.append("</table>\n").toString();
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>BondTrader: Treasury curves</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b2733; --soft: #5d6b7a; --line: #d8dee5; --page: #ffffff;
                    --fit: #0b62a4; --spline: #7b3fb3; --boot: #9aa5b1; --bond: #d9480f; --cheap: #20704a; --rich: #b3261e; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6ebf0; --soft: #9aa7b4; --line: #34414e; --page: #141b22;
                      --fit: #6cb4ee; --spline: #c39bf0; --boot: #728190; --bond: #ff9466; --cheap: #6fcf9f; --rich: #ff8a80; } }
            body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
            main { max-width: 1000px; margin: 0 auto; padding: 24px; }
            h1 { font-size: 1.6rem; margin: 0 0 .3em; } h2 { font-size: 1.15rem; margin: 1.6em 0 .3em; } p { margin: .3em 0 .8em; }
            figure { margin: 0; } figcaption { color: var(--soft); font-size: .85rem; } svg { width: 100%; height: auto; }
            .grid { stroke: var(--line); } .axis { stroke: var(--soft); } .tick, .label { fill: var(--soft); font-size: 12px; }
            .fit, .spline, .boot { fill: none; stroke-width: 2.2; } .fit { stroke: var(--fit); } .boot { stroke: var(--boot); }
            .spline { stroke: var(--spline); stroke-dasharray: 7 5; } .bond { fill: var(--bond); fill-opacity: .75; }
            .cheap { fill: var(--cheap); } .rich { fill: var(--rich); } .out { fill: none; stroke: var(--soft); stroke-width: 1.4; }
            .k-fit { color: var(--fit); } .k-spline { color: var(--spline); } .k-boot { color: var(--boot); }
            .k-bond { color: var(--bond); } .k-cheap { color: var(--cheap); } .k-rich { color: var(--rich); } .k-out { color: var(--soft); }
            .pair { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 12px 48px; margin-top: .8em; } table { border-collapse: collapse; font-size: .85rem; }
            caption { text-align: left; color: var(--soft); } th, td { padding: 3px 10px 3px 0; text-align: left; border-bottom: 1px solid var(--line); }
            th { color: var(--soft); font-weight: 600; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            @media (max-width: 600px) { main { padding: 16px; } .tick, .label { font-size: 20px; } }
            </style></head><body><main>
            """;
}
