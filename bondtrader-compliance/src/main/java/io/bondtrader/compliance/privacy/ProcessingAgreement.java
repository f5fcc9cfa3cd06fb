package io.bondtrader.compliance.privacy;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An agreement with somebody who processes personal data for the firm: Article 28 of Regulation (EU) 2016/679. Immutable.
 *
 * @param processor with whom
 * @param activities which uses it is for
 * @param signed when
 * @param reviewDue when it is to be looked at again
 * @param subProcessors who works for the processor
 * @param clauses which of the clauses that Article 28(3) demands are in it
 */
public record ProcessingAgreement(
        String processor,
        List<String> activities,
        LocalDate signed,
        LocalDate reviewDue,
        List<String> subProcessors,
        Set<Clause> clauses) {

    /** What an agreement must say: the letters of Article 28(3). */
    public enum Clause {
        /** (a) Processing on documented instructions only. */
        INSTRUCTIONS,
        /** (b) Confidentiality. */
        CONFIDENTIALITY,
        /** (c) Security by Article 32. */
        SECURITY,
        /** (d) Sub-processors by consent and on the same terms. */
        SUB_PROCESSORS,
        /** (e) Help with persons' requests. */
        REQUESTS,
        /** (f) Help with security, breaches and assessments. */
        ASSISTANCE,
        /** (g) Deletion or return at the end. */
        DELETION,
        /** (h) Information and audits. */
        AUDIT
    }

    /**
     * Checks the names and copies the lists.
     *
     * @throws InvalidInput if the processor or the uses are missing, or the review would be before the signature
     */
    public ProcessingAgreement {
        InvalidInput.unless(!processor.isBlank(), "processor", processor, "not blank");
        InvalidInput.unless(!activities.isEmpty(), "uses", processor, "at least one");
        InvalidInput.unless(reviewDue.isAfter(signed), "review", reviewDue, "after the signature on " + signed);
        activities = List.copyOf(activities);
        subProcessors = List.copyOf(subProcessors);
        clauses =
                Collections.unmodifiableSet(clauses.isEmpty() ? EnumSet.noneOf(Clause.class) : EnumSet.copyOf(clauses));
    }

    /** {@return the clauses that the article demands and the agreement lacks} */
    public Set<Clause> missing() {
        return EnumSet.complementOf(clauses.isEmpty() ? EnumSet.noneOf(Clause.class) : EnumSet.copyOf(clauses));
    }
}
