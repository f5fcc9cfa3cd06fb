package io.bondtrader.security.guard;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/**
 * So many failures in any stretch of time of this length. Two windows side by side cover every such stretch and together
 * hold no more than the limit, so that the limit is never exceeded; whoever reached it waits up to two lengths. A success
 * takes back no failure.
 *
 * <p>Immutable.
 *
 * @param limit failures, at least one
 * @param length of the window, from a second to a day
 */
public record WindowRule(int limit, Duration length) implements AttemptRule {

    /** Checks the bounds. */
    public WindowRule {
        InvalidInput.unless(limit >= 1, "limit", limit, "at least 1");
        InvalidInput.unless(
                length.compareTo(Duration.ofSeconds(1)) >= 0 && length.compareTo(Duration.ofDays(1)) <= 0,
                "length",
                length,
                "from a second to a day");
    }

    @Override
    public Instant admitsFrom(Attempts attempts, Instant now) {
        Attempts moved = moved(attempts, now);
        if (moved.current() + moved.previous() < limit) {
            return now;
        }
        return start(moved.window() + (moved.current() >= limit ? 2 : 1));
    }

    @Override
    public Attempts counted(Attempts attempts, Instant now) {
        Attempts moved = moved(attempts, now);
        return new Attempts(
                0, Instant.EPOCH, moved.window(), moved.current() + 1, moved.previous(), start(moved.window() + 2));
    }

    @Override
    public Attempts takenBack(Attempts attempts, Attempts before, Attempts after, boolean succeeded) {
        if (attempts.window() == after.window() && attempts.current() > 0) {
            return with(attempts, attempts.current() - 1, attempts.previous());
        }
        if (attempts.window() == after.window() + 1 && attempts.previous() > 0) {
            return with(attempts, attempts.current(), attempts.previous() - 1);
        }
        return attempts;
    }

    private static Attempts with(Attempts attempts, int current, int previous) {
        return current + previous == 0
                ? Attempts.NONE
                : new Attempts(0, Instant.EPOCH, attempts.window(), current, previous, attempts.forgetAt());
    }

    /** Moves the windows on to now; a clock that falls back moves nothing. */
    private Attempts moved(Attempts attempts, Instant now) {
        long window = Math.max(Math.floorDiv(now.toEpochMilli(), length.toMillis()), attempts.window());
        long passed = window - attempts.window();
        int current = passed == 0 ? attempts.current() : 0;
        int previous = passed == 0 ? attempts.previous() : passed == 1 ? attempts.current() : 0;
        return new Attempts(0, Instant.EPOCH, window, current, previous, attempts.forgetAt());
    }

    private Instant start(long window) {
        return Instant.ofEpochMilli(window * length.toMillis());
    }
}
