package io.bondtrader.strategies.market;

import java.time.Instant;

/**
 * A trade between others that was made public.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument identifier of the security
 * @param price clean, per 100
 * @param face traded, in currency units
 * @param eventTime when it was done
 * @param publishedAt from when on it could be known: reports of bond trades may be deferred
 */
public record Trade(String instrument, double price, long face, Instant eventTime, Instant publishedAt)
        implements MarketEvent {

    /**
     * Checks the trade.
     *
     * @throws io.bondtrader.core.error.InvalidInput if the price is not positive, the face negative or the times are in
     *     disorder
     */
    public Trade {
        Checks.name("instrument", instrument);
        Checks.price("price", price);
        Checks.face("face", face);
        Checks.times(eventTime, publishedAt);
    }
}
