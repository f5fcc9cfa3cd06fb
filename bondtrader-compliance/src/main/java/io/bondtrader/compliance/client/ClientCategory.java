package io.bondtrader.compliance.client;

/**
 * How much protection a client has, most first.
 *
 * <p>Source: Directive 2014/65/EU, Article 4(1)(10) and (11) and Article 30.
 */
public enum ClientCategory {
    /** All protection. */
    RETAIL,
    /** Presumed to know the risks. */
    PROFESSIONAL,
    /** Deals with the firm as one firm with another. */
    ELIGIBLE_COUNTERPARTY;

    /**
     * Tells whether a client of this category has more protection than one of another.
     *
     * @param other another category
     * @return whether it has
     */
    public boolean protectsMoreThan(ClientCategory other) {
        return compareTo(other) < 0;
    }
}
