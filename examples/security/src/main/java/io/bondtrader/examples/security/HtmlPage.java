package io.bondtrader.examples.security;

import io.bondtrader.examples.security.Transcript.Line;
import io.bondtrader.examples.security.Transcript.Mark;
import io.bondtrader.examples.security.Transcript.Step;
import io.bondtrader.security.event.SecurityEvent;
import java.util.Locale;

/** The walk as one page; it loads nothing from anywhere. */
final class HtmlPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>BondTrader: security, step by step and attacked</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b2733; --soft: #5d6b7a; --line: #d8dee5; --page: #ffffff;
                    --ok: #20704a; --refused: #0b62a4; --bad: #b3261e; --tint: #f2f6fa; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6ebf0; --soft: #9aa7b4; --line: #34414e; --page: #141b22;
                      --ok: #6fcf9f; --refused: #6cb4ee; --bad: #ff8a80; --tint: #1b242e; } }
            body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
            main { max-width: 1080px; margin: 0 auto; padding: 24px; }
            h1 { font-size: 1.6rem; margin: 0 0 .3em; } h2 { font-size: 1.1rem; margin: 1.6em 0 .4em; }
            dl { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 1em 0 0; }
            dt { color: var(--soft); font-size: .85rem; }
            dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
            ol.lines { list-style: none; margin: 0; padding: 0; }
            ol.lines li { display: grid; grid-template-columns: 6.5em 1fr; gap: 0 12px; padding: 6px 8px;
                          border-bottom: 1px solid var(--line); }
            li.refused { background: var(--tint); } .mark { font-size: .85rem; font-weight: 600; }
            li.allowed .mark { color: var(--ok); } li.refused .mark { color: var(--refused); }
            li.wrong .mark { color: var(--bad); } .row { color: var(--soft); font-weight: 400; }
            .why { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; } code { font-size: .8rem; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .8rem; }
            th, td { padding: 3px 8px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
            td.wide { white-space: normal; min-width: 22em; overflow-wrap: anywhere; }
            th { color: var(--soft); font-weight: 600; }
            @media (max-width: 600px) { main { padding: 16px; } ol.lines li { grid-template-columns: 1fr; } }
            </style></head><body><main>
            """;

    private HtmlPage() {}

    static String of(Walkthrough walk) {
        Transcript transcript = walk.transcript;
        StringBuilder page = new StringBuilder(HEAD);
        page.append(
                "<h1>Security, step by step and attacked</h1>\n<p>What a desk does in a morning, and after each step what"
                        + " somebody tries with it. A26 and the like name the row of the list of attacks.</p>\n");
        page.append(format(
                "<dl><div><dt>Allowed</dt><dd>%d</dd></div><div><dt>Attacks refused</dt><dd>%d</dd></div>"
                        + "<div><dt>Otherwise than it should be</dt><dd>%d</dd></div>"
                        + "<div><dt>Security events</dt><dd>%d</dd></div></dl>\n",
                transcript.lines(Mark.ALLOWED).size(),
                transcript.lines(Mark.REFUSED).size(),
                transcript.lines(Mark.WRONG).size(),
                walk.house.trail.size()));
        int number = 0;
        for (Step step : transcript.steps()) {
            page.append(format("<h2>%d. %s</h2>\n<ol class=\"lines\">\n", ++number, escape(step.title())));
            step.lines().forEach(line -> page.append(item(line)));
            page.append("</ol>\n");
        }
        page.append(trail(walk));
        return page.append("</main></body></html>\n").toString();
    }

    private static String item(Line line) {
        String events = TextReport.events(line.events());
        return format(
                "<li class=\"%s\"><div class=\"mark\">%s<div class=\"row\">%s</div></div>"
                        + "<div>%s<div class=\"why\">%s<code>%s</code></div></div></li>\n",
                line.mark().word(),
                line.mark().word(),
                line.row(),
                escape(line.what()),
                escape(line.why()),
                escape(events));
    }

    private static String trail(Walkthrough walk) {
        StringBuilder table = new StringBuilder("<h2>The trail</h2>\n<div class=\"scroll\"><table><thead><tr>");
        for (String head : new String[] {"time", "account", "from", "event", "about", "details"}) {
            table.append("<th>").append(head).append("</th>");
        }
        table.append("</tr></thead><tbody>\n");
        for (SecurityEvent event : walk.house.trail.events()) {
            table.append("<tr>");
            int column = 0;
            for (String cell : TextReport.cells(walk, event)) {
                table.append(++column < 6 ? "<td>" : "<td class=\"wide\">")
                        .append(escape(cell))
                        .append("</td>");
            }
            table.append("</tr>\n");
        }
        return table.append("</tbody></table></div>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
