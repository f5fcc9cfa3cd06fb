package io.bondtrader.security.input;

import io.bondtrader.core.error.InvalidInput;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names that users sign in with. Whatever way a name is typed, one form of it is looked up; and a new name that could be taken
 * for one that is there is found by its skeleton.
 *
 * <p>Sources: RFC 8265 section 3.3 (UsernameCaseMapped) over RFC 8264 (IdentifierClass); Unicode UTS #39 for one script a name
 * and for skeletons, here of the letters of Cyrillic, Greek and Armenian that look Latin, digits and a few pairs. Names that
 * run from right to left are refused: a user of them is looked up by an identifier in ASCII.
 */
public final class Usernames {

    private static final int LONGEST = 64;
    private static final String LOOK =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
                    + "\u03b1\u03bf\u03c1\u03c5\u03bd\u03b9\u03ba\u03c7\u0585\u057d\u0570\u0578\u0581\u056c\u0131\u0261\u0251";
    private static final String LATIN = "aeopcyxijshdqw" + "aopuvikxouhngliga";

    private Usernames() {}

    /**
     * Returns the one form of a name that is stored and looked up: full-width letters made plain, small letters, NFC.
     *
     * @param typed as a user typed it
     * @return the form; nothing if it is no name: empty, longer than 64 characters, with blanks, signs, invisible or
     *     unassigned characters, letters of several scripts, or written from right to left
     */
    public static Optional<String> canonical(String typed) {
        if (typed.isEmpty() || typed.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        StringBuilder wide = new StringBuilder();
        typed.codePoints().forEach(point -> wide.append(narrowed(point)));
        String lower = wide.toString().toLowerCase(Locale.ROOT);
        String form = Normalizer.normalize(lower, Normalizer.Form.NFC);
        boolean fits = form.length() <= LONGEST
                && form.codePoints().allMatch(Usernames::allowed)
                && Character.isLetterOrDigit(form.codePointAt(0))
                && scripts(form).size() <= 1;
        return fits ? Optional.of(form) : Optional.empty();
    }

    /**
     * Returns what a name looks like. Two names with one skeleton must not both be given out.
     *
     * @param canonical as {@link #canonical} gave it
     * @return the skeleton, for comparison alone
     * @throws InvalidInput if it is no canonical name
     */
    public static String skeleton(String canonical) {
        InvalidInput.unless(
                canonical(canonical).filter(canonical::equals).isPresent(), "name", canonical, "in its canonical form");
        StringBuilder skeleton = new StringBuilder();
        String apart = Normalizer.normalize(canonical, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int at = LOOK.indexOf(c);
            char seen = at >= 0 ? LATIN.charAt(at) : c;
            skeleton.append(
                    switch (seen) {
                        case '0' -> 'o';
                        case '1', 'i' -> 'l';
                        default -> seen;
                    });
        }
        return skeleton.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d");
    }

    /** Width mapping of RFC 8265, section 3.3.1. */
    private static String narrowed(int point) {
        String text = Character.toString(point);
        boolean form = point >= 0xff00 && point <= 0xffef;
        return form ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }

    private static boolean allowed(int point) {
        if (point < 0x80) {
            return (point >= 'a' && point <= 'z')
                    || (point >= '0' && point <= '9')
                    || point == '.'
                    || point == '-'
                    || point == '_'
                    || point == '@'
                    || point == '+';
        }
        int type = Character.getType(point);
        boolean letter = type == Character.LOWERCASE_LETTER
                || type == Character.OTHER_LETTER
                || type == Character.MODIFIER_LETTER
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.DECIMAL_DIGIT_NUMBER;
        String text = Character.toString(point);
        boolean itself = Normalizer.normalize(text, Normalizer.Form.NFKC).equals(text);
        byte direction = Character.getDirectionality(point);
        boolean rightToLeft = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
        return letter && itself && !rightToLeft;
    }

    private static Set<UnicodeScript> scripts(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().forEach(point -> scripts.add(UnicodeScript.of(point)));
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        // Japanese is written in three scripts, and Chinese shares one of them.
        if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
            scripts.remove(UnicodeScript.HIRAGANA);
            scripts.remove(UnicodeScript.KATAKANA);
            scripts.add(UnicodeScript.HAN);
        }
        return scripts;
    }
}
