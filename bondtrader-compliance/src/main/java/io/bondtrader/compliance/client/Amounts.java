package io.bondtrader.compliance.client;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/** Amounts of euro as text. */
final class Amounts {

    private static final int LONGEST = 40;

    private Amounts() {}

    static BigDecimal parse(String name, String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        if (plain) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException misplaced) {
                throw InvalidInput.unreadable(name, text, "a decimal number");
            }
        }
        throw InvalidInput.unreadable(name, text, "a decimal number of at most " + LONGEST + " characters");
    }
}
