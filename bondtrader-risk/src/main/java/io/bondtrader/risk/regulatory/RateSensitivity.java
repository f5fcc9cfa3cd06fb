package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.util.Currency;
import java.util.Objects;

/**
 * How a value depends on a tenor of a rate curve: (V(r + 1 bp) − V) / 0.0001.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param currency the bucket
 * @param curve which curve of the currency
 * @param tenorYears a tenor that the rules weight
 * @param amount in reporting currency per unit of rate: 10,000 times the change for one basis point
 */
public record RateSensitivity(Currency currency, String curve, double tenorYears, double amount) {

    /**
     * Checks the sensitivity.
     *
     * @throws InvalidInput if the curve is blank or a number not finite
     */
    public RateSensitivity {
        Objects.requireNonNull(currency);
        Bounds.text("curve", curve);
        Bounds.between("tenorYears", tenorYears, 0.0, 100.0);
        Bounds.finite("amount", amount);
    }

    /**
     * Returns the sensitivity of a change for one basis point up.
     *
     * @param currency the bucket
     * @param curve which curve of the currency
     * @param tenorYears a tenor that the rules weight
     * @param changePerBp of the value in reporting currency, negative for a holder of bonds
     * @return the sensitivity
     * @throws InvalidInput if the curve is blank or a number not finite
     */
    public static RateSensitivity ofBasisPoint(Currency currency, String curve, double tenorYears, double changePerBp) {
        return new RateSensitivity(currency, curve, tenorYears, changePerBp / 1e-4);
    }
}
