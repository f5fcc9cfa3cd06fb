package io.bondtrader.examples.conformance;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for somebody who reads it. */
final class TextReport {

    private final PrintStream out;

    TextReport(PrintStream out) {
        this.out = out;
    }

    void print(FolderReport report) {
        out.println(report.folder());
        out.println();
        int width = report.files().stream()
                .flatMap(file -> file.measures().stream())
                .mapToInt(measure -> measure.measure().length())
                .max()
                .orElse(0);
        report.files().forEach(file -> print(file, width));
        if (!report.unknown().isEmpty()) {
            wrap("  skipped, not of this schema:", report.unknown());
            out.println();
        }
    }

    private void print(FileReport file, int width) {
        line("  %s: %,d rows, %,d passed, %,d failed", file.fileName(), file.rows(), file.passed(), file.failed());
        if (!file.skipped().isEmpty()) {
            line("    skipped rows: %s", counts(file.skipped()));
        }
        if (!file.measures().isEmpty()) {
            String format = "    %-" + width + "s  %7s  %7s  %7s  %9s  %9s  %s";
            line(format, "measure", "rows", "passed", "failed", "worst abs", "worst rel", "tolerance");
            for (MeasureReport measure : file.measures()) {
                line(
                        format,
                        measure.measure(),
                        measure.rows(),
                        measure.passed(),
                        measure.failed(),
                        error(measure.worstAbsolute()),
                        error(measure.worstRelative()),
                        measure.tolerance());
            }
        }
        file.failures().forEach(this::print);
        if (file.failuresNotKept() > 0) {
            line("    and %,d more failures", file.failuresNotKept());
        }
        out.println();
    }

    private void print(Failure failure) {
        String where = failure.line() == 0 ? "" : "line " + failure.line();
        String name = failure.id().isEmpty() ? "" : " " + failure.id();
        String measure = failure.measure().isEmpty() ? "" : " " + failure.measure();
        String values = failure.expected() == null
                ? ""
                : " expected " + failure.expected() + ", computed " + failure.computed();
        String remark =
                failure.remark().isEmpty() || values.isEmpty() ? failure.remark() : " (" + failure.remark() + ")";
        out.println("    FAILED " + where + name + measure + ":" + values + (values.isEmpty() ? " " : "") + remark);
    }

    void printSummary(List<FolderReport> reports) {
        int files = reports.stream().mapToInt(report -> report.files().size()).sum();
        int rows = reports.stream().mapToInt(FolderReport::rows).sum();
        int failed = reports.stream().mapToInt(FolderReport::failed).sum();
        if (files == 0) {
            line("nothing was checked: no file of the schema was found (--help lists their names)");
        } else if (rows == 0) {
            line("nothing was checked: every row was skipped");
        } else if (failed == 0) {
            line("all agree: %,d files, %,d rows", files, rows);
        } else {
            line("DISAGREEMENT: %,d files, %,d rows, %,d passed, %,d failed", files, rows, rows - failed, failed);
        }
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String error(double error) {
        return Double.isNaN(error) ? "-" : Figures.error(error);
    }

    private void wrap(String title, List<String> items) {
        StringBuilder text = new StringBuilder(title);
        for (String item : items) {
            int start = text.lastIndexOf("\n") + 1;
            if (text.length() - start + item.length() > 100) {
                text.append("\n   ");
            }
            text.append(' ').append(item);
        }
        out.println(text);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
