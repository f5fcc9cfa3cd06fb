package io.bondtrader.strategies.engine;

/** What profit and loss came from. */
public enum Effect {
    /** Coupons and the change of accrued interest. */
    INTEREST,
    /** The change of yields times the DV01 before it. */
    RATES,
    /** The rest of the change of clean prices: roll-down, pull to par, convexity. */
    ROLL_AND_CONVEXITY,
    /** Prices of trades against the mark at that time. */
    TRADING,
    /** Fees of venues. */
    FEES,
    /** Interest on cash and fees for borrowed bonds. */
    FUNDING
}
