package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * Days over which money is dearer than around them, as over the turn of a year, by a given spread: between the two days
 * the instantaneous forward rate is higher by it, elsewhere the interpolation stands.
 *
 * <p>Source: F. M. Ametrano and M. Bianchetti, "Everything You Always Wanted to Know About Multiple Interest Rate Curve
 * Bootstrapping but Were Afraid to Ask", 2013, section on turn of year jumps.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param from the last business day of the year
 * @param to the first business day of the next one
 * @param spread what the forward rate is higher by, continuously compounded by ACT/365 fixed, as a decimal
 */
public record TurnOfYear(LocalDate from, LocalDate to, double spread) {

    /**
     * Checks the dates.
     *
     * @throws InvalidInput if the days are out of order or the spread is not finite
     */
    public TurnOfYear {
        Terms.check("turn of year", spread, from, to);
        InvalidInput.unless(spread >= -10.0 && spread <= 10.0, "spread", spread, "-10 to 10");
    }
}
