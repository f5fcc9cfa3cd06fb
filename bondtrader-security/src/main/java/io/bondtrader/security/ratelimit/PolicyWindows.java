package io.bondtrader.security.ratelimit;

import java.util.Arrays;
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
    final WindowForm form;
    private final int capacity;
    private final Map<Object, long[]> windows;
    private final long[][] shared;
    private final @Nullable PolicyWindows before;
    private final AtomicInteger count;
    private @Nullable Iterator<Map.Entry<Object, long[]>> sweep;

    PolicyWindows(RatePolicy policy, int capacity) {
        this(policy, capacity, new ConcurrentHashMap<>(), sharedWindows(policy), new AtomicInteger(), null);
    }

    private PolicyWindows(
            RatePolicy policy,
            int capacity,
            Map<Object, long[]> windows,
            long[][] shared,
            AtomicInteger count,
            @Nullable PolicyWindows before) {
        this.policy = policy;
        this.form = form(policy);
        this.capacity = capacity;
        this.windows = windows;
        this.shared = shared;
        this.count = count;
        this.before = before;
    }

    private static WindowForm form(RatePolicy policy) {
        return WindowForm.of(policy.limit(), policy.window().toNanos());
    }

    private static long[][] sharedWindows(RatePolicy policy) {
        long[][] made = new long[SHARED][];
        Arrays.setAll(made, i -> form(policy).window());
        return made;
    }

    /** Returns windows for a changed policy that know what was used under this one. */
    PolicyWindows changedTo(RatePolicy next) {
        boolean sameForm = next.window().equals(policy.window())
                && next.scope() == policy.scope()
                && next.limit() <= LogForm.MOST == policy.limit() <= LogForm.MOST;
        if (sameForm) {
            // What a lower limit refused for a while may be free under a higher one.
            windows.values().forEach(WindowForm::reconsider);
            for (long[] window : shared) {
                WindowForm.reconsider(window);
            }
            return new PolicyWindows(next, capacity, windows, shared, count, before);
        }
        PolicyWindows known = next.scope() == policy.scope() ? this : null;
        return new PolicyWindows(
                next, capacity, new ConcurrentHashMap<>(), sharedWindows(next), new AtomicInteger(), known);
    }

    long[] window(Object key, long now) {
        long[] window = windows.get(key);
        return window != null ? window : made(key, now);
    }

    /** How many keys have a window of their own. */
    int size() {
        return count.get();
    }

    private long[] made(Object key, long now) {
        makeRoom(now);
        if (count.get() >= capacity) {
            int hash = key.hashCode();
            return shared[((hash ^ (hash >>> 16)) & Integer.MAX_VALUE) % SHARED];
        }
        return windows.computeIfAbsent(key, missing -> {
            count.incrementAndGet();
            long[] fresh = form.window();
            inherit(key, fresh, now);
            return fresh;
        });
    }

    /** What was used under the policy before counts as used just now: late rather than twice. */
    private void inherit(Object key, long[] fresh, long now) {
        PolicyWindows old = before;
        long[] there = old == null ? null : old.windows.get(key);
        if (old != null && there != null && WindowForm.lock(there)) {
            try {
                int used = Math.min(old.form.used(there, now), policy.limit());
                if (used > 0) {
                    form.used(fresh, now);
                    form.add(fresh, now, used);
                }
            } finally {
                WindowForm.unlock(there);
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
            Map.Entry<Object, long[]> next = sweep.next();
            if (form.retire(next.getValue(), now) && windows.remove(next.getKey(), next.getValue())) {
                count.decrementAndGet();
            }
        }
    }
}
