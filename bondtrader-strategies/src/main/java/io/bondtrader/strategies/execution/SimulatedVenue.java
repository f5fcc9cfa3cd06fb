package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.SpotPricing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A venue in the engine's time that fills orders from quotes, trades and bars, by the rules B1 to B10 of the handbook's page
 * on orders. What it can trade with is what was published; it moves no market.
 *
 * <p>The same orders, events and seed give the same fills. What it holds grows with its working orders and the instruments it
 * has seen. For use by one thread.
 */
public final class SimulatedVenue implements MatchingVenue {

    /** What orders are matched with. */
    public enum Matching {
        /** Dealers' quotes: an order trades with the other side of a quote. A trade of others fills a limit it goes through. */
        QUOTES,
        /** An order book: an order that waits has a place in the queue, which trades at its price use up. */
        BOOK
    }

    /** What an order is matched with first. */
    public enum FirstLook {
        /** The next quote or bar that is published after it arrived. */
        NEXT_EVENT,
        /** The quote that stands when it arrives. At no latency that is the quote that led to it: a named choice. */
        STANDING_QUOTE
    }

    /** Which part of a queue leaves it without a trade. */
    public enum QueueModel {
        /** The part behind: the place in the queue improves only once the queue is shorter than what was ahead. */
        BEHIND_FIRST,
        /** Each part alike. */
        PROPORTIONAL
    }

    private sealed interface Message permits NewOrder, CancelRequest, ReplaceRequest {
        Instant at();
    }

    private record NewOrder(OrderTicket ticket, Instant at) implements Message {}

    private record CancelRequest(String orderId, Instant at) implements Message {}

    private record ReplaceRequest(String orderId, BigDecimal face, OrderType type, Instant at) implements Message {}

    private record Expiry(Instant end, long number, WorkingOrder order) {}

    /** Ends of orders that are over are let go of when they outnumber those at work by more than this. */
    private static final int SOME = 1_000;

    private final VenueTerms terms;
    private final MessageLine line;
    private final Reports reports;
    private final SplittableRandom luck;
    private final VenuePositions positions;
    private final Map<String, InstrumentBook> books = new HashMap<>();
    private final Map<String, WorkingOrder> orders = new HashMap<>();
    private final Queue<Message> underway = new ArrayDeque<>();
    private final PriorityQueue<Expiry> expiries =
            new PriorityQueue<>(Comparator.comparing(Expiry::end).thenComparing(Expiry::number));
    private final RecentIds taken = new RecentIds();
    private long arrivals;
    private boolean busy;

    private SimulatedVenue(VenueTerms terms, Builder builder) {
        this.terms = terms;
        SplittableRandom random = new SplittableRandom(builder.seed);
        line = new MessageLine(builder.latencyOut, random.split());
        reports = new Reports(terms, new MessageLine(builder.latencyBack, random.split()));
        luck = random.split();
        positions = new VenuePositions(terms.positions());
    }

    /**
     * Begins to set up a venue.
     *
     * @param name its name, unique in an engine
     * @return a builder: quotes, next event, no latency, no commission unless told otherwise
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Sets up a venue. */
    public static final class Builder {

        private final String name;
        private Matching matching = Matching.QUOTES;
        private FirstLook firstLook = FirstLook.NEXT_EVENT;
        private QueueModel queue = QueueModel.BEHIND_FIRST;
        private boolean atMid;
        private double touchProbability = 1.0;
        private double participation = 1.0;
        private Latency latencyOut = Latency.none();
        private Latency latencyBack = Latency.none();
        private long seed;
        private Commission commission = Commission.none();
        private @Nullable ToDoubleFunction<Security> valuationHalfSpread;
        private @Nullable SpotPricing spotPricing;
        private @Nullable Function<String, BigDecimal> positions;

        private Builder(String name) {
            InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
            this.name = name;
        }

        /**
         * Chooses what orders are matched with.
         *
         * @param choice quotes or a book
         * @return this builder
         */
        public Builder matching(Matching choice) {
            matching = choice;
            return this;
        }

        /**
         * Chooses what an order is matched with first.
         *
         * @param choice the next event or the quote that stands
         * @return this builder
         */
        public Builder firstLook(FirstLook choice) {
            firstLook = choice;
            return this;
        }

        /**
         * Chooses how a queue shortens without trades.
         *
         * @param choice which part leaves
         * @return this builder
         */
        public Builder queue(QueueModel choice) {
            queue = choice;
            return this;
        }

        /**
         * Lets quotes trade at their middle: kinder than the market is.
         *
         * @return this builder
         */
        public Builder atMid() {
            atMid = true;
            return this;
        }

        /**
         * Says how often a limit fills that a trade or a bar touches and does not go through.
         *
         * @param probability from 0 to 1
         * @return this builder
         * @throws InvalidInput if it is not
         */
        public Builder touchProbability(double probability) {
            InvalidInput.unless(probability >= 0.0 && probability <= 1.0, "probability", probability, "from 0 to 1");
            touchProbability = probability;
            return this;
        }

        /**
         * Says which part of the face that others traded orders can have had.
         *
         * @param part above 0, at most 1
         * @return this builder
         * @throws InvalidInput if it is not
         */
        public Builder participation(double part) {
            InvalidInput.unless(part > 0.0 && part <= 1.0, "part", part, "above 0, at most 1");
            participation = part;
            return this;
        }

        /**
         * Sets how long messages take.
         *
         * @param there orders, cancels and changes
         * @param back reports
         * @return this builder
         */
        public Builder latency(Latency there, Latency back) {
            latencyOut = there;
            latencyBack = back;
            return this;
        }

        /**
         * Sets what chance starts from.
         *
         * @param start the seed
         * @return this builder
         */
        public Builder seed(long start) {
            seed = start;
            return this;
        }

        /**
         * Sets what the venue takes.
         *
         * @param choice the commission
         * @return this builder
         */
        public Builder commission(Commission choice) {
            commission = choice;
            return this;
        }

        /**
         * Makes quotes of valuations: the clean price less and plus a half spread, for any face. Meant for daily histories
         * without quotes.
         *
         * @param halfSpread price per 100 between the middle and either side, 0 or more
         * @return this builder
         */
        public Builder tradingOnValuations(ToDoubleFunction<Security> halfSpread) {
            valuationHalfSpread = halfSpread;
            return this;
        }

        /**
         * Lets the venue take orders by yield and by spread: they become limits when they arrive.
         *
         * @param pricing makes prices of them
         * @return this builder
         */
        public Builder spotPricing(SpotPricing pricing) {
            spotPricing = pricing;
            return this;
        }

        /**
         * Tells the venue the positions that orders may reduce; unless told, it goes by its own fills.
         *
         * @param faces the face held of a security, by its identifier, negative if short
         * @return this builder
         */
        public Builder positions(Function<String, BigDecimal> faces) {
            positions = faces;
            return this;
        }

        /** {@return the venue} */
        public SimulatedVenue build() {
            return new SimulatedVenue(
                    new VenueTerms(
                            name,
                            matching,
                            firstLook,
                            queue,
                            atMid,
                            touchProbability,
                            participation,
                            valuationHalfSpread,
                            commission,
                            spotPricing,
                            positions),
                    this);
        }
    }

    @Override
    public String name() {
        return terms.name();
    }

    @Override
    public void connect(VenueListener listener) {
        reports.connect(listener);
    }

    @Override
    public void submit(OrderTicket ticket, Instant now) {
        send(new NewOrder(ticket, line.arrival(now)));
    }

    @Override
    public void cancel(String orderId, Instant now) {
        send(new CancelRequest(orderId, line.arrival(now)));
    }

    @Override
    public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {
        send(new ReplaceRequest(orderId, face, type, line.arrival(now)));
    }

    /** What is sent while the venue is at work, from within a report for instance, waits until that is done. */
    private void send(Message message) {
        underway.add(message);
        if (line.immediate()) {
            advance(message.at());
        }
    }

    @Override
    public void advance(Instant now) {
        if (busy) {
            return;
        }
        busy = true;
        try {
            arrive(now);
        } finally {
            busy = false;
        }
    }

    private void arrive(Instant now) {
        while (true) {
            Message message = underway.peek();
            Expiry expiry = expiries.peek();
            boolean arrives = message != null && !message.at().isAfter(now);
            boolean expires = expiry != null && !expiry.end().isAfter(now);
            if (expires && (!arrives || !expiry.end().isAfter(message.at()))) {
                expire(expiries.remove());
            } else if (arrives) {
                take(underway.remove());
            } else {
                return;
            }
        }
    }

    private void expire(Expiry expiry) {
        WorkingOrder order = expiry.order();
        if (!order.ended()) {
            end(order);
            reports.expired(order.id(), expiry.end());
        }
    }

    private void end(WorkingOrder order) {
        order.end();
        InstrumentBook book = book(order.security().id());
        book.noteEnd();
        book.tidy(orders);
    }

    private InstrumentBook book(String instrument) {
        return books.computeIfAbsent(instrument, name -> new InstrumentBook(terms, reports, luck, positions));
    }

    private void take(Message message) {
        if (message instanceof NewOrder order) {
            open(order.ticket(), order.at());
        } else if (message instanceof CancelRequest request) {
            WorkingOrder order = orders.get(request.orderId());
            if (order == null) {
                reports.cancelRejected(request.orderId(), request.at(), "not at work here");
            } else {
                end(order);
                reports.cancelled(order.id(), request.at(), "asked for");
            }
        } else if (message instanceof ReplaceRequest request) {
            change(request);
        }
    }

    private void open(OrderTicket ticket, Instant now) {
        String id = ticket.id();
        if (orders.containsKey(id) || taken.contains(id)) {
            reports.accepted(id, now); // sent again: it was taken already
            return;
        }
        OrderTicket priced;
        try {
            priced = priced(ticket, now);
        } catch (BondTraderException unpriced) {
            reports.rejected(id, now, unpriced.getMessage());
            return;
        }
        if (priced.type().needsSpot()) {
            reports.rejected(id, now, "this venue takes prices only");
            return;
        }
        WorkingOrder order = new WorkingOrder(priced, now);
        InstrumentBook book = book(order.security().id());
        if (order.expired(now)) {
            reports.rejected(id, now, "its time is over");
        } else if (priced.postOnly() && book.wouldTrade(order)) {
            reports.rejected(id, now, "post-only, but would trade");
        } else {
            reports.accepted(id, now);
            orders.put(id, order);
            taken.add(id);
            Instant end = priced.timeInForce().end();
            if (!end.equals(Instant.MAX)) {
                if (expiries.size() > 2 * orders.size() + SOME) {
                    expiries.removeIf(expiry -> expiry.order().ended());
                }
                expiries.add(new Expiry(end, arrivals++, order));
            }
            book.add(order, now);
            book.tidy(orders);
        }
    }

    private OrderTicket priced(OrderTicket ticket, Instant now) {
        SpotPricing pricing = terms.spotPricing();
        return pricing == null ? ticket : pricing.spot(ticket, now);
    }

    private void change(ReplaceRequest request) {
        WorkingOrder order = orders.get(request.orderId());
        if (order == null) {
            reports.replaceRejected(request.orderId(), request.at(), "not at work here");
            return;
        }
        OrderType type;
        try {
            type = priced(order.ticket().priced(request.type()), request.at()).type();
        } catch (BondTraderException unpriced) {
            reports.replaceRejected(order.id(), request.at(), unpriced.getMessage());
            return;
        }
        if (request.face().compareTo(order.filled()) < 0) {
            reports.replaceRejected(order.id(), request.at(), "more is done already");
        } else if (type.needsSpot()) {
            reports.replaceRejected(order.id(), request.at(), "this venue takes prices only");
        } else {
            InstrumentBook book = book(order.security().id());
            order.replace(request.face(), type);
            reports.replaced(order.id(), request.at(), request.face(), request.type());
            if (order.remaining().signum() == 0) {
                end(order);
            } else {
                book.meet(order, request.at());
                book.tidy(orders);
            }
        }
    }

    @Override
    public void onMarket(MarketEvent event) {
        Instant now = event.publishedAt();
        advance(now);
        busy = true;
        try {
            match(event, now);
        } finally {
            busy = false;
        }
        advance(now);
    }

    private void match(MarketEvent event, Instant now) {
        if (event instanceof Quote quote) {
            InstrumentBook book = book(quote.instrument());
            book.onQuote(quote.bid(), quote.ask(), quote.bidFace(), quote.askFace(), now);
            book.tidy(orders);
        } else if (event instanceof Trade trade) {
            InstrumentBook book = books.get(trade.instrument());
            if (book != null) {
                book.onTrade(trade.price(), trade.face(), now);
                book.tidy(orders);
            }
        } else if (event instanceof Bar bar) {
            InstrumentBook book = books.get(bar.instrument());
            if (book != null) {
                book.onBar(bar, now);
                book.tidy(orders);
            }
        } else if (event instanceof Valuation valuation) {
            value(valuation, now);
        }
    }

    private void value(Valuation valuation, Instant now) {
        InstrumentBook book = books.get(valuation.instrument());
        ToDoubleFunction<Security> halfSpread = terms.valuationHalfSpread();
        if (book == null || book.isEmpty() || halfSpread == null) {
            return;
        }
        double half = halfSpread.applyAsDouble(book.first().security());
        InvalidInput.unless(
                half >= 0.0 && half < valuation.cleanPrice(), "half spread", half, "0 or more, below the price");
        double middle = valuation.cleanPrice();
        book.onQuote(middle - half, middle + half, Long.MAX_VALUE, Long.MAX_VALUE, now);
        book.tidy(orders);
    }

    /** {@return how many orders work here} */
    public int size() {
        return orders.size();
    }

    @Override
    public String toString() {
        return terms.name() + ": " + orders.size() + " orders at work in " + books.size() + " instruments";
    }
}
