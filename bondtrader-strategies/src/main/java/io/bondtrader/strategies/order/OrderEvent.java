package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to an order. The record of an order is the fold of its events.
 *
 * <p>The sequence is given by whoever makes the event and orders its events of one instant. Immutable and safe for use by
 * many threads.
 */
public sealed interface OrderEvent {

    /** The kinds of events. */
    enum Kind {
        /** {@link OrderEvent.Initialised}. */
        INITIALISED,
        /** {@link OrderEvent.Denied}. */
        DENIED,
        /** {@link OrderEvent.Emulated}. */
        EMULATED,
        /** {@link OrderEvent.Released}. */
        RELEASED,
        /** {@link OrderEvent.Submitted}. */
        SUBMITTED,
        /** {@link OrderEvent.Accepted}. */
        ACCEPTED,
        /** {@link OrderEvent.Rejected}. */
        REJECTED,
        /** {@link OrderEvent.Triggered}. */
        TRIGGERED,
        /** {@link OrderEvent.CancelRequested}. */
        CANCEL_REQUESTED,
        /** {@link OrderEvent.CancelRejected}. */
        CANCEL_REJECTED,
        /** {@link OrderEvent.Cancelled}. */
        CANCELLED,
        /** {@link OrderEvent.ReplaceRequested}. */
        REPLACE_REQUESTED,
        /** {@link OrderEvent.ReplaceRejected}. */
        REPLACE_REJECTED,
        /** {@link OrderEvent.Replaced}. */
        REPLACED,
        /** {@link OrderEvent.Expired}. */
        EXPIRED,
        /** {@link OrderEvent.Filled}. */
        FILLED
    }

    /** {@return the identifier of the order} */
    String orderId();

    /** {@return when it happened} */
    Instant at();

    /** {@return its place among the events of whoever made it} */
    long sequence();

    /** {@return what happened} */
    Kind kind();

    /**
     * The order was made.
     *
     * @param ticket the order
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Initialised(OrderTicket ticket, Instant at, long sequence) implements OrderEvent {

        /** Keeps the ticket. */
        public Initialised {
            Objects.requireNonNull(ticket);
            Objects.requireNonNull(at);
        }

        @Override
        public String orderId() {
            return ticket.order().id();
        }

        @Override
        public Kind kind() {
            return Kind.INITIALISED;
        }
    }

    /**
     * The order was refused before it left the house, by a limit for instance.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record Denied(String orderId, Instant at, long sequence, String reason) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.DENIED;
        }
    }

    /**
     * The order is held back here until its trigger is reached.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Emulated(String orderId, Instant at, long sequence) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.EMULATED;
        }
    }

    /**
     * The order may go: its trigger was reached, or its parent filled.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Released(String orderId, Instant at, long sequence) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.RELEASED;
        }
    }

    /**
     * The order was sent.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param venue where to
     */
    record Submitted(String orderId, Instant at, long sequence, String venue) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.SUBMITTED;
        }
    }

    /**
     * The venue took the order.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Accepted(String orderId, Instant at, long sequence) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.ACCEPTED;
        }
    }

    /**
     * The venue refused the order.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record Rejected(String orderId, Instant at, long sequence, String reason) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.REJECTED;
        }
    }

    /**
     * The stop was reached.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Triggered(String orderId, Instant at, long sequence) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.TRIGGERED;
        }
    }

    /**
     * A cancel was sent.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record CancelRequested(String orderId, Instant at, long sequence, String reason) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.CANCEL_REQUESTED;
        }
    }

    /**
     * The venue refused to cancel, since it was too late for instance.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record CancelRejected(String orderId, Instant at, long sequence, String reason) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.CANCEL_REJECTED;
        }
    }

    /**
     * The order was withdrawn: asked for, by the venue itself, or before it was ever sent.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record Cancelled(String orderId, Instant at, long sequence, String reason) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.CANCELLED;
        }
    }

    /**
     * A change was sent.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param face the new face, in total, positive
     * @param type the new price
     */
    record ReplaceRequested(String orderId, Instant at, long sequence, BigDecimal face, OrderType type)
            implements OrderEvent {

        /**
         * Checks the face.
         *
         * @throws InvalidInput if it is not positive
         */
        public ReplaceRequested {
            Checks.positive("face", face);
        }

        @Override
        public Kind kind() {
            return Kind.REPLACE_REQUESTED;
        }
    }

    /**
     * The venue refused a change.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param reason why
     */
    record ReplaceRejected(String orderId, Instant at, long sequence, String reason) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.REPLACE_REJECTED;
        }
    }

    /**
     * The order was changed.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param face the new face, in total, positive
     * @param type the new price
     */
    record Replaced(String orderId, Instant at, long sequence, BigDecimal face, OrderType type) implements OrderEvent {

        /**
         * Checks the face.
         *
         * @throws InvalidInput if it is not positive
         */
        public Replaced {
            Checks.positive("face", face);
        }

        @Override
        public Kind kind() {
            return Kind.REPLACED;
        }
    }

    /**
     * The order's time ran out.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     */
    record Expired(String orderId, Instant at, long sequence) implements OrderEvent {

        @Override
        public Kind kind() {
            return Kind.EXPIRED;
        }
    }

    /**
     * The order was done, whole or in part.
     *
     * @param orderId the order
     * @param at when
     * @param sequence its place among the events of its maker
     * @param venue where
     * @param executionId given by the venue: the same one again is the same fill
     * @param face what was done, positive
     * @param cleanPrice per 100, positive
     * @param fees what it cost, zero or positive, in the currency of the security
     */
    record Filled(
            String orderId,
            Instant at,
            long sequence,
            String venue,
            String executionId,
            BigDecimal face,
            BigDecimal cleanPrice,
            Money fees)
            implements OrderEvent {

        /**
         * Checks the fill.
         *
         * @throws InvalidInput if face or price is not positive, fees are negative, or venue or identifier is blank
         */
        public Filled {
            Checks.name("venue", venue);
            Checks.name("executionId", executionId);
            Checks.positive("face", face);
            Checks.positive("cleanPrice", cleanPrice);
            Checks.notNegative("fees", fees.amount());
        }

        @Override
        public Kind kind() {
            return Kind.FILLED;
        }
    }
}
