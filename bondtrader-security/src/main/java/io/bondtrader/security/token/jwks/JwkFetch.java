package io.bondtrader.security.token.jwks;

import java.io.IOException;
import java.net.URI;

/**
 * Fetches a set of keys. Called by one thread at a time for each source, no more often than its cool-down allows.
 *
 * <p>Safe for use by many threads.
 */
@FunctionalInterface
public interface JwkFetch {

    /**
     * Fetches.
     *
     * @param address from the configuration
     * @return the document, of bounded length and after a bounded time
     * @throws IOException if it cannot be had
     */
    byte[] fetch(URI address) throws IOException;
}
