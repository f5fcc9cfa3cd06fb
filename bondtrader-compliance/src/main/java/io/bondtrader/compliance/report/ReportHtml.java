package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.EventIndices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a report as one page. Every value links to the list of events at its foot, and that list back to the rows. */
final class ReportHtml {

    /** A page with more anchors than this is slow to open; the JSON has all. */
    private static final int MOST_EVENTS = 2_000;

    private final Report report;
    private final HtmlText html = new HtmlText();
    private final TreeMap<Long, TreeMap<String, String>> uses = new TreeMap<>();

    private ReportHtml(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ReportHtml(report).page();
    }

    private String page() {
        ReportHeader header = report.header();
        html.begin(header.title());
        html.raw("<p class=\"soft\">")
                .text(header.parameters().from() + " to " + header.parameters().until());
        html.raw(" · rules ").text(header.rules()).raw("</p>\n");
        for (int i = 0; i < report.tables().size(); i++) {
            table(i, report.tables().get(i));
        }
        provenance(header);
        events();
        return html.end();
    }

    private void table(int number, ReportTable table) {
        html.raw("<h2>").text(table.title()).raw("</h2>\n");
        if (table.rows().isEmpty()) {
            html.raw("<p class=\"soft\">None.</p>\n");
            return;
        }
        boolean[] numeric = new boolean[table.columns().size()];
        html.raw("<div class=\"wide\"><table>\n<tr>");
        for (int i = 0; i < numeric.length; i++) {
            int column = i;
            numeric[i] = table.rows().stream().allMatch(row -> row.get(column).isNumber());
            html.raw(numeric[i] ? "<th class=\"number\">" : "<th>")
                    .text(table.columns().get(i))
                    .raw("</th>");
        }
        html.raw("</tr>\n");
        for (int row = 0; row < table.rows().size(); row++) {
            String anchor = "t" + number + "-r" + row;
            html.raw("<tr id=\"" + anchor + "\">");
            List<ReportCell> cells = table.rows().get(row);
            for (int i = 0; i < cells.size(); i++) {
                ReportCell cell = cells.get(i);
                html.raw(numeric[i] ? "<td class=\"number\">" : "<td>").text(cell.value());
                links(cell.events());
                html.raw("</td>");
                use(cell.events(), anchor, table.title() + ", row " + (row + 1));
            }
            html.raw("</tr>\n");
        }
        html.raw("</table></div>\n");
    }

    private void use(EventIndices events, String anchor, String place) {
        events.stream().limit(MOST_EVENTS).forEach(event -> {
            if (uses.containsKey(event) || uses.size() < MOST_EVENTS) {
                uses.computeIfAbsent(event, fresh -> new TreeMap<>()).put(anchor, place);
            }
        });
    }

    private void links(EventIndices events) {
        if (events.isEmpty()) {
            return;
        }
        html.raw(" <sup>");
        String separator = "";
        for (String part : events.toString().split(",", -1)) {
            int dash = part.indexOf('-');
            String first = dash < 0 ? part : part.substring(0, dash);
            html.raw(separator + "<a href=\"#event-" + first + "\">").text(part).raw("</a>");
            separator = ", ";
        }
        html.raw("</sup>");
    }

    private void provenance(ReportHeader header) {
        html.raw(
                "<h2>Where this comes from</h2>\n<p class=\"soft\">Small numbers are places of events in the log.</p>\n");
        html.raw("<div class=\"wide\"><table>\n");
        html.line("Report", header.kind());
        header.parameters().values().forEach(html::line);
        html.line("Log", header.origin());
        html.line("Events in the log", Long.toString(header.size()));
        html.line("Root of the log", header.root().toBase64());
        html.line("Root of this report", report.root().toBase64());
        html.raw("</table></div>\n");
    }

    private void events() {
        if (uses.isEmpty()) {
            return;
        }
        int all = report.events().size();
        html.raw("<h2>Events</h2>\n<p class=\"soft\">")
                .text(all > uses.size() ? "The first " + uses.size() + " of " + all + " events" : all + " events");
        html.raw(
                " and the rows that came from them.</p>\n<div class=\"wide\"><table>\n<tr><th class=\"number\">Event</th>");
        html.raw("<th>Rows</th></tr>\n");
        uses.forEach((event, rows) -> {
            html.raw("<tr id=\"event-" + event + "\"><td class=\"number\">" + event + "</td><td>");
            String separator = "";
            for (Map.Entry<String, String> row : rows.entrySet()) {
                html.raw(separator + "<a href=\"#" + row.getKey() + "\">")
                        .text(row.getValue())
                        .raw("</a>");
                separator = " · ";
            }
            html.raw("</td></tr>\n");
        });
        html.raw("</table></div>\n");
    }
}
