package io.bondtrader.security.input;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;
import java.util.Set;

/**
 * A statement that holds no value: everything that varies is a parameter. For the adapters of databases, and for a test that
 * looks at every statement of an application. Immutable.
 *
 * <p>Refused are literals of text, comments, a second statement, and unions written in later: what injection needs. This
 * checks the shape and parses no dialect; it is a second lock, the first is that values are bound.
 */
public final class ParameterisedSql {

    private static final int LONGEST = 1 << 16;

    private final String text;
    private final int parameters;

    private ParameterisedSql(String text, int parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    /**
     * Checks a statement.
     *
     * @param text with a question mark for each value
     * @return the statement
     * @throws InvalidInput if it holds a literal of text, a comment, a second statement or a control character
     */
    public static ParameterisedSql of(String text) {
        InvalidInput.unless(
                !text.isBlank() && text.length() <= LONGEST, "length of the statement", text.length(), "1 to 65536");
        int parameters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean comment = (c == '-' && next == '-') || (c == '/' && next == '*') || c == '#';
            boolean literal = c == '\'' || c == '\\' || (c == '$' && next == '$');
            boolean odd = c >= 0x7f || (c < ' ' && c != '\n' && c != '\t');
            if (comment || literal || odd || c == ';') {
                throw new InvalidInput(
                        "statement",
                        "one with " + LogText.encode(String.valueOf(c)) + " at " + i,
                        "without literals of text, comments, a second statement, and other than ASCII");
            }
            parameters += c == '?' ? 1 : 0;
        }
        return new ParameterisedSql(text, parameters);
    }

    /**
     * Puts the name of a table or column into a statement, which no parameter can do.
     *
     * @param name wanted, perhaps by a client, as in a column to sort by
     * @param allowed the names there are, in small letters, digits and underscores
     * @return the name as it is allowed
     * @throws InvalidInput if it is not among them
     */
    public static String name(String name, Set<String> allowed) {
        for (String each : allowed) {
            boolean plain = !each.isEmpty()
                    && each.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
            InvalidInput.unless(plain, "allowed name", each, "of small letters, digits and underscores");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        InvalidInput.unless(allowed.contains(lower), "name", name, "one of those allowed");
        return lower;
    }

    /**
     * Checks that every parameter gets a value.
     *
     * @param values how many are bound
     * @return this
     * @throws InvalidInput if there are more or fewer
     */
    public ParameterisedSql binding(int values) {
        InvalidInput.unless(values == parameters, "number of values", values, String.valueOf(parameters));
        return this;
    }

    /** {@return how many parameters it has} */
    public int parameters() {
        return parameters;
    }

    /** {@return the statement} */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
