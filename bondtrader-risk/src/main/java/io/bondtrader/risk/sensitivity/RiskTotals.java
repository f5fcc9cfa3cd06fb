package io.bondtrader.risk.sensitivity;

import java.util.List;
import java.util.Locale;

/**
 * What one position or several together are worth and how they answer to rates and spreads, in the reporting currency.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param positions how many positions there are
 * @param face face amount, short positions counted against long ones
 * @param marketValue worth with accrued interest
 * @param accruedInterest accrued interest
 * @param dv01 what is lost when all zero rates rise by one basis point
 * @param cs01 what is lost when all Z-spreads rise by one basis point
 * @param convexity second derivative by the zero rates for one basis point squared: a move by b basis points gains
 *     −DV01·b + ½·convexity·b²
 * @param keyRateDv01s what is lost when the zero rates about each key rise by one basis point; they add up to the DV01
 */
public record RiskTotals(
        int positions,
        double face,
        double marketValue,
        double accruedInterest,
        double dv01,
        double cs01,
        double convexity,
        List<Double> keyRateDv01s) {

    /** Copies the key rates. */
    public RiskTotals {
        keyRateDv01s = List.copyOf(keyRateDv01s);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d positions: face %,.0f, market value %,.2f, DV01 %,.2f, CS01 %,.2f, convexity %,.4f",
                positions,
                face,
                marketValue,
                dv01,
                cs01,
                convexity);
    }
}
