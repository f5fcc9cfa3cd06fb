package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.compliance.report.transaction.person.PersonPriorities;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final List<TransactionRule> unchecked;

    private TransactionRules(List<TransactionRule> rules, List<TransactionRule> unchecked) {
        this.rules = List.copyOf(rules);
        this.unchecked = List.copyOf(unchecked);
    }

    /** Knows nothing: the rules that ask it are not applied. */
    private static final class NoData implements ReferenceData {

        @Override
        public Optional<Registration> entity(Lei lei, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<Instrument> instrument(Isin isin, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> centrallyCleared(Mic venue, LocalDate day) {
            return Optional.empty();
        }
    }

    /**
     * Returns the versions of the rules for a register of venues. The rules that need other registers are not applied, and
     * {@link #unchecked} names them.
     *
     * @param venues what is known of market identifier codes
     * @return the versions by day
     */
    public static DatedRules<TransactionRules> european(VenueRegister venues) {
        return european(venues, null);
    }

    /**
     * Returns the versions of the rules for a register of venues and the registers of entities and bonds.
     *
     * @param venues what is known of market identifier codes
     * @param references what registers say on the day of the trade; {@code null} if there are none
     * @return the versions by day
     */
    public static DatedRules<TransactionRules> european(VenueRegister venues, @Nullable ReferenceData references) {
        List<TransactionRule> compared = ReferenceRules.all(references == null ? new NoData() : references);
        List<DatedRule<TransactionRules>> versions = new ArrayList<>();
        for (DatedRule<PersonPriorities> persons : PersonPriorities.european().versions()) {
            List<TransactionRule> rules = new ArrayList<>();
            rules.addAll(PartyRules.all(persons.content()));
            rules.addAll(TradeRules.all(START));
            rules.addAll(VenueRules.all(venues));
            if (references != null) {
                rules.addAll(compared);
            }
            Citation act =
                    new Citation(Jurisdiction.EU, "Delegated Regulation (EU) 2017/590", "Annexes I and II", false);
            versions.add(new DatedRule<>(
                    persons.from(),
                    persons.until(),
                    act,
                    new TransactionRules(rules, references == null ? compared : List.of())));
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

    /** {@return the rules that are not applied, because the registers that they need were not given} */
    public List<TransactionRule> unchecked() {
        return unchecked;
    }

    @Override
    public String toString() {
        return rules.size() + " rules";
    }
}
