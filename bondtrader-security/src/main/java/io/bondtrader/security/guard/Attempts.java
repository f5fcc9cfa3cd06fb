package io.bondtrader.security.guard;

import java.time.Instant;
import java.util.Objects;

/**
 * What is remembered of attempts under one key.
 *
 * <p>Immutable.
 *
 * @param consecutive failures since the last success
 * @param notBefore when the next attempt may be made
 * @param window number of the current window, counted from 1970
 * @param current failures in that window
 * @param previous failures in the window before
 * @param forgetAt when nothing of this matters any more
 */
public record Attempts(int consecutive, Instant notBefore, long window, int current, int previous, Instant forgetAt) {

    /** No attempts. */
    public static final Attempts NONE = new Attempts(0, Instant.EPOCH, 0, 0, 0, Instant.EPOCH);

    /** Checks that nothing is missing. */
    public Attempts {
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(forgetAt, "forgetAt");
    }

    /** {@return whether there was more than one failure, so that a store that is full must not forget it} */
    public boolean hot() {
        return consecutive > 1 || current + previous > 1;
    }
}
