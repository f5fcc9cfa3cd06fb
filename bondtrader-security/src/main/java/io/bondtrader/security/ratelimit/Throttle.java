package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Spaces calls evenly instead of refusing them: each is told how long to wait, and only one that would wait too long is
 * refused. For calls that we make to others as much as for those that are made to us.
 *
 * <p>Source: the virtual scheduling form of the generic cell rate algorithm, ITU-T I.371. Waits for nobody itself. Safe for
 * use by many threads.
 */
public final class Throttle {

    private final long interval;
    private final long longest;
    private final LongSupplier ticks;
    private final long origin;
    /** When the next call may be made. */
    private final AtomicLong next = new AtomicLong();

    private Throttle(long interval, long longest, LongSupplier ticks) {
        this.interval = interval;
        this.longest = longest;
        this.ticks = ticks;
        this.origin = ticks.getAsLong();
    }

    /**
     * Returns a throttle that lets a first call through at once.
     *
     * @param calls in a period, at least 1
     * @param period in which they are spread evenly
     * @param longestWait above which a call is refused
     * @param ticks a monotonic clock in nanoseconds
     * @return the throttle
     * @throws InvalidInput if a number is outside its range
     */
    public static Throttle of(int calls, Duration period, Duration longestWait, LongSupplier ticks) {
        InvalidInput.unless(calls >= 1, "calls", calls, "at least 1");
        boolean fits = !period.isNegative() && period.compareTo(Duration.ofDays(31)) <= 0 && period.toNanos() >= calls;
        InvalidInput.unless(fits, "period", period, "from a nanosecond a call to 31 days");
        boolean waits = !longestWait.isNegative() && longestWait.compareTo(Duration.ofDays(31)) <= 0;
        InvalidInput.unless(waits, "longestWait", longestWait, "from nothing to 31 days");
        // Rounded up: never more calls than were allowed.
        long interval = (period.toNanos() + calls - 1) / calls;
        return new Throttle(interval, longestWait.toNanos(), Objects.requireNonNull(ticks));
    }

    /**
     * Takes a place in line.
     *
     * @return how long to wait before the call; nothing if that would be too long, and no place is taken then
     */
    public Optional<Duration> reserve() {
        while (true) {
            long now = ticks.getAsLong() - origin;
            long at = next.get();
            long start = Math.max(at, now);
            if (start - now > longest) {
                return Optional.empty();
            }
            if (next.compareAndSet(at, start + interval)) {
                return Optional.of(Duration.ofNanos(start - now));
            }
        }
    }
}
