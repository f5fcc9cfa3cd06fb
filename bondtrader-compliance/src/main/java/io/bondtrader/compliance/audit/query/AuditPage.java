package io.bondtrader.compliance.audit.query;

import io.bondtrader.compliance.audit.LoggedEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * A part of an answer. Immutable.
 *
 * @param events in the order asked for
 * @param next where the next page begins; nothing after the last
 * @param logSize how many events of the log were looked at: the answer is whole up to there
 */
public record AuditPage(List<LoggedEvent> events, OptionalLong next, long logSize) {

    /** Copies the list. */
    public AuditPage {
        events = List.copyOf(events);
    }
}
