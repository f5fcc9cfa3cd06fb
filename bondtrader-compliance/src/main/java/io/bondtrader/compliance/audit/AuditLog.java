package io.bondtrader.compliance.audit;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A log that grows and never changes. Events are given their place in the order in which they are appended; those of one
 * thread keep that thread's order.
 *
 * <p>Safe for use by many threads. Closed by the application that made it: what was appended before is made durable
 * first.
 */
public interface AuditLog extends AuditTrail, AutoCloseable {

    /**
     * Appends an event.
     *
     * @param event the event
     * @return its place, once the event is durable under a signed checkpoint; fails with {@code LogUnavailable} if it
     *     could not be kept
     * @throws io.bondtrader.compliance.error.EventTooLarge if it does not fit into an entry
     * @throws io.bondtrader.compliance.error.LogUnavailable if the log takes no more
     */
    CompletableFuture<Long> append(AuditRecord event);

    /**
     * Appends several events, next to one another.
     *
     * @param events in their order
     * @return the place of the first, once all are durable
     */
    CompletableFuture<Long> append(List<AuditRecord> events);

    @Override
    void close();
}
