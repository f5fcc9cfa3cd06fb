package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.DeletedEventReader;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.ChangeRefused;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Changes of configuration, rules and systems: one person proposes, another approves, then the change is made. Each step is in
 * the log before it takes effect, with what was there before and what is there after. The state is that of the log, so it
 * survives a restart.
 *
 * <p>Safe for use by many threads; one change at a time is applied. One of these writes to a log.
 */
public final class ChangeManagement {

    static final String PROPOSED = "change.proposed";
    static final String APPROVED = "change.approved";
    static final String REJECTED = "change.rejected";
    static final String APPLIED = "change.applied";
    static final String FAILED = "change.failed";

    private static final String TAG = "sox";

    /** How far a change is. */
    public enum State {
        /** Waits for another person. */
        PROPOSED,
        /** Waits to be made. */
        APPROVED,
        /** Was made. */
        APPLIED,
        /** Was turned down. */
        REJECTED,
        /** Was begun and failed. */
        FAILED
    }

    /**
     * A change. Immutable.
     *
     * @param id its name
     * @param subject what is changed
     * @param proposedBy who proposed it
     * @param state how far it is
     * @param before what is there before
     * @param after what is there after
     */
    public record Change(
            String id, String subject, String proposedBy, State state, CanonicalJson before, CanonicalJson after) {

        private Change in(State next) {
            return new Change(id, subject, proposedBy, next, before, after);
        }
    }

    private final AuditJournal journal;
    private final TreeMap<String, Change> changes = new TreeMap<>();

    private ChangeManagement(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Returns the changes of a log.
     *
     * @param journal writes to that log
     * @return the changes as the log has them
     */
    public static ChangeManagement in(AuditJournal journal) {
        ChangeManagement all = new ChangeManagement(journal);
        journal.log().readHeld(0, journal.log().checkpoint().size(), all::take, DeletedEventReader.IGNORE);
        return all;
    }

    private void take(LoggedEvent event) {
        String action = event.record().action();
        if (event.record().outcome() == Outcome.DENIED || !action.startsWith("change.")) {
            return;
        }
        String id = event.record().resource();
        switch (action) {
            case PROPOSED -> {
                EventBody body = EventBody.of(event);
                changes.put(
                        id,
                        new Change(
                                id,
                                body.text("subject"),
                                event.record().actor(),
                                State.PROPOSED,
                                CanonicalJson.of(body.text("before")),
                                CanonicalJson.of(body.text("after"))));
            }
            case APPROVED -> changes.computeIfPresent(id, (name, change) -> change.in(State.APPROVED));
            case REJECTED -> changes.computeIfPresent(id, (name, change) -> change.in(State.REJECTED));
            case APPLIED -> changes.computeIfPresent(id, (name, change) -> change.in(State.APPLIED));
            case FAILED -> changes.computeIfPresent(id, (name, change) -> change.in(State.FAILED));
            default -> {
                // Steps of other flows whose actions begin alike.
            }
        }
    }

    /**
     * Proposes a change.
     *
     * @param id its name, not used before
     * @param subject what is to be changed
     * @param before what is there now, as text
     * @param after what is to be there, as text
     * @param reason why
     * @param by who proposes
     * @return the change, waiting for another person
     * @throws InvalidInput if a text is blank
     * @throws ChangeRefused if the name is taken
     */
    public synchronized Change propose(
            String id, String subject, String before, String after, String reason, PersonId by) {
        InvalidInput.unless(!id.isBlank(), "id of a change", id, "not blank");
        InvalidInput.unless(!subject.isBlank(), "subject", subject, "not blank");
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        Map<String, Object> body = Map.of("subject", subject, "before", before, "after", after, "reason", reason);
        if (changes.containsKey(id)) {
            throw refused(PROPOSED, id, by, "its name is taken");
        }
        journal.write(by.value(), PROPOSED, id, Outcome.SUCCESS, body, TAG);
        Change change =
                new Change(id, subject, by.value(), State.PROPOSED, CanonicalJson.of(before), CanonicalJson.of(after));
        changes.put(id, change);
        return change;
    }

    /**
     * Approves a change.
     *
     * @param id its name
     * @param by another person than the one who proposed it
     * @return the change, waiting to be made
     * @throws ChangeRefused if it does not wait for approval, or the same person proposed it; the attempt is in the log
     */
    public synchronized Change approve(String id, PersonId by) {
        Change change = in(State.PROPOSED, id, APPROVED, by);
        if (change.proposedBy().equals(by.value())) {
            throw refused(APPROVED, id, by, "whoever proposes a change does not approve it");
        }
        return step(change, APPROVED, State.APPROVED, by, Map.of());
    }

    /**
     * Turns a change down.
     *
     * @param id its name
     * @param by who does
     * @param reason why
     * @return the change
     * @throws InvalidInput if the reason is blank
     * @throws ChangeRefused if it does not wait for approval
     */
    public synchronized Change reject(String id, PersonId by, String reason) {
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        return step(in(State.PROPOSED, id, REJECTED, by), REJECTED, State.REJECTED, by, Map.of("reason", reason));
    }

    /**
     * Makes a change. That it is made is in the log first; if making it fails, that is too.
     *
     * @param id its name
     * @param by who does
     * @param effect makes it
     * @return the change
     * @throws ChangeRefused if it was not approved
     */
    public synchronized Change apply(String id, PersonId by, Runnable effect) {
        Change change = in(State.APPROVED, id, APPLIED, by);
        Change made =
                step(change, APPLIED, State.APPLIED, by, Map.of("before", change.before(), "after", change.after()));
        try {
            effect.run();
            return made;
        } catch (RuntimeException failed) {
            journal.write(
                    by.value(),
                    FAILED,
                    id,
                    Outcome.FAILURE,
                    Map.of("cause", failed.getClass().getSimpleName()),
                    TAG);
            changes.put(id, change.in(State.FAILED));
            throw failed;
        }
    }

    /** {@return changes that wait for approval or to be made, by name} */
    public synchronized List<Change> waiting() {
        return changes.values().stream()
                .filter(change -> change.state() == State.PROPOSED || change.state() == State.APPROVED)
                .toList();
    }

    private Change in(State state, String id, String step, PersonId by) {
        Change change = changes.get(id);
        if (change == null || change.state() != state) {
            throw refused(step, id, by, change == null ? "there is no such change" : "it is " + change.state());
        }
        return change;
    }

    private Change step(Change change, String action, State state, PersonId by, Map<String, ?> body) {
        journal.write(by.value(), action, change.id(), Outcome.SUCCESS, body, TAG);
        Change next = change.in(state);
        changes.put(change.id(), next);
        return next;
    }

    private ChangeRefused refused(String action, String id, PersonId by, String why) {
        journal.write(by.value(), action, id.isBlank() ? "change" : id, Outcome.DENIED, Map.of("refused", why), TAG);
        return new ChangeRefused(id + ": " + why);
    }

    @Override
    public synchronized String toString() {
        return "ChangeManagement[" + changes.size() + " changes]";
    }
}
