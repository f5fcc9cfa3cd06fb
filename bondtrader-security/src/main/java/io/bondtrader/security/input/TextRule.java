package io.bondtrader.security.input;

import io.bondtrader.core.bond.Cusip;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a text must look like. Each looks at every character once. Immutable and safe for use by many threads.
 */
public final class TextRule {

    private final String meaning;
    private final int shortest;
    private final int longest;
    private final IntPredicate characters;
    private final @Nullable UnaryOperator<String> further;

    private TextRule(
            String meaning,
            int shortest,
            int longest,
            IntPredicate characters,
            @Nullable UnaryOperator<String> further) {
        this.meaning = meaning;
        this.shortest = shortest;
        this.longest = longest;
        this.characters = characters;
        this.further = further;
    }

    /**
     * Returns the rule of identifiers: letters and digits of ASCII, hyphen, underscore, dot and colon, beginning with a
     * letter or digit.
     *
     * @param longest how many characters
     * @return the rule
     */
    public static TextRule identifier(int longest) {
        return new TextRule(
                "1 to " + longest + " of A-Z, a-z, 0-9, - _ . : beginning with a letter or digit",
                1,
                checked(longest),
                c -> letterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':',
                text -> letterOrDigit(text.charAt(0)) ? text : null);
    }

    /**
     * Returns the rule of one line of text: any visible characters and single blanks inside, normalised to NFC.
     *
     * @param longest how many characters
     * @return the rule
     */
    public static TextRule line(int longest) {
        return new TextRule(
                "1 to " + longest + " visible characters on one line, without blanks at its ends",
                1,
                checked(longest),
                TextRule::visible,
                text -> text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ' ? null : text);
    }

    /**
     * Returns the rule of names of people and firms: letters with their marks, blanks, and what names are written with.
     *
     * @param longest how many characters
     * @return the rule
     */
    public static TextRule name(int longest) {
        return new TextRule(
                "1 to " + longest + " letters, blanks, and . ' - & , ( ) inside",
                1,
                checked(longest),
                c -> Character.isLetter(c)
                        || mark(c)
                        || (c >= '0' && c <= '9')
                        || " .'-&,()\u2019\u00b7".indexOf(c) >= 0,
                text -> Character.isLetter(text.codePointAt(0)) && text.charAt(text.length() - 1) != ' ' ? text : null);
    }

    /** {@return the rule of ISINs with a right check digit, ISO 6166} */
    public static TextRule isin() {
        return new TextRule(
                "an ISIN",
                12,
                12,
                TextRule::letterOrDigit,
                text -> Isin.of(text).toString());
    }

    /** {@return the rule of CUSIPs with a right check digit} */
    public static TextRule cusip() {
        return new TextRule(
                "a CUSIP",
                9,
                9,
                c -> letterOrDigit(c) || c == '*' || c == '@' || c == '#',
                text -> Cusip.of(text).toString());
    }

    /** {@return the rule of legal entity identifiers with right check digits, ISO 17442} */
    public static TextRule lei() {
        return new TextRule(
                "an LEI", 20, 20, TextRule::letterOrDigit, text -> Lei.of(text).toString());
    }

    private static int checked(int longest) {
        InvalidInput.unless(longest >= 1 && longest <= 65_536, "longest", longest, "from 1 to 65536");
        return longest;
    }

    /** {@return what a text must be, to be said to a client} */
    public String meaning() {
        return meaning;
    }

    /**
     * Holds a text to the rule.
     *
     * @param text from outside
     * @return the text, normalised to NFC; null if it breaks the rule
     */
    @Nullable
    String apply(String text) {
        // Before normalising, which costs most: a text may shrink by it, but not by more than this.
        if (text.length() < shortest || text.length() > 4L * longest) {
            return null;
        }
        String normal = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.length() < shortest || normal.length() > longest) {
            return null;
        }
        for (int i = 0; i < normal.length(); ) {
            int point = normal.codePointAt(i);
            if (!characters.test(point)) {
                return null;
            }
            i += Character.charCount(point);
        }
        try {
            return further == null ? normal : further.apply(normal);
        } catch (InvalidInput wrong) {
            return null;
        }
    }

    /**
     * Checks a text.
     *
     * @param name what it is called
     * @param text from outside
     * @return the text, normalised to NFC
     * @throws InvalidInput if it breaks the rule
     */
    public String check(String name, String text) {
        String checked = apply(text);
        if (checked == null) {
            throw InvalidInput.unreadable(name, text, meaning);
        }
        return checked;
    }

    private static boolean letterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SURROGATE -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
