package io.bondtrader.security.session;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;

/**
 * How long sessions last. Both limits always hold; there is no session without an end.
 *
 * <p>Immutable.
 *
 * @param idle a session ends after so long without use, from a minute to a day
 * @param absolute a session ends so long after sign-in, whatever is done in it, from {@code idle} to 30 days
 */
public record SessionLimits(Duration idle, Duration absolute) {

    /** Checks the bounds. */
    public SessionLimits {
        InvalidInput.unless(
                idle.compareTo(Duration.ofMinutes(1)) >= 0 && idle.compareTo(Duration.ofDays(1)) <= 0,
                "idle limit",
                idle,
                "from a minute to a day");
        InvalidInput.unless(
                absolute.compareTo(idle) >= 0 && absolute.compareTo(Duration.ofDays(30)) <= 0,
                "absolute limit",
                absolute,
                "from the idle limit to 30 days");
    }

    /** {@return 30 minutes of rest and 12 hours in all: NIST SP 800-63B-4 asks for no more at its second level} */
    public static SessionLimits standard() {
        return new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12));
    }
}
