package io.bondtrader.compliance.report;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report is asked for. Immutable.
 *
 * @param from the first instant of the period
 * @param until the first instant after it; states are as of this instant
 * @param values more, by name
 */
public record ReportParameters(Instant from, Instant until, SortedMap<String, String> values) {

    /**
     * Copies the values.
     *
     * @throws InvalidInput if the period ends before it begins
     */
    public ReportParameters {
        InvalidInput.unless(!until.isBefore(from), "end of period", until, "not before its start, " + from);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Returns a period.
     *
     * @param from the first instant
     * @param until the first instant after it
     * @return the parameters
     * @throws InvalidInput if the period ends before it begins
     */
    public static ReportParameters between(Instant from, Instant until) {
        return new ReportParameters(from, until, new TreeMap<>());
    }

    /**
     * Returns these parameters and one more.
     *
     * @param name of the parameter
     * @param value its text
     * @return the parameters
     */
    public ReportParameters with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new ReportParameters(from, until, more);
    }

    /**
     * Returns a parameter.
     *
     * @param name of the parameter
     * @param otherwise what holds without it
     * @return its value
     */
    public String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /**
     * Tells whether something happened in the period.
     *
     * @param time when
     * @return whether it lies in it
     */
    public boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    Map<String, Object> members() {
        return Map.of("from", from, "until", until, "values", values);
    }
}
