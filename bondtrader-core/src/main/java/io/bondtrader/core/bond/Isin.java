package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * An International Securities Identification Number: two letters of country, nine characters, one check digit.
 *
 * <p>Source: ISO 6166; the check digit is Luhn's over the digits of the base-36 values. Immutable and safe for use by
 * many threads.
 *
 * @param value the twelve characters; surrounding space is dropped and letters are raised
 */
public record Isin(String value) implements SecurityIdentifier {

    /**
     * Checks the form and the check digit.
     *
     * @throws InvalidInput if the form or the check digit is wrong
     */
    public Isin {
        value = CheckDigits.canonical("ISIN", Objects.requireNonNull(value), 12);
        CheckDigits.requireLetters("ISIN", value, 0, 2);
        CheckDigits.requireAlphanumeric("ISIN", value, 2, 11);
        CheckDigits.requireCheckDigit("ISIN", value, CheckDigits.luhn(value, 11));
    }

    /**
     * Returns an ISIN.
     *
     * @param value the twelve characters
     * @return the checked identifier
     * @throws InvalidInput if the form or the check digit is wrong
     */
    public static Isin of(String value) {
        return new Isin(value);
    }

    /** {@return the two letters of the country that numbered the security} */
    public String country() {
        return value.substring(0, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
