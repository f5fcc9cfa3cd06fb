package io.bondtrader.risk.limit;

/** How long and short positions are put together. */
public enum Netting {
    /** Short positions count against long ones. */
    NET,
    /** The amounts of all positions are added up without their signs. */
    GROSS
}
