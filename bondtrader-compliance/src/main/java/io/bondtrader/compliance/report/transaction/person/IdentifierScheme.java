package io.bondtrader.compliance.report.transaction.person;

/** The schemes that a report names beside the identifier of a natural person. */
public enum IdentifierScheme {
    /** A national identifier. */
    NIDN,
    /** A passport. */
    CCPT,
    /** Made of birth date and names. */
    CONCAT
}
