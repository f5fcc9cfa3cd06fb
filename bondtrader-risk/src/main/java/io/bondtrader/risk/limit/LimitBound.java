package io.bondtrader.risk.limit;

/** On which side of its threshold a measure must stay. */
public enum LimitBound {
    /** At most the threshold; for a net exposure, on either side of zero. */
    MAXIMUM,
    /** At least the threshold. */
    MINIMUM
}
