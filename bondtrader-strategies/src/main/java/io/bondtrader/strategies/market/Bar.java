package io.bondtrader.strategies.market;

import java.time.Instant;

/**
 * The prices of an instrument over an interval, known when it is over.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument identifier of the security
 * @param open first clean price per 100
 * @param high highest
 * @param low lowest
 * @param close last
 * @param volume face traded, in currency units
 * @param eventTime end of the interval
 * @param publishedAt from when on it could be known
 */
public record Bar(
        String instrument,
        double open,
        double high,
        double low,
        double close,
        long volume,
        Instant eventTime,
        Instant publishedAt)
        implements MarketEvent {

    /**
     * Checks the bar.
     *
     * @throws io.bondtrader.core.error.InvalidInput if a price is not positive or outside of the range, the volume negative or the times are in
     *     disorder
     */
    public Bar {
        Checks.name("instrument", instrument);
        Checks.price("low", low);
        Checks.price("high", high);
        Checks.between("low", low, 0.0, high);
        Checks.between("open", open, low, high);
        Checks.between("close", close, low, high);
        Checks.face("volume", volume);
        Checks.times(eventTime, publishedAt);
    }

    /**
     * Returns a bar that is known as soon as it ends.
     *
     * @param instrument identifier of the security
     * @param open first clean price per 100
     * @param high highest
     * @param low lowest
     * @param close last
     * @param volume face traded
     * @param end of the interval
     * @return the bar
     * @throws io.bondtrader.core.error.InvalidInput as the constructor does
     */
    public static Bar of(
            String instrument, double open, double high, double low, double close, long volume, Instant end) {
        return new Bar(instrument, open, high, low, close, volume, end, end);
    }
}
