package io.bondtrader.strategies.order;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Something that a desk of orders wants done. The engine does it: after a check of limits it sends, cancels or changes, and
 * tells the desk what came of it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface OrderCommand {

    /** {@return the identifier of the order} */
    String orderId();

    /**
     * Send an order.
     *
     * @param ticket the order, in the size that is wanted now
     * @param reason why, by the rules of the handbook
     */
    record Submit(OrderTicket ticket, String reason) implements OrderCommand {

        /** Keeps the ticket. */
        public Submit {
            Objects.requireNonNull(ticket);
        }

        @Override
        public String orderId() {
            return ticket.order().id();
        }
    }

    /**
     * Withdraw an order. One that was never sent is withdrawn here.
     *
     * @param orderId the order
     * @param reason why, by the rules of the handbook
     */
    record Cancel(String orderId, String reason) implements OrderCommand {}

    /**
     * Change an order.
     *
     * @param orderId the order
     * @param face the new face, in total
     * @param type the price, the same one if only the size changes
     * @param reason why, by the rules of the handbook
     */
    record Replace(String orderId, BigDecimal face, OrderType type, String reason) implements OrderCommand {

        /**
         * Checks the face.
         *
         * @throws io.bondtrader.core.error.InvalidInput if it is not positive
         */
        public Replace {
            Checks.positive("face", face);
        }
    }
}
