package io.bondtrader.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The rows of one file of golden vectors, by column name. */
public final class VectorTable {

    private final List<Row> rows;

    private VectorTable(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads a file; where it is absent, the test is skipped and says why. */
    public static VectorTable of(String file) {
        return read(SharedVectors.file(file));
    }

    /** Reads a file of market data; where it is absent, the test is skipped and says why. */
    public static VectorTable ofData(String file) {
        return read(SharedVectors.data(file));
    }

    private static VectorTable read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> columns = fields(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = fields(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), values.get(i));
            }
            rows.add(new Row(row));
        }
        return new VectorTable(rows);
    }

    /** Runs a check on every row, and fails with the rows that fail it. */
    public void everyRow(ThrowingConsumer<Row> check) {
        assertThat(rows).isNotEmpty();
        List<String> failures = new ArrayList<>();
        for (Row row : rows) {
            try {
                check.accept(row);
            } catch (Throwable failure) {
                failures.add(row + "\n    " + failure);
            }
        }
        assertThat(failures.stream().limit(20))
                .as("%d of %d rows fail", failures.size(), rows.size())
                .isEmpty();
    }

    /** The rows that have a value in a column. */
    public VectorTable where(String column, String value) {
        return new VectorTable(
                rows.stream().filter(row -> row.text(column).equals(value)).toList());
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** One row. */
    public static final class Row {

        private final Map<String, String> values;

        private Row(Map<String, String> values) {
            this.values = values;
        }

        /** The text of a column, empty if the column does not apply. */
        public String text(String column) {
            return Objects.requireNonNull(values.get(column), column);
        }

        /** Whether a column applies. */
        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** The date of a column. */
        public LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }

        /** The whole number of a column. */
        public int integer(String column) {
            return Integer.parseInt(text(column));
        }

        /** The number of a column. */
        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        /** The items of a column, separated by semicolons. */
        public List<String> list(String column) {
            return has(column) ? List.of(text(column).split(";")) : List.of();
        }

        /** The pairs of a column that reads {@code key=value;key=value}. */
        public Row pairs(String column) {
            Map<String, String> pairs = new HashMap<>();
            for (String pair : list(column)) {
                String[] parts = pair.split("=", 2);
                pairs.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
            return new Row(pairs);
        }

        /** Whether a pair was given. */
        public boolean knows(String key) {
            return values.containsKey(key);
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }
}
