package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;

/**
 * How a value depends on a tenor of an issuer's spread curve: (V(s + 1 bp) − V) / 0.0001.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param bucket number by the rules, from 1
 * @param name the issuer, or the index
 * @param basis which of its curves, such as {@code bond} or {@code CDS}
 * @param tenorYears 0.5, 1, 3, 5 or 10
 * @param topGrade whether it is of a covered bond rated AA- or better
 * @param amount in reporting currency per unit of spread: 10,000 times the change for one basis point
 */
public record SpreadSensitivity(
        int bucket, String name, String basis, double tenorYears, boolean topGrade, double amount) {

    /**
     * Checks the sensitivity.
     *
     * @throws InvalidInput if a text is blank, the tenor is none or the amount not finite
     */
    public SpreadSensitivity {
        Bounds.text("name", name);
        Bounds.text("basis", basis);
        boolean known = tenorYears == 0.5
                || tenorYears == 1.0
                || tenorYears == 3.0
                || tenorYears == 5.0
                || tenorYears == 10.0; // exactly: the tenors are these
        InvalidInput.unless(known, "tenorYears", tenorYears, "0.5, 1, 3, 5 or 10");
        Bounds.finite("amount", amount);
    }

    /**
     * Returns the sensitivity of a change for one basis point up.
     *
     * @param bucket number by the rules, from 1
     * @param name the issuer, or the index
     * @param tenorYears 0.5, 1, 3, 5 or 10
     * @param changePerBp of the value in reporting currency, negative for a holder of bonds
     * @return the sensitivity to the issuer's bonds
     * @throws InvalidInput if a text is blank, the tenor is none or the change not finite
     */
    public static SpreadSensitivity ofBasisPoint(int bucket, String name, double tenorYears, double changePerBp) {
        return new SpreadSensitivity(bucket, name, "bond", tenorYears, false, changePerBp / 1e-4);
    }

    /** {@return the same sensitivity, of a covered bond rated AA- or better} */
    public SpreadSensitivity toTopGrade() {
        return new SpreadSensitivity(bucket, name, basis, tenorYears, true, amount);
    }
}
