package io.bondtrader.security.token;

import java.time.Instant;

/**
 * Remembers what may be used once, for as long as it would be good. Called once for each token that is in order otherwise;
 * must be safe for use by many threads and machines.
 */
@FunctionalInterface
public interface ReplayStore {

    /** What came of putting something in. */
    enum Outcome {
        /** It was not there, and is now. */
        FIRST,
        /** It was there. */
        SEEN,
        /** There is no room to remember it: it must be refused. */
        FULL
    }

    /**
     * Puts something in unless it is there. Of many who put the same, one is first.
     *
     * @param digest what stands for it, in Base64url
     * @param until when it may be forgotten
     * @return what came of it
     */
    Outcome putIfAbsent(String digest, Instant until);
}
