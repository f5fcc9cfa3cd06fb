package io.bondtrader.security.secret;

import java.util.Objects;

/**
 * A version of a secret as its source gave it. Closing it wipes the value. Prints no secret.
 *
 * @param id of the version, in the source's words; not secret
 * @param value the secret itself
 */
public record SecretVersion(String id, SecretValue value) implements AutoCloseable {

    /** Checks that nothing is missing. */
    public SecretVersion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public void close() {
        value.close();
    }
}
