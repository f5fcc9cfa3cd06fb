package io.bondtrader.compliance.report.transaction;

/** Whether the seller sold short (field 62). */
public enum ShortSale {
    /** Short, without exemption. */
    SESH,
    /** Short, under an exemption. */
    SSEX,
    /** Not short. */
    SELL,
    /** The client did not say. */
    UNDI
}
