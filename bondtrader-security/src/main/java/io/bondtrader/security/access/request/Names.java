package io.bondtrader.security.access.request;

import io.bondtrader.core.error.InvalidInput;

/** Names of roles, rules, resource types and actions have one spelling, so that no two differ by a case or a blank. */
public final class Names {

    private static final int LONGEST = 64;

    private Names() {}

    /**
     * Checks a name: lower-case words of letters and digits joined by single dashes, beginning with a letter.
     *
     * @param what is named, for the message
     * @param name the name
     * @return the name
     * @throws InvalidInput if it is spelt otherwise, wildcards included
     */
    public static String checked(String what, String name) {
        InvalidInput.unless(wellFormed(name), what, name, "lower-case words joined by dashes, at most 64 characters");
        return name;
    }

    private static boolean wellFormed(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !letter(name.charAt(0)) || name.endsWith("-")) {
            return false;
        }
        for (int k = 1; k < name.length(); k++) {
            char c = name.charAt(k);
            boolean dash = c == '-' && name.charAt(k - 1) != '-';
            if (!letter(c) && !dash && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Identifiers of objects and of where they are: visible ASCII, compared exactly. */
    static String identifier(String what, String text) {
        boolean fits = text.length() <= 128 && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        InvalidInput.unless(fits, what, text, "at most 128 visible ASCII characters without blanks");
        return text;
    }
}
