package io.bondtrader.examples.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.core.error.BondTraderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one file line by line and checks each row; whatever is wrong with a line is that line's failure, and no more. */
final class FileCheck {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final GoldenFile kind;
    private final Progress progress;
    private final FileReport report;

    private FileCheck(GoldenFile kind, Progress progress, int failuresKept) {
        this.kind = kind;
        this.progress = progress;
        this.report = new FileReport(kind.fileName(), failuresKept);
    }

    /** Checks a file of a folder. */
    static FileReport run(GoldenFile kind, Path folder, Progress progress, int failuresKept) {
        FileCheck check = new FileCheck(kind, progress, failuresKept);
        try {
            check.read(folder);
        } catch (IOException unreadable) {
            check.fail(0, "cannot be read: " + unreadable);
        }
        progress.done();
        return check.report;
    }

    private void read(Path folder) throws IOException {
        // Bytes that are no UTF-8 become replacement characters, so that only their own row suffers.
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(folder.resolve(kind.fileName())), UTF_8))) {
            String header = reader.readLine();
            if (header == null || header.isBlank()) {
                fail(1, "the file is empty: a header is expected");
                return;
            }
            List<String> columns;
            try {
                columns = columns(header);
            } catch (UnreadableRow unreadable) {
                fail(1, String.valueOf(unreadable.getMessage()));
                return;
            }
            GoldenFile.RowCheck rows = kind.open(folder);
            int line = 1;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    check(rows, columns, text, line);
                    progress.row(kind.fileName(), line);
                }
            }
            if (report.rows() == 0 && report.skipped().isEmpty()) {
                fail(1, "there is no row below the header");
            }
        }
    }

    static List<String> columns(String header) {
        String text = header.charAt(0) == BYTE_ORDER_MARK ? header.substring(1) : header;
        List<String> columns = CsvLine.fields(text).stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new UnreadableRow("the header names column '" + column + "' twice");
            }
        }
        return columns;
    }

    private void check(GoldenFile.RowCheck rows, List<String> columns, String text, int line) {
        String id = "";
        try {
            Row row = Row.of(columns, CsvLine.fields(text));
            id = row.has(kind.idColumn()) ? row.text(kind.idColumn()) : "";
            Measures measures = new Measures(row, line, id, report);
            rows.check(row, measures);
            if (measures.compared() == 0) {
                throw new UnreadableRow("the row expects nothing");
            }
            report.countRow(measures.failed() == 0);
        } catch (SkippedRow skipped) {
            report.countSkipped(String.valueOf(skipped.getMessage()));
        } catch (RuntimeException refused) {
            report.countRow(false);
            report.add(Failure.ofReason(line, id, "", reason(refused)));
        }
    }

    private void fail(int line, String reason) {
        report.countRow(false);
        report.add(Failure.ofReason(line, "", "", reason));
    }

    /** Why a row could not be computed, in one line. */
    static String reason(RuntimeException refused) {
        boolean expected = refused instanceof UnreadableRow || refused instanceof BondTraderException;
        String message = refused.getMessage();
        return expected && message != null ? message : "cannot be computed: " + refused;
    }
}
