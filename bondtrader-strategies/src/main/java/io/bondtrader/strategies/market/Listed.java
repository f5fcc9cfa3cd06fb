package io.bondtrader.strategies.market;

import io.bondtrader.core.trade.Security;
import java.time.Instant;
import java.util.Objects;

/**
 * A security that can be traded from now on. If it is listed under an alias such as {@code UST 10Y}, that alias means this
 * security until another one is listed under it: a target for the alias rolls into the new one.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param security the terms
 * @param alias a standing name for the newest of its kind; the security's own identifier if there is none
 * @param eventTime when it was issued
 * @param publishedAt from when on it could be known
 */
public record Listed(Security security, String alias, Instant eventTime, Instant publishedAt) implements MarketEvent {

    /**
     * Checks the listing.
     *
     * @throws io.bondtrader.core.error.InvalidInput if the alias is blank or the times are in disorder
     */
    public Listed {
        Objects.requireNonNull(security);
        Checks.name("alias", alias);
        Checks.times(eventTime, publishedAt);
    }

    /**
     * Returns a listing without an alias.
     *
     * @param security the terms
     * @param at when it can be traded from
     * @return the listing
     */
    public static Listed of(Security security, Instant at) {
        return new Listed(security, security.id(), at, at);
    }
}
