package io.bondtrader.strategies.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What pages are made of: style, escaped text, numbers in words, tables. */
final class Page {

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1b2733; --quiet: #5d6c79; --rule: #d9e0e6; --back: #ffffff;
              --box: #f4f6f8; --own: #1f5fa8; --other: #c26a12; --third: #2b7a4d; --fourth: #8a3ea8; --fifth: #8c6d1f;
              --loss: #b3263a; --gain-rgb: 31, 95, 168; --loss-rgb: 179, 38, 58; }
            @media (prefers-color-scheme: dark) { :root { --text: #e4ebf1; --quiet: #98a6b3; --rule: #2b3845;
              --back: #10171e; --box: #18222c; --own: #6db1f2; --other: #f2a65a; --third: #67c793; --fourth: #c68be0;
              --fifth: #d8bb62; --loss: #f27a88; --gain-rgb: 109, 177, 242; --loss-rgb: 242, 122, 136; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 62rem; background: var(--back);
              color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
            h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
            p { margin: .3rem 0; overflow-wrap: anywhere; } .quiet { color: var(--quiet); }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .6rem;
              margin: 1.2rem 0 0; }
            .tile { background: var(--box); border-radius: .4rem; padding: .55rem .75rem; }
            .tile b { display: block; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
            .tile span { color: var(--quiet); font-size: .8rem; }
            .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 2rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .87rem; }
            th, td { text-align: left; padding: .22rem .5rem; border-bottom: 1px solid var(--rule); }
            th { color: var(--quiet); font-weight: 500; vertical-align: bottom; }
            th.n, td.n { text-align: right; } td.n, td.s { white-space: nowrap; } td.loss { color: var(--loss); }
            .wide table { font-size: .8rem; } .wide th, .wide td { padding: .22rem .3rem; }
            .months td, .months th { padding: .2rem .3rem; text-align: right; }
            .months td:first-child { text-align: left; } .months .year { font-weight: 600; }
            .box { border-left: 4px solid var(--own); background: var(--box); padding: .6rem .9rem; margin: .6rem 0; }
            .box.loud { border-color: var(--other); }
            svg { display: block; width: 100%; min-width: 34rem; height: auto; font: 12px system-ui, sans-serif; }
            svg text { fill: var(--quiet); } svg .name { fill: var(--text); }
            svg .rule { stroke: var(--rule); } svg .base { stroke: var(--quiet); }
            svg .s0 { stroke: var(--own); } svg .s1 { stroke: var(--other); } svg .s2 { stroke: var(--third); }
            svg .s3 { stroke: var(--fourth); } svg .s4 { stroke: var(--fifth); }
            svg .line { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
            svg .dashed { stroke-dasharray: 6 3; } svg .dotted { stroke-dasharray: 1.5 2.5; }
            svg .under { fill: var(--loss); fill-opacity: .28; stroke: var(--loss); stroke-width: 1; }
            svg .held { fill: var(--own); fill-opacity: .28; stroke: var(--own); stroke-width: 1; }
            @page { margin: 14mm; }
            @media print { html { font-size: 11px; } body { max-width: none; padding: 0; font-size: 1rem; } h2 { break-after: avoid; }
              svg, .box, .tiles, tr { break-inside: avoid; } }
            """;

    private Page() {}

    static StringBuilder open(String title, String subtitle) {
        return new StringBuilder()
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escape(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escape(title))
                .append("</h1>\n<p class=\"quiet\">")
                .append(escape(subtitle))
                .append("</p>\n");
    }

    static String close(StringBuilder page) {
        return page.append("</body>\n</html>\n").toString();
    }

    static void heading(StringBuilder page, String heading, String note) {
        page.append("<h2>").append(escape(heading)).append("</h2>\n");
        if (!note.isBlank()) {
            page.append("<p class=\"quiet\">").append(escape(note)).append("</p>\n");
        }
    }

    /** A table whose columns from the second on are numbers, unless their title begins with a space. */
    static void table(StringBuilder page, List<String> columns, List<List<String>> rows) {
        page.append(columns.size() > 10 ? "<div class=\"scroll wide\">" : "<div class=\"scroll\">")
                .append("<table>\n<tr>");
        for (int i = 0; i < columns.size(); i++) {
            page.append(isText(columns, i) ? "<th>" : "<th class=\"n\">")
                    .append(escape(columns.get(i).strip()))
                    .append("</th>");
        }
        page.append("</tr>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String kind = isText(columns, i)
                        ? text(cell)
                        : cell.startsWith("-") ? "<td class=\"n loss\">" : "<td class=\"n\">";
                page.append(kind)
                        .append(escape(minus(cell, isText(columns, i))))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
    }

    /** Short texts, such as dates, stay on their line. */
    private static String text(String cell) {
        return cell.length() <= 24 ? "<td class=\"s\">" : "<td>";
    }

    private static boolean isText(List<String> columns, int column) {
        return column == 0 || columns.get(column).startsWith(" ");
    }

    /** Numbers are set with a true minus sign. */
    private static String minus(String cell, boolean text) {
        return text || !cell.startsWith("-") ? cell : "\u2212" + cell.substring(1);
    }

    static String percent(double value) {
        return whole(String.format(Locale.ROOT, "%.2f%%", 100 * value));
    }

    static String percent(OptionalDouble value) {
        return value.isPresent() ? percent(value.getAsDouble()) : "none";
    }

    /** Nothing that was estimated is certain. */
    static String probability(double value) {
        return value > 0.9999 ? "above 99.99%" : value < 0.0001 ? "below 0.01%" : percent(value);
    }

    static String ratio(double value) {
        return whole(String.format(Locale.ROOT, "%.2f", value));
    }

    static String ratio(OptionalDouble value) {
        return value.isPresent() ? ratio(value.getAsDouble()) : "none";
    }

    static String money(double value) {
        return whole(String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%,.2f" : "%,.0f", value));
    }

    static String money(OptionalDouble value) {
        return value.isPresent() ? money(value.getAsDouble()) : "none";
    }

    /** Up to six digits, without zeros at the end: for axes. */
    static String tick(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return Math.abs(value) >= 1000 ? String.format(Locale.ROOT, "%,.0f", value) : plain;
    }

    /** No minus before zeros. */
    private static String whole(String number) {
        return number.startsWith("-") && number.chars().noneMatch(c -> c >= '1' && c <= '9')
                ? number.substring(1)
                : number;
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) || isSurrogate(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
