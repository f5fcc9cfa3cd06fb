package io.bondtrader.security.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A secret of 256 random bits that its holder shows and that we know again by its digest alone. So many bits need no slow
 * hash and no key: nobody finds a text for a digest.
 *
 * <p>Immutable. Never prints the secret.
 */
public final class OpaqueToken {

    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final String text;

    private OpaqueToken(String text) {
        this.text = text;
    }

    /**
     * Makes a token.
     *
     * @param random a secure source
     * @return the token
     */
    public static OpaqueToken generate(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Reads what somebody showed.
     *
     * @param shown whatever came
     * @return the token, or nothing if the text has another form than a token; only the one spelling is read
     */
    public static Optional<OpaqueToken> read(String shown) {
        if (shown.length() != CHARACTERS) {
            return Optional.empty();
        }
        for (int i = 0; i < CHARACTERS; i++) {
            if (ALPHABET.indexOf(shown.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        // 43 characters carry 258 bits: the last two must be zero, or one token would have four spellings.
        boolean canonical = (ALPHABET.indexOf(shown.charAt(CHARACTERS - 1)) & 3) == 0;
        return canonical ? Optional.of(new OpaqueToken(shown)) : Optional.empty();
    }

    /** {@return the secret itself, 43 characters of base64url: for its holder and nobody else} */
    public String reveal() {
        return text;
    }

    /** {@return the SHA-256 of the text in hexadecimal, under which things are kept} */
    public String digest() {
        return digest(text);
    }

    /**
     * Returns the digest under which any text is kept.
     *
     * @param text of any length
     * @return its SHA-256 in hexadecimal
     */
    public static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Compares two digests in a time that does not depend on where they differ.
     *
     * @param one digest
     * @param other digest
     * @return whether they are equal
     */
    public static boolean sameDigest(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpaqueToken that && sameDigest(text, that.text);
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return "OpaqueToken[hidden]";
    }
}
