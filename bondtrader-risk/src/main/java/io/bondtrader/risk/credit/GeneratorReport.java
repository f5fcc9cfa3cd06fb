package io.bondtrader.risk.credit;

import java.util.Locale;

/**
 * What was done to the logarithm of a transition matrix to make it a generator.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param adjustment how negative rates were repaired
 * @param negativeRates how many there were
 * @param mostNegative the smallest of them, per year; 0 if there was none
 * @param largestDifference by how much a transition probability now differs from the matrix, at most
 */
public record GeneratorReport(
        GeneratorAdjustment adjustment, int negativeRates, double mostNegative, double largestDifference) {

    /** {@return whether the logarithm was a generator as it stood} */
    public boolean isUnchanged() {
        return negativeRates == 0;
    }

    @Override
    public String toString() {
        return isUnchanged()
                ? "generator exact, no negative rates"
                : String.format(
                        Locale.ROOT,
                        "%d negative rates (smallest %.2e per year) removed, %s; probabilities differ by %.2e at most",
                        negativeRates,
                        mostNegative,
                        adjustment,
                        largestDifference);
    }
}
