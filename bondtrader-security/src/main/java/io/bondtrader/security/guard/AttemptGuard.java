package io.bondtrader.security.guard;

import io.bondtrader.security.error.StateContended;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Admits attempts by a rule. An attempt is counted as failed when it is admitted, in one step with the question whether it
 * may be, and taken back when it turns out right: so a thousand guesses at the same moment get no more answers than a
 * thousand in a row, and a crash in the middle counts.
 *
 * <p>Immutable; safe for use by many threads as far as the store is.
 */
public final class AttemptGuard {

    private static final int TRIES = 10_000;

    private final AttemptStore store;
    private final AttemptRule rule;
    private final InstantSource clock;

    private AttemptGuard(AttemptStore store, AttemptRule rule, InstantSource clock) {
        this.store = store;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Returns a guard.
     *
     * @param store of the attempts
     * @param rule by which attempts are admitted
     * @param clock of this machine
     * @return the guard
     */
    public static AttemptGuard of(AttemptStore store, AttemptRule rule, InstantSource clock) {
        return new AttemptGuard(
                Objects.requireNonNull(store), Objects.requireNonNull(rule), Objects.requireNonNull(clock));
    }

    /** Whether an attempt may be made. */
    public sealed interface Admission permits Reservation, Wait, Locked {}

    /**
     * Not yet.
     *
     * @param retryAfter how long to wait, above zero
     */
    public record Wait(Duration retryAfter) implements Admission {}

    /** Never, unless somebody {@linkplain AttemptGuard#clear clears} the key. */
    public record Locked() implements Admission {}

    /** An attempt that was admitted and counted as failed. Used by the thread that asked. */
    public final class Reservation implements Admission {

        private final String key;
        private final Attempts before;
        private final Attempts after;
        private boolean settled;

        private Reservation(String key, Attempts before, Attempts after) {
            this.key = key;
            this.before = before;
            this.after = after;
        }

        /** The attempt was right. */
        public void succeeded() {
            takeBack(true);
        }

        /** Nothing was looked at: the attempt counts neither way. */
        public void release() {
            takeBack(false);
        }

        /** {@return failures in a row before this attempt} */
        public int failuresBefore() {
            return before.consecutive();
        }

        /** {@return whether there is no next attempt if this one fails} */
        public boolean isLast() {
            return rule.admitsFrom(after, clock.instant()).equals(Instant.MAX);
        }

        private void takeBack(boolean right) {
            if (settled) {
                return;
            }
            settled = true;
            for (int i = 0; i < TRIES; i++) {
                Instant now = clock.instant();
                Attempts attempts = store.read(key, now);
                if (store.compareAndSet(key, attempts, rule.takenBack(attempts, before, after, right), now)) {
                    return;
                }
            }
            throw new StateContended("attempts");
        }
    }

    /**
     * Admits an attempt or not.
     *
     * @param key whose attempt it is
     * @return a reservation, or why not
     * @throws StateContended if the store refuses every update
     */
    public Admission admit(String key) {
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            Attempts attempts = store.read(key, now);
            Instant from = rule.admitsFrom(attempts, now);
            if (from.equals(Instant.MAX)) {
                return new Locked();
            }
            if (from.isAfter(now)) {
                return new Wait(Duration.between(now, from));
            }
            Attempts counted = rule.counted(attempts, now);
            if (store.compareAndSet(key, attempts, counted, now)) {
                return new Reservation(key, attempts, counted);
            }
        }
        throw new StateContended("attempts");
    }

    /**
     * Forgets all attempts of a key: after a recovery, or by an administrator.
     *
     * @param key whose attempts they are
     */
    public void clear(String key) {
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            if (store.compareAndSet(key, store.read(key, now), Attempts.NONE, now)) {
                return;
            }
        }
        throw new StateContended("attempts");
    }
}
