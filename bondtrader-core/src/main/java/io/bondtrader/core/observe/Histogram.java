package io.bondtrader.core.observe;

/** How a quantity is distributed, such as the iterations of a solver. Safe for use by many threads. */
public interface Histogram {

    /**
     * Adds one observation.
     *
     * @param value the observation, finite
     * @throws io.bondtrader.core.error.InvalidInput if the value is not finite
     */
    void record(double value);
}
