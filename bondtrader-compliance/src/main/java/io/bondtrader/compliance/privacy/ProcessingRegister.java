package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RetentionRule;
import io.bondtrader.compliance.retention.RetentionSchedule;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The firm's register of uses of personal data and of agreements with processors (Regulation (EU) 2016/679, Articles 28 and 30),
 * and the map from which impact assessments are begun. Immutable.
 */
public final class ProcessingRegister {

    private final List<ProcessingActivity> activities;
    private final List<ProcessingAgreement> agreements;
    private final RetentionSchedule schedule;

    private ProcessingRegister(
            List<ProcessingActivity> activities, List<ProcessingAgreement> agreements, RetentionSchedule schedule) {
        this.activities = List.copyOf(activities);
        this.agreements = List.copyOf(agreements);
        this.schedule = schedule;
    }

    /**
     * Returns a register.
     *
     * @param activities the uses
     * @param agreements with processors
     * @param schedule says how long which records are kept
     * @return the register
     * @throws InvalidInput if two uses have one name, or an agreement is for a use that is not in it
     */
    public static ProcessingRegister of(
            List<ProcessingActivity> activities, List<ProcessingAgreement> agreements, RetentionSchedule schedule) {
        Set<String> names = new HashSet<>();
        for (ProcessingActivity activity : activities) {
            InvalidInput.unless(names.add(activity.name()), "name of a use", activity.name(), "given once");
        }
        for (ProcessingAgreement agreement : agreements) {
            for (String use : agreement.activities()) {
                InvalidInput.unless(names.contains(use), "use of an agreement", use, "in the register");
            }
        }
        return new ProcessingRegister(activities, agreements, Objects.requireNonNull(schedule));
    }

    /** {@return the uses} */
    public List<ProcessingActivity> activities() {
        return activities;
    }

    /** {@return the agreements} */
    public List<ProcessingAgreement> agreements() {
        return agreements;
    }

    /**
     * Lists what is wrong with agreements.
     *
     * @param day as of
     * @return one line for each missing clause and each review that is overdue
     */
    public List<String> findings(LocalDate day) {
        List<String> findings = new ArrayList<>();
        for (ProcessingAgreement agreement : agreements) {
            for (ProcessingAgreement.Clause clause : agreement.missing()) {
                findings.add("the agreement with " + agreement.processor() + " lacks the clause " + clause
                        + " of Article 28(3)");
            }
            if (day.isAfter(agreement.reviewDue())) {
                findings.add("the agreement with " + agreement.processor() + " was to be reviewed by "
                        + agreement.reviewDue());
            }
        }
        return findings;
    }

    /**
     * Writes the register as Article 30(1) wants it, with the time limits of the retention schedule.
     *
     * @param day by the law of this day
     * @return the register as JSON
     */
    public CanonicalJson toJson(LocalDate day) {
        List<Map<String, Object>> uses = new ArrayList<>();
        activities.forEach(activity -> uses.add(use(activity, day)));
        List<Map<String, Object>> processors = new ArrayList<>();
        for (ProcessingAgreement agreement : agreements) {
            Map<String, Object> members = new TreeMap<>();
            members.put("processor", agreement.processor());
            members.put("activities", agreement.activities());
            members.put("signed", agreement.signed());
            members.put("reviewDue", agreement.reviewDue());
            members.put("subProcessors", agreement.subProcessors());
            members.put("missingClauses", agreement.missing());
            processors.add(members);
        }
        return CanonicalJson.of(Map.of("day", day, "activities", uses, "processors", processors));
    }

    private Map<String, Object> use(ProcessingActivity activity, LocalDate day) {
        Map<String, Object> members = new TreeMap<>();
        members.put("name", activity.name());
        members.put("controller", activity.controller());
        members.put("purposes", activity.purposes());
        members.put("legalBasis", activity.legalBasis());
        members.put("subjects", activity.subjects());
        members.put("data", activity.data());
        members.put("specialCategories", activity.special());
        members.put("recipients", activity.recipients());
        members.put("thirdCountries", activity.thirdCountries());
        members.put("timeLimits", limits(activity, day));
        members.put("safeguards", activity.safeguards());
        return members;
    }

    private List<String> limits(ProcessingActivity activity, LocalDate day) {
        List<String> limits = new ArrayList<>();
        for (RecordClass recordClass : activity.recordClasses()) {
            for (DatedRule<RetentionRule> duty : schedule.duties(recordClass, day)) {
                limits.add(recordClass + ": " + duty.content().period() + " from "
                        + duty.content().clock() + ", " + duty.citation());
            }
        }
        return limits;
    }

    /**
     * Begins an impact assessment for a use: what the register knows is filled in, and what only people can judge is asked.
     *
     * @param activity the name of the use
     * @param day as of
     * @return the template
     * @throws MissingData if there is no such use
     */
    public ImpactAssessment assess(String activity, LocalDate day) {
        ProcessingActivity found = activities.stream()
                .filter(each -> each.name().equals(activity))
                .findFirst()
                .orElseThrow(() -> new MissingData("the register has no use " + activity));
        return ImpactAssessment.of(found, limits(found, day), day);
    }

    @Override
    public String toString() {
        return "ProcessingRegister[" + activities.size() + " uses, " + agreements.size() + " agreements]";
    }
}
