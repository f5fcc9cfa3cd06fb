package io.bondtrader.examples.conformance;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values: fields that hold commas or quotes are quoted, a quote in them is doubled. */
final class CsvLine {

    private CsvLine() {}

    /**
     * Splits a line.
     *
     * @throws UnreadableRow if a quoted field does not end on the line
     */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new UnreadableRow("a quoted field does not end on this line");
        }
        fields.add(field.toString());
        return fields;
    }
}
