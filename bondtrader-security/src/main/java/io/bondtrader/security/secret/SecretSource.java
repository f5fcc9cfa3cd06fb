package io.bondtrader.security.secret;

import java.util.Optional;

/**
 * Where secrets are kept: an encrypted file here, a secrets manager elsewhere. Called when a secret is not cached or its
 * time is over. Safe for use by many threads.
 *
 * <p>Knows no users: {@link Secrets} decides who may read, and records it.
 */
public interface SecretSource {

    /**
     * Reads a secret.
     *
     * @param name of the secret
     * @param stage which of its versions
     * @return the version, closed by the caller; nothing if there is no such secret or no such version of it
     * @throws io.bondtrader.security.error.SecretUnavailable if the source cannot answer now; nothing is put in its place
     */
    Optional<SecretVersion> read(String name, SecretStage stage);
}
