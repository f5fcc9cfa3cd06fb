package io.bondtrader.core.observe;

/**
 * How long something takes, and how often. The caller measures; nothing here reads a clock. Safe for use by many
 * threads.
 */
public interface Timer {

    /**
     * Adds one duration.
     *
     * @param elapsedNanos the duration in nanoseconds, not negative
     * @throws io.bondtrader.core.error.InvalidInput if the duration is negative
     */
    void record(long elapsedNanos);
}
