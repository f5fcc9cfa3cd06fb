package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One spelling for one value: what has several is refused, since what was signed must be what is read. */
final class StrictText {

    private StrictText() {}

    /** Standard Base64 with padding, and no bit beyond the value (RFC 4648, section 4, without its liberties). */
    static byte[] base64(String name, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException unreadable) {
            throw InvalidInput.unreadable(name, text, "standard Base64");
        }
        // The JDK's decoder forgives missing padding and bits beyond the value.
        if (!toBase64(bytes).equals(text)) {
            throw InvalidInput.unreadable(name, text, "standard Base64 with padding and no bits beyond the value");
        }
        return bytes;
    }

    static String toBase64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An unpaired surrogate would be signed as a question mark and read as something else. */
    static byte[] utf8(String name, String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException unpaired) {
            throw InvalidInput.unreadable(name, text, "well-formed Unicode");
        }
    }

    /** A line that a note or a checkpoint may hold: nothing in it begins another. */
    static String line(String name, String text, int longest) {
        InvalidInput.unless(
                !text.isEmpty() && text.length() <= longest, name, text, "of 1 to " + longest + " characters");
        InvalidInput.unless(
                text.codePoints().noneMatch(StrictText::breaksLines), name, text, "free of control characters");
        utf8(name, text);
        return text;
    }

    /** Controls, and the separators that some readers take for line ends. */
    static boolean breaksLines(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }
}
