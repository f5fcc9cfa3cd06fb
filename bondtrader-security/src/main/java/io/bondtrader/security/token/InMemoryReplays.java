package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers within one process, up to a number. When full it drops what is over; if that does not help it says so, and forgets
 * nothing that is still good.
 *
 * <p>Safe for use by many threads.
 */
public final class InMemoryReplays implements ReplayStore {

    private final InstantSource clock;
    private final int most;
    private final ConcurrentHashMap<String, Instant> seen = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /**
     * Creates an empty store.
     *
     * @param clock tells what is over
     * @param most how many are remembered at once, at least one
     */
    public InMemoryReplays(InstantSource clock, int most) {
        InvalidInput.unless(most > 0, "most", most, "at least one");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.most = most;
    }

    @Override
    public Outcome putIfAbsent(String digest, Instant until) {
        // The place is taken before the entry is made, so that many threads together do not pass the limit.
        if (size.incrementAndGet() > most) {
            sweep();
            if (size.get() > most) {
                size.decrementAndGet();
                return seen.containsKey(digest) ? Outcome.SEEN : Outcome.FULL;
            }
        }
        if (seen.putIfAbsent(digest, until) == null) {
            return Outcome.FIRST;
        }
        size.decrementAndGet();
        return Outcome.SEEN;
    }

    private void sweep() {
        Instant now = clock.instant();
        seen.forEach((digest, until) -> {
            if (now.isAfter(until) && seen.remove(digest, until)) {
                size.decrementAndGet();
            }
        });
    }
}
