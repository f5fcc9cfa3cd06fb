package io.bondtrader.compliance.regulation;

/** Whose law it is. */
public enum Jurisdiction {
    /** The European Union. */
    EU,
    /** The United Kingdom. */
    UK,
    /** The United States. */
    US,
    /** Standards of international bodies that nobody enforces by themselves, such as the Basel Committee's. */
    INTERNATIONAL,
    /** The firm's own rules. */
    HOUSE
}
