package io.bondtrader.core.audit;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps every event in memory, for tests and notebooks. It grows without bound: nothing for production.
 *
 * <p>Safe for use by many threads. There is nothing to close.
 */
public final class InMemoryAuditSink implements AuditSink {

    private final ConcurrentLinkedQueue<AuditEvent> events = new ConcurrentLinkedQueue<>();

    /** Creates an empty sink. */
    public InMemoryAuditSink() {}

    @Override
    public void record(AuditEvent event) {
        events.add(event);
    }

    /** {@return the events so far, in the order in which they arrived} */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }
}
