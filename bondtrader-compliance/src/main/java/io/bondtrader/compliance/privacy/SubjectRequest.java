package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.audit.EventIndices;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A person's request and what became of it. Immutable.
 *
 * @param id its name
 * @param kind what is asked for
 * @param subject who asks
 * @param received on which day it came
 * @param due until when it must be answered
 * @param extended whether the time was extended by two months, which the person was told with reasons
 * @param state how far it has come
 * @param events the events of it
 */
public record SubjectRequest(
        String id,
        RequestKind kind,
        SubjectId subject,
        LocalDate received,
        LocalDate due,
        boolean extended,
        RequestState state,
        EventIndices events) {

    /** Checks that nothing is missing. */
    public SubjectRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(events, "events");
    }

    /** {@return whether nothing more is to be done} */
    public boolean isClosed() {
        return state == RequestState.ANSWERED || state == RequestState.REFUSED;
    }

    /**
     * Tells whether the time has run out.
     *
     * @param day the day
     * @return whether it is open and the day is past its last
     */
    public boolean isLateOn(LocalDate day) {
        return !isClosed() && day.isAfter(due);
    }
}
