package io.bondtrader.risk.stress;

/** What a loss comes from, in the order in which a scenario happens: each part is on top of the ones before it. */
public enum StressFactor {
    /** Moves of the curves. */
    RATES,
    /** Moves of spreads. */
    SPREADS,
    /** Downgrades and defaults. */
    CREDIT,
    /** Moves of exchange rates. */
    CURRENCIES,
    /** Wider bid-ask spreads and haircuts. */
    LIQUIDITY
}
