package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Several venues as one: an order goes to the best price, or is split over the venues that have it.
 *
 * <p>Give it the quotes of each venue; a venue without a quote is the last choice. An order that is not split keeps its
 * identifier; the parts of one that is are called {@code order@venue} there, and their reports come back in the order's name,
 * fills with the venue and the execution that they had. What is split cannot be changed, only cancelled. Calls and reports of
 * one thread.
 */
public final class VenueRouter implements MatchingVenue {

    /** How an order is divided. */
    public enum Policy {
        /** All of it to the best price. */
        BEST_PRICE,
        /** To each venue what it quotes within the order's limit, the best first; the rest to the best. */
        SPLIT
    }

    /**
     * A part of an order.
     *
     * <p>Immutable and safe for use by many threads.
     *
     * @param venue where it goes
     * @param face how much
     */
    public record Part(String venue, BigDecimal face) {}

    private record Place(String venue, String instrument) {}

    private static final int REMEMBERED = 10_000;

    private final String name;
    private final Policy policy;
    private final Map<String, Venue> venues = new LinkedHashMap<>();
    private final Map<Place, Quote> quotes = new HashMap<>();
    private final Map<String, RoutedOrder> byPart = new HashMap<>();
    private final Map<String, RoutedOrder> orders = new HashMap<>();
    private final Queue<RoutedOrder> ended = new ArrayDeque<>();
    private @Nullable VenueListener listener;
    private long sequence;

    /**
     * Puts venues together.
     *
     * @param name of the whole
     * @param policy how an order is divided
     * @param venues one or more, each once, not connected to anything yet
     * @throws InvalidInput if there is none or two have one name
     */
    public VenueRouter(String name, Policy policy, List<? extends Venue> venues) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(!venues.isEmpty(), "venues", "none", "one or more");
        this.name = name;
        this.policy = policy;
        for (Venue venue : venues) {
            InvalidInput.unless(this.venues.put(venue.name(), venue) == null, "venue", venue.name(), "there once");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connect(VenueListener reports) {
        listener = reports;
        venues.values().forEach(venue -> venue.connect(this::hear));
    }

    /**
     * Takes a venue's quote.
     *
     * @param venue whose
     * @param quote the quote
     * @throws InvalidInput if there is no such venue
     */
    public void onQuote(String venue, Quote quote) {
        InvalidInput.unless(venues.containsKey(venue), "venue", venue, "one of " + venues.keySet());
        quotes.put(new Place(venue, quote.instrument()), quote);
    }

    /**
     * Says how an order would be divided now.
     *
     * @param ticket the order
     * @return its parts, the best price first; they add up to the order
     */
    public List<Part> plan(OrderTicket ticket) {
        String instrument = ticket.order().security().id();
        Side side = ticket.order().side();
        List<Quote> known = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String venue : venues.keySet()) {
            Quote quote = quotes.get(new Place(venue, instrument));
            if (quote != null) {
                names.add(venue);
                known.add(quote);
            }
        }
        if (names.isEmpty()) {
            return List.of(
                    new Part(venues.keySet().iterator().next(), ticket.order().face()));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> side.sign() * price(known.get(i), side))); // stable: ties by venue
        if (policy == Policy.BEST_PRICE || !divisible(ticket)) {
            return List.of(new Part(names.get(order.get(0)), ticket.order().face()));
        }
        return split(ticket, order, names, known);
    }

    private static List<Part> split(OrderTicket ticket, List<Integer> order, List<String> names, List<Quote> known) {
        Side side = ticket.order().side();
        BigDecimal rest = ticket.order().face();
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (int i : order) {
            Quote quote = known.get(i);
            boolean within = !(ticket.type() instanceof OrderType.Limit limit)
                    || side.sign() * (price(quote, side) - limit.cleanPrice().doubleValue()) <= 0;
            BigDecimal there = BigDecimal.valueOf(side == Side.BUY ? quote.askFace() : quote.bidFace());
            BigDecimal part = within ? rest.min(there) : BigDecimal.ZERO;
            if (part.signum() > 0) {
                parts.put(names.get(i), part);
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() > 0) {
            parts.merge(names.get(order.get(0)), rest, BigDecimal::add);
        }
        List<Part> plan = new ArrayList<>();
        parts.forEach((venue, face) -> plan.add(new Part(venue, face)));
        return plan;
    }

    private static double price(Quote quote, Side side) {
        return side == Side.BUY ? quote.ask() : quote.bid();
    }

    private static boolean divisible(OrderTicket ticket) {
        boolean plain = ticket.type() instanceof OrderType.Limit || ticket.type() instanceof OrderType.Market;
        return plain
                && !ticket.reduceOnly()
                && ticket.group().isEmpty()
                && ticket.timeInForce().policy() != TimeInForce.Policy.FILL_OR_KILL;
    }

    @Override
    public void submit(OrderTicket ticket, Instant now) {
        RoutedOrder known = byPart.get(ticket.id());
        if (known == null) {
            known = orders.get(ticket.id());
        }
        if (known != null) { // sent again: to where it was sent
            for (RoutedOrder.Leg leg : known.legs()) {
                venue(leg.venue()).submit(leg.ticket(), now);
            }
            return;
        }
        RoutedOrder order = new RoutedOrder(ticket, plan(ticket));
        orders.put(ticket.id(), order);
        for (RoutedOrder.Leg leg : order.legs()) {
            byPart.put(leg.ticket().id(), order);
        }
        for (RoutedOrder.Leg leg : order.legs()) {
            venue(leg.venue()).submit(leg.ticket(), now);
        }
    }

    private Venue venue(String venue) {
        Venue found = venues.get(venue);
        if (found == null) {
            throw new IllegalStateException("no venue " + venue);
        }
        return found;
    }

    @Override
    public void cancel(String orderId, Instant now) {
        RoutedOrder order = orders.get(orderId);
        if (order == null) {
            send(new OrderEvent.CancelRejected(orderId, now, sequence++, "not at work here"));
            return;
        }
        List<RoutedOrder.Leg> live = order.live();
        order.cancelAsked(live.size());
        for (RoutedOrder.Leg leg : live) {
            venue(leg.venue()).cancel(leg.ticket().id(), now);
        }
    }

    @Override
    public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {
        RoutedOrder order = orders.get(orderId);
        if (order == null) {
            send(new OrderEvent.ReplaceRejected(orderId, now, sequence++, "not at work here"));
        } else if (order.legs().size() > 1) {
            send(new OrderEvent.ReplaceRejected(orderId, order.after(now), sequence++, "split: cancel and send anew"));
        } else {
            RoutedOrder.Leg only = order.legs().get(0);
            venue(only.venue()).replace(orderId, face, type, now);
        }
    }

    private void hear(OrderEvent event) {
        RoutedOrder order = byPart.get(event.orderId());
        if (order == null) {
            send(event); // of an order that was not sent from here
            return;
        }
        boolean wasOver = order.over();
        List<OrderEvent> says = order.translate(event, sequence);
        sequence += says.size();
        if (order.over() && !wasOver) {
            orders.remove(order.id());
            remember(order);
        }
        says.forEach(this::send);
    }

    /** Parts of orders that have ended are known for a while, for fills that come late. */
    private void remember(RoutedOrder order) {
        ended.add(order);
        if (ended.size() > REMEMBERED) {
            for (RoutedOrder.Leg leg : ended.remove().legs()) {
                byPart.remove(leg.ticket().id());
            }
        }
    }

    private void send(OrderEvent event) {
        if (listener == null) {
            throw new IllegalStateException("router " + name + " is not connected");
        }
        listener.report(event);
    }

    @Override
    public void onMarket(MarketEvent event) {
        for (Venue venue : venues.values()) {
            if (venue instanceof MatchingVenue matching) {
                matching.onMarket(event);
            }
        }
    }

    @Override
    public void advance(Instant now) {
        for (Venue venue : venues.values()) {
            if (venue instanceof MatchingVenue matching) {
                matching.advance(now);
            }
        }
    }
}
