package io.bondtrader.security.secret;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.SecretRefused;
import io.bondtrader.security.error.SecretUnavailable;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to secrets: asks whether the reader may, fetches and caches, and records every access, allowed or not, before a
 * value is given. When the source does not answer, what it gave last is served for a bounded time and says so; after that
 * the read fails. Nothing else is ever put in a secret's place, environment variables least of all.
 *
 * <p>Safe for use by many threads: one of them fetches a secret, others who want the same one wait for it.
 * {@link #close} wipes what is cached.
 */
public final class Secrets implements AutoCloseable {

    private final SecretSource source;
    private final SecretAccessRule rule;
    private final Duration fresh;
    private final Duration stale;
    private final Duration pause;
    private final int capacity;
    private final InstantSource clock;
    private final SecurityEventSink events;
    private final Set<String> variables;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Map<Key, CachedSecret> cache = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Key(String name, SecretStage stage) {}

    private Secrets(Builder builder) {
        this.source = builder.source;
        this.rule = builder.rule;
        this.fresh = builder.fresh;
        this.stale = builder.stale;
        this.pause = builder.pause;
        this.capacity = builder.capacity;
        this.clock = builder.clock;
        this.events = builder.events;
        this.variables = builder.variables;
    }

    /**
     * Begins a way to secrets.
     *
     * @param source where they are kept
     * @param rule who may read what
     * @return a builder: values are fresh for five minutes, served for an hour more while the source is away, and a source
     *     that failed is asked again after a second
     */
    public static Builder builder(SecretSource source, SecretAccessRule rule) {
        return new Builder(source, rule);
    }

    /**
     * Reads the current version of a secret.
     *
     * @param name of the secret
     * @param access who reads, and why
     * @return the secret; close it after use
     * @throws SecretRefused if the reader may not, or there is no such secret
     * @throws SecretUnavailable if the source does not answer, and has not for too long
     */
    public SecretReading read(String name, SecretAccess access) {
        return read(name, SecretStage.CURRENT, access);
    }

    /**
     * Reads a version of a secret.
     *
     * @param name of the secret
     * @param stage which version
     * @param access who reads, and why
     * @return the secret; close it after use
     * @throws SecretRefused if the reader may not, or there is no such version
     * @throws SecretUnavailable if the source does not answer, and has not for too long
     */
    public SecretReading read(String name, SecretStage stage, SecretAccess access) {
        SecretNames.checked(name);
        Objects.requireNonNull(access, "access");
        reportShadow(name);
        if (!allowed(name, access)) {
            throw refused(name, stage, access, "not allowed");
        }
        if (closed) {
            throw failed(name, stage, access, "cannot be read any more: the way to it was closed");
        }
        CachedSecret slot = slot(new Key(name, stage));
        SecretReading reading;
        try {
            reading = slot.read(name, stage, clock.instant(), this);
        } catch (SecretUnavailable away) {
            throw failed(name, stage, access, "cannot be had from its source now");
        }
        if (reading == null) {
            throw refused(name, stage, access, "does not exist");
        }
        try {
            events.report(event(SecurityEventType.SENSITIVE_READ, name, stage, access)
                    .with("version", reading.version())
                    .with("staleSeconds", reading.staleness().toSeconds()));
            return reading;
        } catch (RuntimeException unrecorded) {
            reading.close();
            throw unrecorded;
        }
    }

    /**
     * Does something with a secret that may have been rotated a moment ago: with the current version as cached, then, if that
     * was rejected, with the current one as the source has it now, then with the previous one.
     *
     * @param <R> what comes of it
     * @param name of the secret
     * @param access who reads, and why; each version tried is recorded
     * @param attempt tries a version; gives nothing if the other side rejected it
     * @return what the first accepted attempt gave; nothing if all were rejected
     */
    public <R> Optional<R> attempt(String name, SecretAccess access, Function<SecretReading, Optional<R>> attempt) {
        String first;
        try (SecretReading reading = read(name, access)) {
            first = reading.version();
            Optional<R> result = attempt.apply(reading);
            if (result.isPresent()) {
                return result;
            }
        }
        forget(name);
        try (SecretReading reading = read(name, access)) {
            if (!reading.version().equals(first)) {
                Optional<R> result = attempt.apply(reading);
                if (result.isPresent()) {
                    return result;
                }
            }
        }
        try (SecretReading reading = read(name, SecretStage.PREVIOUS, access)) {
            return reading.version().equals(first) ? Optional.empty() : attempt.apply(reading);
        } catch (SecretRefused none) {
            return Optional.empty();
        }
    }

    /**
     * Reads secrets that an application cannot start without.
     *
     * @param names of the secrets
     * @param access who starts, and why
     * @throws SecretRefused if one does not exist
     * @throws SecretUnavailable if the source does not answer
     */
    public void require(List<String> names, SecretAccess access) {
        for (String name : names) {
            read(name, access).close();
        }
    }

    /**
     * Drops what is cached of a secret, after it was rotated.
     *
     * @param name of the secret
     */
    public void forget(String name) {
        for (SecretStage stage : SecretStage.values()) {
            CachedSecret slot = cache.get(new Key(name, stage));
            if (slot != null) {
                slot.outdate();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        cache.values().forEach(CachedSecret::wipe);
        cache.clear();
    }

    SecretSource source() {
        return source;
    }

    Duration fresh() {
        return fresh;
    }

    Duration stale() {
        return stale;
    }

    Duration pause() {
        return pause;
    }

    /** Names that do not exist take no room for long: an empty slot gives way first, then any other. */
    private CachedSecret slot(Key key) {
        CachedSecret slot = cache.computeIfAbsent(key, missing -> new CachedSecret());
        if (cache.size() > capacity) {
            cache.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(key))
                    .min((one, other) ->
                            one.getValue().lastUse().compareTo(other.getValue().lastUse()))
                    .ifPresent(oldest -> {
                        cache.remove(oldest.getKey(), oldest.getValue());
                        oldest.getValue().wipe();
                    });
        }
        return slot;
    }

    private boolean allowed(String name, SecretAccess access) {
        try {
            return rule.mayRead(access.reader(), name);
        } catch (RuntimeException failing) {
            return false;
        }
    }

    /** A variable that looks like the secret is not read; that it is there is told once. */
    private void reportShadow(String name) {
        String variable = variable(name);
        if (variables.contains(variable) && reported.add(variable)) {
            events.report(SecurityEvent.of(SecurityEventType.SENSITIVE_READ_FAIL, clock.instant())
                    .about(name)
                    .with("refused", "environment variable " + variable + " is ignored"));
        }
    }

    static String variable(String name) {
        StringBuilder variable = new StringBuilder();
        for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
            variable.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
        }
        return variable.toString();
    }

    private SecretRefused refused(String name, SecretStage stage, SecretAccess access, String why) {
        events.report(event(SecurityEventType.SENSITIVE_READ_FAIL, name, stage, access)
                .with("refused", why));
        return new SecretRefused(name);
    }

    private SecretUnavailable failed(String name, SecretStage stage, SecretAccess access, String why) {
        events.report(event(SecurityEventType.SENSITIVE_READ_FAIL, name, stage, access)
                .with("failed", why));
        return new SecretUnavailable(name, why);
    }

    private SecurityEvent event(SecurityEventType type, String name, SecretStage stage, SecretAccess access) {
        return SecurityEvent.of(type, clock.instant())
                .by(access.reader())
                .from(access.source())
                .about(name)
                .with("stage", stage.name())
                .with("reason", access.reason());
    }

    /** One version of one secret, as long as it is cached. */
    private static final class CachedSecret {

        private @Nullable SecretVersion version;
        private Instant fetchedAt = Instant.EPOCH;
        private Instant failedAt = Instant.MIN;
        private volatile Instant lastUse = Instant.EPOCH;
        private boolean outdated;
        private boolean away;

        Instant lastUse() {
            return lastUse;
        }

        /** Returns a copy of the value, or null if there is no such secret. */
        synchronized @Nullable SecretReading read(String name, SecretStage stage, Instant now, Secrets secrets) {
            lastUse = now;
            SecretVersion kept = version;
            boolean young = kept != null && !outdated && now.isBefore(fetchedAt.plus(secrets.fresh()));
            if (!young && !now.isBefore(failedAt.plus(secrets.pause()))) {
                try {
                    kept = fetched(name, stage, now, secrets);
                } catch (SecretUnavailable notNow) {
                    failedAt = now;
                    away = true;
                }
            }
            if (kept == null) {
                if (away) {
                    throw new SecretUnavailable(name, "cannot be had");
                }
                return null;
            }
            Duration age = Duration.between(fetchedAt.plus(secrets.fresh()), now);
            Duration staleness = age.isNegative() ? Duration.ZERO : age;
            if (staleness.compareTo(secrets.stale()) > 0) {
                throw new SecretUnavailable(name, "cannot be had");
            }
            return new SecretReading(
                    name, kept.id(), stage, fetchedAt, staleness, kept.value().duplicate());
        }

        private @Nullable SecretVersion fetched(String name, SecretStage stage, Instant now, Secrets secrets) {
            Optional<SecretVersion> answer;
            try {
                answer = secrets.source().read(name, stage);
            } catch (SecretUnavailable away) {
                throw away;
            } catch (BondTraderException | IllegalStateException | java.io.UncheckedIOException broken) {
                // The source's own words may hold a path or worse; they stay out of what a reader sees.
                throw new SecretUnavailable(name, "cannot be had");
            }
            wipe();
            version = answer.orElse(null);
            fetchedAt = now;
            outdated = false;
            away = false;
            return version;
        }

        synchronized void outdate() {
            outdated = true;
            failedAt = Instant.MIN;
        }

        synchronized void wipe() {
            if (version != null) {
                version.close();
                version = null;
            }
        }
    }

    /** Collects how secrets are read. Not safe for use by many threads. */
    public static final class Builder {

        private final SecretSource source;
        private final SecretAccessRule rule;
        private Duration fresh = Duration.ofMinutes(5);
        private Duration stale = Duration.ofHours(1);
        private Duration pause = Duration.ofSeconds(1);
        private int capacity = 1024;
        private InstantSource clock = InstantSource.system();
        private SecurityEventSink events = SecurityEventSink.none();
        private Set<String> variables = Set.of();

        private Builder(SecretSource source, SecretAccessRule rule) {
            this.source = Objects.requireNonNull(source);
            this.rule = Objects.requireNonNull(rule);
        }

        /**
         * Sets how long values are cached.
         *
         * @param freshFor how long the source is not asked again
         * @param staleFor how much longer they are served while the source does not answer; zero to fail at once
         * @return this builder
         * @throws InvalidInput if either is negative or above a day
         */
        public Builder cache(Duration freshFor, Duration staleFor) {
            this.fresh = duration("freshFor", freshFor);
            this.stale = duration("staleFor", staleFor);
            return this;
        }

        /**
         * Sets for how long a source that failed is left alone.
         *
         * @param between failures
         * @return this builder
         * @throws InvalidInput if it is negative or above a day
         */
        public Builder pause(Duration between) {
            this.pause = duration("pause", between);
            return this;
        }

        private static Duration duration(String name, Duration value) {
            boolean fits = !value.isNegative() && value.compareTo(Duration.ofDays(1)) <= 0;
            InvalidInput.unless(fits, name, value, "from nothing to a day");
            return value;
        }

        /**
         * Sets how many versions of secrets are cached.
         *
         * @param most at least 1
         * @return this builder
         * @throws InvalidInput if it is less
         */
        public Builder capacity(int most) {
            InvalidInput.unless(most >= 1, "capacity", most, "at least 1");
            this.capacity = most;
            return this;
        }

        /**
         * Sets the clock; the system's otherwise.
         *
         * @param time of reads
         * @return this builder
         */
        public Builder clock(InstantSource time) {
            this.clock = Objects.requireNonNull(time);
            return this;
        }

        /**
         * Sets who hears of every access. A secret whose reading cannot be recorded is not given.
         *
         * @param sink of events
         * @return this builder
         */
        public Builder events(SecurityEventSink sink) {
            this.events = Objects.requireNonNull(sink);
            return this;
        }

        /**
         * Names the environment variables there are, so that one that looks like a secret is reported. None is ever read.
         *
         * @param names as {@code System.getenv().keySet()} has them
         * @return this builder
         */
        public Builder watchEnvironment(Set<String> names) {
            this.variables = Set.copyOf(names);
            return this;
        }

        /** {@return the way to the secrets} */
        public Secrets build() {
            return new Secrets(this);
        }
    }
}
