package io.bondtrader.risk.limit;

/** What orders pass, in rising severity. */
public enum TradingState {
    /** Those within the limits. */
    ACTIVE,
    /** Those that make a position smaller and do not turn it around. */
    REDUCING,
    /** None. */
    HALTED
}
