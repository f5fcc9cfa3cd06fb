package io.bondtrader.core.observe;

/** A number that moves both ways; the last value set is the one that counts. Safe for use by many threads. */
public interface Gauge {

    /**
     * Says how things stand now.
     *
     * @param value the new value, finite
     * @throws io.bondtrader.core.error.InvalidInput if the value is not finite
     */
    void set(double value);
}
