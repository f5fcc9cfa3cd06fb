package io.bondtrader.security.input;

import io.bondtrader.core.error.InvalidInput;

/** What may stand in a header that is sent: visible ASCII and blanks, so that nothing begins a line of its own. */
public final class HeaderText {

    private static final int LONGEST = 4096;

    private HeaderText() {}

    /**
     * Checks a value.
     *
     * @param name of the header, for the message
     * @param value to be sent
     * @return the value
     * @throws InvalidInput if it has other characters, is blank or longer than 4096
     */
    public static String value(String name, String value) {
        boolean fits =
                !value.isBlank() && value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        InvalidInput.unless(fits, name, value, "1 to 4096 visible ASCII characters and blanks");
        return value;
    }

    /**
     * Checks a token of RFC 9110, section 5.6.2: the name of a method or a header.
     *
     * @param name what it is called, for the message
     * @param value to be sent
     * @return the value
     * @throws InvalidInput if it has other characters, is empty or longer than 100
     */
    public static String token(String name, String value) {
        boolean fits = !value.isEmpty()
                && value.length() <= 100
                && value.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
        InvalidInput.unless(fits, name, value, "a token of RFC 9110");
        return value;
    }
}
