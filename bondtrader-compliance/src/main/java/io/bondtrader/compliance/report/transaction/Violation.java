package io.bondtrader.compliance.report.transaction;

/**
 * A rule that a report breaks. Immutable.
 *
 * @param rule the rule's stable id: {@code TR-29-1}
 * @param severity how bad it is
 * @param field the field to look at
 * @param value what stands there; personal data is left out
 * @param message what the rule asks for
 */
public record Violation(String rule, Severity severity, ReportField field, String value, String message) {

    @Override
    public String toString() {
        return rule + " " + severity + ", field " + field.number() + " '" + value + "': " + message;
    }
}
