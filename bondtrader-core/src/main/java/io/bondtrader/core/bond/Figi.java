package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.Set;

/**
 * A Financial Instrument Global Identifier: two consonants, {@code G}, eight consonants or digits, one check digit.
 *
 * <p>Source: Object Management Group, "Financial Instrument Global Identifier", version 1.0, section 6. Immutable and
 * safe for use by many threads.
 *
 * @param value the twelve characters; surrounding space is dropped and letters are raised
 */
public record Figi(String value) implements SecurityIdentifier {

    private static final String VOWELS = "AEIOU";
    private static final Set<String> RESERVED = Set.of("BS", "BM", "GG", "GB", "GH", "KY", "VG");

    /**
     * Checks the form and the check digit.
     *
     * @throws InvalidInput if the form or the check digit is wrong
     */
    public Figi {
        value = CheckDigits.canonical("FIGI", Objects.requireNonNull(value), 12);
        CheckDigits.requireLetters("FIGI", value, 0, 2);
        CheckDigits.requireAlphanumeric("FIGI", value, 0, 11);
        if (value.charAt(2) != 'G') {
            throw InvalidInput.unreadable("FIGI", value, "a G in position 3");
        }
        for (int i = 0; i < 11; i++) {
            if (VOWELS.indexOf(value.charAt(i)) >= 0) {
                throw InvalidInput.unreadable("FIGI", value, "without vowels");
            }
        }
        if (RESERVED.contains(value.substring(0, 2))) {
            throw InvalidInput.unreadable("FIGI", value, "without a prefix that ISIN uses");
        }
        CheckDigits.requireCheckDigit("FIGI", value, CheckDigits.doubleAddDouble(value, 11));
    }

    /**
     * Returns a FIGI.
     *
     * @param value the twelve characters
     * @return the checked identifier
     * @throws InvalidInput if the form or the check digit is wrong
     */
    public static Figi of(String value) {
        return new Figi(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
