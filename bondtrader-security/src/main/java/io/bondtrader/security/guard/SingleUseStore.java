package io.bondtrader.security.guard;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps things that may be used once and for a short while: sign-ins half done, ceremonies, redirects under way. Safe for
 * use by many threads and, where several machines share the work, by all of them.
 *
 * @param <T> what is kept, immutable
 */
public interface SingleUseStore<T> {

    /**
     * Keeps a thing.
     *
     * @param key that was not used before
     * @param value the thing
     * @param until when it is of no use any more
     * @param now the time
     * @throws io.bondtrader.security.error.StateFull if there is no room; a thing that was not kept is never found
     */
    void keep(String key, T value, Instant until, Instant now);

    /**
     * Returns a thing and leaves it.
     *
     * @param key as kept
     * @param now the time
     * @return the thing, or nothing if it never was, was taken, or is of no use by now
     */
    Optional<T> find(String key, Instant now);

    /**
     * Takes a thing.
     *
     * @param key as kept
     * @param now the time
     * @return the thing for exactly one caller, and for nobody once it is of no use
     */
    Optional<T> takeOnce(String key, Instant now);
}
