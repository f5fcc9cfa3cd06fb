package io.bondtrader.core.audit;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Keeps audit events. An application passes its own in, or installs one for {@link ServiceLoader}; passing in always
 * wins. Without any, nothing is recorded and nothing is paid for.
 *
 * <p>Implementations are safe for use by many threads. Events of one thread are kept in the order in which that thread
 * reported them. A sink that holds resources is closed by the application that made it.
 */
@FunctionalInterface
public interface AuditSink {

    /**
     * Keeps an event. Returning means that the sink has taken responsibility for it; a sink that cannot, throws, and
     * whoever reported the event decides whether it may go on.
     *
     * @param event the event
     */
    void record(AuditEvent event);

    /**
     * Looks for a sink installed for {@link ServiceLoader}.
     *
     * @return the only sink installed, or nothing
     * @throws IllegalStateException if several are: a trail in two halves is none
     */
    static Optional<AuditSink> installed() {
        List<AuditSink> found = ServiceLoader.load(AuditSink.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("Several audit sinks are installed: " + found);
        }
        return found.stream().findFirst();
    }
}
