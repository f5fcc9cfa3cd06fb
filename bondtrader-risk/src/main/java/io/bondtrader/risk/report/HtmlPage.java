package io.bondtrader.risk.report;

import java.util.List;
import java.util.Locale;

/** A report as one page. Whatever comes from outside is escaped. */
final class HtmlPage {

    private static final String STYLE = """
            :root { --ink: #16202a; --soft: #5b6b7a; --line: #dfe5ea; --paper: #ffffff; --blue: #2166ac; --red: #b2182b;
              --amber: #d9822b; --green: #2c7a4b; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa8b5; --line: #2c3a47;
              --paper: #11181f; --blue: #6aaeea; --red: #f2737f; --amber: #f0a85c; --green: #63c08b; } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { margin-bottom: 0; } h2 { margin: 2.2rem 0 .3rem; font-size: 1.15rem; }
            .soft { color: var(--soft); margin: .2rem 0 .8rem; } .wide { overflow-x: auto; }
            table { border-collapse: collapse; min-width: 60%; font-variant-numeric: tabular-nums; }
            th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line); text-align: left; }
            th.number, td.number { text-align: right; padding-left: .8rem; }
            svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; } svg text { fill: var(--ink); }
            .tick { fill: var(--soft) !important; } .grid { stroke: var(--line); } .zero { stroke: var(--soft); }
            .plus { fill: var(--blue); } .minus { fill: var(--red); } .total { fill: var(--soft); }
            .dot { fill: var(--soft); opacity: .55; } .marked { fill: var(--red); }
            .line0 { stroke: var(--blue); fill: none; stroke-width: 1.4; }
            .line1 { stroke: var(--amber); fill: none; stroke-width: 1.4; }
            .line2 { stroke: var(--green); fill: none; stroke-width: 1.4; }
            .ok { fill: var(--green); } .warn { fill: var(--amber); } .breach { fill: var(--red); }
            @media print { h2 { break-after: avoid; } svg, table { break-inside: avoid; } }
            """;

    private final RiskReport report;

    HtmlPage(RiskReport report) {
        this.report = report;
    }

    String render() {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escape(report.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escape(report.title()))
                .append("</h1>\n<p class=\"soft\">as of ")
                .append(report.asOf());
        if (!report.subtitle().isBlank()) {
            page.append(" · ").append(escape(report.subtitle()));
        }
        page.append("</p>\n");
        for (ReportSection section : report.sections()) {
            page.append("<section>\n<h2>").append(escape(section.title())).append("</h2>\n");
            if (!section.note().isBlank()) {
                page.append("<p class=\"soft\">").append(escape(section.note())).append("</p>\n");
            }
            page.append(body(section)).append("</section>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static String body(ReportSection section) {
        if (section instanceof ReportSection.Table table) {
            return table(table);
        }
        if (section instanceof ReportSection.Bars bars) {
            return SvgChart.bars(bars);
        }
        if (section instanceof ReportSection.Waterfall waterfall) {
            return SvgChart.waterfall(waterfall);
        }
        if (section instanceof ReportSection.Series series) {
            return SeriesChart.of(series);
        }
        return SvgChart.utilisation((ReportSection.Utilisation) section);
    }

    private static String table(ReportSection.Table table) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            html.append(isNumeric(table, i) ? "<th class=\"number\">" : "<th>")
                    .append(escape(table.columns().get(i)))
                    .append("</th>");
        }
        html.append("</tr>\n");
        for (List<Object> row : table.rows()) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.append(isNumeric(table, i) ? "<td class=\"number\">" : "<td>")
                        .append(escape(cell(row.get(i))))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table></div>\n").toString();
    }

    private static boolean isNumeric(ReportSection.Table table, int column) {
        return !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.get(column) instanceof Number);
    }

    private static String cell(Object cell) {
        if (!(cell instanceof Number number)) {
            return cell.toString();
        }
        if (cell instanceof Integer || cell instanceof Long) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        return number(number.doubleValue());
    }

    /** Whole money above a thousand, four significant digits below. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size == 0.0) {
            return "0";
        }
        String form = size >= 1000 ? "%,.0f" : size >= 10 ? "%.2f" : size >= 0.001 ? "%.4f" : "%.3e";
        return String.format(Locale.ROOT, form, value);
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
