package io.bondtrader.examples.conformance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of one row by column. Immutable; what cannot be read is an {@link UnreadableRow} that names the column. */
final class Row {

    private final Map<String, String> values;

    Row(Map<String, String> values) {
        this.values = values;
    }

    /** Joins a line to the header of its file. */
    static Row of(List<String> columns, List<String> fields) {
        if (fields.size() != columns.size()) {
            throw new UnreadableRow(fields.size() + " fields where the header has " + columns.size());
        }
        Map<String, String> values = new HashMap<>(2 * columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), fields.get(i).strip());
        }
        return new Row(values);
    }

    /** Whether a column is there and says something. */
    boolean has(String column) {
        return !values.getOrDefault(column, "").isEmpty();
    }

    /** What a column says, empty where it does not apply. */
    String text(String column) {
        String text = values.get(column);
        if (text == null) {
            throw new UnreadableRow("there is no column '" + column + "'");
        }
        return text;
    }

    /** What a column says that must say something. */
    String given(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw new UnreadableRow("column '" + column + "' is empty");
        }
        return text;
    }

    LocalDate date(String column) {
        return date(column, given(column));
    }

    static LocalDate date(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new UnreadableRow(
                    "column '" + column + "' holds '" + text + "', which is not a date such as 2030-01-31");
        }
    }

    int integer(String column) {
        String text = given(column);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new UnreadableRow("column '" + column + "' holds '" + text + "', which is not a whole number");
        }
    }

    double number(String column) {
        return number(column, given(column));
    }

    static double number(String column, String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException unreadable) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw new UnreadableRow("column '" + column + "' holds '" + text + "', which is not a number");
        }
        return number;
    }

    boolean flag(String column) {
        String text = given(column);
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new UnreadableRow("column '" + column + "' holds '" + text + "', which is neither true nor false");
    }

    /** The items of a column, separated by semicolons; none where the column is empty. */
    List<String> list(String column) {
        String text = text(column);
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(String::strip).toList();
    }

    List<Double> numbers(String column) {
        return list(column).stream().map(item -> number(column, item)).toList();
    }

    /** The pairs of a column that reads {@code key=value;key=value}; an item without a key belongs to the list before it. */
    Row pairs(String column) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String key = "";
        for (String item : list(column)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                key = item.substring(0, equals).strip();
                pairs.put(key, item.substring(equals + 1).strip());
            } else if (key.isEmpty()) {
                throw new UnreadableRow("column '" + column + "' does not start with key=value");
            } else {
                pairs.merge(key, item, (list, next) -> list + ";" + next);
            }
        }
        return new Row(pairs);
    }
}
