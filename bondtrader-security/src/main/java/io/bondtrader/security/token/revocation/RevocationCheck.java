package io.bondtrader.security.token.revocation;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the store, and knows what to do when it does not answer: by default refuse whatever is asked. The first failure and
 * the first answer after it are reported.
 *
 * <p>Safe for use by many threads, as far as the store is.
 */
public final class RevocationCheck {

    /** What was found. */
    public enum Finding {
        /** The token was not revoked. */
        GOOD,
        /** The token was revoked. */
        REVOKED,
        /** The store does not answer, and this class of access goes on without it. */
        UNKNOWN_ALLOWED,
        /** The store does not answer, and this class of access does not go on without it. */
        UNKNOWN_DENIED
    }

    private final RevocationStore store;
    private final Set<AccessClass> withoutStore;
    private final InstantSource clock;
    private final SecurityEventSink events;
    private final AtomicBoolean down = new AtomicBoolean();

    private RevocationCheck(
            RevocationStore store, Set<AccessClass> withoutStore, InstantSource clock, SecurityEventSink events) {
        this.store = Objects.requireNonNull(store, "store");
        this.withoutStore = Set.copyOf(withoutStore);
        this.clock = Objects.requireNonNull(clock, "clock");
        this.events = Objects.requireNonNull(events, "events");
    }

    /**
     * Returns a check that refuses everything while the store does not answer.
     *
     * @param store of what was revoked
     * @param clock for the time of reports
     * @param events where an outage is reported
     * @return the check
     */
    public static RevocationCheck of(RevocationStore store, InstantSource clock, SecurityEventSink events) {
        return new RevocationCheck(store, Set.of(), clock, events);
    }

    /**
     * Returns a check that lets some classes of access go on while the store does not answer. Their tokens are marked.
     *
     * @param classes such as {@link AccessClass#READ} alone
     * @return the check
     */
    public RevocationCheck allowingWithoutStore(Set<AccessClass> classes) {
        return new RevocationCheck(store, classes, clock, events);
    }

    /**
     * Looks at a token.
     *
     * @param token what it says
     * @param access what is at stake
     * @return what was found
     */
    public Finding check(TokenReference token, AccessClass access) {
        boolean revoked;
        try {
            revoked = store.isRevoked(token);
        } catch (RuntimeException unreachable) {
            report(down.compareAndSet(false, true), SecurityEventType.SYS_MONITOR_DISABLED);
            return withoutStore.contains(access) ? Finding.UNKNOWN_ALLOWED : Finding.UNKNOWN_DENIED;
        }
        if (down.get()) {
            report(down.compareAndSet(true, false), SecurityEventType.SYS_MONITOR_ENABLED);
        }
        return revoked ? Finding.REVOKED : Finding.GOOD;
    }

    private void report(boolean changed, SecurityEventType type) {
        if (changed) {
            events.report(SecurityEvent.of(type, clock.instant()).about("token revocation"));
        }
    }
}
