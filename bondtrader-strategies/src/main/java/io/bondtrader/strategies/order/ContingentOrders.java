package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The desk of orders that depend on each other: it answers events with commands, by the rules C1 to C15 of the handbook's
 * page on orders, and does nothing itself.
 *
 * <p>Give it every event of every order, those that were ignored as duplicates too; orders of no group cost a look-up. The
 * commands are to be carried out in their order, before the next event of a market. For use by one thread.
 */
public final class ContingentOrders {

    private final Map<String, GroupDesk> byGroup = new LinkedHashMap<>();
    private final Map<String, GroupDesk> byOrder = new LinkedHashMap<>();

    /**
     * Begins a group.
     *
     * @param group the orders
     * @return what to send now: the parent, or all siblings
     * @throws InvalidInput if the group or one of its orders is at work already
     */
    public List<OrderCommand> place(OrderGroup group) {
        InvalidInput.unless(!byGroup.containsKey(group.id()), "group", group.id(), "placed once");
        GroupDesk desk = new GroupDesk(group);
        for (OrderTicket ticket : desk.tickets()) {
            InvalidInput.unless(!byOrder.containsKey(ticket.id()), "order", ticket.id(), "in one group");
        }
        byGroup.put(group.id(), desk);
        for (OrderTicket ticket : desk.tickets()) {
            byOrder.put(ticket.id(), desk);
        }
        return desk.place();
    }

    /**
     * Takes an event.
     *
     * @param event what happened to an order, of a group or not
     * @return what to do, in that order; often nothing
     */
    public List<OrderCommand> onEvent(OrderEvent event) {
        GroupDesk desk = byOrder.get(event.orderId());
        if (desk == null) {
            int again = event.orderId().lastIndexOf(GroupLeg.AGAIN);
            desk = again > 0 ? byOrder.get(event.orderId().substring(0, again)) : null;
        }
        return desk == null ? List.of() : desk.apply(event);
    }

    /**
     * Says that somebody else has reduced the position that a group protects.
     *
     * @param groupId the group
     * @param face by how much, positive
     * @return what to do
     * @throws InvalidInput if there is no such group or the face is not positive
     */
    public List<OrderCommand> reduced(String groupId, BigDecimal face) {
        GroupDesk desk = byGroup.get(groupId);
        if (desk == null) {
            throw new InvalidInput("groupId", groupId, "that of a group at work");
        }
        return desk.reduce(face);
    }

    /**
     * Says that somebody else has reduced a position. The groups that protect it shrink, the oldest first.
     *
     * @param security identifier of the security
     * @param book the book
     * @param face by how much, positive
     * @return what to do
     * @throws InvalidInput if the face is not positive
     */
    public List<OrderCommand> reduced(String security, TradingBook book, BigDecimal face) {
        Checks.positive("face", face);
        List<OrderCommand> commands = new ArrayList<>();
        BigDecimal rest = face;
        for (GroupDesk desk : byGroup.values()) {
            BigDecimal part = desk.protects(security, book) ? rest.min(desk.left()) : BigDecimal.ZERO;
            if (part.signum() > 0) {
                commands.addAll(desk.reduce(part));
                rest = rest.subtract(part);
            }
        }
        return commands;
    }

    /**
     * Returns the children that still wait for their parent.
     *
     * @param groupId the group
     * @return identifiers of orders; empty if the group is unknown
     */
    public List<String> waiting(String groupId) {
        GroupDesk desk = byGroup.get(groupId);
        return desk == null ? List.of() : desk.waiting();
    }

    /** {@return how many groups are kept} */
    public int size() {
        return byGroup.size();
    }

    /**
     * Forgets groups of which nothing works and nothing has happened for a while. Until then a late fill is still answered.
     *
     * @param before groups that changed before this time are forgotten
     * @return how many were
     */
    public int forget(Instant before) {
        int forgotten = 0;
        for (Iterator<GroupDesk> desks = byGroup.values().iterator(); desks.hasNext(); ) {
            GroupDesk desk = desks.next();
            if (desk.settledBefore(before)) {
                desks.remove();
                for (OrderTicket ticket : desk.tickets()) {
                    byOrder.remove(ticket.id());
                }
                forgotten++;
            }
        }
        return forgotten;
    }
}
