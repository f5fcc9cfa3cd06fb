package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * A CUSIP: six characters of issuer, two of issue, one check digit.
 *
 * <p>Source: ANSI X9.6, "modulus 10 double add double". Immutable and safe for use by many threads.
 *
 * @param value the nine characters; surrounding space is dropped and letters are raised
 */
public record Cusip(String value) implements SecurityIdentifier {

    /**
     * Checks the form and the check digit.
     *
     * @throws InvalidInput if the form or the check digit is wrong
     */
    public Cusip {
        value = CheckDigits.canonical("CUSIP", Objects.requireNonNull(value), 9);
        for (int i = 0; i < 8; i++) {
            char c = value.charAt(i);
            if (CheckDigits.base36(c) < 0 && c != '*' && c != '@' && c != '#') {
                throw InvalidInput.unreadable("CUSIP", value, "letters, digits, *, @ or #");
            }
        }
        CheckDigits.requireCheckDigit("CUSIP", value, CheckDigits.doubleAddDouble(value, 8));
    }

    /**
     * Returns a CUSIP.
     *
     * @param value the nine characters
     * @return the checked identifier
     * @throws InvalidInput if the form or the check digit is wrong
     */
    public static Cusip of(String value) {
        return new Cusip(value);
    }

    /**
     * Returns the ISIN that contains this CUSIP.
     *
     * @param country {@code US} or {@code CA}
     * @return the ISIN
     * @throws InvalidInput if the country does not number its securities by CUSIP, or the CUSIP has a special character
     */
    public Isin toIsin(String country) {
        InvalidInput.unless(country.equals("US") || country.equals("CA"), "country", country, "US or CA");
        String body = country + value;
        CheckDigits.requireAlphanumeric("ISIN", body, 0, 11);
        return new Isin(body + CheckDigits.luhn(body, 11));
    }

    @Override
    public String toString() {
        return value;
    }
}
