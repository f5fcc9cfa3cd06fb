package io.bondtrader.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.core.error.InvalidInput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value as JSON whose bytes depend on the value alone: no white space, names sorted by UTF-16 code units, numbers as
 * ECMAScript prints them, UTF-8. Two machines that mean the same write the same bytes, so a hash of the bytes is a hash
 * of the meaning.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class CanonicalJson {

    /** No honest record is nested deeper; a structure that contains itself is. */
    private static final int DEEPEST = 64;

    /** Above it a double skips integers, so JSON readers no longer agree on what was written: RFC 7493, section 2.2. */
    private static final long LARGEST_SAFE_INTEGER = (1L << 53) - 1;

    private final String text;

    private CanonicalJson(String text) {
        this.text = text;
    }

    /**
     * Writes a value.
     *
     * @param value {@code null}, a string, a boolean, a finite {@code Double}, an {@code Integer} or {@code Long} within
     *     ±(2⁵³ − 1), a {@code java.time} date or time (as a string, in ISO 8601), an enum constant (its name), canonical
     *     JSON, or a map with string keys or a collection of such values
     * @return its canonical form
     * @throws InvalidInput if the value, or one inside it, is something else, is nested deeper than 64 levels, or holds
     *     half of a surrogate pair
     */
    public static CanonicalJson of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return new CanonicalJson(out.toString());
    }

    /**
     * Prints a number as canonical JSON does: the fewest digits that read back as the same double.
     *
     * @param value the number, finite
     * @return its digits, in the notation of ECMAScript: {@code 98.5}, {@code 1e-9}
     * @throws InvalidInput if the number is not finite
     */
    public static String number(double value) {
        return EcmaScriptNumber.toString(value);
    }

    /** {@return the canonical text} */
    public String text() {
        return text;
    }

    /** {@return the canonical text in UTF-8; the array is the caller's} */
    public byte[] toBytes() {
        return text.getBytes(UTF_8);
    }

    /** {@return the SHA-256 of the bytes, in 64 lower-case hexadecimal digits} */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanonicalJson that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static void write(@Nullable Object value, StringBuilder out, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidInput("nesting", depth, "at most " + DEEPEST + " levels");
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String string) {
            writeString(string, out);
        } else if (value instanceof Double number) {
            out.append(EcmaScriptNumber.toString(number));
        } else if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            InvalidInput.unless(
                    -LARGEST_SAFE_INTEGER <= number && number <= LARGEST_SAFE_INTEGER,
                    "integer",
                    number,
                    "within ±(2^53 - 1)");
            out.append(number);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out, depth);
        } else if (value instanceof Collection<?> collection) {
            char separator = '[';
            for (Object element : collection) {
                out.append(separator);
                write(element, out, depth + 1);
                separator = ',';
            }
            out.append(collection.isEmpty() ? "[]" : "]");
        } else if (value instanceof Enum<?> constant) {
            writeString(constant.name(), out);
        } else if (value instanceof Temporal dateOrTime) {
            writeString(dateOrTime.toString(), out);
        } else if (value instanceof CanonicalJson json) {
            out.append(json.text);
        } else {
            throw new InvalidInput("value", value.getClass().getName(), "of a type that JSON knows");
        }
    }

    private static void writeMap(Map<?, ?> map, StringBuilder out, int depth) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String string)) {
                throw new InvalidInput("name", name, "a string");
            }
            sorted.put(string, value);
        });
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(separator);
            writeString(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out, depth + 1);
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    /** RFC 8785, section 3.2.2.2. */
    private static void writeString(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        InvalidInput.unless(isWhole(string, i), "text", string, "free of half surrogate pairs");
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isWhole(String string, int i) {
        char c = string.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1));
        }
        return !Character.isLowSurrogate(c) || (i > 0 && Character.isHighSurrogate(string.charAt(i - 1)));
    }
}
