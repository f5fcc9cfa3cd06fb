package io.bondtrader.risk.pnl;

/** What profit and loss is explained by. */
public enum PnlEffect {
    /** Time passes at the bond's yield: accrued interest, accretion, and what was paid out. */
    CARRY,
    /** The bond grows shorter on a curve that stays. */
    ROLL_DOWN,
    /** A key rate moves, to first order. */
    RATES,
    /** The bond's spread moves, to first order. */
    SPREAD,
    /** What moves of rates and spread come to beyond the first order. */
    CONVEXITY,
    /** The exchange rate moves. */
    FX,
    /** Trades of the day, from their price to the day's close, and their fees. */
    NEW_TRADES,
    /** What is left: moves of the curve between key rates, effects of several moves at once, and rounding. */
    RESIDUAL
}
