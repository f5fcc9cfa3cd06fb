package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Order;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An order with everything that a venue has to know of it.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param order what is to be traded, by whom
 * @param type at which price
 * @param timeInForce how long
 * @param reduceOnly whether it may only bring a position nearer to zero
 * @param postOnly whether it may only wait in the book: refused if it would trade on arrival
 * @param group orders of one group protect the same position: of those, a bar fills one; empty if it stands alone
 * @param strategy who wants it; empty if nobody says
 */
public record OrderTicket(
        Order order,
        OrderType type,
        TimeInForce timeInForce,
        boolean reduceOnly,
        boolean postOnly,
        String group,
        String strategy) {

    /**
     * Checks that the instructions do not contradict each other.
     *
     * @throws InvalidInput if an order that may only wait cannot wait, or an iceberg shows more than it has
     */
    public OrderTicket {
        Objects.requireNonNull(group);
        Objects.requireNonNull(strategy);
        if (postOnly) {
            InvalidInput.unless(
                    !(type instanceof OrderType.Market) && !type.isStop(), "type", type, "a limit if it is post-only");
            InvalidInput.unless(!timeInForce.immediate(), "timeInForce", timeInForce, "lasting if it is post-only");
        }
        if (type instanceof OrderType.Iceberg iceberg) {
            InvalidInput.unless(
                    iceberg.displayed().compareTo(order.face()) <= 0,
                    "displayed",
                    iceberg.displayed(),
                    "at most the face of " + order.face());
        }
    }

    /**
     * Returns a ticket that works until cancelled.
     *
     * @param order what is to be traded
     * @param type at which price
     * @return the ticket
     * @throws InvalidInput as the constructor does
     */
    public static OrderTicket of(Order order, OrderType type) {
        return new OrderTicket(order, type, TimeInForce.gtc(), false, false, "", "");
    }

    /**
     * Returns a market order.
     *
     * @param order what is to be traded
     * @return the ticket
     */
    public static OrderTicket market(Order order) {
        return of(order, new OrderType.Market());
    }

    /** {@return the identifier of the order} */
    public String id() {
        return order.id();
    }

    /**
     * Returns the same ticket for another time.
     *
     * @param newTimeInForce how long
     * @return the ticket
     */
    public OrderTicket lasting(TimeInForce newTimeInForce) {
        return new OrderTicket(order, type, newTimeInForce, reduceOnly, postOnly, group, strategy);
    }

    /** {@return the same ticket, that may only bring a position nearer to zero} */
    public OrderTicket reducing() {
        return new OrderTicket(order, type, timeInForce, true, postOnly, group, strategy);
    }

    /** {@return the same ticket, that may only wait in the book} */
    public OrderTicket posting() {
        return new OrderTicket(order, type, timeInForce, reduceOnly, true, group, strategy);
    }

    /**
     * Returns the same ticket in a group.
     *
     * @param newGroup name of the orders that protect the same position
     * @return the ticket
     */
    public OrderTicket inGroup(String newGroup) {
        return new OrderTicket(order, type, timeInForce, reduceOnly, postOnly, newGroup, strategy);
    }

    /**
     * Returns the same ticket for a strategy.
     *
     * @param newStrategy who wants it
     * @return the ticket
     */
    public OrderTicket forStrategy(String newStrategy) {
        return new OrderTicket(order, type, timeInForce, reduceOnly, postOnly, group, newStrategy);
    }

    /**
     * Returns the same ticket at another price.
     *
     * @param newType at which price
     * @return the ticket
     * @throws InvalidInput as the constructor does
     */
    public OrderTicket priced(OrderType newType) {
        return new OrderTicket(order, newType, timeInForce, reduceOnly, postOnly, group, strategy);
    }

    /**
     * Returns the same ticket for another face. An iceberg shows no more than that.
     *
     * @param face positive
     * @return the ticket
     * @throws InvalidInput if the face is not positive
     */
    public OrderTicket withFace(BigDecimal face) {
        Order resized = order.withFace(face);
        OrderType fitting =
                type instanceof OrderType.Iceberg iceberg && iceberg.displayed().compareTo(face) > 0
                        ? new OrderType.Iceberg(iceberg.limit(), face)
                        : type;
        return new OrderTicket(resized, fitting, timeInForce, reduceOnly, postOnly, group, strategy);
    }
}
