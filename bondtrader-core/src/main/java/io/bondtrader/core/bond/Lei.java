package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * A Legal Entity Identifier: eighteen characters and two check digits.
 *
 * <p>Source: ISO 17442-1; check digits by ISO/IEC 7064 MOD 97-10, so that the whole number leaves 1 when divided by 97.
 * Immutable and safe for use by many threads.
 *
 * @param value the twenty characters; surrounding space is dropped and letters are raised
 */
public record Lei(String value) implements SecurityIdentifier {

    /**
     * Checks the form and the check digits.
     *
     * @throws InvalidInput if the form or the check digits are wrong
     */
    public Lei {
        value = CheckDigits.canonical("LEI", Objects.requireNonNull(value), 20);
        CheckDigits.requireAlphanumeric("LEI", value, 0, 20);
        int remainder = 0;
        for (int i = 0; i < 20; i++) {
            int digits = CheckDigits.base36(value.charAt(i));
            remainder = (remainder * (digits < 10 ? 10 : 100) + digits) % 97;
        }
        if (remainder != 1) {
            throw InvalidInput.unreadable("LEI", value, "closed by its check digits (ISO/IEC 7064 MOD 97-10)");
        }
    }

    /**
     * Returns an LEI.
     *
     * @param value the twenty characters
     * @return the checked identifier
     * @throws InvalidInput if the form or the check digits are wrong
     */
    public static Lei of(String value) {
        return new Lei(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
