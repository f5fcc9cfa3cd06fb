package io.bondtrader.compliance.monitor;

/** What a rule wants of a trade, mildest first. */
public enum Effect {
    /** Nothing against it. */
    ALLOW,
    /** It may be done and somebody must be told. */
    REPORT,
    /** It may be done once another person has agreed. */
    NEEDS_APPROVAL,
    /** It may not be done. */
    BLOCK;

    /**
     * Returns the stricter of two.
     *
     * @param other another
     * @return the stricter
     */
    public Effect stricter(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
