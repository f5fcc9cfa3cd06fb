package io.bondtrader.security.token.jose;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Base64url in its one spelling (RFC 7515, section 2): no padding, no blank, no bit beyond the value. The JDK's decoder
 * forgives the last.
 */
final class Base64Url {

    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte @Nullable [] decode(String text) {
        return decode(text, 0, text.length());
    }

    /** The bytes, or null if the text is anything else. */
    static byte @Nullable [] decode(String text, int start, int end) {
        int length = end - start;
        int rest = length & 3;
        if (rest == 1) {
            return null;
        }
        int whole = length >> 2;
        byte[] bytes = new byte[whole * 3 + (rest == 0 ? 0 : rest - 1)];
        int at = start;
        int out = 0;
        for (int i = 0; i < whole; i++) {
            // A character outside the alphabet is -1, whose sign survives every shift and or.
            int bits = (value(text.charAt(at)) << 18)
                    | (value(text.charAt(at + 1)) << 12)
                    | (value(text.charAt(at + 2)) << 6)
                    | value(text.charAt(at + 3));
            if (bits < 0) {
                return null;
            }
            bytes[out] = (byte) (bits >> 16);
            bytes[out + 1] = (byte) (bits >> 8);
            bytes[out + 2] = (byte) bits;
            at += 4;
            out += 3;
        }
        return rest == 0 || lastGroup(text, at, rest, bytes, out) ? bytes : null;
    }

    private static boolean lastGroup(String text, int at, int rest, byte[] bytes, int out) {
        int first = value(text.charAt(at));
        int second = value(text.charAt(at + 1));
        if (rest == 2) {
            if ((first | second) < 0 || (second & 0xf) != 0) {
                return false;
            }
            bytes[out] = (byte) ((first << 2) | (second >> 4));
            return true;
        }
        int third = value(text.charAt(at + 2));
        if ((first | second | third) < 0 || (third & 3) != 0) {
            return false;
        }
        bytes[out] = (byte) ((first << 2) | (second >> 4));
        bytes[out + 1] = (byte) ((second << 4) | (third >> 2));
        return true;
    }

    private static int value(char c) {
        return c < 128 ? VALUES[c] : -1;
    }
}
