package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.input.LogText;
import java.util.List;

/** Lays out the draft of a report as a page. Everything from outside is escaped. */
final class SuspiciousReportPage {

    private final StringBuilder page = new StringBuilder();

    private SuspiciousReportPage() {}

    static String of(SuspiciousReport report) {
        SuspiciousReportPage out = new SuspiciousReportPage();
        out.write(report);
        return out.page.toString();
    }

    private void write(SuspiciousReport report) {
        SurveillanceAlert alert = report.alert();
        Reporter reporter = report.reporter();
        String title = "Draft: suspicious transaction and order report";
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title><style>body{font:15px/1.5 sans-serif;max-width:64em;margin:2em auto;padding:0 1em}")
                .append("table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;")
                .append("padding:.3em .5em;text-align:left;vertical-align:top}pre{white-space:pre-wrap}</style>")
                .append("</head><body>\n<h1>")
                .append(title)
                .append("</h1>\n");
        heading("1. Who submits");
        table(
                List.of("Firm", "LEI", "Person", "Position", "Contact", "Capacity"),
                List.of(List.of(
                        reporter.firm(),
                        reporter.lei().toString(),
                        reporter.person(),
                        reporter.position(),
                        reporter.contact(),
                        reporter.capacity())));
        heading("2. Orders and transactions");
        table(
                List.of(
                        "Leaf",
                        "Time (UTC)",
                        "What",
                        "Owner",
                        "Account",
                        "Side",
                        "Price",
                        "Size",
                        "Order",
                        "Other side"),
                report.rows().stream().map(SuspiciousReportPage::cells).toList());
        heading("3. Why it is suspicious");
        paragraph(report.narrative());
        table(
                List.of("Condition", "Measured", "Bound"),
                alert.conditions().stream()
                        .map(condition -> List.of(
                                SuspiciousReport.words(condition.name()),
                                CanonicalJson.number((float) condition.measured()),
                                (condition.atLeast() ? "at least " : "at most ")
                                        + CanonicalJson.number((float) condition.bound())))
                        .toList());
        heading("4. Who took part");
        table(
                List.of("Owner", "Accounts", "Role"),
                report.persons().stream()
                        .map(person -> List.of(person.owner(), String.join(", ", person.accounts()), person.role()))
                        .toList());
        heading("5. Further information");
        paragraph("Rule " + alert.detector() + ", version " + alert.ruleVersion() + ", thresholds " + alert.ruleHash()
                + ".");
        heading("6. Documents");
        paragraph("Alert " + alert.id() + ", computed from leaves " + alert.fromIndex() + " to " + alert.toIndex()
                + " of the log that this signed checkpoint covers:");
        page.append("<pre>").append(escaped(report.signedCheckpoint(), true)).append("</pre>\n</body></html>\n");
    }

    private static List<String> cells(SuspiciousReport.Row row) {
        FlowEvent event = row.event();
        return List.of(
                Long.toString(event.index()),
                SurveillanceRecords.instant(event.timeNanos()).toString(),
                event.kind().toString(),
                row.owner(),
                event.account(),
                SuspiciousReport.side(event),
                CanonicalJson.number(event.price()),
                CanonicalJson.number(event.size()),
                event.orderId(),
                event.counterparty());
    }

    private void heading(String text) {
        page.append("<h2>").append(escaped(text, false)).append("</h2>\n");
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text, false)).append("</p>\n");
    }

    private void table(List<String> head, List<List<String>> rows) {
        page.append("<table><thead><tr>");
        head.forEach(cell -> page.append("<th>").append(escaped(cell, false)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escaped(cell, false)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static String escaped(String text, boolean lines) {
        String visible = lines ? text : LogText.encode(text);
        return visible.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
