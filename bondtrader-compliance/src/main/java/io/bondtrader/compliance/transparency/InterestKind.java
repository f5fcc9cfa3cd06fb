package io.bondtrader.compliance.transparency;

/** What a trading interest is. */
public enum InterestKind {
    /** An order, a client's or the house's own. */
    ORDER,
    /** A firm quote. */
    QUOTE,
    /** An actionable indication of interest: all that agreement needs is in it. */
    INDICATION,
    /** An order that waits in a venue's order management facility and is not yet shown. */
    MANAGED_ORDER
}
