package io.bondtrader.compliance.schedule;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;

/**
 * How often a run is tried, and how long to wait between: twice as long each time. Immutable.
 *
 * @param attempts how often at most
 * @param firstWait after the first failure
 * @param longestWait between two attempts
 */
public record RunRetries(int attempts, Duration firstWait, Duration longestWait) {

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput if there is no attempt, or a wait is negative or shorter than the first
     */
    public RunRetries {
        InvalidInput.unless(attempts >= 1 && attempts <= 100, "attempts", attempts, "1 to 100");
        InvalidInput.unless(!firstWait.isNegative(), "first wait", firstWait, "not negative");
        InvalidInput.unless(longestWait.compareTo(firstWait) >= 0, "longest wait", longestWait, "at least the first");
    }

    /** {@return five attempts, from one minute to half an hour} */
    public static RunRetries standard() {
        return new RunRetries(5, Duration.ofMinutes(1), Duration.ofMinutes(30));
    }

    /**
     * Returns how long to wait.
     *
     * @param failures how many there were, 1 or more
     * @return until the next attempt
     */
    public Duration waitAfter(int failures) {
        Duration wait = firstWait;
        for (int i = 1; i < failures && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
