package io.bondtrader.core.verify;

import io.bondtrader.core.error.InvalidInput;

/**
 * The two methods by which a measure is calculated. One constant per pair of methods: a verified call hands it over
 * instead of three arguments and allocates nothing.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param measure what is calculated
 * @param primaryMethod the method whose number is the answer, such as {@code closed annuity}
 * @param secondaryMethod the method that checks it, such as {@code flow by flow}; never the same one
 */
public record DualPath(Measure measure, String primaryMethod, String secondaryMethod) {

    /**
     * Checks that there are two methods.
     *
     * @throws InvalidInput if a method is blank or both are the same
     */
    public DualPath {
        InvalidInput.unless(!primaryMethod.isBlank(), "primaryMethod", primaryMethod, "not blank");
        InvalidInput.unless(!secondaryMethod.isBlank(), "secondaryMethod", secondaryMethod, "not blank");
        InvalidInput.unless(
                !primaryMethod.equals(secondaryMethod), "secondaryMethod", secondaryMethod, "another than the primary");
    }
}
