package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.EventIndices;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the log each field of a report came from. Immutable and safe for use by many threads.
 */
public final class Provenance {

    private static final Provenance NONE = new Provenance(new EnumMap<>(ReportField.class));

    private final Map<ReportField, EventIndices> byField;

    private Provenance(Map<ReportField, EventIndices> byField) {
        this.byField = byField;
    }

    /** {@return no provenance, as of a report that was read from a file} */
    public static Provenance none() {
        return NONE;
    }

    /**
     * Adds the events of a field to those known.
     *
     * @param field the field
     * @param events where it came from
     * @return the provenance with them
     */
    public Provenance with(ReportField field, EventIndices events) {
        Map<ReportField, EventIndices> grown = new EnumMap<>(ReportField.class);
        grown.putAll(byField);
        grown.merge(field, events, EventIndices::union);
        return new Provenance(grown);
    }

    /**
     * Returns the events of a field.
     *
     * @param field the field
     * @return where it came from; none if nobody said so
     */
    public EventIndices of(ReportField field) {
        return byField.getOrDefault(field, EventIndices.none());
    }

    /** {@return the events of all fields together} */
    public EventIndices all() {
        return byField.values().stream().reduce(EventIndices.none(), EventIndices::union);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Provenance provenance && byField.equals(provenance.byField);
    }

    @Override
    public int hashCode() {
        return byField.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        byField.forEach((field, events) -> text.append(text.isEmpty() ? "" : "; ")
                .append(field.number())
                .append(": ")
                .append(events));
        return text.toString();
    }
}
