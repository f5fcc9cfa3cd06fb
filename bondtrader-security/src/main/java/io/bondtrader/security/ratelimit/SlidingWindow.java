package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * One limit for one thing. Admits at most the limit in every window; limits up to 16 are exact to the nanosecond, larger ones
 * free a permit at most a thirty-second of the window late. Safe for use by many threads.
 */
public final class SlidingWindow {

    private static final String NEVER_RETIRED = "a window that stands in no map is never retired";

    private final RatePolicy policy;
    private final WindowForm form;
    private final long[] window;
    private final LongSupplier ticks;
    private final long origin;

    private SlidingWindow(RatePolicy policy, LongSupplier ticks) {
        this.policy = policy;
        this.form = WindowForm.of(policy.limit(), policy.window().toNanos());
        this.window = form.window();
        this.ticks = ticks;
        this.origin = ticks.getAsLong();
    }

    /**
     * Returns a limit that nothing was used of.
     *
     * @param policy the limit; whom it holds for is not looked at
     * @param ticks a monotonic clock in nanoseconds, as {@code System::nanoTime}
     * @return the limit
     */
    public static SlidingWindow of(RatePolicy policy, LongSupplier ticks) {
        return new SlidingWindow(policy, ticks);
    }

    /**
     * Uses permits if that many are free.
     *
     * @param permits at least 1
     * @return whether they were, and what is left
     * @throws InvalidInput if less than 1 is asked for
     */
    public Verdict take(int permits) {
        if (permits < 1) {
            throw new InvalidInput("permits", permits, "at least 1");
        }
        return Objects.requireNonNull(
                Charge.one(policy, form, window, ticks.getAsLong() - origin, permits), NEVER_RETIRED);
    }

    @Override
    public String toString() {
        return "SlidingWindow[" + policy.name() + ": " + policy.limit() + " in " + policy.window() + "]";
    }
}
