package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.DatedRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how long a record is kept: by the longest of the duties that are law on the day of the decision, and by holds
 * before all of them.
 *
 * <p>Immutable if its parts are; safe for use by many threads.
 */
public final class RetentionPolicy {

    private final RetentionSchedule schedule;
    private final RecordClassifier classifier;
    private final ClockFacts facts;

    private RetentionPolicy(RetentionSchedule schedule, RecordClassifier classifier, ClockFacts facts) {
        this.schedule = Objects.requireNonNull(schedule);
        this.classifier = Objects.requireNonNull(classifier);
        this.facts = Objects.requireNonNull(facts);
    }

    /**
     * Returns a policy.
     *
     * @param schedule the duties
     * @param classifier tells kinds apart
     * @param facts know when clocks begin
     * @return the policy
     */
    public static RetentionPolicy of(RetentionSchedule schedule, RecordClassifier classifier, ClockFacts facts) {
        return new RetentionPolicy(schedule, classifier, facts);
    }

    /** {@return the standard schedule and kinds, without facts about relationships and contracts} */
    public static RetentionPolicy standard() {
        return of(RetentionSchedule.standard(), RecordClassifier.standard(), ClockFacts.none());
    }

    /**
     * Decides about a record.
     *
     * @param record the record
     * @param day by the law of this day
     * @param holds that are in force
     * @return until when it is kept, and why
     * @throws NoRuleInForce if no duty is on file for its kind: nothing is ever deleted for want of a rule
     */
    public RetentionDecision decide(AuditRecord record, LocalDate day, List<LegalHold> holds) {
        RecordClass recordClass = classifier.classOf(record);
        List<DatedRule<RetentionRule>> duties = schedule.duties(recordClass, day);
        DatedRule<RetentionRule> governing = null;
        DatedRule<RetentionRule> governingLaw = null;
        LocalDate until = LocalDate.MIN;
        LocalDate byLaw = LocalDate.MIN;
        for (DatedRule<RetentionRule> duty : duties) {
            LocalDate end = end(record, duty.content());
            if (governing == null || end.isAfter(until)) {
                governing = duty;
                until = end;
            }
            if (duty.content().isLaw() && end.isAfter(byLaw)) {
                governingLaw = duty;
                byLaw = end;
            }
        }
        if (governing == null) {
            throw new NoRuleInForce("retention of " + recordClass + " on " + day);
        }
        List<LegalHold> covering =
                holds.stream().filter(hold -> hold.scope().covers(record)).toList();
        return new RetentionDecision(recordClass, known(until), known(byLaw), governing, governingLaw, covering);
    }

    /** A clock that has not begun ends after every day there is. */
    private static @Nullable LocalDate known(LocalDate end) {
        return end.equals(LocalDate.MAX) ? null : end;
    }

    private LocalDate end(AuditRecord record, RetentionRule rule) {
        Optional<LocalDate> start = rule.clock() == ClockStart.RECORD
                ? Optional.of(record.time().atZone(ZoneOffset.UTC).toLocalDate())
                : facts.began(record, rule.clock());
        return start.map(day -> day.plus(rule.period())).orElse(LocalDate.MAX);
    }

    /** {@return the duties} */
    public RetentionSchedule schedule() {
        return schedule;
    }

    /** {@return what tells kinds apart} */
    public RecordClassifier classifier() {
        return classifier;
    }
}
