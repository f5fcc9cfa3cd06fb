package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Order;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.DealerStatistics;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.RfqEvent;
import io.bondtrader.strategies.order.RfqQuote;
import io.bondtrader.strategies.order.RfqState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A venue whose orders are done by requests for quotes to simulated dealers: an order is a request for its whole face, the
 * best quote within its limit is taken once every dealer has answered or patience is over, and a quote that does not stand
 * the last look gives way to the next. Without a quote within its limit an order that may wait asks again later.
 *
 * <p>The middle that dealers quote around is that of the newest quote or valuation of the security. Market and limit orders
 * only; a request cannot be changed, and not cancelled while a dealer looks at it for the last time. The same orders, events
 * and seed give the same reports. For use by one thread.
 */
public final class RfqVenue implements MatchingVenue {

    private static final int SOME = 1_000;

    private record Due(Instant at, long number, Step step) {}

    private sealed interface Step permits Answered, Decide, Look, Ask, End {}

    private record Answered(WorkingRfq order, RfqEvent event) implements Step {}

    private record Decide(WorkingRfq order, String rfqId) implements Step {}

    private record Look(WorkingRfq order, SimulatedDealers.LastLook look) implements Step {}

    private record Ask(WorkingRfq order) implements Step {}

    private record End(WorkingRfq order) implements Step {}

    private final String name;
    private final SimulatedDealers dealers;
    private final Duration patience;
    private final Duration pause;
    private final Commission commission;
    private final DealerStatistics statistics = new DealerStatistics();
    private final Map<String, Double> middles = new HashMap<>();
    private final Map<String, WorkingRfq> orders = new HashMap<>();
    private final RecentIds taken = new RecentIds();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final Queue<Runnable> asked = new ArrayDeque<>();
    private @Nullable VenueListener listener;
    private boolean busy;
    private long numbers;
    private long sequence;

    /**
     * Opens a venue.
     *
     * @param name its name, unique in an engine
     * @param dealers who is asked
     * @param patience how long quotes are waited for, positive
     * @param pause how long an order that found no quote within its limit waits before it asks again, positive
     * @param commission what the venue takes
     * @throws InvalidInput if the name is blank or a time not positive
     */
    public RfqVenue(String name, SimulatedDealers dealers, Duration patience, Duration pause, Commission commission) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(!patience.isNegative() && !patience.isZero(), "patience", patience, "positive");
        InvalidInput.unless(!pause.isNegative() && !pause.isZero(), "pause", pause, "positive");
        this.name = name;
        this.dealers = dealers;
        this.patience = patience;
        this.pause = pause;
        this.commission = commission;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connect(VenueListener reports) {
        if (listener != null) {
            throw new IllegalStateException("venue " + name + " is connected already");
        }
        listener = reports;
    }

    /** {@return how the dealers have answered so far, in requests that are over} */
    public DealerStatistics statistics() {
        return statistics;
    }

    /** {@return how many orders work here} */
    public int size() {
        return orders.size();
    }

    @Override
    public void submit(OrderTicket ticket, Instant now) {
        inTurn(() -> open(ticket, now));
    }

    @Override
    public void cancel(String orderId, Instant now) {
        inTurn(() -> withdraw(orderId, now));
    }

    @Override
    public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {
        inTurn(() -> report(new OrderEvent.ReplaceRejected(
                orderId,
                now,
                sequence++,
                orders.containsKey(orderId) ? "a request cannot be changed" : "not at work here")));
    }

    /** What is asked for from within a report waits until that is over. */
    private void inTurn(Runnable request) {
        asked.add(request);
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (Runnable next = asked.poll(); next != null; next = asked.poll()) {
                next.run();
            }
        } finally {
            busy = false;
        }
    }

    private void open(OrderTicket ticket, Instant now) {
        String id = ticket.id();
        boolean takes = ticket.type() instanceof OrderType.Market || ticket.type() instanceof OrderType.Limit;
        String refusal = "";
        if (!takes || ticket.postOnly() || ticket.reduceOnly()) {
            refusal = "this venue takes market and limit orders";
        } else if (ticket.timeInForce().expired(now)) {
            refusal = "its time is over";
        } else if (!middles.containsKey(ticket.order().security().id())) {
            refusal = "there is no market yet";
        }
        if (!refusal.isEmpty()) {
            report(new OrderEvent.Rejected(id, now, sequence++, refusal));
            return;
        }
        report(new OrderEvent.Accepted(id, now, sequence++));
        if (!taken.contains(id)) { // else it was sent again
            taken.add(id);
            WorkingRfq order = new WorkingRfq(ticket);
            orders.put(id, order);
            if (!ticket.timeInForce().end().equals(Instant.MAX)) {
                if (due.size() > 8 * orders.size() + SOME) { // ends of orders that are over
                    due.removeIf(step ->
                            step.step() instanceof End end && end.order().over());
                }
                plan(ticket.timeInForce().end(), new End(order));
            }
            ask(order, now);
        }
    }

    private void withdraw(String orderId, Instant now) {
        WorkingRfq order = orders.get(orderId);
        if (order == null || order.looking()) {
            String reason = order == null ? "not at work here" : "a dealer looks at it for the last time";
            report(new OrderEvent.CancelRejected(orderId, now, sequence++, reason));
        } else {
            finish(order, now, "asked for");
            report(new OrderEvent.Cancelled(orderId, now, sequence++, "asked for"));
        }
    }

    @Override
    public void onMarket(MarketEvent event) {
        advance(event.publishedAt());
        if (event instanceof Quote quote) {
            middles.put(quote.instrument(), quote.mid());
        } else if (event instanceof Valuation valuation) {
            middles.put(valuation.instrument(), valuation.cleanPrice());
        }
    }

    @Override
    public void advance(Instant now) {
        if (busy) {
            return;
        }
        for (Due next = due.peek(); next != null && !next.at().isAfter(now); next = due.peek()) {
            due.remove();
            Due step = next;
            inTurn(() -> take(step.step(), step.at()));
        }
    }

    private void plan(Instant at, Step step) {
        due.add(new Due(at, numbers++, step));
    }

    private void take(Step step, Instant now) {
        if (step instanceof Answered answered) {
            answer(answered.order(), answered.event(), now);
        } else if (step instanceof Decide decide) {
            if (decide.order().talks(decide.rfqId())) {
                decide(decide.order(), now);
            }
        } else if (step instanceof Look look) {
            RfqEvent event =
                    dealers.look(look.look(), middle(look.order().ticket().order()));
            plan(event.at(), new Answered(look.order(), event));
        } else if (step instanceof Ask again) {
            if (!again.order().over()) {
                ask(again.order(), now);
            }
        } else if (step instanceof End end) {
            end(end.order(), now);
        }
    }

    private double middle(Order order) {
        Double middle = middles.get(order.security().id());
        if (middle == null) {
            throw new IllegalStateException("no market of " + order.security().id());
        }
        return middle;
    }

    private void ask(WorkingRfq order, Instant now) {
        var request = order.ask(dealers.names(), now, now.plus(patience).plus(patience), sequence);
        for (RfqEvent event : dealers.request(request, middle(request.order()), now)) {
            plan(event.at(), new Answered(order, event));
        }
        plan(now.plus(patience), new Decide(order, request.id()));
    }

    private void answer(WorkingRfq order, RfqEvent event, Instant now) {
        if (order.over() || !order.isOf(event) || !order.record().apply(event)) {
            return;
        }
        RfqState state = order.record().state();
        if (state == RfqState.DONE) {
            orders.remove(order.ticket().id());
            order.close();
            statistics.count(order.record());
            Order wish = order.ticket().order();
            BigDecimal price = order.record().price().orElseThrow();
            report(order.record().fill(sequence++, commission.of(wish.security(), wish.face(), price)));
        } else if (state == RfqState.DECLINED || order.everybodyAnswered() || !(event instanceof RfqEvent.Quoted)) {
            if (state == RfqState.QUOTED || state == RfqState.DECLINED) {
                decide(order, now);
            }
        }
    }

    /** Takes the best quote within the limit, or asks again later. */
    private void decide(WorkingRfq order, Instant now) {
        RfqQuote best = order.record().best(now).orElse(null);
        if (best != null && order.allows(best.value())) {
            order.record()
                    .apply(new RfqEvent.Accepted(
                            order.record().request().id(), now, sequence++, best.id(), best.dealer()));
            SimulatedDealers.LastLook look = dealers.accept(order.record(), now);
            plan(look.at(), new Look(order, look));
            return;
        }
        String reason = best == null ? "no quote" : "no quote within the limit";
        if (order.ticket().timeInForce().immediate()) {
            finish(order, now, reason);
            report(new OrderEvent.Cancelled(order.ticket().id(), now, sequence++, reason));
        } else {
            statistics.count(order.record());
            order.record().apply(new RfqEvent.Cancelled(order.record().request().id(), now, sequence++, reason));
            plan(now.plus(pause), new Ask(order));
        }
    }

    private void end(WorkingRfq order, Instant now) {
        if (order.over()) {
            return;
        }
        if (order.looking()) {
            plan(now.plus(patience), new End(order)); // a trade may be underway: it is waited for
        } else {
            finish(order, now, "its time is over");
            report(new OrderEvent.Expired(order.ticket().id(), now, sequence++));
        }
    }

    private void finish(WorkingRfq order, Instant now, String reason) {
        orders.remove(order.ticket().id());
        statistics.count(order.record());
        order.record().apply(new RfqEvent.Cancelled(order.record().request().id(), now, sequence++, reason));
        order.close();
    }

    private void report(OrderEvent event) {
        if (listener == null) {
            throw new IllegalStateException("venue " + name + " is not connected");
        }
        listener.report(event);
    }

    @Override
    public String toString() {
        return name + ": " + orders.size() + " requests at " + dealers.names();
    }
}
