package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Order;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderTicket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An order and its parts at venues: makes the reports of parts into reports of the order. */
final class RoutedOrder {

    /** One part at one venue. */
    static final class Leg {
        private final String venue;
        private final OrderTicket ticket;
        private final Set<String> executions = new HashSet<>();
        private BigDecimal face;
        private BigDecimal filled = BigDecimal.ZERO;
        private boolean over;
        private boolean rejected;

        Leg(String venue, OrderTicket ticket) {
            this.venue = venue;
            this.ticket = ticket;
            face = ticket.order().face();
        }

        String venue() {
            return venue;
        }

        OrderTicket ticket() {
            return ticket;
        }
    }

    private final OrderTicket ticket;
    private final List<Leg> legs = new ArrayList<>();
    private Instant last = Instant.MIN;
    private boolean accepted;
    private boolean endReported;
    private int cancelsUnderway;

    RoutedOrder(OrderTicket ticket, List<VenueRouter.Part> plan) {
        this.ticket = ticket;
        for (VenueRouter.Part part : plan) {
            legs.add(new Leg(part.venue(), plan.size() == 1 ? ticket : partOf(ticket, part)));
        }
    }

    private static OrderTicket partOf(OrderTicket whole, VenueRouter.Part part) {
        Order order = whole.order();
        Order own = new Order(
                order.id() + '@' + part.venue(),
                order.security(),
                order.book(),
                order.trader(),
                order.side(),
                part.face());
        return new OrderTicket(
                own,
                whole.type(),
                whole.timeInForce(),
                whole.reduceOnly(),
                whole.postOnly(),
                whole.group(),
                whole.strategy());
    }

    String id() {
        return ticket.id();
    }

    List<Leg> legs() {
        return legs;
    }

    boolean split() {
        return legs.size() > 1;
    }

    List<Leg> live() {
        return legs.stream().filter(leg -> !leg.over).toList();
    }

    boolean over() {
        return legs.stream().allMatch(leg -> leg.over);
    }

    void cancelAsked(int parts) {
        cancelsUnderway += parts;
    }

    /** The time of a report: never before that of the one before. */
    Instant after(Instant at) {
        last = at.isBefore(last) ? last : at;
        return last;
    }

    /** What a report of a part says of the order: nothing, one thing, or a fill and the end. */
    List<OrderEvent> translate(OrderEvent event, long sequence) {
        Leg leg = legOf(event.orderId());
        note(leg, event);
        Instant at = after(event.at());
        List<OrderEvent> says = new ArrayList<>(2);
        switch (event.kind()) {
            case ACCEPTED -> {
                if (!accepted || !split()) {
                    says.add(new OrderEvent.Accepted(id(), at, sequence));
                }
                accepted = true;
            }
            case TRIGGERED -> says.add(new OrderEvent.Triggered(id(), at, sequence));
            case FILLED -> says.add(inMyName((OrderEvent.Filled) event, at, sequence));
            case REPLACED -> {
                OrderEvent.Replaced replaced = (OrderEvent.Replaced) event;
                says.add(new OrderEvent.Replaced(id(), at, sequence, replaced.face(), replaced.type()));
            }
            case REPLACE_REJECTED ->
                says.add(new OrderEvent.ReplaceRejected(
                        id(), at, sequence, ((OrderEvent.ReplaceRejected) event).reason()));
            default -> {}
        }
        end(event, at, sequence + says.size(), says);
        return says;
    }

    private void note(Leg leg, OrderEvent event) {
        switch (event.kind()) {
            case FILLED -> {
                OrderEvent.Filled fill = (OrderEvent.Filled) event;
                if (leg.executions.add(fill.executionId())) {
                    leg.filled = leg.filled.add(fill.face());
                }
                leg.over |= leg.filled.compareTo(leg.face) >= 0;
            }
            case REPLACED -> {
                leg.face = ((OrderEvent.Replaced) event).face();
                leg.over |= leg.filled.compareTo(leg.face) >= 0;
            }
            case REJECTED, CANCELLED, EXPIRED -> {
                leg.over = true;
                leg.rejected = event.kind() == OrderEvent.Kind.REJECTED;
            }
            default -> {}
        }
    }

    /** Adds the end of the order, or the refusal of its cancel, once the last part has answered. */
    private void end(OrderEvent event, Instant at, long sequence, List<OrderEvent> says) {
        boolean answersCancel =
                event.kind() == OrderEvent.Kind.CANCELLED || event.kind() == OrderEvent.Kind.CANCEL_REJECTED;
        boolean lastAnswer = answersCancel && cancelsUnderway > 0 && --cancelsUnderway == 0;
        boolean complete = filled().compareTo(wanted()) >= 0;
        if (over() && !complete && !endReported) {
            endReported = true;
            says.add(ending(event, at, sequence));
        } else if (lastAnswer && (complete || !over())) {
            says.add(new OrderEvent.CancelRejected(id(), at, sequence, "not all of it could be cancelled"));
        } else if (event.kind() == OrderEvent.Kind.CANCEL_REJECTED && !split() && says.isEmpty() && !lastAnswer) {
            says.add(new OrderEvent.CancelRejected(id(), at, sequence, ((OrderEvent.CancelRejected) event).reason()));
        }
    }

    private OrderEvent ending(OrderEvent event, Instant at, long sequence) {
        boolean nothingDone = filled().signum() == 0 && !accepted;
        if (nothingDone && legs.stream().allMatch(leg -> leg.rejected)) {
            String reason = event instanceof OrderEvent.Rejected rejected ? rejected.reason() : "rejected";
            return new OrderEvent.Rejected(id(), at, sequence, reason);
        }
        if (event.kind() == OrderEvent.Kind.EXPIRED) {
            return new OrderEvent.Expired(id(), at, sequence);
        }
        String reason = event instanceof OrderEvent.Cancelled cancelled ? cancelled.reason() : "nothing works any more";
        return new OrderEvent.Cancelled(id(), at, sequence, reason);
    }

    private BigDecimal filled() {
        return legs.stream().map(leg -> leg.filled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal wanted() {
        return legs.stream().map(leg -> leg.face).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private OrderEvent inMyName(OrderEvent.Filled fill, Instant at, long sequence) {
        return new OrderEvent.Filled(
                id(), at, sequence, fill.venue(), fill.executionId(), fill.face(), fill.cleanPrice(), fill.fees());
    }

    private Leg legOf(String partId) {
        for (Leg leg : legs) {
            if (leg.ticket.id().equals(partId)) {
                return leg;
            }
        }
        throw new IllegalStateException("no part " + partId + " of " + id());
    }
}
