package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.util.Currency;
import java.util.Objects;

/**
 * How a value depends on a tenor of a rate curve, on inflation or on a cross-currency basis: (V(r + 1 bp) − V) / 0.0001.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param currency the bucket
 * @param kind what moves
 * @param curve which curve of the currency
 * @param tenorYears a tenor that the rules weight; 0 for inflation and basis, which have none
 * @param amount in reporting currency per unit of rate: 10,000 times the change for one basis point
 */
public record RateSensitivity(Currency currency, Kind kind, String curve, double tenorYears, double amount) {

    /** What moves. */
    public enum Kind {
        /** A risk-free curve, by tenor. */
        CURVE,
        /** Inflation, all tenors alike. */
        INFLATION,
        /** A basis over another currency, all tenors alike. */
        CROSS_CURRENCY_BASIS
    }

    /**
     * Checks the sensitivity.
     *
     * @throws InvalidInput if the curve is blank, a number is not finite or inflation or basis has a tenor
     */
    public RateSensitivity {
        Objects.requireNonNull(currency);
        Bounds.text("curve", curve);
        Bounds.between("tenorYears", tenorYears, 0.0, kind == Kind.CURVE ? 100.0 : 0.0);
        Bounds.finite("amount", amount);
    }

    /**
     * Returns the sensitivity to a tenor of a curve.
     *
     * @param currency the bucket
     * @param curve which curve of the currency
     * @param tenorYears a tenor that the rules weight
     * @param amount in reporting currency per unit of rate
     * @return the sensitivity
     * @throws InvalidInput if the curve is blank or a number not finite
     */
    public static RateSensitivity of(Currency currency, String curve, double tenorYears, double amount) {
        return new RateSensitivity(currency, Kind.CURVE, curve, tenorYears, amount);
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
        return of(currency, curve, tenorYears, changePerBp / 1e-4);
    }

    /**
     * Returns the sensitivity to inflation.
     *
     * @param currency the bucket
     * @param curve which index
     * @param amount in reporting currency per unit of inflation
     * @return the sensitivity
     * @throws InvalidInput if the curve is blank or the amount not finite
     */
    public static RateSensitivity ofInflation(Currency currency, String curve, double amount) {
        return new RateSensitivity(currency, Kind.INFLATION, curve, 0.0, amount);
    }

    /**
     * Returns the sensitivity to a cross-currency basis.
     *
     * @param currency the bucket
     * @param curve over which currency, such as {@code over USD}
     * @param amount in reporting currency per unit of basis
     * @return the sensitivity
     * @throws InvalidInput if the curve is blank or the amount not finite
     */
    public static RateSensitivity ofCrossCurrencyBasis(Currency currency, String curve, double amount) {
        return new RateSensitivity(currency, Kind.CROSS_CURRENCY_BASIS, curve, 0.0, amount);
    }
}
