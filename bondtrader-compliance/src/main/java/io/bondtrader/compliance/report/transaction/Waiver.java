package io.bondtrader.compliance.report.transaction;

/** Waivers of transparency before the trade (field 61), in the order of the message's schema. */
public enum Waiver {
    /** Negotiated, in illiquid shares. */
    OILQ,
    /** Negotiated, in liquid shares. */
    NLIQ,
    /** Negotiated, under other conditions than the market price. */
    PRIC,
    /** Illiquid bond. */
    ILQD,
    /** Reference price. */
    RFPT,
    /** Above the size specific to the instrument. */
    SIZE
}
