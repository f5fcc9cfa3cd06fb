package io.bondtrader.core.trade;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A trade that was done, whole or as part of an order.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id identifier given by whoever executed it; the same one again is the same execution
 * @param order identifier of the order
 * @param security what was traded
 * @param book for which book
 * @param trader by whom
 * @param side bought or sold
 * @param face face amount, positive
 * @param cleanPrice price per 100 without accrued interest
 * @param accruedInterest accrued interest of the whole amount, paid by the buyer
 * @param fees what the book paid for the trade, not negative
 * @param settlement the day on which bond and cash change hands
 * @param executedAt when it was done
 */
public record Execution(
        String id,
        String order,
        Security security,
        TradingBook book,
        String trader,
        Side side,
        BigDecimal face,
        BigDecimal cleanPrice,
        Money accruedInterest,
        Money fees,
        LocalDate settlement,
        Instant executedAt) {

    private static final BigDecimal PER_HUNDRED = new BigDecimal("0.01");

    /**
     * Checks that the trade is possible.
     *
     * @throws InvalidInput if the face is not positive, a fee is negative, a currency is not the security's or a text blank
     */
    public Execution {
        Objects.requireNonNull(security);
        Objects.requireNonNull(book);
        Objects.requireNonNull(side);
        Objects.requireNonNull(cleanPrice);
        Objects.requireNonNull(settlement);
        Objects.requireNonNull(executedAt);
        Security.requireText("id", id);
        Security.requireText("order", order);
        Security.requireText("trader", trader);
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
        InvalidInput.unless(fees.amount().signum() >= 0, "fees", fees, "zero or positive");
        requireCurrency("accruedInterest", accruedInterest, security);
        requireCurrency("fees", fees, security);
    }

    /** {@return the change of the position: negative for a sale} */
    public BigDecimal signedFace() {
        return side == Side.BUY ? face : face.negate();
    }

    /** {@return the cash that the book receives on settlement, negative if it pays: clean value, accrued interest, fees} */
    public Money cash() {
        Money clean = new Money(face.multiply(cleanPrice).multiply(PER_HUNDRED), security.currency());
        Money dirty = clean.plus(accruedInterest);
        return (side == Side.BUY ? dirty.negated() : dirty).minus(fees);
    }

    private static void requireCurrency(String name, Money money, Security security) {
        InvalidInput.unless(
                money.currency().equals(security.currency()),
                name,
                money,
                "in " + security.currency().getCurrencyCode());
    }
}
