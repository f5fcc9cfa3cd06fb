package io.bondtrader.strategies.market;

import java.time.Instant;

/**
 * The best prices at which an instrument can be sold and bought.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument identifier of the security
 * @param bid clean price per 100 at which it can be sold
 * @param ask clean price per 100 at which it can be bought, not below the bid
 * @param bidFace face that the bid is good for, in currency units
 * @param askFace face that the ask is good for, in currency units
 * @param eventTime when it was made
 * @param publishedAt from when on it could be known
 */
public record Quote(
        String instrument, double bid, double ask, long bidFace, long askFace, Instant eventTime, Instant publishedAt)
        implements MarketEvent {

    /**
     * Checks the quote.
     *
     * @throws io.bondtrader.core.error.InvalidInput if a price is not positive, the prices cross, a face is negative or the times are in disorder
     */
    public Quote {
        Checks.name("instrument", instrument);
        Checks.price("bid", bid);
        Checks.price("ask", ask);
        Checks.between("bid", bid, 0.0, ask);
        Checks.face("bidFace", bidFace);
        Checks.face("askFace", askFace);
        Checks.times(eventTime, publishedAt);
    }

    /**
     * Returns a quote that is known as soon as it is made.
     *
     * @param instrument identifier of the security
     * @param bid clean price per 100
     * @param ask clean price per 100
     * @param face that both sides are good for
     * @param at when
     * @return the quote
     * @throws io.bondtrader.core.error.InvalidInput as the constructor does
     */
    public static Quote of(String instrument, double bid, double ask, long face, Instant at) {
        return new Quote(instrument, bid, ask, face, face, at, at);
    }

    /** {@return the price between bid and ask} */
    public double mid() {
        return 0.5 * (bid + ask);
    }
}
