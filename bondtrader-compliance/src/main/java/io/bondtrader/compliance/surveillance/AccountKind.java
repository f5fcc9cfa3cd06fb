package io.bondtrader.compliance.surveillance;

/** Whose money an owner's accounts hold, as far as rules ask. */
public enum AccountKind {
    /** A client's or another firm's. */
    CLIENT,
    /** The firm's own. */
    HOUSE,
    /** An employee's. */
    PERSONAL
}
