package io.bondtrader.compliance.audit.store;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;

/**
 * What a log does when its disk fails. Immutable.
 *
 * @param kind what happens to events
 * @param bufferedEvents how many events wait in memory at most, when they are buffered; otherwise 0
 * @param retryAfter how long until the disk is tried again
 */
public record FailurePolicy(Kind kind, int bufferedEvents, Duration retryAfter) {

    /** What happens to events while the disk fails. */
    public enum Kind {
        /** None is taken any more until the log is opened again: what cannot be recorded is not done. */
        FAIL_CLOSED,
        /** Some wait in memory until the disk works again; further ones are refused. */
        BUFFER,
        /** They fail at once and are counted; the count is logged when the disk works again. */
        FAIL_OPEN_COUNTED
    }

    private static final int MOST_BUFFERED = 1 << 22;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if they do not fit the kind, or the pause is not positive
     */
    public FailurePolicy {
        boolean fits =
                kind == Kind.BUFFER ? bufferedEvents >= 1 && bufferedEvents <= MOST_BUFFERED : bufferedEvents == 0;
        InvalidInput.unless(fits, "buffered events", bufferedEvents, "1 to " + MOST_BUFFERED + ", or 0 without buffer");
        boolean positive = !retryAfter.isNegative() && !retryAfter.isZero();
        InvalidInput.unless(positive, "pause before a retry", retryAfter, "positive");
    }

    /** {@return the policy of refusing: the default} */
    public static FailurePolicy failClosed() {
        return new FailurePolicy(Kind.FAIL_CLOSED, 0, USUAL_PAUSE);
    }

    /**
     * Returns the policy of waiting.
     *
     * @param events how many may wait in memory
     * @return the policy
     */
    public static FailurePolicy buffer(int events) {
        return new FailurePolicy(Kind.BUFFER, events, USUAL_PAUSE);
    }

    /** {@return the policy of going on without events, and counting them} */
    public static FailurePolicy failOpenCounted() {
        return new FailurePolicy(Kind.FAIL_OPEN_COUNTED, 0, USUAL_PAUSE);
    }

    /**
     * Returns this policy with another pause.
     *
     * @param pause until the disk is tried again
     * @return the policy
     */
    public FailurePolicy retryingAfter(Duration pause) {
        return new FailurePolicy(kind, bufferedEvents, pause);
    }
}
