package io.bondtrader.security.identity;

import io.bondtrader.core.error.InvalidInput;

/** What identifiers of people and accounts have in common: visible ASCII, so that no two look alike unseen. */
final class Identifiers {

    private static final int LONGEST = 128;

    private Identifiers() {}

    static String checked(String name, String value) {
        boolean fits =
                !value.isEmpty() && value.length() <= LONGEST && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        InvalidInput.unless(fits, name, value, "1 to 128 visible ASCII characters without blanks");
        return value;
    }
}
