package io.bondtrader.compliance.transparency;

/** What of a trade is made public. */
public enum PublishedContent {
    /** All details. */
    ALL,
    /** All details but the volume. */
    ALL_BUT_VOLUME,
    /** The trade added up with others of the same bond and time. */
    AGGREGATE
}
