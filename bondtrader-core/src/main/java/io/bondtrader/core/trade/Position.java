package io.bondtrader.core.trade;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a trader holds of a security in a book.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param security what is held
 * @param book in which book
 * @param trader by whom
 * @param face face amount in the security's currency, negative if short
 */
public record Position(Security security, TradingBook book, String trader, BigDecimal face) {

    /**
     * Checks that the trader is named.
     *
     * @throws InvalidInput if the trader is blank
     */
    public Position {
        Objects.requireNonNull(security);
        Objects.requireNonNull(book);
        Objects.requireNonNull(face);
        Security.requireText("trader", trader);
    }

    /**
     * Returns the position after a change.
     *
     * @param change face bought, negative if sold
     * @return the changed position
     */
    public Position plus(BigDecimal change) {
        return new Position(security, book, trader, face.add(change));
    }
}
