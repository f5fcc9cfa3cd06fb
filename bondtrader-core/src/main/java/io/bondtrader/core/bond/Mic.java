package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * A Market Identifier Code: four letters or digits that name a trading venue, such as {@code XNYS}. It names no security
 * and has no check digit, so that any four are a code in form; whether a venue bears it only ISO's register knows.
 *
 * <p>Source: ISO 10383. Immutable and safe for use by many threads.
 *
 * @param value the four characters; surrounding space is dropped and letters are raised
 */
public record Mic(String value) {

    /**
     * Checks the form.
     *
     * @throws InvalidInput if there are not four letters or digits
     */
    public Mic {
        value = CheckDigits.canonical("MIC", Objects.requireNonNull(value), 4);
        CheckDigits.requireAlphanumeric("MIC", value, 0, 4);
    }

    /**
     * Returns a market identifier.
     *
     * @param value the four characters
     * @return the code
     * @throws InvalidInput if there are not four letters or digits
     */
    public static Mic of(String value) {
        return new Mic(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
