package io.bondtrader.examples.spreads;

import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.SpreadPanel;
import io.bondtrader.core.verify.Verified;
import java.util.List;
import java.util.Locale;

/** The panel as one page with three charts; it loads nothing from anywhere. */
final class SpreadPage {

    private SpreadPage() {}

    static String of(SpreadPanel panel, CurveRisk risk, KeyRates keyRates, List<Verified> evidence) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>Every spread of one bond</h1>\n");
        page.append(format(
                "<p>5.25 %% of 15 June 2033, settlement %s, over the zero curve of the Treasury par yields of %s. The price"
                        + " follows back from every spread: a Z-spread is put on the curve, which then discounts the flows;"
                        + " a yield spread is added to its benchmark; an asset swap is added up payment by payment. Bond,"
                        + " price and swap rates are made up.</p>\n",
                panel.settlement(), Market.DAY));
        page.append(format(
                "<dl><div><dt>Clean price</dt><dd>%.4f</dd></div><div><dt>Accrued</dt><dd>%.4f</dd></div>"
                        + "<div><dt>Yield</dt><dd>%.4f %%</dd></div><div><dt>Price on the curve</dt><dd>%.4f</dd></div>"
                        + "<div><dt>Spread duration</dt><dd>%.4f years</dd></div><div><dt>CS01</dt><dd>%.5f</dd></div>"
                        + "<div><dt>Worst repricing error</dt><dd>%.1e</dd></div></dl>\n",
                panel.cleanPrice(),
                panel.accruedInterest(),
                panel.yield() * 100.0,
                panel.curveDirtyPrice() - panel.accruedInterest(),
                risk.spreadDuration(),
                risk.cs01(),
                panel.worstRepricingError()));
        page.append("<h2>Spreads, basis points</h2>\n<figure>")
                .append(Charts.spreads(panel))
                .append("</figure>\n")
                .append(table(panel));
        page.append("<h2>The bond above the curve</h2>\n<figure>")
                .append(Charts.curve(panel, risk.curve()))
                .append(
                        "<figcaption><span class=\"key-par\">●</span> par yields &nbsp; <span class=\"key-zero\">●</span>"
                                + " zero rates, compounded twice a year &nbsp; <span class=\"key-bond\">●</span> the bond's yield"
                                + "</figcaption></figure>\n");
        page.append("<h2>Key-rate durations</h2>\n<figure>")
                .append(Charts.keyRates(keyRates))
                .append(format(
                        "<figcaption>Years, by exact derivatives with triangular weights. They add up to %.10f, the"
                                + " effective duration, within %.0e.</figcaption></figure>\n",
                        keyRates.sumOfDurations(), KeyRates.ADDITIVITY_TOLERANCE));
        page.append("<h2>Calculated twice</h2>\n<ul>\n");
        for (Verified number : evidence) {
            page.append(format(
                    "<li class=\"%s\">%s</li>\n", number.isAgreed() ? "ok" : "bad", Charts.escape(number.toString())));
        }
        return page.append("</ul>\n</main></body></html>\n").toString();
    }

    private static String table(SpreadPanel panel) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>spread</th><th>over</th>"
                + "<th class=\"n\">basis points</th><th class=\"n\">repriced, dirty</th><th class=\"n\">error</th></tr>"
                + "</thead><tbody>\n");
        for (SpreadPanel.Spread spread : panel.spreads()) {
            table.append(format(
                    "<tr><td>%s</td><td>%s</td><td class=\"n\">%.4f</td><td class=\"n\">%.9f</td>"
                            + "<td class=\"n\">%.1e</td></tr>\n",
                    Charts.escape(spread.kind().label()),
                    Charts.escape(spread.over()),
                    spread.basisPoints(),
                    spread.repricedDirtyPrice(),
                    spread.repricingError()));
        }
        return table.append("</tbody></table></div>\n").toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>BondTrader: every spread of one bond</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b2733; --soft: #5d6b7a; --line: #d8dee5; --page: #ffffff;
                    --par: #0b62a4; --zero: #7a3e9d; --bond: #d9480f; --bar: #2f7d5b; --ok: #20704a; --bad: #b3261e; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6ebf0; --soft: #9aa7b4; --line: #34414e; --page: #141b22;
                      --par: #6cb4ee; --zero: #c79be6; --bond: #ff9466; --bar: #57b98c; --ok: #6fcf9f; --bad: #ff8a80; } }
            body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
            main { max-width: 960px; margin: 0 auto; padding: 24px; }
            h1 { font-size: 1.6rem; margin: 0 0 .3em; } h2 { font-size: 1.1rem; margin: 1.6em 0 .4em; }
            figure { margin: 0; } figcaption { color: var(--soft); font-size: .85rem; }
            .key-par { color: var(--par); } .key-zero { color: var(--zero); } .key-bond { color: var(--bond); }
            svg { width: 100%; height: auto; }
            dl { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 0; } dt { color: var(--soft); font-size: .85rem; }
            dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .85rem; }
            th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
            th { color: var(--soft); font-weight: 600; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            ul { padding-left: 1.2em; font-size: .85rem; } .ok { color: var(--ok); } .bad { color: var(--bad); font-weight: 600; }
            .grid { stroke: var(--line); } .tick, .label { fill: var(--soft); font-size: 12px; }
            .value { fill: var(--ink); font-size: 12px; } .bar { fill: var(--bar); }
            .par, .zero, .gap { fill: none; stroke-width: 2; } .par { stroke: var(--par); } .zero { stroke: var(--zero); }
            .gap { stroke: var(--bond); stroke-dasharray: 4 3; stroke-width: 1.5; } .knot { fill: var(--par); }
            .bond { fill: var(--bond); }
            @media (max-width: 600px) { main { padding: 16px; } .tick, .label, .value { font-size: 18px; } }
            </style></head><body><main>
            """;
}
