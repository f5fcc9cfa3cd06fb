package io.bondtrader.compliance.audit.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.core.audit.CanonicalJson;
import java.util.Arrays;

/**
 * Checks that bytes are one JSON object in canonical form (RFC 8785) with the members of an event, in one pass and without
 * an object for each value, and finds the hash of the event before. For one thread.
 */
public final class EntryScanner {

    private static final int DEEPEST = 66;
    private static final byte[][] MEMBERS = {
        name("action"),
        name("actor"),
        name("body"),
        name("correlationId"),
        name("id"),
        name("ip"),
        name("outcome"),
        name("previous"),
        name("resource"),
        name("role"),
        name("tags"),
        name("time"),
    };
    private static final int BODY = 2;
    private static final int PREVIOUS = 7;
    private static final int TAGS = 10;

    /** Action, actor, body, id, outcome, previous, time: bits by place in {@link #MEMBERS}. */
    private static final int REQUIRED = 0b1000_1101_0111;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int previous;
    private boolean plain;

    /** Makes one. */
    public EntryScanner() {}

    private static byte[] name(String member) {
        return ("\"" + member + "\":").getBytes(US_ASCII);
    }

    /**
     * Checks an entry.
     *
     * @param array that holds it
     * @param offset of its first byte
     * @param length of it
     * @return the offset of the 44 characters of the hash before, or -1 if this is no event in canonical form
     */
    public int scan(byte[] array, int offset, int length) {
        bytes = array;
        at = offset;
        end = offset + length;
        previous = -1;
        return event() && at == end ? previous : -1;
    }

    private boolean event() {
        if (!take('{')) {
            return false;
        }
        int seen = 0;
        int member = 0;
        do {
            while (member < MEMBERS.length && !at(MEMBERS[member])) {
                member++;
            }
            if (member == MEMBERS.length) {
                return false;
            }
            at += MEMBERS[member].length;
            if (!value(member)) {
                return false;
            }
            seen |= 1 << member;
            member++;
        } while (take(','));
        return (seen & REQUIRED) == REQUIRED && take('}');
    }

    private boolean value(int member) {
        int start = at;
        boolean fits = switch (member) {
            case BODY -> at < end && bytes[at] == '{' && any(1);
            case TAGS -> tags();
            default -> string() && at - start > 2; // an empty one is left out
        };
        if (fits && member == PREVIOUS) {
            previous = start + 1;
            return at - start == PreparedEntry.HASH_CHARACTERS + 2;
        }
        return fits;
    }

    /** At least one, sorted, none twice. */
    private boolean tags() {
        if (!take('[')) {
            return false;
        }
        int before = -1;
        do {
            int start = at;
            if (!string() || (before >= 0 && !sorted(before, start))) {
                return false;
            }
            before = start;
        } while (take(','));
        return take(']');
    }

    private boolean any(int depth) {
        if (at >= end || depth > DEEPEST) {
            return false;
        }
        return switch (bytes[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean object(int depth) {
        at++;
        if (take('}')) {
            return true;
        }
        int before = -1;
        do {
            int start = at;
            if (!string() || !take(':') || (before >= 0 && !sorted(before, start)) || !any(depth + 1)) {
                return false;
            }
            before = start;
        } while (take(','));
        return take('}');
    }

    private boolean array(int depth) {
        at++;
        if (take(']')) {
            return true;
        }
        do {
            if (!any(depth + 1)) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    /** A string with the escapes that RFC 8785, section 3.2.2.2, asks for and no other, in well-formed UTF-8. */
    private boolean string() {
        if (!take('"')) {
            return false;
        }
        plain = true;
        while (at < end) {
            byte c = bytes[at];
            if (c == '"') {
                at++;
                return true;
            }
            if (c == '\\') {
                plain = false;
                if (!escape()) {
                    return false;
                }
            } else if (c >= ' ') {
                at++;
            } else if (c < 0) {
                plain = false;
                if (!multibyte()) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (at + 1 >= end) {
            return false;
        }
        switch (bytes[at + 1]) {
            case '"', '\\', 'b', 'f', 'n', 'r', 't' -> {
                at += 2;
                return true;
            }
            case 'u' -> {
                return unicodeEscape();
            }
            default -> {
                return false;
            }
        }
    }

    /** Controls without a letter of their own, in lower-case digits. */
    private boolean unicodeEscape() {
        if (at + 6 > end || bytes[at + 2] != '0' || bytes[at + 3] != '0') {
            return false;
        }
        int high = bytes[at + 4] - '0';
        int low = digit(bytes[at + 5]);
        int control = 16 * high + low;
        boolean lettered = control == '\b' || control == '\f' || control == '\n' || control == '\r' || control == '\t';
        at += 6;
        return (high == 0 || high == 1) && low >= 0 && !lettered;
    }

    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** Table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing beyond U+10FFFF. */
    private boolean multibyte() {
        int lead = bytes[at] & 0xff;
        int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0xc2 || lead > 0xf4 || at + more >= end) {
            return false;
        }
        int second = bytes[at + 1] & 0xff;
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return false;
        }
        for (int i = 2; i <= more; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        at += more + 1;
        return true;
    }

    /** Whether a string sorts before another; the second was the last that was read. */
    private boolean sorted(int first, int second) {
        int firstEnd = closing(first);
        int secondEnd = closing(second);
        if (plain && isPlain(first, firstEnd)) {
            return Arrays.compareUnsigned(bytes, first + 1, firstEnd, bytes, second + 1, secondEnd) < 0;
        }
        return text(first, firstEnd).compareTo(text(second, secondEnd)) < 0;
    }

    private boolean isPlain(int open, int close) {
        for (int i = open + 1; i < close; i++) {
            if (bytes[i] < 0 || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private int closing(int open) {
        int i = open + 1;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    /** UTF-16, as names are sorted by. The escapes were checked. */
    private String text(int open, int close) {
        String raw = new String(bytes, open + 1, close - open - 1, UTF_8);
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
                continue;
            }
            switch (raw.charAt(i + 1)) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(raw, i + 2, i + 6, 16));
                    i += 4;
                }
                default -> text.append(raw.charAt(i + 1));
            }
            i += 2;
        }
        return text.toString();
    }

    /** A number as ECMAScript prints it. */
    private boolean number() {
        int start = at;
        boolean usual = true;
        int digits = 0;
        boolean point = false;
        while (at < end) {
            byte c = bytes[at];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point && digits > 0) {
                point = true;
            } else if (c == 'e' || c == 'E' || c == '+' || c == '.' || (c == '-' && at > start)) {
                usual = false;
            } else if (c != '-') {
                break;
            }
            at++;
        }
        if (digits == 0) {
            return false;
        }
        int first = bytes[start] == '-' ? start + 1 : start;
        boolean zeroLeads = bytes[first] == '0' && at - first > 1 && bytes[first + 1] != '.';
        boolean zeroEnds = point && (bytes[at - 1] == '0' || bytes[at - 1] == '.');
        // Up to fifteen digits are printed as they were read, but for small numbers, which have an exponent.
        boolean small = point && bytes[first] == '0' && digits > 6;
        boolean minusZero = first > start && digits == 1 && bytes[first] == '0';
        if (usual && digits <= 15 && !zeroLeads && !zeroEnds && !small && !minusZero) {
            return true;
        }
        try {
            String text = new String(bytes, start, at - start, US_ASCII);
            return CanonicalJson.number(Double.parseDouble(text)).equals(text);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private boolean word(String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private boolean at(byte[] expected) {
        return at + expected.length <= end
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }

    private boolean take(char c) {
        if (at < end && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }
}
