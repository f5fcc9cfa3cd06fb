package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What a dealer answers. The quote lives from when it was put on the wire: by the time it is read, part of its life is over,
 * and an acceptance has to reach the dealer before the rest is.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id identifier given by the dealer; the same one of the same dealer again is the same quote
 * @param dealer who quotes
 * @param value clean price per 100, yield or spread in basis points, as was asked for
 * @param face what it is good for, positive
 * @param onWire when the dealer sent it
 * @param expiresAt when it ends, after it was sent
 */
public record RfqQuote(String id, String dealer, BigDecimal value, BigDecimal face, Instant onWire, Instant expiresAt) {

    /**
     * Checks the quote.
     *
     * @throws InvalidInput if a name is blank, the face not positive or the quote ends before it begins
     */
    public RfqQuote {
        Checks.name("id", id);
        Checks.name("dealer", dealer);
        Checks.positive("face", face);
        InvalidInput.unless(expiresAt.isAfter(onWire), "expiresAt", expiresAt, "after it was sent at " + onWire);
        Objects.requireNonNull(value);
    }

    /**
     * Returns whether it can still be taken.
     *
     * @param arrival when an acceptance would reach the dealer
     * @return whether that is before its end
     */
    public boolean live(Instant arrival) {
        return arrival.isBefore(expiresAt);
    }
}
