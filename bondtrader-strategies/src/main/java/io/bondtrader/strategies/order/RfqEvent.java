package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a request for quotes. The record of a request is the fold of its events.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface RfqEvent {

    /** {@return the identifier of the request} */
    String rfqId();

    /** {@return when it happened, here} */
    Instant at();

    /** {@return its place among the events of whoever made it} */
    long sequence();

    /**
     * The request was sent.
     *
     * @param request the request
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Requested(RfqRequest request, Instant at, long sequence) implements RfqEvent {

        /**
         * Checks that there is time to answer.
         *
         * @throws InvalidInput if the request has expired already
         */
        public Requested {
            InvalidInput.unless(at.isBefore(request.expiresAt()), "expiresAt", request.expiresAt(), "after " + at);
        }

        @Override
        public String rfqId() {
            return request.id();
        }
    }

    /**
     * A dealer's quote arrived, the first or a better one.
     *
     * @param rfqId the request
     * @param at when it was read, not before it was on the wire
     * @param sequence its place among the events of its maker
     * @param quote the quote
     */
    record Quoted(String rfqId, Instant at, long sequence, RfqQuote quote) implements RfqEvent {

        /**
         * Checks that it was sent before it was read.
         *
         * @throws InvalidInput if not
         */
        public Quoted {
            InvalidInput.unless(!at.isBefore(quote.onWire()), "at", at, "not before the quote was sent");
        }
    }

    /**
     * A dealer does not quote, or takes a quote back.
     *
     * @param rfqId the request
     * @param at when
     * @param sequence its place among the events of its maker
     * @param dealer who
     * @param reason why
     */
    record Declined(String rfqId, Instant at, long sequence, String dealer, String reason) implements RfqEvent {}

    /**
     * A quote was taken.
     *
     * @param rfqId the request
     * @param at when the acceptance was sent
     * @param sequence its place among the events of its maker
     * @param quoteId the quote
     * @param dealer whose
     */
    record Accepted(String rfqId, Instant at, long sequence, String quoteId, String dealer) implements RfqEvent {}

    /**
     * The dealer stands by the quote: the trade is done.
     *
     * @param rfqId the request
     * @param at when it was known
     * @param sequence its place among the events of its maker
     * @param dealer who
     * @param executionId given by the dealer
     */
    record Confirmed(String rfqId, Instant at, long sequence, String dealer, String executionId) implements RfqEvent {

        /**
         * Checks the identifiers.
         *
         * @throws InvalidInput if one is blank
         */
        public Confirmed {
            Checks.name("dealer", dealer);
            Checks.name("executionId", executionId);
        }
    }

    /**
     * The dealer has looked again and does not stand by the quote. The other quotes stay as they are.
     *
     * @param rfqId the request
     * @param at when it was known
     * @param sequence its place among the events of its maker
     * @param dealer who
     * @param reason why
     */
    record LastLookRejected(String rfqId, Instant at, long sequence, String dealer, String reason)
            implements RfqEvent {}

    /**
     * The dealer has looked again and offers another quote instead.
     *
     * @param rfqId the request
     * @param at when it was read
     * @param sequence its place among the events of its maker
     * @param quote the new quote
     */
    record Requoted(String rfqId, Instant at, long sequence, RfqQuote quote) implements RfqEvent {

        /** Keeps the quote. */
        public Requoted {
            Objects.requireNonNull(quote);
        }
    }

    /**
     * The price of a trade agreed in yield or spread was set.
     *
     * @param rfqId the request
     * @param at time of the spot
     * @param sequence its place among the events of its maker
     * @param cleanPrice per 100, positive
     */
    record Spotted(String rfqId, Instant at, long sequence, BigDecimal cleanPrice) implements RfqEvent {

        /**
         * Checks the price.
         *
         * @throws InvalidInput if it is not positive
         */
        public Spotted {
            Checks.positive("cleanPrice", cleanPrice);
        }
    }

    /**
     * The trade was done elsewhere.
     *
     * @param rfqId the request
     * @param at when
     * @param sequence its place among the events of its maker
     * @param where where, as far as is known
     */
    record DoneAway(String rfqId, Instant at, long sequence, String where) implements RfqEvent {}

    /**
     * The request's time ran out.
     *
     * @param rfqId the request
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Expired(String rfqId, Instant at, long sequence) implements RfqEvent {}

    /**
     * The request was withdrawn.
     *
     * @param rfqId the request
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record Cancelled(String rfqId, Instant at, long sequence, String reason) implements RfqEvent {}
}
