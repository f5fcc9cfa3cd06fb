package io.bondtrader.security.guard;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attempts of one process, gone with it. Holds so many keys and no more: the oldest with a single failure goes first, then
 * what is forgotten by now. When all keys are hot, keys that come new share one record, so that a flood makes the guard
 * stricter and never forgetful.
 *
 * <p>Safe for use by many threads. Each call takes constant time.
 */
public final class InMemoryAttempts implements AttemptStore {

    private final int capacity;
    private final Map<String, Attempts> cold = new LinkedHashMap<>();
    private final Map<String, Attempts> hot = new LinkedHashMap<>();
    private Attempts shared = Attempts.NONE;

    /** Creates a store of 100,000 keys. */
    public InMemoryAttempts() {
        this(100_000);
    }

    /**
     * Creates a store.
     *
     * @param capacity how many keys it holds, at least one
     */
    public InMemoryAttempts(int capacity) {
        InvalidInput.unless(capacity >= 1, "capacity", capacity, "at least 1");
        this.capacity = capacity;
    }

    @Override
    public synchronized Attempts read(String key, Instant now) {
        Attempts kept = hasPlace(key, now) ? own(key) : shared;
        return kept.forgetAt().isAfter(now) ? kept : Attempts.NONE;
    }

    @Override
    public synchronized boolean compareAndSet(String key, Attempts expected, Attempts next, Instant now) {
        if (!read(key, now).equals(expected)) {
            return false;
        }
        if (!hasPlace(key, now)) {
            shared = next;
            return true;
        }
        cold.remove(key);
        hot.remove(key);
        if (!next.equals(Attempts.NONE)) {
            if (size() >= capacity) {
                makeRoom();
            }
            (next.hot() ? hot : cold).put(key, next);
        }
        return true;
    }

    /** {@return how many keys are remembered} */
    public synchronized int size() {
        return cold.size() + hot.size();
    }

    private Attempts own(String key) {
        return hot.getOrDefault(key, cold.getOrDefault(key, Attempts.NONE));
    }

    /** Says whether a key is kept under itself: it is, or there is room for it. */
    private boolean hasPlace(String key, Instant now) {
        boolean room = size() < capacity || !cold.isEmpty() || eldestIsForgotten(now);
        return room || hot.containsKey(key);
    }

    /** Records are put at the end whenever they change, so the first is the one left alone for longest. */
    private boolean eldestIsForgotten(Instant now) {
        return !hot.isEmpty() && !hot.values().iterator().next().forgetAt().isAfter(now);
    }

    private void makeRoom() {
        Iterator<String> eldest = (cold.isEmpty() ? hot : cold).keySet().iterator();
        eldest.next();
        eldest.remove();
    }
}
