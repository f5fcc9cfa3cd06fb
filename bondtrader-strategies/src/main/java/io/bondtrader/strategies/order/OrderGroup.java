package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders that depend on each other, by the rules C1 to C15 of the handbook's page on orders. Tickets of linked orders carry
 * the group's identifier, so that a venue that can see both legs at once fills one.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface OrderGroup {

    /** What a fill of one does to its siblings. */
    enum Link {
        /** Nothing. */
        INDEPENDENT,
        /** One cancels other: any fill cancels the siblings. */
        CANCEL,
        /** One updates other: a fill reduces the siblings by the fill. */
        UPDATE
    }

    /** When the children of a parent are released. */
    enum Release {
        /** With each fill of the parent. */
        PRO_RATA,
        /** Once the parent has ended, in the size that it has filled. */
        WHEN_COMPLETE
    }

    /** {@return the identifier of the group} */
    String id();

    /** {@return what a fill of one does to its siblings} */
    Link link();

    /**
     * Orders that are sent together.
     *
     * @param id identifier of the group
     * @param link what a fill of one does to the others
     * @param orders two orders or more, for the same security and book
     */
    record Siblings(String id, Link link, List<OrderTicket> orders) implements OrderGroup {

        /**
         * Checks the orders.
         *
         * @throws InvalidInput if there are fewer than two, or two of one identifier, or of different securities or books
         */
        public Siblings {
            Checks.name("id", id);
            Objects.requireNonNull(link);
            InvalidInput.unless(orders.size() >= 2, "orders", orders.size(), "two or more");
            requireDistinct(orders);
            OrderTicket first = orders.get(0);
            for (OrderTicket order : orders) {
                requireSame(first, order);
            }
            orders = inGroup(id, link, orders);
        }
    }

    /**
     * An order that releases others as it fills.
     *
     * @param id identifier of the group
     * @param parent the order that is sent first
     * @param release when the children follow
     * @param link what a fill of a child does to the other children
     * @param children one order or more, each with the face that it has when the parent is filled whole
     */
    record Parent(String id, OrderTicket parent, Release release, Link link, List<OrderTicket> children)
            implements OrderGroup {

        /**
         * Checks the orders.
         *
         * @throws InvalidInput if there is no child or two orders have one identifier, or linked children are of different
         *     securities or books
         */
        public Parent {
            Checks.name("id", id);
            Objects.requireNonNull(release);
            Objects.requireNonNull(link);
            InvalidInput.unless(!children.isEmpty(), "children", 0, "one or more");
            requireDistinct(Stream.concat(Stream.of(parent), children.stream()).toList());
            if (link != Link.INDEPENDENT) {
                for (OrderTicket child : children) {
                    requireSame(children.get(0), child);
                }
            }
            children = inGroup(id, link, children);
        }
    }

    /**
     * Returns orders of which any fill cancels the others.
     *
     * @param id identifier of the group
     * @param orders two or more
     * @return the group
     * @throws InvalidInput as {@link Siblings} does
     */
    static OrderGroup oco(String id, OrderTicket... orders) {
        return new Siblings(id, Link.CANCEL, List.of(orders));
    }

    /**
     * Returns orders of which a fill reduces the others by the fill.
     *
     * @param id identifier of the group
     * @param orders two or more
     * @return the group
     * @throws InvalidInput as {@link Siblings} does
     */
    static OrderGroup ouo(String id, OrderTicket... orders) {
        return new Siblings(id, Link.UPDATE, List.of(orders));
    }

    /**
     * Returns an order that releases others pro rata as it fills.
     *
     * @param id identifier of the group
     * @param parent the order that is sent first
     * @param children those that follow, independent of each other
     * @return the group
     * @throws InvalidInput as {@link Parent} does
     */
    static OrderGroup oto(String id, OrderTicket parent, OrderTicket... children) {
        return new Parent(id, parent, Release.PRO_RATA, Link.INDEPENDENT, List.of(children));
    }

    /**
     * Returns an entry that is protected by a stop and a target as it fills.
     *
     * @param id identifier of the group
     * @param entry the order that is sent first
     * @param stop ends the position at a loss
     * @param target ends it at a gain
     * @return the group
     * @throws InvalidInput if stop and target are not against the entry, in its security, book and face, or the stop is none
     */
    static OrderGroup bracket(String id, OrderTicket entry, OrderTicket stop, OrderTicket target) {
        for (OrderTicket leg : List.of(stop, target)) {
            requireSame(entry, leg);
            InvalidInput.unless(
                    leg.order().side() != entry.order().side(),
                    "side of " + leg.id(),
                    leg.order().side(),
                    "against the entry");
            InvalidInput.unless(
                    leg.order().face().compareTo(entry.order().face()) == 0,
                    "face of " + leg.id(),
                    leg.order().face(),
                    "that of the entry, " + entry.order().face());
        }
        InvalidInput.unless(stop.type().isStop(), "stop", stop.type(), "a stop");
        return new Parent(id, entry, Release.PRO_RATA, Link.UPDATE, List.of(stop, target));
    }

    private static List<OrderTicket> inGroup(String id, Link link, List<OrderTicket> orders) {
        if (link == Link.INDEPENDENT) {
            return List.copyOf(orders);
        }
        List<OrderTicket> named = new ArrayList<>(orders.size());
        for (OrderTicket order : orders) {
            named.add(order.inGroup(id));
        }
        return List.copyOf(named);
    }

    private static void requireDistinct(List<OrderTicket> orders) {
        Set<String> ids = new HashSet<>();
        for (OrderTicket order : orders) {
            InvalidInput.unless(ids.add(order.id()), "order", order.id(), "in the group once");
        }
    }

    private static void requireSame(OrderTicket first, OrderTicket other) {
        InvalidInput.unless(
                first.order().security().id().equals(other.order().security().id()),
                "security of " + other.id(),
                other.order().security().id(),
                first.order().security().id());
        InvalidInput.unless(
                first.order().book().equals(other.order().book()),
                "book of " + other.id(),
                other.order().book(),
                "that of " + first.id());
    }
}
