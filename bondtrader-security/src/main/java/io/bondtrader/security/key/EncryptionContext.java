package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a ciphertext belongs to: its purpose, its owner, its place. It is bound to the ciphertext and not kept in it, so that
 * one user's blob does not open in another's place. Not secret. Immutable.
 */
public final class EncryptionContext {

    private static final int LONGEST = 1024;

    private final SortedMap<String, String> pairs;

    private EncryptionContext(SortedMap<String, String> pairs) {
        this.pairs = pairs;
    }

    /**
     * Returns the context of one purpose.
     *
     * @param purpose what is encrypted, as in {@code totp-secret}
     * @return the context
     * @throws InvalidInput if it is blank or longer than 1024 bytes
     */
    public static EncryptionContext purpose(String purpose) {
        return new EncryptionContext(new TreeMap<>()).with("purpose", purpose);
    }

    /**
     * Returns this context with one more pair.
     *
     * @param name of what binds
     * @param value of what binds
     * @return the context
     * @throws InvalidInput if either is blank or longer than 1024 bytes, or the name is there already
     */
    public EncryptionContext with(String name, String value) {
        InvalidInput.unless(fits(name), "name", name, "not blank and at most 1024 bytes");
        InvalidInput.unless(fits(value), name, value, "not blank and at most 1024 bytes");
        InvalidInput.unless(!pairs.containsKey(name), "name", name, "given once");
        SortedMap<String, String> more = new TreeMap<>(pairs);
        more.put(name, value);
        return new EncryptionContext(more);
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /** Every part after its length, so that no two contexts give the same bytes. */
    byte[] bytes() {
        int length = 0;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            length += 4 + utf8(pair.getKey()).length + utf8(pair.getValue()).length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            byte[] name = utf8(pair.getKey());
            byte[] value = utf8(pair.getValue());
            out.putShort((short) name.length).put(name);
            out.putShort((short) value.length).put(value);
        }
        return out.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "EncryptionContext" + pairs;
    }
}
