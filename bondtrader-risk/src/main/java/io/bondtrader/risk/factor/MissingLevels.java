package io.bondtrader.risk.factor;

/** What becomes of a day on which a factor has no level, which is given as NaN. */
public enum MissingLevels {
    /** The history is refused, and the message names the day and the factor. */
    REFUSE,
    /** The day is left out for all factors: moves then span the gap. */
    DROP_DAY,
    /** The level of the day before stands in, so that the factor does not move; days before its first level are left out. */
    CARRY_FORWARD
}
