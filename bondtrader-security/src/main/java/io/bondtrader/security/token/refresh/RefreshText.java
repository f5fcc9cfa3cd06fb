package io.bondtrader.security.token.refresh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A refresh token's text: family, generation, secret and a seal over the three, in Base64url. The seal tells a token that was
 * once ours from a guess: only the first may end a family.
 */
final class RefreshText {

    static final int SECRET_BYTES = 32;
    private static final int FAMILY_BYTES = 16;
    private static final int SEAL_BYTES = 16;
    private static final int BODY_BYTES = FAMILY_BYTES + Integer.BYTES + SECRET_BYTES;
    private static final int CHARACTERS = ((BODY_BYTES + SEAL_BYTES) * 8 + 5) / 6;

    private final SecretKeySpec key;

    RefreshText(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A token taken apart, with its seal in order. */
    static final class Parts {
        private final String family;
        private final int generation;
        private final byte[] secret;

        private Parts(String family, int generation, byte[] secret) {
            this.family = family;
            this.generation = generation;
            this.secret = secret;
        }

        String family() {
            return family;
        }

        int generation() {
            return generation;
        }

        byte[] secret() {
            return secret;
        }
    }

    String write(String family, int generation, byte[] secret) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .put(HexFormat.of().parseHex(family))
                .putInt(generation)
                .put(secret)
                .array();
        byte[] whole = Arrays.copyOf(body, BODY_BYTES + SEAL_BYTES);
        System.arraycopy(seal(body), 0, whole, BODY_BYTES, SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    Optional<Parts> read(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        // The JDK's decoder forgives padding and bits beyond the value.
        if (whole.length != BODY_BYTES + SEAL_BYTES
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(whole)
                        .equals(text)) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(whole, BODY_BYTES);
        byte[] seal = Arrays.copyOfRange(whole, BODY_BYTES, whole.length);
        if (!MessageDigest.isEqual(seal(body), seal)) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(body);
        byte[] family = new byte[FAMILY_BYTES];
        parts.get(family);
        int generation = parts.getInt();
        byte[] secret = new byte[SECRET_BYTES];
        parts.get(secret);
        return Optional.of(new Parts(HexFormat.of().formatHex(family), generation, secret));
    }

    /**
     * The successor's secret: from the key, a random nonce that is kept, and the token that was shown. Whoever has only two
     * of the three cannot make it.
     */
    byte[] successor(String family, int generation, String nonce, byte[] shown) {
        return hmac("successor\n" + family + "\n" + generation + "\n" + nonce + "\n", shown);
    }

    private byte[] seal(byte[] body) {
        return Arrays.copyOf(hmac("seal\n", body), SEAL_BYTES);
    }

    private byte[] hmac(String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    static byte[] hash(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static boolean isHashOf(String hex, byte[] secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hex), hash(secret));
    }
}
