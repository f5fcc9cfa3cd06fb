package io.bondtrader.security.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The text of a key: {@code prefix_environment_id_secret} and six characters of a checksum. The secret is 43 characters of 62,
 * 256 bits. The checksum is CRC-32 of all before it, in the same characters: a mistyped or made-up key is refused without
 * looking anywhere, and scanners for leaked keys know a true one.
 */
final class ApiKeyText {

    static final int ID = 16;
    static final int SECRET = 43;
    private static final int CHECK = 6;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final String start;
    private final int length;

    ApiKeyText(String prefix, String environment) {
        this.start = prefix + "_" + environment + "_";
        this.length = start.length() + ID + 1 + SECRET + CHECK;
    }

    static String newId(SecureRandom random) {
        return characters(LOWER, ID, random);
    }

    String make(String id, SecureRandom random) {
        String body = start + id + "_" + characters(DIGITS, SECRET, random);
        return body + check(body.getBytes(StandardCharsets.US_ASCII), body.length());
    }

    private static String characters(String alphabet, int count, SecureRandom random) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Returns the bytes of a key whose form and checksum are right; null for anything else. */
    byte @Nullable [] read(String text) {
        if (text.length() != length || !text.startsWith(start)) {
            return null;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') && c != '_') {
                return null;
            }
            bytes[i] = (byte) c;
        }
        if (bytes[start.length() + ID] != '_') {
            return null;
        }
        return checked(bytes) ? bytes : null;
    }

    String id(String text) {
        return text.substring(start.length(), start.length() + ID);
    }

    /** Whether a text begins as keys of this application do in another environment. */
    boolean elsewhere(String text) {
        return text.startsWith(start.substring(0, start.indexOf('_') + 1)) && !text.startsWith(start);
    }

    /** Returns where in a text a true key of this environment begins, or -1. */
    int find(String text) {
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            if (at + length <= text.length() && read(text.substring(at, at + length)) != null) {
                return at;
            }
        }
        return -1;
    }

    private boolean checked(byte[] bytes) {
        long sum = sum(bytes, length - CHECK);
        for (int i = length - 1; i >= length - CHECK; i--) {
            if (bytes[i] != DIGITS.charAt((int) (sum % DIGITS.length()))) {
                return false;
            }
            sum /= DIGITS.length();
        }
        return true;
    }

    private static String check(byte[] bytes, int count) {
        long sum = sum(bytes, count);
        char[] text = new char[CHECK];
        for (int i = CHECK - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (sum % DIGITS.length()));
            sum /= DIGITS.length();
        }
        return new String(text);
    }

    private static long sum(byte[] bytes, int count) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, count);
        return crc.getValue();
    }
}
