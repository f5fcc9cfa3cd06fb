package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that a user's authenticator shares with us, and what codes are made of it: HOTP of RFC 4226 with the hash
 * functions of RFC 6238. Keep it encrypted.
 *
 * <p>Immutable until closed, which wipes it; safe for use by many threads. Never prints the key.
 */
public final class OneTimeSecret implements AutoCloseable {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int[] POWERS = {1_000_000, 10_000_000, 100_000_000};

    private final byte[] key;
    private final Hash hash;
    private final int digits;
    private volatile boolean closed;

    private OneTimeSecret(byte[] key, Hash hash, int digits) {
        this.key = key;
        this.hash = hash;
        this.digits = digits;
    }

    /** The hash functions of RFC 6238. Many apps know the first alone. */
    public enum Hash {
        /** HMAC-SHA-1, the default of all apps; unbroken as HMAC. */
        SHA1("HmacSHA1", 20),
        /** HMAC-SHA-256. */
        SHA256("HmacSHA256", 32),
        /** HMAC-SHA-512. */
        SHA512("HmacSHA512", 64);

        private final String algorithm;
        private final int keyBytes;

        Hash(String algorithm, int keyBytes) {
            this.algorithm = algorithm;
            this.keyBytes = keyBytes;
        }
    }

    /**
     * Returns a new secret with as many bytes as the hash function gives.
     *
     * @param random a secure source
     * @param hash what the authenticator knows
     * @param digits of a code, from 6 to 8
     * @return the secret
     */
    public static OneTimeSecret generate(SecureRandom random, Hash hash, int digits) {
        byte[] key = new byte[hash.keyBytes];
        random.nextBytes(key);
        return new OneTimeSecret(key, hash, checkedDigits(digits));
    }

    /**
     * Returns a secret that was kept. The key is copied: wipe the array afterwards.
     *
     * @param key of 16 to 128 bytes (RFC 4226, section 4, R6: at least 128 bits)
     * @param hash as at enrolment
     * @param digits as at enrolment, from 6 to 8
     * @return the secret
     */
    public static OneTimeSecret of(byte[] key, Hash hash, int digits) {
        InvalidInput.unless(
                key.length >= 16 && key.length <= 128, "length of the key", key.length, "from 16 to 128 bytes");
        return new OneTimeSecret(key.clone(), Objects.requireNonNull(hash), checkedDigits(digits));
    }

    private static int checkedDigits(int digits) {
        InvalidInput.unless(digits >= 6 && digits <= 8, "digits", digits, "from 6 to 8");
        return digits;
    }

    int digits() {
        return digits;
    }

    Hash hash() {
        return hash;
    }

    /** Returns the code of a counter, RFC 4226 section 5.3. */
    int code(long counter) {
        return code(mac(), counter);
    }

    /** Returns the code of a counter with a {@link #mac} that is used for several. */
    int code(Mac mac, long counter) {
        byte[] moving = new byte[8];
        for (int i = 7; i >= 0; i--) {
            moving[i] = (byte) (counter >>> (8 * (7 - i)));
        }
        byte[] tag = mac.doFinal(moving);
        int offset = tag[tag.length - 1] & 0xf;
        int truncated = (tag[offset] & 0x7f) << 24
                | (tag[offset + 1] & 0xff) << 16
                | (tag[offset + 2] & 0xff) << 8
                | (tag[offset + 3] & 0xff);
        Arrays.fill(tag, (byte) 0);
        return truncated % POWERS[digits - 6];
    }

    /** Returns the keyed function, for one thread. */
    Mac mac() {
        if (closed) {
            throw new IllegalStateException("the secret was closed");
        }
        try {
            Mac hmac = Mac.getInstance(hash.algorithm);
            hmac.init(new SecretKeySpec(key, hash.algorithm));
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has " + hash.algorithm, e);
        }
    }

    /** Returns the key in base32 without padding, RFC 4648 section 6. */
    char[] base32() {
        if (closed) {
            throw new IllegalStateException("the secret was closed");
        }
        char[] out = new char[(key.length * 8 + 4) / 5];
        for (int i = 0; i < out.length; i++) {
            int five = 0;
            for (int bit = 5 * i; bit < 5 * i + 5; bit++) {
                int one = bit < 8 * key.length ? key[bit / 8] >> (7 - bit % 8) & 1 : 0;
                five = five << 1 | one;
            }
            out[i] = BASE32.charAt(five);
        }
        return out;
    }

    /** {@return a copy of the key, to be encrypted and kept; wipe it afterwards} */
    public byte[] exportKey() {
        if (closed) {
            throw new IllegalStateException("the secret was closed");
        }
        return key.clone();
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "OneTimeSecret[" + hash + ", " + digits + " digits]";
    }
}
