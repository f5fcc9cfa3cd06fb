package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;

/** What may stand in a header that we send: visible ASCII and blanks, so nothing begins a line of its own. */
final class HeaderText {

    private static final int LONGEST = 4096;

    private HeaderText() {}

    static String checked(String name, String value) {
        boolean fits =
                !value.isBlank() && value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        InvalidInput.unless(fits, name, value, "1 to 4096 visible ASCII characters and blanks");
        return value;
    }

    /** A token of RFC 9110, section 5.6.2: names of methods and headers. */
    static String token(String name, String value) {
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
