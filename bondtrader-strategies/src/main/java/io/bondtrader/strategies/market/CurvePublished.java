package io.bondtrader.strategies.market;

import io.bondtrader.core.curve.DiscountCurve;
import java.time.Instant;
import java.util.Objects;

/**
 * A curve of a day.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name of the curve, such as {@code UST}
 * @param curve discount factors
 * @param eventTime when it was so
 * @param publishedAt from when on it could be known
 */
public record CurvePublished(String name, DiscountCurve curve, Instant eventTime, Instant publishedAt)
        implements MarketEvent {

    /**
     * Checks the times.
     *
     * @throws io.bondtrader.core.error.InvalidInput if the name is blank or the times are in disorder
     */
    public CurvePublished {
        Objects.requireNonNull(curve);
        Checks.name("name", name);
        Checks.times(eventTime, publishedAt);
    }
}
