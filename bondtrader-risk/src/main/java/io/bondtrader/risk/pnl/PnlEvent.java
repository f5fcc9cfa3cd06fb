package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Something that changes profit and loss, as a journal keeps it. Applying the same events in the same order gives the same
 * state.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface PnlEvent {

    /** {@return the identifier by which a second arrival is recognised; the same event twice is once} */
    String id();

    /**
     * A fill.
     *
     * @param execution the trade
     * @param lots executions whose lots it closes, for {@link LotMethod#SPECIFIC}; empty otherwise
     */
    record Traded(Execution execution, List<String> lots) implements PnlEvent {

        /** Keeps the lots. */
        public Traded {
            Objects.requireNonNull(execution);
            lots = List.copyOf(lots);
        }

        /**
         * Returns a fill that names no lots.
         *
         * @param execution the trade
         * @return the event
         */
        public static Traded of(Execution execution) {
            return new Traded(execution, List.of());
        }

        @Override
        public String id() {
            return execution.id();
        }
    }

    /**
     * A fill that was reported wrong. The lots that the fill named stay named.
     *
     * @param id of this correction
     * @param execution what the trade was in truth; its identifier is that of the trade it replaces
     */
    record Corrected(String id, Execution execution) implements PnlEvent {

        /**
         * Checks the identifier.
         *
         * @throws InvalidInput if it is blank
         */
        public Corrected {
            Objects.requireNonNull(execution);
            requireText("id", id);
        }
    }

    /**
     * A fill that never was.
     *
     * @param id of this cancellation
     * @param execution identifier of the trade
     */
    record Cancelled(String id, String execution) implements PnlEvent {

        /**
         * Checks the identifiers.
         *
         * @throws InvalidInput if one is blank
         */
        public Cancelled {
            requireText("id", id);
            requireText("execution", execution);
        }
    }

    /**
     * Interest that was received, or paid on a short position.
     *
     * @param id of the payment
     * @param book that holds the position
     * @param securityId of the bond
     * @param amount negative if paid
     * @param at when
     */
    record CouponReceived(String id, TradingBook book, String securityId, Money amount, Instant at)
            implements PnlEvent {

        /**
         * Checks the payment.
         *
         * @throws InvalidInput if a text is blank
         */
        public CouponReceived {
            Objects.requireNonNull(book);
            Objects.requireNonNull(amount);
            Objects.requireNonNull(at);
            requireText("id", id);
            requireText("securityId", securityId);
        }
    }

    /**
     * Face that was repaid.
     *
     * @param id of the repayment
     * @param book that holds the position
     * @param securityId of the bond
     * @param face that is repaid, positive, at most that of the position
     * @param price per 100
     * @param at when
     */
    record Redeemed(String id, TradingBook book, String securityId, BigDecimal face, BigDecimal price, Instant at)
            implements PnlEvent {

        /**
         * Checks the repayment.
         *
         * @throws InvalidInput if a text is blank, the face is not positive or the price negative
         */
        public Redeemed {
            Objects.requireNonNull(book);
            Objects.requireNonNull(at);
            requireText("id", id);
            requireText("securityId", securityId);
            InvalidInput.unless(face.signum() > 0, "face", face, "positive");
            InvalidInput.unless(price.signum() >= 0, "price", price, "0 or more");
        }
    }

    /**
     * What funding of a book earned or cost: repo interest, interest on its cash.
     *
     * @param id of the booking
     * @param book which
     * @param amount negative for a cost
     * @param at when
     */
    record Financed(String id, TradingBook book, Money amount, Instant at) implements PnlEvent {

        /**
         * Checks the booking.
         *
         * @throws InvalidInput if the identifier is blank
         */
        public Financed {
            Objects.requireNonNull(book);
            Objects.requireNonNull(amount);
            Objects.requireNonNull(at);
            requireText("id", id);
        }
    }

    /**
     * A fee of a book that belongs to no trade.
     *
     * @param id of the booking
     * @param book which
     * @param amount positive for a cost
     * @param at when
     */
    record Charged(String id, TradingBook book, Money amount, Instant at) implements PnlEvent {

        /**
         * Checks the booking.
         *
         * @throws InvalidInput if the identifier is blank
         */
        public Charged {
            Objects.requireNonNull(book);
            Objects.requireNonNull(amount);
            Objects.requireNonNull(at);
            requireText("id", id);
        }
    }

    /**
     * A quote, where a journal shall keep it.
     *
     * @param id of the quote
     * @param securityId of the bond
     * @param cleanPrice per 100
     * @param accruedInterest per 100
     */
    record Quoted(String id, String securityId, double cleanPrice, double accruedInterest) implements PnlEvent {

        /**
         * Checks the quote.
         *
         * @throws InvalidInput if a text is blank or a number not finite
         */
        public Quoted {
            requireText("id", id);
            requireText("securityId", securityId);
            Mark.requirePrices(cleanPrice, accruedInterest);
        }
    }

    /**
     * An exchange rate, where a journal shall keep it.
     *
     * @param id of the quote
     * @param currency which
     * @param rate units of the reporting currency for one of it, positive
     */
    record ExchangeQuoted(String id, Currency currency, double rate) implements PnlEvent {

        /**
         * Checks the quote.
         *
         * @throws InvalidInput if the identifier is blank or the rate not positive and finite
         */
        public ExchangeQuoted {
            Objects.requireNonNull(currency);
            requireText("id", id);
            requireRate(rate);
        }
    }

    private static void requireText(String name, String value) {
        InvalidInput.unless(!value.isBlank(), name, value, "not blank");
    }

    /** Refuses what is no exchange rate. */
    private static void requireRate(double rate) {
        InvalidInput.unless(rate > 0.0 && rate < Double.POSITIVE_INFINITY, "rate", rate, "positive and finite");
    }
}
