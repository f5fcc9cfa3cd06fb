package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.regulation.Citation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules on several reports together: what went into the aggregate account comes out of it, and no reference comes twice.
 *
 * <p>Source: ESMA, Guidelines on transaction reporting (ESMA/2016/1452), on {@code INTC}, recalled; Delegated Regulation
 * (EU) 2017/590, Annex I, field 2.
 */
public final class AggregateCheck {

    /** The id of the rule on the aggregate account. */
    public static final String NETS_TO_ZERO = "TS-07-1";

    /** The id of the rule on references. */
    public static final String REFERENCE_ONCE = "TS-02-1";

    private AggregateCheck() {}

    /**
     * Checks the reports of a firm's day together.
     *
     * @param reports the reports, all of those with an aggregate account of the days and bonds concerned
     * @return what is wrong with them; empty if nothing
     */
    public static List<Violation> check(Collection<TransactionReport> reports) {
        Map<String, BigDecimal> held = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        List<Violation> broken = new ArrayList<>();
        for (TransactionReport report : reports) {
            if (!seen.add(report.executingEntity() + " " + report.reference())) {
                broken.add(usedBefore(report));
            }
            String account = report.executingEntity() + " " + report.instrument() + " " + report.nominalCurrency() + " "
                    + report.tradingTime().day();
            if (report.buyer().aggregated()) {
                held.merge(account, report.nominal(), BigDecimal::add);
            }
            if (report.seller().aggregated()) {
                held.merge(account, report.nominal().negate(), BigDecimal::add);
            }
        }
        held.forEach((account, nominal) -> {
            if (nominal.signum() != 0) {
                broken.add(new Violation(
                        NETS_TO_ZERO,
                        Severity.ERROR,
                        ReportField.QUANTITY,
                        account + ": " + nominal.toPlainString(),
                        "what enters the aggregate account leaves it on the same day"));
            }
        });
        return broken;
    }

    static Violation usedBefore(TransactionReport report) {
        return new Violation(
                REFERENCE_ONCE,
                Severity.ERROR,
                ReportField.TRANSACTION_REFERENCE,
                report.reference().text(),
                "a reference is used once by a firm");
    }

    /** {@return where the rule on the aggregate account stands} */
    public static Citation citation() {
        return RuleTable.guidelines("5.11, INTC");
    }
}
