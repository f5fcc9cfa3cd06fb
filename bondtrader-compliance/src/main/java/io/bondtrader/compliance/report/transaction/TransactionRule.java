package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.regulation.Citation;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A rule on the content of a report, as data: when it applies and whether a report keeps it. Immutable.
 *
 * @param id stable id of our own: field and number, {@code TR-29-1}
 * @param field the field to look at when it is broken
 * @param severity how bad that is
 * @param citation where it stands
 * @param text what it asks for
 * @param applies whether it has anything to say about a report
 * @param holds whether a report to which it applies keeps it
 * @param shown the value to show when it is broken; no personal data
 */
public record TransactionRule(
        String id,
        ReportField field,
        Severity severity,
        Citation citation,
        String text,
        BiPredicate<TransactionReport, TradeFacts> applies,
        BiPredicate<TransactionReport, TradeFacts> holds,
        Function<TransactionReport, String> shown) {

    /**
     * Tells whether a report breaks the rule.
     *
     * @param report the report
     * @param facts what else is known of the trade
     * @return whether the rule applies and is not kept
     */
    public boolean brokenBy(TransactionReport report, TradeFacts facts) {
        return applies.test(report, facts) && !holds.test(report, facts);
    }

    @Override
    public String toString() {
        return id + " " + text;
    }
}
