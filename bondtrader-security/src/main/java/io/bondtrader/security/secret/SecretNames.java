package io.bondtrader.security.secret;

import io.bondtrader.core.error.InvalidInput;

/** What may be a secret's name: visible ASCII, as secrets managers have it. */
final class SecretNames {

    private static final int LONGEST = 256;

    private SecretNames() {}

    static String checked(String name) {
        boolean fits =
                !name.isEmpty() && name.length() <= LONGEST && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
        InvalidInput.unless(fits, "secret's name", name, "1 to 256 visible ASCII characters without blanks");
        return name;
    }
}
