package io.bondtrader.strategies.execution;

import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The orders of one instrument at a simulated venue, in the order of their arrival, and how the market's events fill them. */
final class InstrumentBook {

    private final VenueTerms terms;
    private final Reports reports;
    private final SplittableRandom luck;
    private final VenuePositions positions;
    private final List<WorkingOrder> orders = new ArrayList<>();
    private boolean quoted;
    private double bid;
    private double ask;
    private long bidLeft;
    private long askLeft;
    private long bidFace;
    private long askFace;
    private boolean someEnded;

    InstrumentBook(VenueTerms terms, Reports reports, SplittableRandom luck, VenuePositions positions) {
        this.terms = terms;
        this.reports = reports;
        this.luck = luck;
        this.positions = positions;
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    WorkingOrder first() {
        return orders.get(0);
    }

    /** Whether an order would trade at once with the quote that stands. */
    boolean wouldTrade(WorkingOrder order) {
        return quoted && order.allows(far(order));
    }

    void add(WorkingOrder order, Instant now) {
        orders.add(order);
        meet(order, now);
    }

    /** Shows an order that is new or changed the quote that stands. */
    void meet(WorkingOrder order, Instant now) {
        if (!quoted) {
            return;
        }
        if (order.waiting()) {
            order.ratchet(near(order));
        } else {
            queue(order);
        }
        if (terms.firstLook() == SimulatedVenue.FirstLook.STANDING_QUOTE) {
            look(order, now, false);
            endImmediate(order, now);
            order.look();
        }
    }

    void onQuote(double newBid, double newAsk, long newBidFace, long newAskFace, Instant now) {
        quoted = true;
        bid = newBid;
        ask = newAsk;
        bidFace = newBidFace;
        askFace = newAskFace;
        bidLeft = newBidFace;
        askLeft = newAskFace;
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            if (order.sees(now)) {
                look(order, now, order.looked());
                endImmediate(order, now);
                order.look();
            }
        }
    }

    /** The price at which an order can be done at once. */
    private double far(WorkingOrder order) {
        if (terms.atMid()) {
            return 0.5 * (bid + ask);
        }
        return order.buys() ? ask : bid;
    }

    /** The price that a stop watches: where its position would be closed. */
    private double near(WorkingOrder order) {
        return order.buys() ? ask : bid;
    }

    private void look(WorkingOrder order, Instant now, boolean looked) {
        if (order.ended()) {
            return;
        }
        boolean resting = looked;
        if (order.waiting()) {
            double price = near(order);
            if (order.trailingUnset() || !order.reaches(price)) {
                order.ratchet(price);
                return;
            }
            trigger(order, now);
            resting = false;
        }
        double price = far(order);
        if (!order.allows(price)) {
            queue(order);
            return;
        }
        BigDecimal limit = order.limit();
        boolean maker =
                limit != null && ((terms.book() && resting) || order.ticket().postOnly());
        BigDecimal at = maker && limit != null ? limit : Prices.exact(price);
        long done = execute(order, at, order.buys() ? askLeft : bidLeft, now);
        if (order.buys()) {
            askLeft -= done;
        } else {
            bidLeft -= done;
        }
    }

    /** Keeps the size ahead of an order that waits in the book up to date with a quote. */
    private void queue(WorkingOrder order) {
        if (!terms.book() || order.limit() == null) {
            return;
        }
        double level = order.buys() ? bid : ask;
        long size = order.buys() ? bidFace : askFace;
        if (level == order.limitPrice()) {
            long ahead = order.ahead();
            if (ahead == WorkingOrder.UNKNOWN) {
                ahead = size;
            } else if (terms.queue() == SimulatedVenue.QueueModel.PROPORTIONAL && size < order.level()) {
                ahead = (long) (ahead * ((double) size / order.level()));
            }
            order.ahead(Math.min(ahead, size));
            order.level(size);
        } else if (order.betterThanLimit(level)) {
            order.ahead(0); // nobody else is left at its price
            order.level(0);
        }
    }

    void onTrade(double price, long face, Instant now) {
        long left = (long) (face * terms.participation());
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            if (order.ended() || !order.sees(now)) {
                continue;
            }
            if (order.waiting()) {
                watch(order, price, now);
            } else if (order.betterThanLimit(price)) {
                left -= passThrough(order, left, now);
            } else if (order.limit() != null && price == order.limitPrice()) {
                left -= terms.book() ? passQueue(order, left, now) : passTouch(order, left, now);
            }
        }
    }

    private void watch(WorkingOrder order, double price, Instant now) {
        if (order.trailingUnset() || !order.reaches(price)) {
            order.ratchet(price);
            return;
        }
        trigger(order, now);
        if (quoted && terms.firstLook() == SimulatedVenue.FirstLook.STANDING_QUOTE) {
            look(order, now, false);
        }
    }

    private long passThrough(WorkingOrder order, long left, Instant now) {
        order.ahead(0);
        return atLimit(order, left, now);
    }

    private long passTouch(WorkingOrder order, long left, Instant now) {
        return lucky() ? atLimit(order, left, now) : 0;
    }

    private long passQueue(WorkingOrder order, long volume, Instant now) {
        long left = volume;
        long done = 0;
        while (left > 0 && !order.ended()) {
            if (order.ahead() == WorkingOrder.UNKNOWN) {
                order.ahead(order.buys() ? bidFace : askFace);
            }
            long passed = Math.min(left, order.ahead());
            order.ahead(order.ahead() - passed);
            order.level(Math.max(0, order.level() - passed));
            left -= passed;
            long filled = left == 0 ? 0 : atLimit(order, Math.min(left, wholeUnits(order.shown())), now);
            if (filled == 0) {
                return done;
            }
            left -= filled;
            done += filled;
        }
        return done;
    }

    private long atLimit(WorkingOrder order, long available, Instant now) {
        BigDecimal limit = order.limit();
        return limit == null ? 0 : execute(order, limit, available, now);
    }

    void onBar(Bar bar, Instant now) {
        long left = (long) (bar.volume() * terms.participation());
        left -= atOpen(bar, left, now);
        left -= stopsReached(bar, left, now);
        limitsTouched(bar, left, now);
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            if (order.sees(now)) {
                order.ratchet(order.buys() ? bar.low() : bar.high());
                endImmediate(order, now);
                order.look();
            }
        }
    }

    private long atOpen(Bar bar, long volume, Instant now) {
        long left = volume;
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            if (order.ended() || !order.sees(now)) {
                continue;
            }
            if (order.waiting()) {
                if (order.trailingUnset() || !order.reaches(bar.open())) {
                    continue;
                }
                trigger(order, now);
            }
            if (order.allows(bar.open())) {
                left -= execute(order, Prices.exact(bar.open()), left, now);
            }
        }
        return volume - left;
    }

    private long stopsReached(Bar bar, long volume, Instant now) {
        long left = volume;
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            boolean watches = !order.ended() && order.sees(now) && order.waiting() && !order.trailingUnset();
            if (watches && order.reaches(order.buys() ? bar.high() : bar.low())) {
                BigDecimal price = order.exactTrigger();
                trigger(order, now);
                if (order.allows(price.doubleValue())) {
                    left -= execute(order, price, left, now);
                }
            }
        }
        return volume - left;
    }

    private void limitsTouched(Bar bar, long volume, Instant now) {
        long left = volume;
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            boolean works = !order.ended() && order.sees(now) && !order.waiting() && !order.triggeredAt(now);
            double extreme = order.buys() ? bar.low() : bar.high();
            if (works && order.limit() != null && order.allows(extreme)) {
                if (order.betterThanLimit(extreme) || lucky()) {
                    left -= atLimit(order, left, now);
                }
            }
        }
    }

    private boolean lucky() {
        double probability = terms.touchProbability();
        return probability >= 1.0 || (probability > 0.0 && luck.nextDouble() < probability);
    }

    private void trigger(WorkingOrder order, Instant now) {
        order.trigger(now);
        reports.triggered(order.id(), now);
    }

    /** Does what can be done of an order; returns how much that took of what the market had. */
    private long execute(WorkingOrder order, BigDecimal price, long available, Instant now) {
        BigDecimal amount = order.executable();
        if (order.ticket().reduceOnly()) {
            BigDecimal reducible = positions.reducible(order);
            if (reducible.signum() <= 0) {
                cancel(order, now, "nothing to reduce");
                return 0;
            }
            amount = amount.min(reducible);
        }
        BigDecimal there = BigDecimal.valueOf(Math.max(0, available));
        if (order.ticket().timeInForce().policy() == TimeInForce.Policy.FILL_OR_KILL
                && there.min(amount).compareTo(order.remaining()) < 0) {
            cancel(order, now, "fill or kill");
            return 0;
        }
        BigDecimal done = amount.min(there);
        if (done.signum() <= 0) {
            return 0;
        }
        order.fill(done);
        someEnded |= order.ended();
        positions.add(order, done);
        holdBackSiblings(order, done);
        reports.filled(order, now, done, price);
        return wholeUnits(done);
    }

    private static long wholeUnits(BigDecimal face) {
        return face.setScale(0, RoundingMode.CEILING).longValue();
    }

    /** Orders that protect the same position: what one has done the others must not do before their owner has answered. */
    private void holdBackSiblings(WorkingOrder filled, BigDecimal amount) {
        String group = filled.ticket().group();
        if (group.isEmpty()) {
            return;
        }
        for (int i = 0; i < orders.size(); i++) {
            WorkingOrder order = orders.get(i);
            if (!order.equals(filled) && order.ticket().group().equals(group)) {
                order.holdBack(amount);
            }
        }
    }

    private void endImmediate(WorkingOrder order, Instant now) {
        if (!order.ended() && !order.waiting() && order.ticket().timeInForce().immediate()) {
            cancel(order, now, "not done at the first look");
        }
    }

    private void cancel(WorkingOrder order, Instant now, String reason) {
        order.end();
        someEnded = true;
        reports.cancelled(order.id(), now, reason);
    }

    /** Lets go of orders that have ended. */
    void tidy(Map<String, WorkingOrder> known) {
        if (!someEnded) {
            return;
        }
        someEnded = false;
        orders.removeIf(order -> {
            if (order.ended()) {
                known.remove(order.id());
            }
            return order.ended();
        });
    }

    void noteEnd() {
        someEnded = true;
    }
}
