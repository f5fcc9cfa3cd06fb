package io.bondtrader.security.apikey;

import io.bondtrader.core.error.InvalidInput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one version of a key: the SHA-256 hash of its whole text, and when it expires. 256 random bits need no slow
 * hash. Immutable.
 */
public final class ApiKeySecret {

    private static final int BYTES = 32;

    private final byte[] digest;
    private final Instant expiresAt;

    private ApiKeySecret(byte[] digest, Instant expiresAt) {
        this.digest = digest;
        this.expiresAt = Objects.requireNonNull(expiresAt);
    }

    /**
     * Returns a version as it was stored.
     *
     * @param digest 64 hexadecimal digits, as {@link #digest} gives
     * @param expiresAt from when on it is refused
     * @return the version
     * @throws InvalidInput if the digest has another form
     */
    public static ApiKeySecret of(String digest, Instant expiresAt) {
        try {
            byte[] bytes = HexFormat.of().parseHex(digest);
            InvalidInput.unless(bytes.length == BYTES, "length of the digest", bytes.length, BYTES + " bytes");
            return new ApiKeySecret(bytes, expiresAt);
        } catch (IllegalArgumentException noDigits) {
            throw new InvalidInput("digest of an API key", "another text", "64 hexadecimal digits");
        }
    }

    static ApiKeySecret ofText(byte[] text, Instant expiresAt) {
        return new ApiKeySecret(sha256(text), expiresAt);
    }

    static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    boolean matches(byte[] presented) {
        return MessageDigest.isEqual(digest, presented);
    }

    /** {@return the hash in hexadecimal digits, to be stored} */
    public String digest() {
        return HexFormat.of().formatHex(digest);
    }

    /** {@return from when on it is refused} */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKeySecret that && matches(that.digest) && expiresAt.equals(that.expiresAt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "ApiKeySecret[expires " + expiresAt + "]";
    }
}
