package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A shared secret of one algorithm. Never printed.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class MacKey {

    private static final int LONGEST = 1024;

    private final @Nullable String keyId;
    private final MacAlgorithm algorithm;
    private final SecretKeySpec secret;

    private MacKey(@Nullable String keyId, MacAlgorithm algorithm, SecretKeySpec secret) {
        this.keyId = keyId;
        this.algorithm = algorithm;
        this.secret = secret;
    }

    /**
     * Returns a key.
     *
     * @param keyId how tokens name it; null if they do not
     * @param algorithm the one it is for
     * @param secret at least as many random bytes as the hash has (RFC 7518, section 3.2), at most 1024; copied
     * @return the key
     * @throws KeyRefused if the secret is too short
     */
    public static MacKey of(@Nullable String keyId, MacAlgorithm algorithm, byte[] secret) {
        InvalidInput.unless(
                keyId == null || JwsHeader.isKeyId(keyId),
                "key identifier",
                keyId,
                "1 to 128 visible ASCII characters");
        if (secret.length < algorithm.bytes() || secret.length > LONGEST) {
            throw new KeyRefused(
                    "a secret for " + algorithm.joseName() + " must have " + algorithm.bytes() + " to 1024 bytes");
        }
        return new MacKey(keyId, Objects.requireNonNull(algorithm), new SecretKeySpec(secret, algorithm.jdkName()));
    }

    byte[] seal(byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm.jdkName());
            mac.init(secret);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.jdkName(), e);
        }
    }

    boolean verifies(byte[] message, byte[] seal) {
        return MessageDigest.isEqual(seal(message), seal);
    }

    /** {@return how tokens name the key} */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    @Nullable
    String keyIdOrNull() {
        return keyId;
    }

    /** {@return the one algorithm that the key is for} */
    public MacAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public String toString() {
        return "MacKey[" + algorithm.joseName() + ", " + (keyId == null ? "unnamed" : keyId) + "]";
    }
}
