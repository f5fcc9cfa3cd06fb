package io.bondtrader.core.observe;

/** A number that only grows. Implementations are safe for use by many threads and lose no increment. */
public interface Counter {

    /**
     * Adds to the count.
     *
     * @param amount how much, not negative
     * @throws io.bondtrader.core.error.InvalidInput if the amount is negative
     */
    void add(long amount);

    /** Adds one. */
    default void increment() {
        add(1);
    }
}
