package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.compliance.report.transaction.person.PersonPriorities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules on the content of reports that were in force on a day, and the check of a report against all of them.
 *
 * <p>European law. The ids are our own; ESMA's catalogue of validation rules numbers differently. Immutable and safe for
 * use by many threads.
 */
public final class TransactionRules {

    /** The first day on which transactions were reported under Regulation (EU) No 600/2014. */
    private static final LocalDate START = LocalDate.of(2018, 1, 3);

    private final List<TransactionRule> rules;

    private TransactionRules(List<TransactionRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Returns the versions of the rules for a register of venues.
     *
     * @param venues what is known of market identifier codes
     * @return the versions by day
     */
    public static DatedRules<TransactionRules> european(VenueRegister venues) {
        List<DatedRule<TransactionRules>> versions = new ArrayList<>();
        for (DatedRule<PersonPriorities> persons : PersonPriorities.european().versions()) {
            List<TransactionRule> rules = new ArrayList<>();
            rules.addAll(PartyRules.all(persons.content()));
            rules.addAll(TradeRules.all(START));
            rules.addAll(VenueRules.all(venues));
            Citation act =
                    new Citation(Jurisdiction.EU, "Delegated Regulation (EU) 2017/590", "Annexes I and II", false);
            versions.add(new DatedRule<>(persons.from(), persons.until(), act, new TransactionRules(rules)));
        }
        return DatedRules.of("content of transaction reports", versions);
    }

    /**
     * Checks a report against all rules.
     *
     * @param report the report
     * @param facts what else is known of the trade
     * @return every rule that the report breaks, in the order of the rules; empty if none
     */
    public List<Violation> check(TransactionReport report, TradeFacts facts) {
        List<Violation> broken = new ArrayList<>();
        for (TransactionRule rule : rules) {
            if (rule.brokenBy(report, facts)) {
                broken.add(new Violation(
                        rule.id(), rule.severity(), rule.field(), rule.shown().apply(report), rule.text()));
            }
        }
        return broken;
    }

    /** {@return the rules, by field} */
    public List<TransactionRule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return rules.size() + " rules";
    }
}
