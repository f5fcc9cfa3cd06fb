package io.bondtrader.compliance.audit.stream;

import io.bondtrader.compliance.audit.LoggedEvent;
import java.util.List;

/**
 * Takes events to a system outside. Returning means that the system has all of them; whatever else happens must end in an
 * exception, and the same events come again. So the system outside may get an event twice, and tells by its index.
 *
 * <p>Called by one thread at a time.
 */
@FunctionalInterface
public interface EventDelivery {

    /**
     * Hands events over.
     *
     * @param events in the order of the log, at least one
     * @throws io.bondtrader.compliance.error.DeliveryFailed if the system did not take them: for now, or for good
     */
    void deliver(List<LoggedEvent> events);
}
