package io.bondtrader.security.event.detect;

import io.bondtrader.security.event.SecurityEvent;
import java.util.List;

/**
 * Looks for one kind of attack. A state machine over events: it reads no clock but the time of the events, and keeps no more
 * than it says, however many accounts and addresses come by.
 *
 * <p>Called by {@link ThreatDetection} with one event at a time, on the thread of the request, so implementations need no
 * lock and are quick. One that throws is switched off.
 */
public interface Detector {

    /** {@return its name in alerts and events, lower case with hyphens} */
    String name();

    /**
     * Looks at an event.
     *
     * @param event what happened
     * @return what it found; mostly nothing. The same trouble may be found again with every event: it is told once
     */
    List<Finding> observe(SecurityEvent event);
}
