package io.bondtrader.compliance.report;

import io.bondtrader.security.input.CsvText;
import java.util.List;

/** Writes reports for spreadsheets: one line a cell, so that each keeps its events. */
final class ReportCsv {

    private static final String END = "\r\n";

    private ReportCsv() {}

    static String of(Report report) {
        StringBuilder csv =
                new StringBuilder(CsvText.row(List.of("table", "row", "column", "value", "events"))).append(END);
        ReportHeader header = report.header();
        line(csv, "Header", 0, "kind", ReportCell.of(header.kind()));
        line(csv, "Header", 0, "rules", ReportCell.of(header.rules()));
        line(csv, "Header", 0, "from", ReportCell.of(header.parameters().from().toString()));
        line(
                csv,
                "Header",
                0,
                "until",
                ReportCell.of(header.parameters().until().toString()));
        header.parameters().values().forEach((name, value) -> line(csv, "Header", 0, name, ReportCell.of(value)));
        line(csv, "Header", 0, "origin", ReportCell.of(header.origin()));
        line(csv, "Header", 0, "logSize", ReportCell.of(Long.toString(header.size())));
        line(csv, "Header", 0, "logRoot", ReportCell.of(header.root().toBase64()));
        line(csv, "Header", 0, "root", ReportCell.of(report.root().toBase64()));
        for (ReportTable table : report.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (int i = 0; i < table.columns().size(); i++) {
                    line(
                            csv,
                            table.title(),
                            row,
                            table.columns().get(i),
                            table.rows().get(row).get(i));
                }
            }
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, String table, int row, String column, ReportCell cell) {
        csv.append(CsvText.row(List.of(table, Integer.toString(row), column)))
                .append(',')
                .append(cell.isNumber() ? cell.value() : CsvText.cell(cell.value()))
                .append(',')
                .append(CsvText.cell(cell.events().toString()))
                .append(END);
    }
}
