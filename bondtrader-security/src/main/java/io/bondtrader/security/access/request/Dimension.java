package io.bondtrader.security.access.request;

/** By what rights on objects are confined. */
public enum Dimension {
    /** The trading book. */
    BOOK,
    /** The desk. */
    DESK,
    /** The portfolio. */
    PORTFOLIO,
    /** The issuer of the bond. */
    ISSUER
}
