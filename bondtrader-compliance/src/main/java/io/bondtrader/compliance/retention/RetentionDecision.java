package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.regulation.DatedRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when a record is kept, and why. Immutable.
 *
 * @param recordClass what kind of record it is
 * @param keepUntil the first day on which nothing obliges anybody to keep it; null as long as a clock has not begun, such as
 *     that of a relationship that goes on
 * @param keepByLawUntil the same by law alone, without rules of the house; null as long as a clock has not begun
 * @param governing the rule that keeps it longest
 * @param governingLaw the law that keeps it longest; null if none does
 * @param holds the legal holds that it is under: as long as there is one, no date counts
 */
public record RetentionDecision(
        RecordClass recordClass,
        @Nullable LocalDate keepUntil,
        @Nullable LocalDate keepByLawUntil,
        DatedRule<RetentionRule> governing,
        @Nullable DatedRule<RetentionRule> governingLaw,
        List<LegalHold> holds) {

    /** Copies the holds. */
    public RetentionDecision {
        holds = List.copyOf(holds);
    }

    /**
     * Tells whether the record may be deleted.
     *
     * @param day the day
     * @return whether no hold and no clock keeps it
     */
    public boolean mayGoOn(LocalDate day) {
        return holds.isEmpty() && keepUntil != null && !day.isBefore(keepUntil);
    }

    /**
     * Tells whether a person's wish to be forgotten must wait.
     *
     * @param day the day
     * @return whether law or a hold keeps the record; a rule of the house does not
     */
    public boolean beatsErasureOn(LocalDate day) {
        return !holds.isEmpty() || keepByLawUntil == null || day.isBefore(keepByLawUntil);
    }

    /** {@return one line for a report: until when, and by which rule or hold} */
    public String reason() {
        if (!holds.isEmpty()) {
            return "held for " + holds.get(0).matter() + " by hold "
                    + holds.get(0).id();
        }
        String until = keepUntil == null ? "until a clock begins that has not" : "until " + keepUntil;
        return until + " by " + governing.citation();
    }

    /** {@return one line for the answer to a person: until when, and by which law or hold} */
    public String lawReason() {
        DatedRule<RetentionRule> law = governingLaw;
        if (!holds.isEmpty() || law == null) {
            return reason();
        }
        String until = keepByLawUntil == null ? "until a clock begins that has not" : "until " + keepByLawUntil;
        return until + " by " + law.citation() + " (" + law.content().ground() + ")";
    }
}
