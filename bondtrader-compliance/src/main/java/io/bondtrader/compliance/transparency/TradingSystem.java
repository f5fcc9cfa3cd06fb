package io.bondtrader.compliance.transparency;

/** How a venue brings orders together: Delegated Regulation (EU) 2017/583, Annex I. Outside a venue it counts for nothing. */
public enum TradingSystem {
    /** A central limit order book with continuous auction. */
    ORDER_BOOK,
    /** Auctions from time to time. */
    PERIODIC_AUCTION,
    /** Firm quotes of market makers. */
    QUOTE_DRIVEN,
    /** Quotes upon request, for whoever asked. */
    REQUEST_FOR_QUOTE,
    /** Negotiated by voice. */
    VOICE,
    /** Several of the others, or none. */
    HYBRID
}
