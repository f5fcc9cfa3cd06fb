package io.bondtrader.security.guard;

import java.time.Instant;

/**
 * Remembers attempts by key. Called twice for every attempt that is guarded; safe for use by many threads and, where
 * several machines share the guard, by all of them. A store that has no room left may drop what is forgotten by now or not
 * {@linkplain Attempts#hot() hot}, never what is hot: otherwise a flood of keys would free whoever floods.
 */
public interface AttemptStore {

    /**
     * Returns what is remembered.
     *
     * @param key whose attempts they are
     * @param now the time
     * @return the attempts, or {@link Attempts#NONE} if there are none or they are forgotten by now
     */
    Attempts read(String key, Instant now);

    /**
     * Replaces what is remembered if nobody did meanwhile.
     *
     * @param key whose attempts they are
     * @param expected what {@link #read} gave
     * @param next what to remember; {@link Attempts#NONE} forgets
     * @param now the time
     * @return true for exactly one of those who expect the same
     */
    boolean compareAndSet(String key, Attempts expected, Attempts next, Instant now);
}
