package io.bondtrader.examples.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file that another one refers to. */
final class SiblingRows {

    private SiblingRows() {}

    /** Reads what can be read; a row that cannot be is missed only by those who refer to it, and they say so. */
    static List<Row> read(Path file) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            String header = reader.readLine();
            List<String> columns = header == null || header.isBlank() ? List.of() : FileCheck.columns(header);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                try {
                    rows.add(Row.of(columns, CsvLine.fields(line)));
                } catch (UnreadableRow reportedWithItsOwnFile) {
                    // Its own report names this line.
                }
            }
        } catch (IOException | UnreadableRow unreadable) {
            return List.of();
        }
        return rows;
    }
}
