package io.bondtrader.security.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A secret as it was read. Close it to wipe the value. Prints no secret.
 *
 * @param name of the secret
 * @param version in the source's words
 * @param stage which version was asked for
 * @param fetchedAt when the source gave it
 * @param staleness how long past its time it is, because the source did not answer; zero if it is not
 * @param value the secret itself, a copy of the reader's own
 */
public record SecretReading(
        String name, String version, SecretStage stage, Instant fetchedAt, Duration staleness, SecretValue value)
        implements AutoCloseable {

    /** Checks that nothing is missing. */
    public SecretReading {
        Objects.requireNonNull(value, "value");
    }

    /** {@return whether the source did not answer and this is what it gave before} */
    public boolean stale() {
        return !staleness.isZero();
    }

    @Override
    public void close() {
        value.close();
    }
}
