package io.bondtrader.compliance.overview;

import io.bondtrader.compliance.overview.Overview.Figure;
import io.bondtrader.compliance.overview.Overview.Line;
import io.bondtrader.compliance.overview.Overview.Section;
import io.bondtrader.compliance.overview.Overview.Tone;
import io.bondtrader.compliance.report.HtmlText;
import io.bondtrader.compliance.report.ReportCell;

/** Writes the overview as one page. */
final class OverviewPage {

    private OverviewPage() {}

    static String of(Overview overview) {
        HtmlText html = new HtmlText();
        html.begin("Compliance overview");
        html.raw("<p class=\"soft\">as of " + overview.asOf() + " · log ")
                .text(overview.origin())
                .raw(" · " + overview.logSize() + " events</p>\n<div class=\"cards\">\n");
        for (Figure figure : overview.figures()) {
            html.raw("<div class=\"card " + word(figure.tone()) + "\"><b>")
                    .text(figure.value())
                    .raw("</b><span>")
                    .text(figure.label())
                    .raw("</span></div>\n");
        }
        html.raw("</div>\n");
        for (Section section : overview.sections()) {
            section(html, section);
        }
        html.raw("<p class=\"soft\">Small numbers are places of events in the log. Root of the log: ")
                .text(overview.logRoot().toBase64())
                .raw("</p>\n");
        return html.end();
    }

    private static void section(HtmlText html, Section section) {
        html.raw("<h2>").text(section.title()).raw("</h2>\n");
        if (section.lines().isEmpty()) {
            html.raw("<p class=\"soft\">None.</p>\n");
            return;
        }
        html.raw("<div class=\"wide\"><table>\n<tr>");
        for (String column : section.columns()) {
            html.raw("<th>").text(column).raw("</th>");
        }
        html.raw("</tr>\n");
        for (Line line : section.lines()) {
            html.raw("<tr>");
            for (int i = 0; i < line.cells().size(); i++) {
                ReportCell cell = line.cells().get(i);
                boolean last = i == line.cells().size() - 1;
                html.raw(last ? "<td class=\"" + word(line.tone()) + "\">" : "<td>")
                        .text(cell.value());
                if (!cell.events().isEmpty()) {
                    html.raw(" <sup>" + cell.events() + "</sup>");
                }
                html.raw("</td>");
            }
            html.raw("</tr>\n");
        }
        html.raw("</table></div>\n");
    }

    private static String word(Tone tone) {
        return switch (tone) {
            case PLAIN -> "plain";
            case GOOD -> "good";
            case LATE -> "late";
            case BAD -> "bad";
        };
    }
}
