package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.error.InvalidInput;

/**
 * One number of a detector's rule. Immutable.
 *
 * @param name what it bounds, with its unit: {@code withdrawnWithinSeconds}
 * @param value the bound
 * @param stricter which way makes the rule fire less
 * @param basis where the number comes from
 * @param source in words
 */
public record Threshold(String name, double value, Stricter stricter, Basis basis, String source) {

    /** Which way makes a rule fire less. */
    public enum Stricter {
        /** A larger value. */
        HIGHER,
        /** A smaller value. */
        LOWER,
        /** Neither: it says over what is measured, not how much. */
        NEITHER
    }

    /** Where a number comes from. */
    public enum Basis {
        /** The literature. */
        LITERATURE,
        /** The text of a rule. */
        RULE,
        /** A choice of the house, for the application to tune. */
        HOUSE
    }

    /**
     * Checks the number.
     *
     * @throws InvalidInput if the name is blank, or the value is negative or not finite
     */
    public Threshold {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(Double.isFinite(value) && value >= 0, name, value, "0 or more and finite");
    }
}
