package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A right to end a bond before maturity, on one day at one price.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param date the day on which the bond would be redeemed
 * @param cleanPrice what is paid per 100 of face, besides accrued interest; positive
 * @param kind whose right it is
 */
public record ExerciseRight(LocalDate date, double cleanPrice, Kind kind) {

    /** Whose right it is. */
    public enum Kind {
        /** The issuer may redeem. */
        CALL,
        /** The holder may ask for redemption. */
        PUT
    }

    /**
     * Checks the price.
     *
     * @throws InvalidInput if the price is not positive and at most 1000
     */
    public ExerciseRight {
        Objects.requireNonNull(date);
        Objects.requireNonNull(kind);
        InvalidInput.unless(
                cleanPrice > 0.0 && cleanPrice <= 1000.0, "cleanPrice", cleanPrice, "above 0, at most 1000");
    }
}
