package io.bondtrader.compliance.audit.internal;

import io.bondtrader.core.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes canonical JSON straight into bytes. For one thread. */
final class JsonBytes {

    private static final String HEX = "0123456789abcdef";

    private byte[] bytes;
    private int length;

    JsonBytes(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Text that is known to be plain ASCII and needs no escape. */
    @SuppressWarnings("deprecation") // the only copy of Latin-1 characters without an array in between
    JsonBytes plain(String ascii) {
        int more = ascii.length();
        room(more);
        ascii.getBytes(0, more, bytes, length);
        length += more;
        return this;
    }

    /** JSON that is canonical already. */
    JsonBytes json(String canonical) {
        byte[] utf8 = canonical.getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** A string by RFC 8785, section 3.2.2.2. */
    JsonBytes string(String text) {
        room(2 + 6 * text.length());
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xc0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                bytes[length++] = (byte) (0xe0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                bytes[length++] = (byte) (0x80 | (c & 0x3f));
            } else {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new InvalidInput("text", "half a surrogate pair", "well-formed Unicode");
                }
                i++;
                pair(Character.toCodePoint(c, text.charAt(i)));
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void pair(int codePoint) {
        bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                if (c >= ' ') { // DEL is plain in JSON
                    bytes[length - 1] = (byte) c;
                } else {
                    bytes[length++] = 'u';
                    bytes[length++] = '0';
                    bytes[length++] = '0';
                    bytes[length++] = (byte) HEX.charAt(c >> 4);
                    bytes[length++] = (byte) HEX.charAt(c & 15);
                }
            }
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    int length() {
        return length;
    }

    byte[] toBytes(int from) {
        return Arrays.copyOfRange(bytes, from, length);
    }
}
