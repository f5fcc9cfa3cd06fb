package io.bondtrader.security.event;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Keeps a flood out of the trail. Events that outsiders can cause at will and that grant nothing are kept up to a number for
 * each type and stretch of time; beyond it every hundredth is kept and the others are counted, and the counts are recorded
 * when the stretch is over. All other events go through, each of them, and so does the exception of a sink that cannot keep one.
 *
 * <p>Time is that of the events. Safe for use by many threads; nothing is queued. Call {@link #recordDrops} before the end of
 * the process: counts not recorded yet are lost with it.
 */
public final class SampledEvents implements SecurityEventSink {

    /** Types that may be sampled: an outsider can cause them at will, and none of them grants. */
    private static final Set<SecurityEventType> AT_WILL = EnumSet.of(
            SecurityEventType.AUTHN_LOGIN_FAIL,
            SecurityEventType.AUTHN_LOGIN_FAIL_MAX,
            SecurityEventType.AUTHZ_FAIL,
            SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED,
            SecurityEventType.INPUT_VALIDATION_FAIL,
            SecurityEventType.MALICIOUS_EXCESS_404,
            SecurityEventType.MALICIOUS_EXTRANEOUS,
            SecurityEventType.MALICIOUS_CORS,
            SecurityEventType.SEQUENCE_FAIL,
            SecurityEventType.SESSION_USE_AFTER_EXPIRE);

    private static final int ONE_IN = 100;

    private final SecurityEventSink behind;
    private final Set<SecurityEventType> sampled;
    private final int kept;
    private final Duration length;
    private final Map<SecurityEventType, Long> seen = new EnumMap<>(SecurityEventType.class);
    private final Map<SecurityEventType, Long> dropped = new EnumMap<>(SecurityEventType.class);
    private Instant start = Instant.EPOCH;

    private SampledEvents(SecurityEventSink behind, Set<SecurityEventType> sampled, int kept, Duration length) {
        InvalidInput.unless(AT_WILL.containsAll(sampled), "sampled", sampled, "among " + AT_WILL);
        InvalidInput.unless(kept >= 1, "kept", kept, "at least 1");
        InvalidInput.unless(!length.isNegative() && !length.isZero(), "length", length, "above 0");
        this.behind = Objects.requireNonNull(behind);
        this.sampled = Set.copyOf(sampled);
        this.kept = kept;
        this.length = length;
    }

    /**
     * Returns a sink that keeps 1000 a minute of each of these: exceeded rate limits, refused input, missing pages, unexpected
     * content, foreign origins, late sessions.
     *
     * @param behind keeps the events
     * @return the sink
     */
    public static SampledEvents standard(SecurityEventSink behind) {
        return of(
                behind,
                EnumSet.of(
                        SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED,
                        SecurityEventType.INPUT_VALIDATION_FAIL,
                        SecurityEventType.MALICIOUS_EXCESS_404,
                        SecurityEventType.MALICIOUS_EXTRANEOUS,
                        SecurityEventType.MALICIOUS_CORS,
                        SecurityEventType.SESSION_USE_AFTER_EXPIRE),
                1000,
                Duration.ofMinutes(1));
    }

    /**
     * Returns a sink.
     *
     * @param behind keeps the events
     * @param sampled types of little value
     * @param kept of each in a stretch of time before sampling begins
     * @param length of the stretch
     * @return the sink
     * @throws InvalidInput if a type grants something or cannot be caused at will, or a bound is not positive
     */
    public static SampledEvents of(
            SecurityEventSink behind, Set<SecurityEventType> sampled, int kept, Duration length) {
        return new SampledEvents(behind, sampled, kept, length);
    }

    @Override
    public void report(SecurityEvent event) {
        boolean next = beginsStretch(event.occurredAt());
        if (isKept(event)) {
            behind.report(event);
        }
        if (next) {
            recordDrops(event.occurredAt());
        }
    }

    /**
     * Records how many events were dropped since the counts were recorded last. Counts that cannot be recorded are kept;
     * nothing is thrown, as nothing is granted by it.
     *
     * @param now by the clock of the events
     * @return whether no count is left
     */
    public boolean recordDrops(Instant now) {
        Map<SecurityEventType, Long> counts = new EnumMap<>(SecurityEventType.class);
        synchronized (this) {
            counts.putAll(dropped);
            dropped.clear();
        }
        if (counts.isEmpty()) {
            return true;
        }
        SecurityEvent event =
                SecurityEvent.of(SecurityEventType.SYS_EVENTS_DROPPED, now).about("events");
        for (Map.Entry<SecurityEventType, Long> count : counts.entrySet()) {
            event = event.with(count.getKey().word(), count.getValue());
        }
        try {
            behind.report(event);
            return true;
        } catch (RuntimeException failed) {
            synchronized (this) {
                counts.forEach((type, count) -> dropped.merge(type, count, Long::sum));
            }
            return false;
        }
    }

    private synchronized boolean isKept(SecurityEvent event) {
        if (!sampled.contains(event.type())) {
            return true;
        }
        long number = seen.merge(event.type(), 1L, Long::sum);
        boolean keep = number <= kept || (number - kept) % ONE_IN == 0;
        if (!keep) {
            dropped.merge(event.type(), 1L, Long::sum);
        }
        return keep;
    }

    /** A clock set back by more than a stretch begins one too: else nothing would end until it has caught up. */
    private synchronized boolean beginsStretch(Instant now) {
        if (now.isBefore(start.plus(length)) && now.isAfter(start.minus(length))) {
            return false;
        }
        start = now;
        seen.clear();
        return true;
    }
}
