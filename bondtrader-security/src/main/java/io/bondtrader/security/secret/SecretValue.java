package io.bondtrader.security.secret;

import io.bondtrader.core.error.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a secret, until closed, which wipes them. Never prints them, never stands in a log, cannot be serialised, and
 * is compared in a time that depends on lengths alone.
 *
 * <p>Safe for use by many threads; a use that runs while another thread closes is finished first.
 */
public final class SecretValue implements AutoCloseable {

    private static final int LONGEST = 1 << 16;

    private final byte[] bytes;
    private boolean closed;

    private SecretValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a secret.
     *
     * @param bytes 1 to 65,536 of them, copied; wipe yours
     * @return the secret
     * @throws InvalidInput if there are none or more
     */
    public static SecretValue of(byte[] bytes) {
        InvalidInput.unless(
                bytes.length >= 1 && bytes.length <= LONGEST, "length of a secret", bytes.length, "1 to 65536 bytes");
        return new SecretValue(bytes.clone());
    }

    /**
     * Takes a secret of characters.
     *
     * @param characters kept as UTF-8; wipe yours
     * @return the secret
     * @throws InvalidInput if there are none or too many
     */
    public static SecretValue of(char[] characters) {
        byte[] room = new byte[3 * characters.length];
        ByteBuffer utf8 = ByteBuffer.wrap(room);
        CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), utf8, true);
        byte[] bytes = Arrays.copyOf(room, utf8.position());
        Arrays.fill(room, (byte) 0);
        try {
            InvalidInput.unless(!result.isError(), "secret", "another text", "Unicode with whole surrogates");
            return of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Lends the secret.
     *
     * @param <R> what comes of it
     * @param use gets a copy that is wiped when it returns
     * @return what it gave
     * @throws IllegalStateException if the secret was closed
     */
    public <R> R use(Function<byte[], R> use) {
        byte[] lent = copy();
        try {
            return use.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /**
     * Lends the secret as characters, for drivers that want a password so.
     *
     * @param <R> what comes of it
     * @param use gets characters that are wiped when it returns
     * @return what it gave
     * @throws IllegalStateException if the secret was closed
     */
    public <R> R useCharacters(Function<char[], R> use) {
        return use(lent -> {
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(lent));
            char[] characters = Arrays.copyOf(decoded.array(), decoded.limit());
            try {
                return use.apply(characters);
            } finally {
                Arrays.fill(characters, '\0');
                Arrays.fill(decoded.array(), '\0');
            }
        });
    }

    /** {@return a secret of its own with the same bytes} */
    SecretValue duplicate() {
        return new SecretValue(copy());
    }

    private synchronized byte[] copy() {
        if (closed) {
            throw new IllegalStateException("the secret was closed");
        }
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof SecretValue that)) {
            return false;
        }
        return this == that || use(mine -> that.use(theirs -> MessageDigest.isEqual(mine, theirs)));
    }

    /** Says nothing of the secret. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "SecretValue[hidden]";
    }
}
