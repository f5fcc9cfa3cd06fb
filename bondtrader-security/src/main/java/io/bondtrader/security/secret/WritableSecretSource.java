package io.bondtrader.security.secret;

/**
 * A source whose secrets can be rotated from here. A new version is kept as pending, tried out, and promoted; the one before
 * stays readable. Each call is whole or not at all, and durable before it returns. Safe for use by many threads.
 */
public interface WritableSecretSource extends SecretSource {

    /**
     * Keeps a new version as pending, in place of a pending one. Called when a secret is made or rotated.
     *
     * @param name of the secret
     * @param value of the version; not kept, not closed
     * @return the version's id, new for this secret
     */
    String stage(String name, SecretValue value);

    /**
     * Makes the pending version current, and the current one previous.
     *
     * @param name of the secret
     * @throws io.bondtrader.security.error.KeyStateRefused if no version is pending
     */
    void promote(String name);

    /**
     * Makes the previous version current again, and the current one pending.
     *
     * @param name of the secret
     * @throws io.bondtrader.security.error.KeyStateRefused if there is no previous version
     */
    void rollBack(String name);

    /**
     * Forgets a secret with all its versions. Does nothing if there is none.
     *
     * @param name of the secret
     */
    void remove(String name);
}
