package io.bondtrader.strategies.market;

import java.time.Instant;

/**
 * Something that a market or a data service publishes. What counts is when it could be known: an index figure of May that
 * is published in June is an event of June.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface MarketEvent
        permits Quote, Trade, Bar, Valuation, Observations, CurvePublished, Listed, Redemption {

    /** {@return when it was so} */
    Instant eventTime();

    /** {@return from when on it could be known; not before {@link #eventTime()}} */
    Instant publishedAt();
}
