package io.bondtrader.security.event.detect;

import io.bondtrader.core.alert.Severity;
import io.bondtrader.security.event.SecurityEvent;
import java.util.List;

/**
 * Alerts at once to every event that is critical by itself: a token used twice, a cloned authenticator, an exception from
 * segregated duties, a guard that fell out. Keeps nothing.
 *
 * <p>Safe for use by many threads.
 */
public final class CriticalEvents implements Detector {

    /** Creates a detector. */
    public CriticalEvents() {}

    @Override
    public String name() {
        return "critical-event";
    }

    @Override
    public List<Finding> observe(SecurityEvent event) {
        if (event.type().severity() != Severity.CRITICAL) {
            return List.of();
        }
        String doer = Attempted.doer(event);
        String about = event.subject().isEmpty() ? doer : doer + ", " + event.subject();
        return List.of(Finding.escalating(
                event,
                event.type().word() + ": " + about,
                "Critical event " + event.type().word() + " of " + about));
    }
}
