package io.bondtrader.security.guard;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/**
 * Failures in a row: some are free, then each doubles the wait, and in the end there is no next attempt. A success starts
 * the count anew; time alone does after {@code memory} without an attempt, never once the end is reached.
 *
 * <p>Immutable.
 *
 * @param free failures without a wait
 * @param firstDelay wait after the last free one
 * @param longestDelay no wait is longer
 * @param cap failures after which there is no next attempt; NIST SP 800-63B-4 section 3.2.2 allows at most 100
 * @param memory how long failures count
 */
public record ConsecutiveRule(int free, Duration firstDelay, Duration longestDelay, int cap, Duration memory)
        implements AttemptRule {

    /** Checks the bounds. */
    public ConsecutiveRule {
        InvalidInput.unless(free >= 1 && free <= 10, "free failures", free, "from 1 to 10");
        InvalidInput.unless(cap > free && cap <= 100, "cap", cap, "above the free failures, at most 100");
        InvalidInput.unless(
                firstDelay.compareTo(Duration.ofMillis(100)) >= 0, "first delay", firstDelay, "at least 0.1 s");
        InvalidInput.unless(
                longestDelay.compareTo(firstDelay) >= 0 && longestDelay.compareTo(Duration.ofDays(1)) <= 0,
                "longest delay",
                longestDelay,
                "from the first delay to a day");
        InvalidInput.unless(memory.compareTo(longestDelay) > 0, "memory", memory, "above the longest delay");
    }

    /** {@return five free failures, then one second doubling up to a quarter of an hour, one hundred in all, 30 days} */
    public static ConsecutiveRule standard() {
        return new ConsecutiveRule(5, Duration.ofSeconds(1), Duration.ofMinutes(15), 100, Duration.ofDays(30));
    }

    @Override
    public Instant admitsFrom(Attempts attempts, Instant now) {
        return attempts.consecutive() >= cap ? Instant.MAX : attempts.notBefore();
    }

    @Override
    public Attempts counted(Attempts attempts, Instant now) {
        int failures = attempts.consecutive() + 1;
        Instant forgetAt = failures >= cap ? Instant.MAX : now.plus(memory);
        return new Attempts(failures, now.plus(delay(failures)), 0, 0, 0, forgetAt);
    }

    @Override
    public Attempts takenBack(Attempts attempts, Attempts before, Attempts after, boolean succeeded) {
        if (succeeded || attempts.consecutive() == 0) {
            return Attempts.NONE;
        }
        return attempts.equals(after)
                ? before
                : new Attempts(attempts.consecutive() - 1, attempts.notBefore(), 0, 0, 0, attempts.forgetAt());
    }

    /** Returns the wait after so many failures. */
    Duration delay(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        // 2^40 first delays exceed a day, so that more doublings change nothing.
        Duration doubled = firstDelay.multipliedBy(1L << Math.min(failures - free, 40));
        return doubled.compareTo(longestDelay) < 0 ? doubled : longestDelay;
    }
}
