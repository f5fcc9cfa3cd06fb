package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.ReportState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The life of one firm's reports: what was sent, what the authority said, what was cancelled and sent anew. A correction is
 * a cancellation and then a report under the same reference.
 *
 * <pre>
 * none, REJECTED, CANCELLED → report → SENT → PENDING → ACCEPTED or REJECTED
 * SENT, PENDING, ACCEPTED → cancellation → CANCELLATION_SENT → CANCELLED; refused: back to what it was
 * </pre>
 *
 * <p>Source: Delegated Regulation (EU) 2017/590, Annex I, field 1; ESMA, Guidelines on transaction reporting, on
 * corrections, recalled. Fed with events in their order, it is the same whenever it is fed with the same. Not safe for use
 * by several threads.
 */
public final class TransactionReporting {

    private final Map<TransactionReference, Life> lives = new TreeMap<>();

    /** Creates a firm's reporting without any report. */
    public TransactionReporting() {}

    /** One report's state and where it came from. */
    private static final class Life {
        private ReportingState state = ReportingState.SENT;
        private ReportingState beforeCancellation = ReportingState.SENT;
        private EventIndices events = EventIndices.none();
        private List<Feedback.BrokenRule> rules = List.of();
    }

    /**
     * Records that a report or a cancellation was sent.
     *
     * @param message what was sent
     * @param event where the log says so
     * @throws ReportState if a report of that reference stands, or there is none to cancel; nothing is changed then
     */
    public void sent(TransactionMessage message, EventIndices event) {
        sent(message.reference(), message instanceof Cancellation, event);
    }

    /** The same of a message that is known by its reference only. */
    void sent(TransactionReference reference, boolean cancellation, EventIndices event) {
        Life life = lives.get(reference);
        if (!cancellation) {
            if (life != null && life.state != ReportingState.REJECTED && life.state != ReportingState.CANCELLED) {
                throw new ReportState(reference + " is " + life.state + " and cannot be reported again");
            }
            Life next = life == null ? new Life() : life;
            next.state = ReportingState.SENT;
            next.rules = List.of();
            next.events = next.events.union(event);
            lives.put(reference, next);
            return;
        }
        if (life == null || !reported(life.state)) {
            throw new ReportState(
                    reference + " is " + (life == null ? "not reported" : life.state) + " and cannot be cancelled");
        }
        life.beforeCancellation = life.state;
        life.state = ReportingState.CANCELLATION_SENT;
        life.events = life.events.union(event);
    }

    /**
     * Records what an authority said of one message. What it says again changes nothing.
     *
     * @param reference the report's reference
     * @param status what it said
     * @param rules the rules that the report breaks by its word
     * @param event where the log says so
     * @throws ReportState if nothing was sent under that reference, or it was decided otherwise already
     */
    public void heard(
            TransactionReference reference,
            Feedback.RecordStatus status,
            List<Feedback.BrokenRule> rules,
            EventIndices event) {
        Life life = lives.get(reference);
        if (life == null) {
            throw new ReportState(reference + " was never sent");
        }
        ReportingState next = next(life, status);
        if (next == null) {
            throw new ReportState(reference + " is " + life.state + " and cannot become " + status);
        }
        life.state = next;
        life.rules = List.copyOf(rules);
        life.events = life.events.union(event);
    }

    private static @Nullable ReportingState next(Life life, Feedback.RecordStatus status) {
        boolean cancelling = life.state == ReportingState.CANCELLATION_SENT;
        return switch (status) {
            case RCVD -> life.state == ReportingState.SENT || cancelling ? life.state : null;
            case PDNG -> cancelling ? life.state : open(life.state) ? ReportingState.PENDING : null;
            case ACPT -> {
                if (cancelling || life.state == ReportingState.CANCELLED) {
                    yield ReportingState.CANCELLED;
                }
                yield open(life.state) || life.state == ReportingState.ACCEPTED ? ReportingState.ACCEPTED : null;
            }
            case RJCT -> {
                if (cancelling) {
                    yield life.beforeCancellation;
                }
                yield open(life.state) || life.state == ReportingState.REJECTED ? ReportingState.REJECTED : null;
            }
        };
    }

    private static boolean open(ReportingState state) {
        return state == ReportingState.SENT || state == ReportingState.PENDING;
    }

    private static boolean reported(ReportingState state) {
        return open(state) || state == ReportingState.ACCEPTED;
    }

    /**
     * Records an authority's feedback on a file. If the whole file was accepted or rejected, that goes for every report of
     * it that is not named on its own.
     *
     * @param feedback what the authority said
     * @param file the messages of the file that it is about
     * @param event where the log says so
     * @throws ReportState if it speaks of a report that is not of the file, or says what cannot be; nothing is changed then
     */
    public void heard(Feedback feedback, List<TransactionMessage> file, EventIndices event) {
        heardOf(
                feedback,
                file.stream().map(TransactionMessage::reference).collect(Collectors.toCollection(TreeSet::new)),
                event);
    }

    /** The same of a file whose messages are known by their references only. */
    void heardOf(Feedback feedback, Set<TransactionReference> file, EventIndices event) {
        TreeSet<TransactionReference> open = new TreeSet<>(file);
        List<Runnable> changes = new ArrayList<>();
        for (Feedback.RecordFeedback single : feedback.records()) {
            TransactionReference reference = reference(single.record(), file);
            open.remove(reference);
            requirePossible(reference, single.status());
            changes.add(() -> heard(reference, single.status(), single.rules(), event));
        }
        Feedback.RecordStatus rest = forRest(feedback.status());
        if (rest != null) {
            for (TransactionReference reference : open) {
                requirePossible(reference, rest);
                changes.add(() -> heard(reference, rest, feedback.rules(), event));
            }
        }
        changes.forEach(Runnable::run);
    }

    private static Feedback.@Nullable RecordStatus forRest(Feedback.FileStatus status) {
        return switch (status) {
            case ACPT, WARN, PART -> Feedback.RecordStatus.ACPT;
            case RJCT, CRPT, INCF -> Feedback.RecordStatus.RJCT;
            case RCVD -> Feedback.RecordStatus.RCVD;
            case RMDR -> null;
        };
    }

    private void requirePossible(TransactionReference reference, Feedback.RecordStatus status) {
        Life life = lives.get(reference);
        if (life == null || next(life, status) == null) {
            throw new ReportState(
                    reference + " is " + (life == null ? "not sent" : life.state) + " and cannot become " + status);
        }
    }

    private static TransactionReference reference(String record, Set<TransactionReference> file) {
        return file.stream()
                .filter(reference -> reference.text().equals(record))
                .findFirst()
                .orElseThrow(() -> new ReportState("Feedback speaks of a report that is not of the file"));
    }

    /**
     * Returns the state of a report.
     *
     * @param reference its reference
     * @return the state; {@code null} if nothing was sent under it
     */
    public @Nullable ReportingState state(TransactionReference reference) {
        Life life = lives.get(reference);
        return life == null ? null : life.state;
    }

    /**
     * Tells whether the authority has a report of a transaction, as far as is known.
     *
     * @param reference its reference
     * @return whether one was sent and neither refused nor cancelled
     */
    public boolean standing(TransactionReference reference) {
        Life life = lives.get(reference);
        return life != null && reported(life.state);
    }

    /**
     * Returns the events of a report's life.
     *
     * @param reference its reference
     * @return where they stand in the log
     */
    public EventIndices events(TransactionReference reference) {
        Life life = lives.get(reference);
        return life == null ? EventIndices.none() : life.events;
    }

    /**
     * Returns the rules that a report breaks by the authority's last word.
     *
     * @param reference its reference
     * @return the rules
     */
    public List<Feedback.BrokenRule> rules(TransactionReference reference) {
        Life life = lives.get(reference);
        return life == null ? List.of() : life.rules;
    }

    /** {@return all references and their states} */
    public Map<TransactionReference, ReportingState> states() {
        Map<TransactionReference, ReportingState> states = new TreeMap<>();
        lives.forEach((reference, life) -> states.put(reference, life.state));
        return Collections.unmodifiableMap(states);
    }
}
