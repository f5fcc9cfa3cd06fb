package io.bondtrader.security.token.jose;

import java.util.Objects;

/** What came of looking a key up. */
public sealed interface KeyLookup {

    /**
     * There is one.
     *
     * @param key the key
     */
    record Found(VerificationKey key) implements KeyLookup {

        /** Checks that nothing is missing. */
        public Found {
            Objects.requireNonNull(key, "key");
        }
    }

    /** There is none of that identifier. */
    record Unknown() implements KeyLookup {}

    /** The keys cannot be had at present. */
    record Unavailable() implements KeyLookup {}
}
