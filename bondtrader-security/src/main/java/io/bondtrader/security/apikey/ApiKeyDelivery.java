package io.bondtrader.security.apikey;

/**
 * Hands a new version of a key to whoever uses it: puts it into a secrets manager, or sends it. Called by schedule, by one of
 * several machines, when the new version is accepted already and the old one is still the one to use. If it throws, the key
 * is not rotated, and a new version is tried an hour later.
 */
@FunctionalInterface
public interface ApiKeyDelivery {

    /**
     * Hands over.
     *
     * @param key the new version
     */
    void deliver(IssuedApiKey key);
}
