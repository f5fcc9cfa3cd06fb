package io.bondtrader.risk.pnl;

/** Which lots a trade against the position closes. All methods realise and leave unrealised the same sum. */
public enum LotMethod {
    /** The oldest first. */
    FIFO,
    /** The youngest first. */
    LIFO,
    /** All alike, at their average price. */
    AVERAGE,
    /** Those that the trade names, in its order; then the oldest. */
    SPECIFIC
}
