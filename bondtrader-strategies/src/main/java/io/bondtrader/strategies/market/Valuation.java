package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an instrument is worth and how it moves: the figures by which positions are marked and risk is sized.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument identifier of the security
 * @param settlement day for which interest is accrued
 * @param cleanPrice per 100
 * @param accruedInterest per 100
 * @param dv01 fall of the price per 100 for a rise of one basis point; positive for an ordinary bond
 * @param yield decimal, by the instrument's own convention
 * @param eventTime when it was so
 * @param publishedAt from when on it could be known
 */
public record Valuation(
        String instrument,
        LocalDate settlement,
        double cleanPrice,
        double accruedInterest,
        double dv01,
        double yield,
        Instant eventTime,
        Instant publishedAt)
        implements MarketEvent {

    /**
     * Checks the figures.
     *
     * @throws InvalidInput if the price is not positive, a figure not finite or the times are in disorder
     */
    public Valuation {
        Checks.name("instrument", instrument);
        Checks.price("cleanPrice", cleanPrice);
        Checks.finite("accruedInterest", accruedInterest);
        Checks.finite("dv01", dv01);
        Checks.finite("yield", yield);
        Checks.times(eventTime, publishedAt);
    }

    /** {@return price with accrued interest, per 100} */
    public double dirtyPrice() {
        return cleanPrice + accruedInterest;
    }
}
