package io.bondtrader.risk.regulatory;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A figure with everything it was made of, line by line, and the rules it was made by.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name what it is
 * @param value the figure
 * @param unit what it counts
 * @param source whose rules it was made by
 * @param lines inputs and intermediate results, in the order of the calculation
 */
public record RegulatoryFigure(String name, double value, String unit, RuleSource source, List<Line> lines) {

    /**
     * An input or an intermediate result.
     *
     * @param label what it is
     * @param value the number
     * @param unit what it counts
     */
    public record Line(String label, double value, String unit) {

        /** As a line of a report. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: %s %s", label, CanonicalJson.number(value), unit);
        }
    }

    /** The unit of amounts. */
    public static final String CURRENCY = "currency";

    /** The unit of weights, ratios and correlations. */
    public static final String DECIMAL = "decimal";

    /**
     * Checks that all numbers are.
     *
     * @throws InvalidInput if a number is not finite
     */
    public RegulatoryFigure {
        Objects.requireNonNull(source);
        InvalidInput.unless(Double.isFinite(value), name, value, "finite");
        lines = List.copyOf(lines);
        for (Line line : lines) {
            InvalidInput.unless(Double.isFinite(line.value()), line.label(), line.value(), "finite");
        }
    }

    /**
     * Finds a line.
     *
     * @param label what it is
     * @return its number
     * @throws MissingData if there is no such line
     */
    public double line(String label) {
        return lines.stream()
                .filter(line -> line.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new MissingData("line '" + label + "' of " + name))
                .value();
    }

    /** {@return all of it as one JSON object} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("value", value);
        members.put("unit", unit);
        members.put(
                "rules",
                Map.of(
                        "jurisdiction", source.jurisdiction(),
                        "effectiveFrom", source.effectiveFrom(),
                        "citation", source.citation()));
        List<Map<String, Object>> told = new ArrayList<>();
        for (Line line : lines) {
            told.add(Map.of("label", line.label(), "value", line.value(), "unit", line.unit()));
        }
        members.put("lines", told);
        return CanonicalJson.of(members);
    }

    /** {@return the figure, and its lines below it} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(new Line(name, value, unit) + " by " + source);
        for (Line line : lines) {
            text.append("\n  ").append(line);
        }
        return text.toString();
    }

    /** Gathers lines. For one thread. */
    static final class Builder {

        private final List<Line> lines = new ArrayList<>();

        Builder amount(String label, double value) {
            lines.add(new Line(label, value, CURRENCY));
            return this;
        }

        Builder decimal(String label, double value) {
            lines.add(new Line(label, value, DECIMAL));
            return this;
        }

        Builder in(String unit, String label, double value) {
            lines.add(new Line(label, value, unit));
            return this;
        }

        RegulatoryFigure build(String name, double value, String unit, RuleSource source) {
            return new RegulatoryFigure(name, value, unit, source, lines);
        }
    }
}
