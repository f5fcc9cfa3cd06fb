package io.bondtrader.security.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Limits of one process behind the SPI for many: for tests of what is built on it. Safe for use by many threads. */
public final class InMemoryLimits implements LimitState {

    private final Map<String, Counted> windows = new HashMap<>();
    private final LongSupplier ticks;
    private final long origin;

    /**
     * Creates limits that nothing was used of.
     *
     * @param ticks a monotonic clock in nanoseconds
     */
    public InMemoryLimits(LongSupplier ticks) {
        this.ticks = Objects.requireNonNull(ticks);
        this.origin = ticks.getAsLong();
    }

    @Override
    public synchronized List<LimitReading> take(List<LimitCharge> charges) {
        long now = ticks.getAsLong() - origin;
        boolean all = true;
        for (LimitCharge charge : charges) {
            all &= window(charge).used(now) + charge.permits() <= charge.limit();
        }
        List<LimitReading> readings = new ArrayList<>();
        for (LimitCharge charge : charges) {
            readings.add(reading(charge, window(charge), now, all));
        }
        return readings;
    }

    private static LimitReading reading(LimitCharge charge, Counted window, long now, boolean admitted) {
        if (admitted) {
            window.add(now, charge.permits());
        }
        int used = window.used(now);
        Duration reset = Duration.ofNanos(used == 0 ? 0 : Math.max(window.emptyAt() - now, 0));
        int remaining = Math.max(charge.limit() - used, 0);
        if (admitted || charge.permits() <= charge.limit() - used) {
            return new LimitReading(true, remaining, reset, Duration.ZERO);
        }
        long retry = charge.permits() > charge.limit()
                ? Long.MAX_VALUE
                : window.until(now, charge.permits() - (charge.limit() - used));
        return new LimitReading(false, remaining, reset, Duration.ofNanos(retry));
    }

    private Counted window(LimitCharge charge) {
        return windows.computeIfAbsent(
                charge.policy() + "\n" + charge.key() + "\n" + charge.window(), missing -> Counted.of(charge));
    }

    /** A window and how it counts, which stays even if the limit changes. */
    private static final class Counted {

        private final WindowForm form;
        private final long[] window;

        private Counted(WindowForm form) {
            this.form = form;
            this.window = form.window();
        }

        static Counted of(LimitCharge charge) {
            return new Counted(WindowForm.of(charge.limit(), charge.window().toNanos()));
        }

        int used(long now) {
            return form.used(window, now);
        }

        void add(long now, int permits) {
            form.add(window, now, permits);
        }

        long until(long now, int permits) {
            return form.until(window, now, permits);
        }

        long emptyAt() {
            return form.emptyAt(window);
        }
    }
}
