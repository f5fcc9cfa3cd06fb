package io.bondtrader.risk.var;

/**
 * Where a figure that was estimated from finitely many scenarios may lie.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param level the probability with which the band covers the true figure, such as 0.95
 * @param lower the lower end, in the unit of the figure
 * @param upper the upper end
 */
public record ConfidenceBand(double level, double lower, double upper) {

    /**
     * Returns whether a value lies in the band.
     *
     * @param value a value in the unit of the figure
     * @return whether it is between the ends or one of them
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
