package io.bondtrader.risk.factor;

/** Which spans of a history longer horizons take their moves from. */
public enum Overlap {
    /** A move ends on every day: many, but neighbours share days and are not independent. */
    OVERLAPPING,
    /** Each move starts where the one before it ended: few, and independent. */
    DISJOINT
}
