package io.bondtrader.core.verify;

import io.bondtrader.core.error.InvalidInput;
import java.util.function.DoubleSupplier;

/**
 * One way to calculate a number.
 *
 * <p>Immutable, and as safe for use by many threads as what it calculates with.
 *
 * @param method what the way is called in messages and records
 * @param calculation gives the number, or throws a {@link io.bondtrader.core.error.BondTraderException} if this way has
 *     none
 */
public record CalculationPath(String method, DoubleSupplier calculation) {

    /**
     * Checks that the method has a name.
     *
     * @throws InvalidInput if it is blank
     */
    public CalculationPath {
        InvalidInput.unless(!method.isBlank(), "method", method, "not blank");
    }

    /**
     * Returns the path of a number that is already there.
     *
     * @param method what the way is called
     * @param value the number
     * @return the path that gives it
     */
    public static CalculationPath computed(String method, double value) {
        return new CalculationPath(method, () -> value);
    }
}
