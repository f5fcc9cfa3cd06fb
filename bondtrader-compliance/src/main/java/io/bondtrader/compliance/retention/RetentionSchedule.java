package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * All duties to keep records that a firm is under. Of several for one record the longest holds.
 *
 * <p>Immutable.
 */
public final class RetentionSchedule {

    private static final LocalDate MIFID2 = LocalDate.of(2018, 1, 3);
    private static final LocalDate MAR = LocalDate.of(2016, 7, 3);
    private static final String LAW = "legal obligation";

    private final List<DatedRules<RetentionRule>> rules;

    private RetentionSchedule(List<DatedRules<RetentionRule>> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Returns a schedule of rules of one's own.
     *
     * @param rules at least one
     * @return the schedule
     * @throws InvalidInput if there is none
     */
    public static RetentionSchedule of(List<DatedRules<RetentionRule>> rules) {
        InvalidInput.unless(!rules.isEmpty(), "rules", rules.size(), "at least one");
        return new RetentionSchedule(rules);
    }

    /**
     * Returns the clocks of the European Union, the United Kingdom and the United States as far as they are for a bond desk,
     * and seven years of the house for everything. The periods are as commonly cited and marked as not compared with the
     * acts; a firm's counsel compares them before anything is deleted by them.
     *
     * @return the schedule
     */
    public static RetentionSchedule standard() {
        List<DatedRules<RetentionRule>> all = new ArrayList<>();
        all.add(law(Jurisdiction.EU, "Directive 2014/65/EU", "Article 16(7)", MIFID2, 5, RecordClass.ORDER));
        all.add(law(Jurisdiction.EU, "Directive 2014/65/EU", "Article 16(7)", MIFID2, 5, RecordClass.CLIENT));
        all.add(law(Jurisdiction.EU, "Regulation (EU) No 600/2014", "Article 25(1)", MIFID2, 5, RecordClass.ORDER));
        all.add(law(
                Jurisdiction.EU,
                "Regulation (EU) No 600/2014",
                "Article 26",
                MIFID2,
                5,
                RecordClass.TRANSACTION_REPORT));
        all.add(law(
                Jurisdiction.EU, "Delegated Regulation (EU) 2016/957", "Article 3(7)", MAR, 5, RecordClass.SUSPICION));
        all.add(rule(
                Jurisdiction.EU,
                "Regulation (EU) No 648/2012",
                "Article 9(2)",
                LocalDate.of(2012, 8, 16),
                new RetentionRule(RecordClass.DERIVATIVE, Period.ofYears(5), ClockStart.END_OF_CONTRACT, LAW)));
        all.add(rule(
                Jurisdiction.EU,
                "Directive (EU) 2015/849",
                "Article 40(1)",
                LocalDate.of(2017, 6, 26),
                new RetentionRule(RecordClass.CLIENT, Period.ofYears(5), ClockStart.END_OF_RELATIONSHIP, LAW)));
        all.add(law(Jurisdiction.UK, "FCA Handbook", "SYSC 9.1.2", MIFID2, 5, RecordClass.ORDER));
        all.add(law(
                Jurisdiction.US, "17 CFR 240.17a-4", "paragraph (a)", LocalDate.of(1997, 6, 12), 6, RecordClass.ORDER));
        all.add(law(
                Jurisdiction.US,
                "17 CFR 210.2-06",
                "paragraph (a)",
                LocalDate.of(2003, 10, 31),
                7,
                RecordClass.CONTROL));
        for (RecordClass each : RecordClass.values()) {
            all.add(rule(
                    Jurisdiction.HOUSE,
                    "House rule",
                    "seven years by default",
                    LocalDate.EPOCH,
                    new RetentionRule(each, Period.ofYears(7), ClockStart.RECORD, "")));
        }
        return new RetentionSchedule(all);
    }

    private static DatedRules<RetentionRule> law(
            Jurisdiction jurisdiction, String act, String provision, LocalDate from, int years, RecordClass each) {
        return rule(
                jurisdiction,
                act,
                provision,
                from,
                new RetentionRule(each, Period.ofYears(years), ClockStart.RECORD, LAW));
    }

    private static DatedRules<RetentionRule> rule(
            Jurisdiction jurisdiction, String act, String provision, LocalDate from, RetentionRule rule) {
        return DatedRules.of(
                act + " " + provision + " for " + rule.recordClass(),
                List.of(DatedRule.since(from, new Citation(jurisdiction, act, provision, false), rule)));
    }

    /**
     * Returns this schedule with one more rule.
     *
     * @param more versions of the rule
     * @return the schedule
     */
    public RetentionSchedule with(DatedRules<RetentionRule> more) {
        List<DatedRules<RetentionRule>> all = new ArrayList<>(rules);
        all.add(more);
        return new RetentionSchedule(all);
    }

    /**
     * Returns this schedule without the law of places where the firm does no business. Rules of the house and of
     * international bodies stay.
     *
     * @param jurisdictions where it does
     * @return the schedule
     */
    public RetentionSchedule within(Jurisdiction... jurisdictions) {
        Set<Jurisdiction> kept = java.util.EnumSet.of(Jurisdiction.HOUSE, Jurisdiction.INTERNATIONAL);
        kept.addAll(Arrays.asList(jurisdictions));
        return of(rules.stream()
                .filter(rule -> kept.contains(rule.versions().get(0).citation().jurisdiction()))
                .toList());
    }

    /**
     * Returns the duties for a kind of record as they are law on a day.
     *
     * @param recordClass the kind
     * @param day the day
     * @return the rules in force, in the order given
     */
    public List<DatedRule<RetentionRule>> duties(RecordClass recordClass, LocalDate day) {
        return rules.stream()
                .flatMap(rule -> rule.versions().stream())
                .filter(version -> version.content().recordClass() == recordClass && version.inForceOn(day))
                .toList();
    }

    /** {@return all rules} */
    public List<DatedRules<RetentionRule>> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "RetentionSchedule" + rules;
    }
}
