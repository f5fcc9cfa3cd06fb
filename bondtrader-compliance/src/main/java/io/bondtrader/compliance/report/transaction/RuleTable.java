package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Collects rules while a table of them is written down. Not safe for use by several threads. */
final class RuleTable {

    static final BiPredicate<TransactionReport, TradeFacts> ALWAYS = (report, facts) -> true;

    private static final String STANDARD = "Delegated Regulation (EU) 2017/590";

    private final List<TransactionRule> rules = new ArrayList<>();

    /** A place in the standard on reports; from the summary in reach, not compared with the Official Journal. */
    static Citation standard(String provision) {
        return new Citation(Jurisdiction.EU, STANDARD, provision, false);
    }

    /** A place in the standard that was read. */
    static Citation read(String provision) {
        return new Citation(Jurisdiction.EU, STANDARD, provision, true);
    }

    /** A place in ESMA's Guidelines, recalled. */
    static Citation guidelines(String provision) {
        return new Citation(Jurisdiction.EU, "ESMA/2016/1452, Guidelines on transaction reporting", provision, false);
    }

    void error(
            String id,
            ReportField field,
            Citation citation,
            String text,
            BiPredicate<TransactionReport, TradeFacts> applies,
            BiPredicate<TransactionReport, TradeFacts> holds,
            Function<TransactionReport, String> shown) {
        rules.add(new TransactionRule(id, field, Severity.ERROR, citation, text, applies, holds, shown));
    }

    void warning(
            String id,
            ReportField field,
            Citation citation,
            String text,
            BiPredicate<TransactionReport, TradeFacts> applies,
            BiPredicate<TransactionReport, TradeFacts> holds,
            Function<TransactionReport, String> shown) {
        rules.add(new TransactionRule(id, field, Severity.WARNING, citation, text, applies, holds, shown));
    }

    List<TransactionRule> rules() {
        return List.copyOf(rules);
    }
}
