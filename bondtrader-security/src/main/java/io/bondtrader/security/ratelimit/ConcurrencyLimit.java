package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many requests of one key may be at work at once. Keys without one take no room. Safe for use by many threads.
 */
public final class ConcurrencyLimit {

    private final int most;
    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    private ConcurrencyLimit(int most) {
        this.most = most;
    }

    /**
     * Returns a limit.
     *
     * @param most requests of one key at once, at least 1
     * @return the limit
     * @throws InvalidInput if it is less
     */
    public static ConcurrencyLimit of(int most) {
        InvalidInput.unless(most >= 1, "most", most, "at least 1");
        return new ConcurrencyLimit(most);
    }

    /**
     * Begins a request.
     *
     * @param key whom or what it is counted for
     * @return a permit to be closed when the request is over; nothing if as many are at work as may be
     */
    public Optional<Permit> begin(String key) {
        AtomicBoolean begun = new AtomicBoolean();
        running.compute(key, (same, count) -> {
            int now = count == null ? 0 : count;
            begun.set(now < most);
            return now < most ? Integer.valueOf(now + 1) : count;
        });
        return begun.get() ? Optional.of(new Permit(this, key)) : Optional.empty();
    }

    private void end(String key) {
        running.computeIfPresent(key, (same, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /** How many keys have a request at work. */
    int keys() {
        return running.size();
    }

    /** A request at work. Closing it twice ends it once. Safe for use by many threads. */
    public static final class Permit implements AutoCloseable {

        private final ConcurrencyLimit limit;
        private final String key;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Permit(ConcurrencyLimit limit, String key) {
            this.limit = limit;
            this.key = key;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                limit.end(key);
            }
        }
    }
}
