package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A bond that is repaid otherwise than by its terms: called, put, or after a default at what is recovered.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument identifier of the security
 * @param date from which on it is no more
 * @param price paid per 100 face, 0 or more
 * @param withAccrued whether accrued interest is paid on top
 * @param cause for people: {@code called}, {@code defaulted}
 * @param eventTime when it was decided
 * @param publishedAt from when on it could be known
 */
public record Redemption(
        String instrument,
        LocalDate date,
        BigDecimal price,
        boolean withAccrued,
        String cause,
        Instant eventTime,
        Instant publishedAt)
        implements MarketEvent {

    /**
     * Checks the repayment.
     *
     * @throws InvalidInput if a text is blank, the price negative or the times are in disorder
     */
    public Redemption {
        Objects.requireNonNull(date);
        Checks.name("instrument", instrument);
        Checks.name("cause", cause);
        InvalidInput.unless(price.signum() >= 0, "price", price, "0 or more, per 100 face");
        Checks.times(eventTime, publishedAt);
    }
}
