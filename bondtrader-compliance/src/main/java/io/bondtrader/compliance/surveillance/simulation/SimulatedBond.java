package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.InstrumentTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One instrument of the simulation: its value, its composite market, and who may be traded with. */
final class SimulatedBond {

    static final long SESSION_SECONDS = 30_600;
    private static final double RECENT_SECONDS = 7_200;
    private static final int RECENT_TRADES = 32;

    final InstrumentTerms terms;
    final Tape tape;
    final Chance chance;
    /** The middle of the composite market. */
    double value;

    final double halfSpread;
    final double dailyDeviation;
    final double depth;
    final double volume;
    final List<Resting> makers = new ArrayList<>();
    private long movedNanos;
    private double orders;
    private double sizes;
    double meanOrder = 3e6;
    /** Where the market finds back to over the night; NaN where it stays. */
    double reopening = Double.NaN;

    /** What traded in the book so far. */
    double bookVolume;

    /** How far from the middle trades were done of late, on average. */
    double meanTradeDistance;

    private int trades;
    private double recentSquares;
    private double recentSeconds;
    private long rememberedNanos;
    /** The mean absolute move from day to day, and into the fix, as it turned out so far. */
    double meanDailyMove;

    double meanFixMove;
    private final List<Resting> resting = new ArrayList<>();
    private UnaryOperator<String> counterparty = account -> account;
    private double lastOpen;
    private int days;
    private double beforeFix;
    private int fixes;

    SimulatedBond(InstrumentTerms terms, Tape tape, Chance chance, double value) {
        this.terms = terms;
        this.tape = tape;
        this.chance = chance;
        this.value = value;
        this.dailyDeviation = value * chance.logBetween(0.002, 0.006);
        this.halfSpread = dailyDeviation * chance.logBetween(0.06, 0.2);
        this.volume = terms.averageDailyVolume();
        this.depth = 0.06 * volume;
    }

    String id() {
        return terms.instrument();
    }

    void startDay() {
        if (orders > 0) {
            meanOrder = sizes / orders;
        }
        orders = 0;
        sizes = 0;
        if (days > 0) {
            meanDailyMove += (Math.abs(value - lastOpen) - meanDailyMove) / days;
        }
        days++;
        value = Double.isNaN(reopening) ? value : reopening;
        value += 0.1 * dailyDeviation * chance.normal();
        reopening = Double.NaN;
        rememberedNanos = tape.now();
        lastOpen = value;
        movedNanos = tape.now();
        quote();
    }

    /** Lets the value wander for the time since it last did, and quotes it. */
    void tick() {
        double seconds = (tape.now() - movedNanos) / 1e9;
        movedNanos = tape.now();
        move(dailyDeviation * chance.normal() * StrictMath.sqrt(seconds / SESSION_SECONDS));
    }

    /** Moves the value; orders that lie on its way trade one after the other as it passes them. */
    void move(double by) {
        remember(by);
        double target = value + by;
        Resting next = nearest(target);
        while (next != null) {
            value = next.price;
            quote();
            Resting taker = enter(counterparty.apply(next.account), "CLOB", -next.sign, next.price, next.open);
            trade(taker, next, next.price, next.open);
            next = nearest(target);
        }
        value = target;
        quote();
    }

    /** Moves the value to a level, unless it is beyond it already. */
    void carry(int sign, double level) {
        if (sign * (level - value) > 0) {
            move(level - value);
        }
    }

    private void remember(double by) {
        double seconds = (tape.now() - rememberedNanos) / 1e9;
        double keep = StrictMath.exp(-seconds / RECENT_SECONDS);
        rememberedNanos = tape.now();
        recentSquares = keep * recentSquares + by * by;
        recentSeconds = keep * recentSeconds + seconds;
    }

    private @Nullable Resting nearest(double target) {
        resting.removeIf(order -> order.ended);
        Resting nearest = null;
        for (Resting order : resting) {
            boolean reached = order.sign * (order.price - target) >= 0;
            if (reached && (nearest == null || order.sign * (order.price - nearest.price) > 0)) {
                nearest = order;
            }
        }
        return nearest;
    }

    /** Lets an order rest until the value comes to it. */
    void rest(Resting order) {
        resting.add(order);
    }

    /** Says who takes an order of an account that the value has come to. */
    void counterparties(UnaryOperator<String> takers) {
        counterparty = takers;
    }

    /** The daily volatility as it turned out, with the impact of all that was traded. */
    double usualDeviation() {
        return Math.max(dailyDeviation, 1.2533141373155003 * meanDailyMove); // sqrt(pi / 2), as if normal
    }

    /** As {@link #usualDeviation}, or as wild as the last hours were, scaled to a day: after news the market moves more. */
    double presentDeviation() {
        double recent =
                recentSeconds > 0 ? StrictMath.sqrt(recentSquares / recentSeconds * SESSION_SECONDS) : dailyDeviation;
        return Math.max(usualDeviation(), recent);
    }

    /** How many trades there were. */
    int trades() {
        return trades;
    }

    void startFix() {
        beforeFix = value;
    }

    void fix() {
        fixes++;
        meanFixMove += (Math.abs(value - beforeFix) - meanFixMove) / fixes;
    }

    void quote() {
        double wide = halfSpread * chance.between(0.85, 1.15);
        tape.add(FlowEvent.quoted(
                tape.next(),
                tape.now(),
                id(),
                value - wide,
                value + wide,
                depth * chance.between(0.7, 1.3),
                depth * chance.between(0.7, 1.3)));
    }

    Resting enter(String account, String venue, int sign, double price, double size) {
        Resting order = new Resting(tape.orderId(), account, venue, sign, price, size);
        tape.add(FlowEvent.entered(tape.next(), tape.now(), account, id(), venue, order.id, sign, price, size));
        orders++;
        sizes += size;
        return order;
    }

    void amend(Resting order, double price, double size) {
        if (!order.ended) {
            order.price = price;
            order.open = size;
            tape.add(FlowEvent.amended(
                    tape.next(), tape.now(), order.account, id(), order.venue, order.id, order.sign, price, size));
        }
    }

    void cancel(Resting order) {
        if (!order.ended) {
            order.ended = true;
            tape.add(FlowEvent.cancelled(
                    tape.next(), tape.now(), order.account, id(), order.venue, order.id, order.sign));
        }
    }

    /** Trades two orders with each other; {@code aggressor} came second. */
    void trade(Resting aggressor, Resting passive, double price, double size) {
        bookVolume += aggressor.venue.equals("CLOB") ? size : 0;
        trades++;
        meanTradeDistance += (Math.abs(price - value) - meanTradeDistance) / Math.min(trades, RECENT_TRADES);
        fill(passive, price, size, aggressor.account, false);
        fill(aggressor, price, size, passive.account, true);
    }

    private void fill(Resting order, double price, double size, String counterparty, boolean aggressive) {
        order.open -= size;
        order.ended = order.open <= 0;
        tape.add(FlowEvent.filled(
                tape.next(),
                tape.now(),
                order.account,
                id(),
                order.venue,
                order.id,
                order.sign,
                price,
                size,
                counterparty,
                aggressive));
    }

    /** Enters an order that takes what makers of markets show, and moves the value by its size. Returns the mean price. */
    double take(String account, int sign, double size) {
        return take(account, sign, size, 0.3 * dailyDeviation * size / volume);
    }

    double take(String account, int sign, double size, double impact) {
        double price = value + sign * halfSpread;
        Resting order = enter(account, "CLOB", sign, price, size);
        Resting maker = maker(-sign, account);
        if (maker == null) {
            cancel(order);
            return price;
        }
        double paid = maker.price;
        // Makers stand where the value was when they quoted: nobody trades through the market for that.
        paid = Math.min(value + 1.4 * halfSpread, Math.max(value - 1.4 * halfSpread, paid));
        trade(order, maker, paid, Math.min(size, maker.open));
        if (!order.ended) {
            Resting deeper = enter(maker.account, "CLOB", -sign, paid, order.open);
            trade(order, deeper, paid, order.open);
        }
        move(sign * impact);
        return paid;
    }

    /** As {@link #take}, but if no maker of markets shows anything, one is asked and answers. */
    double press(String account, int sign, double size, double impact) {
        if (maker(-sign, account) == null) {
            makers.add(enter("MAKER3/1", "CLOB", -sign, value + sign * halfSpread, size));
        }
        return take(account, sign, size, impact);
    }

    double press(String account, int sign, double size) {
        return press(account, sign, size, 0.3 * dailyDeviation * size / volume);
    }

    @Nullable
    Resting maker(int sign, String notOf) {
        List<Resting> open = makers.stream()
                .filter(order -> !order.ended && order.sign == sign && !order.account.equals(notOf))
                .toList();
        return open.isEmpty() ? null : chance.of(open);
    }
}
