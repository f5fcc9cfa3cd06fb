package io.bondtrader.compliance.overview;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that must be done by a time. Immutable.
 *
 * @param what it is
 * @param due by when
 * @param done when it was done; empty if it was not
 */
public record Deadline(String what, Instant due, Optional<Instant> done) {

    /** How soon a deadline stands out: a day before. */
    private static final Duration SOON = Duration.ofDays(1);

    /**
     * Checks the parts.
     *
     * @throws InvalidInput if it is not said what
     */
    public Deadline {
        InvalidInput.unless(!what.isBlank(), "deadline", what, "not blank");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(done, "done");
    }

    /** How it stands. */
    public enum State {
        /** Done in time. */
        DONE,
        /** Done after it was due. */
        DONE_LATE,
        /** Due more than a day ahead. */
        AHEAD,
        /** Due within a day. */
        SOON,
        /** Due and not done. */
        OVERDUE
    }

    /**
     * Says how it stands.
     *
     * @param now the time
     * @return its state
     */
    public State state(Instant now) {
        if (done.isPresent()) {
            return done.get().isAfter(due) ? State.DONE_LATE : State.DONE;
        }
        if (now.isAfter(due)) {
            return State.OVERDUE;
        }
        return Duration.between(now, due).compareTo(SOON) > 0 ? State.AHEAD : State.SOON;
    }
}
