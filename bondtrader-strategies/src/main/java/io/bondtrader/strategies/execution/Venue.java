package io.bondtrader.strategies.execution;

import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A place or a broker that takes orders: an SPI. Whatever is asked of it is answered by a report, never by an exception, a
 * refusal too. An implementation runs {@code VenueContract} of the contract kits.
 *
 * <p>An engine calls from one thread. Reports may come from within a call or from another thread; the engine's listener takes
 * either.
 */
public interface Venue {

    /** {@return its name, unique in an engine} */
    String name();

    /**
     * Says who hears its reports; called once, before any order.
     *
     * @param reports who hears them
     */
    void connect(VenueListener reports);

    /**
     * Sends an order. Answered by {@code Accepted} or {@code Rejected}, then by what happens to it.
     *
     * @param ticket the order
     * @param now when it leaves the house
     */
    void submit(OrderTicket ticket, Instant now);

    /**
     * Asks to withdraw an order. Answered by {@code Cancelled}, or {@code CancelRejected} if it is unknown or has ended.
     *
     * @param orderId the order
     * @param now when the request leaves the house
     */
    void cancel(String orderId, Instant now);

    /**
     * Asks to change an order. Answered by {@code Replaced}, or {@code ReplaceRejected} if it is unknown, has ended or has
     * filled more than the new face.
     *
     * @param orderId the order
     * @param face the new face, in total
     * @param type the new price
     * @param now when the request leaves the house
     */
    void replace(String orderId, BigDecimal face, OrderType type, Instant now);
}
