package io.bondtrader.security.event;

import io.bondtrader.core.audit.AuditSink;
import java.util.List;

/**
 * Takes security events. Returning means that the sink has taken responsibility for the event; one that cannot, throws.
 * Whatever grants something (a sign-in, a permit, a key) reports before it grants and lets the exception through: what
 * cannot be recorded is not granted.
 *
 * <p>Called on the thread of the request, so implementations are quick. Safe for use by many threads.
 */
@FunctionalInterface
public interface SecurityEventSink {

    /**
     * Keeps an event.
     *
     * @param event what happened
     */
    void report(SecurityEvent event);

    /** {@return a sink that keeps nothing, for tests and sketches} */
    static SecurityEventSink none() {
        return event -> {};
    }

    /**
     * Returns a sink that writes to the audit trail.
     *
     * @param audit the trail
     * @return the sink
     */
    static SecurityEventSink to(AuditSink audit) {
        return event -> audit.record(event.toAuditEvent());
    }

    /**
     * Returns a sink that gives every event to several. All are called; the first exception is thrown in the end, with
     * the others suppressed in it.
     *
     * @param sinks called in this order
     * @return the sink
     */
    static SecurityEventSink all(SecurityEventSink... sinks) {
        return new SeveralSinks(List.of(sinks));
    }
}
