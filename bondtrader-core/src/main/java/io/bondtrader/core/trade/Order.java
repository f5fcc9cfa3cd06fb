package io.bondtrader.core.trade;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A wish to trade, before anything has happened to it.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id identifier, unique in the house
 * @param security what is to be traded
 * @param book for which book
 * @param trader by whom
 * @param side bought or sold
 * @param face face amount, positive
 */
public record Order(String id, Security security, TradingBook book, String trader, Side side, BigDecimal face) {

    /**
     * Checks that the order is for something.
     *
     * @throws InvalidInput if the face is not positive, or the identifier or trader is blank
     */
    public Order {
        Objects.requireNonNull(security);
        Objects.requireNonNull(book);
        Objects.requireNonNull(side);
        Security.requireText("id", id);
        Security.requireText("trader", trader);
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
    }

    /** {@return the change of the position if all of it is done: negative for a sale} */
    public BigDecimal signedFace() {
        return side == Side.BUY ? face : face.negate();
    }

    /**
     * Returns the same order for another size.
     *
     * @param newFace face amount, positive
     * @return the resized order
     * @throws InvalidInput if the face is not positive
     */
    public Order withFace(BigDecimal newFace) {
        return new Order(id, security, book, trader, side, newFace);
    }
}
