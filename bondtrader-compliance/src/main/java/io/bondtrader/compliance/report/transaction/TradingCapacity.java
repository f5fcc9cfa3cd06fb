package io.bondtrader.compliance.report.transaction;

/** In which capacity a firm traded (field 29). */
public enum TradingCapacity {
    /** On own account. */
    DEAL,
    /** Matched principal. */
    MTCH,
    /** Any other: as agent. */
    AOTC
}
