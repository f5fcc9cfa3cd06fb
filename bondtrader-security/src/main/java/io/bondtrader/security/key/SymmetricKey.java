package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key of 256 bits, for AES-GCM or HMAC-SHA-256. {@link #close} makes it useless; the platform keeps a copy of its own that
 * goes with the next collection of garbage. Never prints the key.
 *
 * <p>Safe for use by many threads.
 */
public final class SymmetricKey implements AutoCloseable {

    /** Length of a key in bytes. */
    public static final int BYTES = 32;

    /**
     * How many messages one key may encrypt with random nonces of 96 bits: 2<sup>32</sup>, NIST SP 800-38D section 8.3.
     */
    public static final long MESSAGES = 1L << 32;

    static final KeyKind<SymmetricKey> KIND = new KeyKind<>() {
        @Override
        public byte[] generate(SecureRandom random) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return bytes;
        }

        @Override
        public SymmetricKey read(int version, byte[] bytes) {
            return of(bytes);
        }

        @Override
        public void wipe(SymmetricKey key) {
            key.close();
        }
    };

    private final AtomicLong encrypted = new AtomicLong();
    private volatile @Nullable SecretKey key;

    private SymmetricKey(SecretKey key) {
        this.key = key;
    }

    /**
     * Takes a key.
     *
     * @param bytes 32 random ones, copied; wipe yours
     * @return the key
     * @throws InvalidInput if there are not 32; the message does not hold them
     */
    public static SymmetricKey of(byte[] bytes) {
        InvalidInput.unless(bytes.length == BYTES, "length of the key", bytes.length, BYTES + " bytes");
        return new SymmetricKey(new SecretKeySpec(bytes, "AES"));
    }

    /**
     * Makes a key.
     *
     * @param random a secure source
     * @return the key
     */
    public static SymmetricKey generate(SecureRandom random) {
        byte[] bytes = KIND.generate(random);
        try {
            return of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    SecretKey secretKey() {
        SecretKey open = key;
        if (open == null) {
            throw new IllegalStateException("the key was closed");
        }
        return open;
    }

    /** Counts one more message; false when the key has encrypted as many as it may in this process. */
    boolean countMessage() {
        return encrypted.getAndIncrement() < MESSAGES;
    }

    /** For tests of what happens at the end of a key. */
    void countMessages(long already) {
        encrypted.set(already);
    }

    /** {@return how many messages this process encrypted with it} */
    public long messages() {
        return encrypted.get();
    }

    /** {@return a copy of the key, for whoever hands it to another algorithm; wipe it afterwards} */
    public byte[] exportKey() {
        return secretKey().getEncoded();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SymmetricKey that
                && MessageDigest.isEqual(
                        secretKey().getEncoded(), that.secretKey().getEncoded());
    }

    /** Says nothing of the key. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public void close() {
        key = null;
    }

    @Override
    public String toString() {
        return "SymmetricKey[hidden]";
    }
}
