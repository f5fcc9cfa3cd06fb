package io.bondtrader.security.input;

import io.bondtrader.core.error.InvalidInput;

/**
 * Text from outside made fit for a line of a log: what would end the line, move the cursor, turn the direction of reading or
 * be invisible is written as a backslash and its number. Nothing is lost: {@link #decode} gives the text back.
 */
public final class LogText {

    private LogText() {}

    /**
     * Makes a text fit for one line.
     *
     * @param text from anywhere
     * @return the same object if nothing had to be changed; otherwise with {@code \\} for a backslash, {@code \n}, {@code
     *     \r}, {@code \t}, {@code \}{@code uXXXX} for all else that is not plainly visible, and for the dollar sign of
     *     <code>${</code>, which some loggers look up
     */
    public static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain(text, i)) {
                return encoded(text, i);
            }
        }
        return text;
    }

    private static boolean plain(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && c < 0x7f) {
            return c != '\\' && !(c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{');
        }
        return c >= 0xa0 && visible(text, i);
    }

    private static boolean visible(String text, int i) {
        char c = text.charAt(i);
        int point;
        if (Character.isHighSurrogate(c)) {
            if (i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                return false;
            }
            point = text.codePointAt(i);
        } else if (Character.isLowSurrogate(c)) {
            if (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))) {
                return false;
            }
            point = text.codePointBefore(i + 1);
        } else {
            point = c;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SURROGATE -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    private static String encoded(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (plain(text, i)) {
                out.append(c);
            } else if (c == '\\') {
                out.append("\\\\");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else {
                out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return out.toString();
    }

    /**
     * Gives back what was encoded.
     *
     * @param line as {@link #encode} wrote it
     * @return the text
     * @throws InvalidInput if it was not written by {@link #encode}
     */
    public static String decode(String line) {
        StringBuilder out = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c != '\\') {
                out.append(c);
                i++;
                continue;
            }
            char kind = i + 1 < line.length() ? line.charAt(i + 1) : '?';
            switch (kind) {
                case '\\' -> out.append('\\');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> out.append(hex(line, i + 2));
                default -> throw unreadable(line);
            }
            i += kind == 'u' ? 6 : 2;
        }
        return out.toString();
    }

    private static char hex(String line, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < line.length() ? Character.digit(line.charAt(i), 16) : -1;
            if (digit < 0) {
                throw unreadable(line);
            }
            value = 16 * value + digit;
        }
        return (char) value;
    }

    private static InvalidInput unreadable(String line) {
        return InvalidInput.unreadable("line", line, "as it was encoded");
    }
}
