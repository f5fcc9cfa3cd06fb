package io.bondtrader.compliance.report.transaction;

/** What a market identifier code names. */
public enum VenueKind {
    /** A segment of a trading venue in the Union, or a venue without segments. */
    SEGMENT,
    /** A venue's operator that has segments: never reported itself. */
    OPERATOR_WITH_SEGMENTS,
    /** A systematic internaliser. */
    SYSTEMATIC_INTERNALISER,
    /** An organised platform outside the Union. */
    THIRD_COUNTRY
}
