package io.bondtrader.security.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 of a token: what it is remembered by, so that no memory holds tokens and no comparison tells of them. */
record TokenDigest(long first, long second, long third, long fourth) {

    /** Characters beyond ASCII become question marks, which stand in no token that was accepted. */
    static TokenDigest of(String token) {
        byte[] hash = sha256(token);
        return new TokenDigest(word(hash, 0), word(hash, 8), word(hash, 16), word(hash, 24));
    }

    /** SHA-256 of a token in Base64url: the form of ath and of PKCE's challenge (RFC 9449, 4.2; RFC 7636, 4.2). */
    static String base64(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(token));
    }

    static byte[] sha256(String token) {
        return hash("SHA-256", token);
    }

    static byte[] hash(String algorithm, String token) {
        try {
            return MessageDigest.getInstance(algorithm).digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static long word(byte[] bytes, int at) {
        long word = 0;
        for (int i = at; i < at + 8; i++) {
            word = (word << 8) | (bytes[i] & 0xff);
        }
        return word;
    }
}
