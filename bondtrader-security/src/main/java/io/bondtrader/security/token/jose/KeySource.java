package io.bondtrader.security.token.jose;

import org.jspecify.annotations.Nullable;

/**
 * Where a verifier finds public keys: a fixed set, or one that is fetched and kept fresh. Asked once for every token whose
 * form and algorithm are in order, on the thread of the request.
 *
 * <p>Safe for use by many threads.
 */
public interface KeySource {

    /**
     * Looks a key up.
     *
     * @param keyId as in the header, at most 128 visible ASCII characters; null if there is none
     * @return the key, or why there is none
     */
    KeyLookup find(@Nullable String keyId);

    /** {@return a number that changes whenever a key is gone or replaced; negative while there are none to be had} */
    long generation();
}
