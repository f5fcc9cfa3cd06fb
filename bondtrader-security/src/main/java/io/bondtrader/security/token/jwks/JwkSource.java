package io.bondtrader.security.token.jwks;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeysUnavailable;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.KeyLookup;
import io.bondtrader.security.token.jose.KeySource;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.VerificationKeys;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's keys, fetched and kept. They are fetched anew when they are old, and when a token names one that is not among
 * them; in either case at most once within the cool-down, by one thread, while all others go on with what there is. When the
 * issuer is out of reach the keys serve on up to their greatest age, and not beyond.
 *
 * <p>Safe for use by many threads. The first fetch and the first failure after a success are reported, and so is recovery.
 */
public final class JwkSource implements KeySource {

    private static final int MOST_UNKNOWN = 1024;

    private final URI address;
    private final JwkFetch fetch;
    private final Set<SignatureAlgorithm> algorithms;
    private final JwkTimes times;
    private final InstantSource clock;
    private final SecurityEventSink events;
    private final Executor background;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile @Nullable Snapshot snapshot;
    private volatile @Nullable Instant triedAt;
    private final AtomicInteger failures = new AtomicInteger();

    /** Identifiers that a fresh set did not have, and since when; the oldest go first. */
    private final Map<String, Instant> unknown = new LinkedHashMap<>();

    private record Snapshot(VerificationKeys keys, Instant fetchedAt, long generation) {}

    /**
     * How long keys are kept.
     *
     * @param fresh for how long they are used without asking; issuers publish new keys at least this long before use
     * @param greatestAge for how long they are used when the issuer is out of reach
     * @param coolDown how long after a fetch there is no other, whatever tokens name
     */
    public record JwkTimes(Duration fresh, Duration greatestAge, Duration coolDown) {

        /**
         * Checks the durations.
         *
         * @throws InvalidInput if one is not above zero, or the keys were to serve for less time than they are fresh
         */
        public JwkTimes {
            InvalidInput.unless(!fresh.isNegative() && !fresh.isZero(), "fresh", fresh, "above zero");
            InvalidInput.unless(greatestAge.compareTo(fresh) >= 0, "greatest age", greatestAge, "at least " + fresh);
            InvalidInput.unless(!coolDown.isNegative() && !coolDown.isZero(), "cool-down", coolDown, "above zero");
        }

        /** {@return fresh for 5 minutes, used for 4 hours at most, 30 seconds between fetches} */
        public static JwkTimes usual() {
            return new JwkTimes(Duration.ofMinutes(5), Duration.ofHours(4), Duration.ofSeconds(30));
        }
    }

    private JwkSource(
            URI address,
            JwkFetch fetch,
            Set<SignatureAlgorithm> algorithms,
            JwkTimes times,
            InstantSource clock,
            SecurityEventSink events,
            Executor background) {
        this.address = address;
        this.fetch = Objects.requireNonNull(fetch, "fetch");
        this.algorithms = Set.copyOf(algorithms);
        this.times = Objects.requireNonNull(times, "times");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.events = Objects.requireNonNull(events, "events");
        this.background = Objects.requireNonNull(background, "background");
    }

    /**
     * Returns a source that has fetched nothing yet; see {@link #start}.
     *
     * @param address of the set, from the configuration and never from a token; https
     * @param fetch gets it
     * @param algorithms those agreed; a key that names none gets the only one of them that fits it
     * @param times how long keys are kept
     * @param clock tells the time
     * @param events gets outages and recoveries
     * @param background runs the fetches that no request waits for
     * @return the source
     * @throws InvalidInput if the address is not absolute with https, or no algorithm is agreed
     */
    public static JwkSource of(
            URI address,
            JwkFetch fetch,
            Set<SignatureAlgorithm> algorithms,
            JwkTimes times,
            InstantSource clock,
            SecurityEventSink events,
            Executor background) {
        boolean https = "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null;
        InvalidInput.unless(https, "address of keys", "another", "absolute with https, without a user");
        InvalidInput.unless(!algorithms.isEmpty(), "algorithms", algorithms, "at least one");
        return new JwkSource(address, fetch, algorithms, times, clock, events, background);
    }

    /**
     * Fetches for the first time, or again.
     *
     * @return this
     * @throws KeysUnavailable if the keys cannot be had
     */
    public JwkSource start() {
        fetching.lock();
        try {
            Snapshot got = fetchNow();
            if (got == null) {
                throw new KeysUnavailable("public keys of an issuer could not be fetched, or are not in form");
            }
            return this;
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public KeyLookup find(@Nullable String keyId) {
        Instant now = clock.instant();
        Snapshot current = snapshot;
        if (current == null || isPast(current, times.greatestAge(), now)) {
            current = refetched(null, now);
            if (current == null || isPast(current, times.greatestAge(), now)) {
                return new KeyLookup.Unavailable();
            }
        } else {
            freshenInBackground(current, now);
        }
        KeyLookup found = current.keys().find(keyId);
        if (found instanceof KeyLookup.Found || keyId == null || isKnownUnknown(keyId, now)) {
            return found;
        }
        Snapshot renewed = refetched(keyId, now);
        return renewed == null ? found : renewed.keys().find(keyId);
    }

    private void freshenInBackground(Snapshot current, Instant now) {
        if (isPast(current, times.fresh(), now) && mayFetch(now)) {
            try {
                background.execute(() -> refetched(null, clock.instant()));
            } catch (RejectedExecutionException busy) {
                // The keys serve on; the next request asks again.
                return;
            }
        }
    }

    /** Fetches unless another thread does, or one did a short while ago. Never waits for another's fetch. */
    private @Nullable Snapshot refetched(@Nullable String wanted, Instant now) {
        if (!mayFetch(now) || !fetching.tryLock()) {
            return snapshot;
        }
        try {
            // Looked at again: somebody may have fetched between the question and the lock.
            if (!mayFetch(now)) {
                return snapshot;
            }
            Snapshot got = fetchNow();
            if (got != null && wanted != null && !(got.keys().find(wanted) instanceof KeyLookup.Found)) {
                remember(wanted, now);
            }
            return snapshot;
        } finally {
            fetching.unlock();
        }
    }

    private boolean mayFetch(Instant now) {
        Instant last = triedAt;
        return last == null || !now.isBefore(last.plus(times.coolDown()));
    }

    /** Only under the lock. */
    private @Nullable Snapshot fetchNow() {
        Instant now = clock.instant();
        triedAt = now;
        try {
            VerificationKeys keys = VerificationKeys.read(fetch.fetch(address), algorithms);
            Snapshot before = snapshot;
            long generation = before == null
                    ? 0
                    : before.generation() + (before.keys().keys().equals(keys.keys()) ? 0 : 1);
            Snapshot got = new Snapshot(keys, now, generation);
            snapshot = got;
            if (failures.getAndSet(0) > 0) {
                report(SecurityEventType.SYS_MONITOR_ENABLED, now);
            }
            return got;
        } catch (IOException | BondTraderException failed) {
            failed(now);
            return null;
        } catch (RuntimeException broken) {
            failed(now);
            throw broken;
        }
    }

    private void failed(Instant now) {
        if (failures.incrementAndGet() == 1) {
            report(SecurityEventType.SYS_MONITOR_DISABLED, now);
        }
    }

    private void report(SecurityEventType type, Instant now) {
        events.report(SecurityEvent.of(type, now).about("token keys").with("host", address.getHost()));
    }

    private boolean isKnownUnknown(String keyId, Instant now) {
        synchronized (unknown) {
            Instant since = unknown.get(keyId);
            return since != null && now.isBefore(since.plus(times.fresh()));
        }
    }

    private void remember(String keyId, Instant now) {
        synchronized (unknown) {
            unknown.remove(keyId);
            unknown.put(keyId, now);
            if (unknown.size() > MOST_UNKNOWN) {
                unknown.remove(unknown.keySet().iterator().next());
            }
        }
    }

    private static boolean isPast(Snapshot snapshot, Duration age, Instant now) {
        return !now.isBefore(snapshot.fetchedAt().plus(age));
    }

    /** {@inheritDoc} Negative while there are no keys that are young enough. */
    @Override
    public long generation() {
        Snapshot current = snapshot;
        Instant now = clock.instant();
        if (current == null || isPast(current, times.greatestAge(), now)) {
            return -1;
        }
        // Whoever remembers tokens asks for this alone: the keys must not grow old meanwhile.
        freshenInBackground(current, now);
        return current.generation();
    }

    /** {@return how the source is, for a health check} */
    public JwkHealth health() {
        Snapshot current = snapshot;
        return current == null
                ? new JwkHealth(0, null, failures.get(), false)
                : new JwkHealth(
                        current.keys().keys().size(),
                        current.fetchedAt(),
                        failures.get(),
                        !isPast(current, times.greatestAge(), clock.instant()));
    }

    @Override
    public String toString() {
        return "JwkSource[" + address.getHost() + "]";
    }
}
