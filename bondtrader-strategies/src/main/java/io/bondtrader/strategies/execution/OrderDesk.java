package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Order;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.order.Blotter;
import io.bondtrader.strategies.order.ContingentOrders;
import io.bondtrader.strategies.order.OrderCommand;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderGroup;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.Transition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/**
 * A desk that works orders by hand or by program: it sends them to venues, keeps the blotter, and lets contingent orders
 * release, shrink and cancel each other as reports come in.
 *
 * <p>Reports wait until their time has come: call {@link #advance} or {@link #onMarket} with the time as it goes on. Reports
 * may come from any thread; everything else is for one thread.
 */
public final class OrderDesk {

    /** Looks at an order before it leaves the house, by limits for instance. */
    @FunctionalInterface
    public interface Gate {

        /**
         * Says whether an order may go.
         *
         * @param order the order
         * @return why it may not; empty if it may
         */
        String refusal(Order order);

        /**
         * Says whether an order that works may become larger.
         *
         * @param more the order with the face that is added
         * @return why it may not; empty if it may
         */
        default String refusalOfMore(Order more) {
            return refusal(more);
        }

        /**
         * Hears that an order which might go has ended before all of it was done.
         *
         * @param orderId the order
         */
        default void ended(String orderId) {}
    }

    private record Report(OrderEvent event, long number) {}

    private final Blotter blotter;
    private final Gate gate;
    private final BiConsumer<OrderEvent, BondTraderException> refused;
    private final Map<String, Venue> venues = new LinkedHashMap<>();
    private final Map<String, String> destinations = new HashMap<>();
    private final ContingentOrders contingent = new ContingentOrders();
    private final Queue<OrderEvent> inbox = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Report> reports = new PriorityQueue<>(
            Comparator.comparing((Report report) -> report.event().at()).thenComparing(Report::number));
    private final Queue<OrderCommand> commands = new ArrayDeque<>();
    private Instant now = Instant.MIN;
    private long numbers;
    private long sequence;

    /**
     * Opens a desk and connects its venues.
     *
     * @param blotter where orders are kept
     * @param venues one or more, each once, not connected to anything yet
     * @param gate looks at orders before they go
     * @param refused hears reports that do not follow from what is known, and why; they are not applied
     * @throws InvalidInput if there is no venue or two have one name
     */
    public OrderDesk(
            Blotter blotter,
            List<? extends Venue> venues,
            Gate gate,
            BiConsumer<OrderEvent, BondTraderException> refused) {
        this.blotter = Objects.requireNonNull(blotter);
        this.gate = Objects.requireNonNull(gate);
        this.refused = Objects.requireNonNull(refused);
        InvalidInput.unless(!venues.isEmpty(), "venues", "none", "one or more");
        for (Venue venue : venues) {
            InvalidInput.unless(this.venues.put(venue.name(), venue) == null, "venue", venue.name(), "there once");
        }
        this.venues.values().forEach(venue -> venue.connect(inbox::add));
    }

    /**
     * Opens a desk without limits. A report that does not follow is thrown.
     *
     * @param blotter where orders are kept
     * @param venues one or more, each once, not connected to anything yet
     * @return the desk
     * @throws InvalidInput if there is no venue or two have one name
     */
    public static OrderDesk of(Blotter blotter, List<? extends Venue> venues) {
        return new OrderDesk(blotter, venues, order -> "", (event, failure) -> {
            throw failure;
        });
    }

    /** {@return orders, positions and cash} */
    public Blotter blotter() {
        return blotter;
    }

    /**
     * Sends an order that stands alone.
     *
     * @param ticket the order
     * @param venue where to
     * @param at when
     * @throws InvalidInput if there is no such venue, the identifier is taken, or time would go back
     */
    public void send(OrderTicket ticket, String venue, Instant at) {
        advance(at);
        destine(ticket, venue);
        run(List.of(new OrderCommand.Submit(ticket, "sent")));
    }

    /**
     * Begins a group of orders.
     *
     * @param group the orders
     * @param venue where to
     * @param at when
     * @throws InvalidInput if there is no such venue, an identifier is taken, or time would go back
     */
    public void place(OrderGroup group, String venue, Instant at) {
        advance(at);
        if (group instanceof OrderGroup.Parent oto) {
            destine(oto.parent(), venue);
            oto.children().forEach(child -> destine(child, venue));
        } else if (group instanceof OrderGroup.Siblings siblings) {
            siblings.orders().forEach(order -> destine(order, venue));
        }
        run(contingent.place(group));
    }

    private void destine(OrderTicket ticket, String venue) {
        InvalidInput.unless(venues.containsKey(venue), "venue", venue, "one of " + venues.keySet());
        InvalidInput.unless(blotter.order(ticket.id()).isEmpty(), "orderId", ticket.id(), "new");
        destinations.put(ticket.id(), venue);
    }

    /**
     * Asks for an order to be withdrawn. One that has ended, or whose cancel is underway, is left alone.
     *
     * @param orderId the order
     * @param reason why
     * @param at when
     * @throws InvalidInput if the order is unknown or time would go back
     */
    public void cancel(String orderId, String reason, Instant at) {
        advance(at);
        record(orderId);
        run(List.of(new OrderCommand.Cancel(orderId, reason)));
    }

    /**
     * Asks for an order to be changed. One that has ended, or whose cancel is underway, is left alone.
     *
     * @param orderId the order
     * @param face the new face, in total, positive
     * @param type the new price
     * @param at when
     * @throws InvalidInput if the order is unknown, the face not positive, or time would go back
     */
    public void replace(String orderId, BigDecimal face, OrderType type, Instant at) {
        advance(at);
        record(orderId);
        run(List.of(new OrderCommand.Replace(orderId, face, type, "changed")));
    }

    /**
     * Says that somebody else has reduced the position that a group protects.
     *
     * @param groupId the group
     * @param face by how much, positive
     * @param at when
     * @throws InvalidInput if there is no such group, the face is not positive, or time would go back
     */
    public void reduced(String groupId, BigDecimal face, Instant at) {
        advance(at);
        run(contingent.reduced(groupId, face));
    }

    /**
     * Plays an event of the market to the venues that live in this time.
     *
     * @param event the event
     * @throws InvalidInput if time would go back
     */
    public void onMarket(MarketEvent event) {
        advance(event.publishedAt());
        for (Venue venue : venues.values()) {
            if (venue instanceof MatchingVenue matching) {
                matching.onMarket(event);
            }
        }
        deliver(event.publishedAt());
    }

    /**
     * Moves time on: what is due arrives.
     *
     * @param at the time
     * @throws InvalidInput if time would go back
     */
    public void advance(Instant at) {
        InvalidInput.unless(!at.isBefore(now), "time", at, "not before " + now);
        deliver(at);
    }

    /**
     * Lets go of orders and groups that ended before a time.
     *
     * @param before the time
     * @return how many orders were let go
     */
    public int archive(Instant before) {
        contingent.forget(before);
        var gone = blotter.archive(before);
        gone.forEach(summary -> destinations.remove(summary.ticket().id()));
        return gone.size();
    }

    private OrderRecord record(String orderId) {
        return blotter.order(orderId)
                .orElseThrow(() -> new InvalidInput("orderId", orderId, "that of an order in the blotter"));
    }

    /** Hears what is due, each report at its own time, so that what follows from it leaves then and not later. */
    private void deliver(Instant until) {
        while (true) {
            for (Venue venue : venues.values()) {
                if (venue instanceof MatchingVenue matching) {
                    matching.advance(until);
                }
            }
            for (OrderEvent event = inbox.poll(); event != null; event = inbox.poll()) {
                reports.add(new Report(event, numbers++));
            }
            Report first = reports.peek();
            if (first == null || first.event().at().isAfter(until)) {
                now = until;
                return;
            }
            reports.remove();
            now = first.event().at().isAfter(now) ? first.event().at() : now;
            try {
                carryOut(tell(first.event()));
            } catch (BondTraderException failure) {
                refused.accept(first.event(), failure);
            }
        }
    }

    private List<OrderCommand> tell(OrderEvent event) {
        Transition transition = blotter.apply(event);
        boolean ends = transition.to().ended() && !transition.from().ended();
        if (ends && transition.to() != OrderState.FILLED && transition.to() != OrderState.DENIED) {
            gate.ended(event.orderId());
        }
        return contingent.onEvent(event);
    }

    private void run(List<OrderCommand> wanted) {
        carryOut(wanted);
        deliver(now);
    }

    /** Carries out commands one after the other; those that follow from them come after. */
    private void carryOut(List<OrderCommand> wanted) {
        commands.addAll(wanted);
        try {
            for (OrderCommand command = commands.poll(); command != null; command = commands.poll()) {
                carryOut(command);
            }
        } finally {
            commands.clear();
        }
    }

    private void carryOut(OrderCommand command) {
        if (command instanceof OrderCommand.Submit submit) {
            submit(submit.ticket());
        } else if (command instanceof OrderCommand.Cancel cancel) {
            cancel(record(cancel.orderId()), cancel.reason());
        } else if (command instanceof OrderCommand.Replace replace) {
            replace(record(replace.orderId()), replace.face(), replace.type());
        }
    }

    private void submit(OrderTicket ticket) {
        commands.addAll(tell(new OrderEvent.Initialised(ticket, now, sequence++)));
        String refusal = gate.refusal(ticket.order());
        if (!refusal.isEmpty()) {
            commands.addAll(tell(new OrderEvent.Denied(ticket.id(), now, sequence++, refusal)));
            return;
        }
        Venue venue = venueOf(ticket.id());
        commands.addAll(tell(new OrderEvent.Submitted(ticket.id(), now, sequence++, venue.name())));
        venue.submit(ticket, now);
    }

    private Venue venueOf(String orderId) {
        String name = destinations.get(orderId);
        if (name == null) { // sent again for a leg of a group: where that went
            int again = orderId.lastIndexOf('~');
            name = destinations.get(again < 0 ? orderId : orderId.substring(0, again));
        }
        return Objects.requireNonNull(venues.get(Objects.requireNonNull(name, orderId)), orderId);
    }

    private void cancel(OrderRecord order, String reason) {
        OrderState state = order.state();
        if (state.stage() == OrderState.Stage.LOCAL) {
            commands.addAll(tell(new OrderEvent.Cancelled(order.id(), now, sequence++, reason)));
        } else if (!state.ended() && state != OrderState.PENDING_CANCEL) {
            commands.addAll(tell(new OrderEvent.CancelRequested(order.id(), now, sequence++, reason)));
            venueOf(order.id()).cancel(order.id(), now);
        }
    }

    private void replace(OrderRecord order, BigDecimal face, OrderType type) {
        OrderState state = order.state();
        if (!state.atVenue() || state == OrderState.PENDING_CANCEL) {
            return;
        }
        commands.addAll(tell(new OrderEvent.ReplaceRequested(order.id(), now, sequence++, face, type)));
        BigDecimal more = face.subtract(order.face());
        String refusal =
                more.signum() > 0 ? gate.refusalOfMore(order.ticket().order().withFace(more)) : "";
        if (refusal.isEmpty()) {
            venueOf(order.id()).replace(order.id(), face, type, now);
        } else {
            commands.addAll(tell(new OrderEvent.ReplaceRejected(order.id(), now, sequence++, refusal)));
        }
    }
}
