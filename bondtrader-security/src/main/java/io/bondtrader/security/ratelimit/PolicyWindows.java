package io.bondtrader.security.ratelimit;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one policy by key. Their number is bounded: windows that are empty make room, and when none is, further keys
 * share a fixed number of windows by their hash. So a flood of keys makes limits tighter, and frees nobody.
 */
final class PolicyWindows {

    private static final int SHARED = 256;
    private static final int SWEEP = 4;

    final RatePolicy policy;
    private final long length;
    private final int capacity;
    private final Map<Object, Window> windows;
    private final Window[] shared;
    private final @Nullable PolicyWindows before;
    private final AtomicInteger count;
    private @Nullable Iterator<Map.Entry<Object, Window>> sweep;

    PolicyWindows(RatePolicy policy, int capacity) {
        this(policy, capacity, new ConcurrentHashMap<>(), sharedWindows(policy), new AtomicInteger(), null);
    }

    private PolicyWindows(
            RatePolicy policy,
            int capacity,
            Map<Object, Window> windows,
            Window[] shared,
            AtomicInteger count,
            @Nullable PolicyWindows before) {
        this.policy = policy;
        this.length = policy.window().toNanos();
        this.capacity = capacity;
        this.windows = windows;
        this.shared = shared;
        this.count = count;
        this.before = before;
    }

    private static Window[] sharedWindows(RatePolicy policy) {
        Window[] made = new Window[SHARED];
        for (int i = 0; i < SHARED; i++) {
            made[i] = Window.of(policy.limit(), policy.window().toNanos());
        }
        return made;
    }

    /** Returns windows for a changed policy that know what was used under this one. */
    PolicyWindows changedTo(RatePolicy next) {
        boolean sameForm = next.window().equals(policy.window())
                && next.scope() == policy.scope()
                && next.limit() <= LogWindow.MOST == policy.limit() <= LogWindow.MOST;
        if (sameForm) {
            // What a lower limit refused for a while may be free under a higher one.
            windows.values().forEach(window -> window.deniedUntil = 0);
            for (Window window : shared) {
                window.deniedUntil = 0;
            }
            return new PolicyWindows(next, capacity, windows, shared, count, before);
        }
        PolicyWindows known = next.scope() == policy.scope() ? this : null;
        return new PolicyWindows(
                next, capacity, new ConcurrentHashMap<>(), sharedWindows(next), new AtomicInteger(), known);
    }

    Window window(Object key, long now) {
        Window window = windows.get(key);
        return window != null ? window : made(key, now);
    }

    /** How many keys have a window of their own. */
    int size() {
        return count.get();
    }

    private Window made(Object key, long now) {
        makeRoom(now);
        if (count.get() >= capacity) {
            int hash = key.hashCode();
            return shared[((hash ^ (hash >>> 16)) & Integer.MAX_VALUE) % SHARED];
        }
        return windows.computeIfAbsent(key, missing -> {
            count.incrementAndGet();
            Window fresh = Window.of(policy.limit(), length);
            inherit(key, fresh, now);
            return fresh;
        });
    }

    /** What was used under the policy before counts as used just now: late rather than twice. */
    private void inherit(Object key, Window fresh, long now) {
        PolicyWindows old = before;
        Window there = old == null ? null : old.windows.get(key);
        if (there != null && there.lock()) {
            try {
                int used = Math.min(there.used(now), policy.limit());
                if (used > 0) {
                    fresh.used(now);
                    fresh.add(now, used);
                }
            } finally {
                there.unlock();
            }
        }
    }

    /** Looks at a few windows at each new key: what is made is paid for by what goes. */
    private synchronized void makeRoom(long now) {
        for (int i = 0; i < SWEEP; i++) {
            if (sweep == null || !sweep.hasNext()) {
                sweep = windows.entrySet().iterator();
                if (!sweep.hasNext()) {
                    return;
                }
            }
            Map.Entry<Object, Window> next = sweep.next();
            if (next.getValue().retire(now) && windows.remove(next.getKey(), next.getValue())) {
                count.decrementAndGet();
            }
        }
    }
}
