package io.bondtrader.security.guard;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.StateFull;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Things of one process, gone with it. Holds so many and no more: what is of no use goes first, and when all are of use the
 * next one is refused.
 *
 * <p>Safe for use by many threads.
 *
 * @param <T> what is kept
 */
public final class InMemorySingleUse<T> implements SingleUseStore<T> {

    private final int capacity;
    private final Map<String, Kept<T>> kept = new HashMap<>();
    private final PriorityQueue<Kept<T>> byEnd = new PriorityQueue<>((a, b) -> a.until.compareTo(b.until));

    private record Kept<T>(String key, T value, Instant until) {}

    /** Creates a store of 100,000 things. */
    public InMemorySingleUse() {
        this(100_000);
    }

    /**
     * Creates a store.
     *
     * @param capacity how many things it holds, at least one
     */
    public InMemorySingleUse(int capacity) {
        InvalidInput.unless(capacity >= 1, "capacity", capacity, "at least 1");
        this.capacity = capacity;
    }

    @Override
    public synchronized void keep(String key, T value, Instant until, Instant now) {
        sweep(now);
        if (byEnd.size() >= capacity) {
            throw new StateFull("things under way", capacity);
        }
        Kept<T> entry = new Kept<>(key, value, until);
        if (kept.putIfAbsent(key, entry) != null) {
            throw new IllegalStateException("a key is used for one thing alone");
        }
        byEnd.add(entry);
    }

    @Override
    public synchronized Optional<T> find(String key, Instant now) {
        return useful(kept.get(key), now);
    }

    @Override
    public synchronized Optional<T> takeOnce(String key, Instant now) {
        return useful(kept.remove(key), now);
    }

    private static <T> Optional<T> useful(@Nullable Kept<T> entry, Instant now) {
        return entry == null || !entry.until.isAfter(now) ? Optional.empty() : Optional.of(entry.value);
    }

    /** What was taken stays in the queue until its end and counts, so that a flood of short things is bounded too. */
    private void sweep(Instant now) {
        Kept<T> first = byEnd.peek();
        while (first != null && !first.until.isAfter(now)) {
            byEnd.remove();
            kept.remove(first.key, first);
            first = byEnd.peek();
        }
    }
}
