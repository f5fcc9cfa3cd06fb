package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.DeletedEventReader;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose data may be kept and not used (Regulation (EU) 2016/679, Article 18), as the log says. Whoever uses personal data asks
 * here first.
 *
 * <p>Safe for use by many threads.
 */
public final class Restrictions {

    private static final String LIFTED = "privacy.restriction_lifted";

    private final AuditJournal journal;
    private final Map<String, Boolean> restricted = new LinkedHashMap<>();
    private long read;

    private Restrictions(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Reads the restrictions of a log.
     *
     * @param journal writes to that log; if entries were taken out of it, to an {@code ArchivedLog}
     * @return the restrictions
     * @throws io.bondtrader.core.error.MissingData if entries were taken out of the log and it knows no archive
     */
    public static Restrictions in(AuditJournal journal) {
        return new Restrictions(journal);
    }

    /**
     * Restricts the use of a person's data.
     *
     * @param subject the person
     * @param ground why: accuracy contested, unlawful use, needed for a claim, objection
     * @param actor who decides
     */
    public synchronized void restrict(SubjectId subject, String ground, String actor) {
        InvalidInput.unless(!ground.isBlank(), "ground", ground, "not blank");
        journal.write(
                actor,
                Erasure.RESTRICTED,
                subject.value(),
                Outcome.SUCCESS,
                Map.of("ground", ground),
                "gdpr",
                subject.tag());
    }

    /**
     * Lifts a restriction; the person is told before (Article 18(3)).
     *
     * @param subject the person
     * @param reason why
     * @param actor who decides
     */
    public synchronized void lift(SubjectId subject, String reason, String actor) {
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        journal.write(actor, LIFTED, subject.value(), Outcome.SUCCESS, Map.of("reason", reason), "gdpr", subject.tag());
    }

    /**
     * Tells whether a person's data may not be used.
     *
     * @param subject the person
     * @return whether it is restricted
     */
    public synchronized boolean isRestricted(SubjectId subject) {
        catchUp();
        return restricted.getOrDefault(subject.value(), false);
    }

    /** {@return the persons whose data may not be used} */
    public synchronized Set<String> all() {
        catchUp();
        Set<String> all = new TreeSet<>();
        restricted.forEach((subject, yes) -> {
            if (yes) {
                all.add(subject);
            }
        });
        return all;
    }

    private void catchUp() {
        AuditTrail trail = journal.log();
        long size = trail.checkpoint().size();
        if (read < size) {
            trail.readHeld(read, size, this::take, DeletedEventReader.IGNORE);
            read = size;
        }
    }

    private void take(LoggedEvent event) {
        String action = event.record().action();
        if (action.equals(Erasure.RESTRICTED)) {
            restricted.put(event.record().resource(), true);
        } else if (action.equals(LIFTED)) {
            restricted.put(event.record().resource(), false);
        }
    }

    @Override
    public String toString() {
        return "Restrictions";
    }
}
