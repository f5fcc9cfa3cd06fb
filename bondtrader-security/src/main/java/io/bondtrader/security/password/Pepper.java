package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret outside the database that goes into every hash: the password is replaced by the base64 of its HMAC-SHA-256
 * before it is hashed, so that a stolen table of hashes alone cannot be searched. Its id stands in the hash.
 *
 * <p>Immutable and safe for use by many threads. Prints its id alone.
 */
public final class Pepper {

    private final String id;
    private final SecretKeySpec key;

    private Pepper(String id, SecretKeySpec key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Returns a pepper. The key is copied: wipe the array afterwards.
     *
     * @param id up to 32 small letters, digits and hyphens, never used for another key
     * @param key at least 32 random bytes
     * @return the pepper
     * @throws InvalidInput if the id has another form, or the key is too short
     */
    public static Pepper of(String id, byte[] key) {
        InvalidInput.unless(isId(id), "pepper id", id, "1 to 32 of a-z, 0-9 and -");
        InvalidInput.unless(key.length >= 32, "length of the pepper's key", key.length, "at least 32 bytes");
        return new Pepper(id, new SecretKeySpec(key, "HmacSHA256"));
    }

    static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= 32
                && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    /** {@return the name that stands in hashes} */
    public String id() {
        return id;
    }

    byte[] applied(byte[] password) {
        byte[] mac = new byte[0];
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(key);
            mac = hmac.doFinal(password);
            return Base64.getEncoder().encode(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        } finally {
            Arrays.fill(mac, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "Pepper[" + id + "]";
    }
}
