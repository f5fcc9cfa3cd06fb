package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.EventIndices;
import java.util.Map;
import java.util.Objects;

/**
 * A value of a report and the events that it came from. Immutable.
 *
 * @param value as it is printed; amounts are decimal digits
 * @param events where it came from; none for words of the report's own
 */
public record ReportCell(String value, EventIndices events) {

    /** Checks that both are there. */
    public ReportCell {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(events, "events");
    }

    /**
     * Returns a value that came from events.
     *
     * @param value a text, a number or a time; its text is kept
     * @param events where it came from
     * @return the cell
     */
    public static ReportCell of(Object value, EventIndices events) {
        return new ReportCell(value.toString(), events);
    }

    /**
     * Returns words of the report's own.
     *
     * @param value the words
     * @return the cell
     */
    public static ReportCell of(String value) {
        return new ReportCell(value, EventIndices.none());
    }

    Map<String, Object> members() {
        return Map.of("value", value, "events", events.toJson());
    }

    /** Whether it is digits with at most a sign and a point, so that it stands right and is no formula. */
    boolean isNumber() {
        int start = value.startsWith("-") ? 1 : 0;
        int point = value.indexOf('.');
        boolean digits =
                value.length() > start && value.chars().skip(start).allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        return digits && point != start && point != value.length() - 1 && point == value.lastIndexOf('.');
    }
}
