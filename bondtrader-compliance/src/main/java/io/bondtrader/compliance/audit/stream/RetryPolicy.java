package io.bondtrader.compliance.audit.stream;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long each time up to a limit, and a random part of it, so that many streams do
 * not come back at the same moment. Immutable.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 */
public record RetryPolicy(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * Checks the waits.
     *
     * @throws InvalidInput if the first is not positive or the longest is shorter
     */
    public RetryPolicy {
        InvalidInput.unless(!first.isNegative() && !first.isZero(), "first wait", first, "longer than 0");
        InvalidInput.unless(longest.compareTo(first) >= 0, "longest wait", longest, "at least the first, " + first);
    }

    /** {@return a second at first, at most five minutes} */
    public static RetryPolicy standard() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    /**
     * Returns how long to wait.
     *
     * @param failures so many in a row, at least 1
     * @param random the random part's source
     * @return between half of the doubled wait and all of it
     */
    public Duration after(int failures, RandomGenerator random) {
        InvalidInput.unless(failures >= 1, "failures", failures, "at least 1");
        long full = longest.toNanos();
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        if (first.toNanos() <= full >> doublings) {
            full = first.toNanos() << doublings;
        }
        return Duration.ofNanos(full / 2 + random.nextLong(full - full / 2 + 1));
    }
}
