package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits requests by several policies at once: a request passes all that hold for it, and uses permits of all, or of none. In
 * every window of every policy at most its limit is admitted, for each key, whatever the bursts, threads and edges.
 *
 * <p>Policies can be exchanged while requests are checked; what was used stays used. The number of keys is bounded. Violations
 * are reported, at most one a key and pause, with the number of those left out.
 *
 * <p>Holds the state of one process; a fleet shares its limits through {@link SharedRateLimiter}. Safe for use by many
 * threads; holds nothing that must be closed.
 */
public final class RateLimiter {

    private final LongSupplier ticks;
    private final long origin;
    private final int capacity;
    private final InstantSource clock;
    private final SecurityEventSink events;
    private final long pause;
    private volatile PolicyWindows[] policies;

    private RateLimiter(Builder builder, List<RatePolicy> policies) {
        this.ticks = builder.ticks;
        this.origin = ticks.getAsLong();
        this.capacity = builder.capacity;
        this.clock = builder.clock;
        this.events = builder.events;
        this.pause = builder.pause.toNanos();
        checkNames(policies);
        this.policies = policies.stream()
                .map(policy -> new PolicyWindows(policy, capacity))
                .toArray(PolicyWindows[]::new);
    }

    /**
     * Begins a limiter.
     *
     * @param ticks a monotonic clock in nanoseconds, as {@code System::nanoTime}; never one that can be set back
     * @return a builder
     */
    public static Builder builder(LongSupplier ticks) {
        return new Builder(ticks);
    }

    /**
     * Checks a request, and uses permits of every policy that holds for it if all allow it.
     *
     * @param request what is asked
     * @return the verdict of the policy that decides; nothing if no policy holds for it
     */
    public Optional<Verdict> check(RateRequest request) {
        return Optional.ofNullable(verdict(request));
    }

    private @Nullable Verdict verdict(RateRequest request) {
        PolicyWindows[] all = policies;
        long now = ticks.getAsLong() - origin;
        Verdict verdict;
        if (all.length == 1) {
            verdict = all[0].policy.holds(request) ? single(all[0], request, now) : null;
        } else {
            verdict = several(all, request, now);
        }
        if (verdict != null && !verdict.allowed()) {
            violated(all, verdict, request, now);
        }
        return verdict;
    }

    private static Verdict single(PolicyWindows windows, RateRequest request, long now) {
        RatePolicy policy = windows.policy;
        Object key = request.key(policy.scope());
        int permits = request.permits();
        while (true) {
            Verdict verdict = Charge.one(policy, windows.form, windows.window(key, now), now, permits);
            if (verdict != null) {
                return verdict;
            }
        }
    }

    /** Locks in the order of the policies, which is the same for everybody, so nobody waits in a circle. */
    private static @Nullable Verdict several(PolicyWindows[] all, RateRequest request, long now) {
        long[][] held = new long[all.length][];
        int[] used = new int[all.length];
        try {
            Verdict refusal = null;
            for (int i = 0; i < all.length; i++) {
                RatePolicy policy = all[i].policy;
                if (policy.holds(request)) {
                    long[] window = lockedWindow(all[i], request.key(policy.scope()), now);
                    held[i] = window;
                    used[i] = all[i].form.used(window, now);
                    if (used[i] + request.permits() > policy.limit()) {
                        Verdict denied = Charge.denied(policy, all[i].form, window, now, used[i], request.permits());
                        refusal = refusal == null || denied.retryNanos() > refusal.retryNanos() ? denied : refusal;
                    }
                }
            }
            return refusal != null ? refusal : taken(all, held, used, request.permits(), now);
        } finally {
            for (long[] window : held) {
                if (window != null) {
                    WindowForm.unlock(window);
                }
            }
        }
    }

    private static long[] lockedWindow(PolicyWindows windows, Object key, long now) {
        long[] window = windows.window(key, now);
        while (!WindowForm.lock(window)) {
            window = windows.window(key, now);
        }
        return window;
    }

    private static @Nullable Verdict taken(PolicyWindows[] all, long[][] held, int[] used, int permits, long now) {
        Verdict least = null;
        for (int i = 0; i < all.length; i++) {
            long[] window = held[i];
            if (window != null) {
                WindowForm form = all[i].form;
                form.add(window, now, permits);
                Verdict allowed = Charge.allowed(all[i].policy, form, window, now, used[i] + permits);
                least = least == null || allowed.remaining() < least.remaining() ? allowed : least;
            }
        }
        return least;
    }

    /** One report a key and pause: the log must not be what the flood takes down. */
    private void violated(PolicyWindows[] all, Verdict verdict, RateRequest request, long now) {
        for (PolicyWindows windows : all) {
            if (windows.policy.name().equals(verdict.policy().name())) {
                long[] window = windows.window(request.key(windows.policy.scope()), now);
                if (!WindowForm.lock(window)) {
                    return;
                }
                long left = WindowForm.violated(window, now, pause);
                WindowForm.unlock(window);
                if (left >= 0) {
                    events.report(event(verdict, request, left));
                }
                return;
            }
        }
    }

    private SecurityEvent event(Verdict verdict, RateRequest request, long left) {
        return SecurityEvent.of(SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED, clock.instant())
                .from(request.address())
                .about(request.endpoint())
                .with("policy", verdict.policy().name())
                .with("subject", request.subject() == null ? "" : request.subject())
                .with("unreported", left);
    }

    /**
     * Exchanges the policies. A policy of the same name keeps what was used: exactly if its window has the same length,
     * otherwise as if it had been used at the moment of the exchange.
     *
     * @param next the new policies
     * @throws InvalidInput if two have one name
     */
    public synchronized void replacePolicies(List<RatePolicy> next) {
        checkNames(next);
        Map<String, PolicyWindows> known = new HashMap<>();
        for (PolicyWindows windows : policies) {
            known.put(windows.policy.name(), windows);
        }
        List<PolicyWindows> changed = new ArrayList<>();
        for (RatePolicy policy : next) {
            PolicyWindows before = known.get(policy.name());
            changed.add(before == null ? new PolicyWindows(policy, capacity) : before.changedTo(policy));
        }
        policies = changed.toArray(PolicyWindows[]::new);
    }

    /** {@return the policies in force} */
    public List<RatePolicy> policies() {
        List<RatePolicy> all = new ArrayList<>();
        for (PolicyWindows windows : policies) {
            all.add(windows.policy);
        }
        return all;
    }

    private static void checkNames(List<RatePolicy> policies) {
        Set<String> names = new HashSet<>();
        for (RatePolicy policy : policies) {
            InvalidInput.unless(names.add(policy.name()), "name of a policy", policy.name(), "given once");
        }
    }

    /** Collects what a limiter needs. Not safe for use by many threads. */
    public static final class Builder {

        private final LongSupplier ticks;
        private int capacity = 100_000;
        private InstantSource clock = InstantSource.system();
        private SecurityEventSink events = SecurityEventSink.none();
        private Duration pause = Duration.ofSeconds(10);

        private Builder(LongSupplier ticks) {
            this.ticks = Objects.requireNonNull(ticks);
        }

        /**
         * Sets how many keys of each policy have a window of their own, about 250 bytes each.
         *
         * @param keys at least 1
         * @return this builder
         * @throws InvalidInput if it is less
         */
        public Builder capacity(int keys) {
            InvalidInput.unless(keys >= 1, "capacity", keys, "at least 1");
            this.capacity = keys;
            return this;
        }

        /**
         * Sets who hears of violations, and how often.
         *
         * @param sink of events
         * @param time of day, for the events
         * @param between reports of one key at least so long
         * @return this builder
         */
        public Builder events(SecurityEventSink sink, InstantSource time, Duration between) {
            this.events = Objects.requireNonNull(sink);
            this.clock = Objects.requireNonNull(time);
            InvalidInput.unless(!between.isNegative(), "time between reports", between, "0 or more");
            this.pause = between;
            return this;
        }

        /**
         * Returns the limiter.
         *
         * @param policies in force; their order is that of locking and says nothing else
         * @return the limiter
         * @throws InvalidInput if two policies have one name
         */
        public RateLimiter build(List<RatePolicy> policies) {
            return new RateLimiter(this, policies);
        }
    }
}
