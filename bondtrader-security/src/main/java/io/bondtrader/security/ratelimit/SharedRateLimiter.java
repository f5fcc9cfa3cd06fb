package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Limits for a fleet. Counts in a state that all machines share; while that does not answer, each machine counts its share by
 * itself, the limit divided by the machines, and asks the state again after a pause, with one request at a time.
 *
 * <p>While the state answers, at most the limit is admitted in every window. A window in which it falls out or comes back may
 * hold what was counted on either side: twice the limit at most, if the number of machines is right. Shares below one permit
 * are one.
 *
 * <p>Safe for use by many threads; holds nothing that must be closed.
 */
public final class SharedRateLimiter {

    private static final long NEVER = Long.MIN_VALUE;

    private final LimitState state;
    private final List<RatePolicy> policies;
    private final RateLimiter local;
    private final LongSupplier ticks;
    private final long pause;
    private final InstantSource clock;
    private final SecurityEventSink events;
    /** When the state may be asked again; {@link #NEVER} while it answers. */
    private final AtomicLong askAgain = new AtomicLong(NEVER);

    private SharedRateLimiter(
            LimitState state,
            List<RatePolicy> policies,
            int machines,
            LongSupplier ticks,
            Duration pause,
            InstantSource clock,
            SecurityEventSink events) {
        this.state = state;
        this.policies = policies;
        this.local = RateLimiter.builder(ticks).build(shares(policies, machines));
        this.ticks = ticks;
        this.pause = pause.toNanos();
        this.clock = clock;
        this.events = events;
    }

    /**
     * Returns limits of a fleet.
     *
     * @param state that all machines share
     * @param policies in force on all of them
     * @param machines how many there are, for the time without the state
     * @param ticks a monotonic clock in nanoseconds
     * @param pause before a state that failed is asked again
     * @param clock of events
     * @param events hears when the state falls out and comes back
     * @return the limits
     * @throws InvalidInput if there is no machine, the pause is not positive, or two policies have one name
     */
    public static SharedRateLimiter of(
            LimitState state,
            List<RatePolicy> policies,
            int machines,
            LongSupplier ticks,
            Duration pause,
            InstantSource clock,
            SecurityEventSink events) {
        InvalidInput.unless(machines >= 1, "machines", machines, "at least 1");
        InvalidInput.unless(!pause.isNegative() && !pause.isZero(), "pause", pause, "above 0");
        return new SharedRateLimiter(
                Objects.requireNonNull(state),
                List.copyOf(policies),
                machines,
                ticks,
                pause,
                Objects.requireNonNull(clock),
                Objects.requireNonNull(events));
    }

    private static List<RatePolicy> shares(List<RatePolicy> policies, int machines) {
        return policies.stream()
                .map(policy -> new RatePolicy(
                        policy.name(),
                        policy.scope(),
                        Math.max(1, policy.limit() / machines),
                        policy.window(),
                        policy.roles(),
                        policy.endpoints()))
                .toList();
    }

    /**
     * Checks a request.
     *
     * @param request what is asked
     * @return the verdict of the policy that decides; nothing if no policy holds for it
     */
    public Optional<Verdict> check(RateRequest request) {
        List<RatePolicy> holding = new ArrayList<>();
        List<LimitCharge> charges = new ArrayList<>();
        for (RatePolicy policy : policies) {
            if (policy.holds(request)) {
                holding.add(policy);
                charges.add(new LimitCharge(
                        policy.name(),
                        request.key(policy.scope()).toString(),
                        policy.limit(),
                        policy.window(),
                        request.permits()));
            }
        }
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        if (!mayAsk()) {
            return local.check(request);
        }
        List<LimitReading> readings;
        try {
            readings = state.take(charges);
        } catch (RuntimeException away) {
            fellOut();
            return local.check(request);
        }
        cameBack();
        return Optional.of(decided(holding, readings));
    }

    /** True for everybody while the state answers, and for one after each pause while it does not. */
    private boolean mayAsk() {
        long at = askAgain.get();
        if (at == NEVER) {
            return true;
        }
        long now = ticks.getAsLong();
        return now - at >= 0 && askAgain.compareAndSet(at, now + pause);
    }

    private void fellOut() {
        if (askAgain.getAndSet(ticks.getAsLong() + pause) == NEVER) {
            events.report(SecurityEvent.of(SecurityEventType.SYS_MONITOR_DISABLED, clock.instant())
                    .with("guard", "shared rate limits")
                    .with("instead", "each machine's share"));
        }
    }

    private void cameBack() {
        if (askAgain.get() != NEVER && askAgain.getAndSet(NEVER) != NEVER) {
            events.report(SecurityEvent.of(SecurityEventType.SYS_MONITOR_ENABLED, clock.instant())
                    .with("guard", "shared rate limits"));
        }
    }

    private static Verdict decided(List<RatePolicy> policies, List<LimitReading> readings) {
        Verdict decided = null;
        for (int i = 0; i < readings.size(); i++) {
            LimitReading reading = readings.get(i);
            Verdict verdict = new Verdict(
                    reading.fits(),
                    policies.get(i),
                    reading.remaining(),
                    reading.reset().toNanos(),
                    reading.retry().toNanos());
            decided = decided == null || outweighs(verdict, decided) ? verdict : decided;
        }
        return Objects.requireNonNull(decided);
    }

    private static boolean outweighs(Verdict one, Verdict other) {
        if (one.allowed() != other.allowed()) {
            return !one.allowed();
        }
        return one.allowed() ? one.remaining() < other.remaining() : one.retryNanos() > other.retryNanos();
    }
}
