package io.bondtrader.security.ratelimit;

import java.time.Duration;

/**
 * Whether a request may go on. Of several policies it names the one that decides: the one that refuses for longest, or the
 * one with the least left. Immutable.
 *
 * @param allowed whether the request may go on
 * @param policy which limit it speaks of
 * @param remaining permits left in that policy's window
 * @param resetNanos until all permits of that policy are free again
 * @param retryNanos until the same request can be allowed; 0 for an allowed one, {@link Long#MAX_VALUE} if never
 */
public record Verdict(boolean allowed, RatePolicy policy, int remaining, long resetNanos, long retryNanos) {

    /** {@return how long to wait before the same request; zero for an allowed one} */
    public Duration retryAfter() {
        return Duration.ofNanos(retryNanos);
    }

    /** {@return until all permits are free again} */
    public Duration resetAfter() {
        return Duration.ofNanos(resetNanos);
    }
}
