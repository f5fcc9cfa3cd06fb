package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.AccountKind;
import io.bondtrader.compliance.surveillance.DetectorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Abuse by trades. */
final class TradeAbuse {

    private static final long SECOND = 1_000_000_000L;

    private final PlantedAbuse plan;
    private final Chance chance;

    TradeAbuse(PlantedAbuse plan) {
        this.plan = plan;
        this.chance = plan.chance();
    }

    /** Two orders that trade with each other. */
    private void cross(SimulatedBond bond, String seller, String buyer, double price, double size, double apart) {
        boolean buyerFirst = chance.happens(0.5);
        Resting first = bond.enter(buyerFirst ? buyer : seller, "CLOB", buyerFirst ? 1 : -1, price, size);
        plan.after(chance.seconds(0, apart), () -> {
            Resting second = bond.enter(buyerFirst ? seller : buyer, "CLOB", buyerFirst ? -1 : 1, price, size);
            bond.trade(second, first, price, size);
        });
    }

    void wash(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        long begun = plan.now();
        double price = bond.value + bond.halfSpread * chance.between(-1, 1);
        cross(bond, chance.of(who), chance.of(who), price, chance.lots(1, 20), 30);
        plan.after(31 * SECOND, () -> plan.label(DetectorKind.WASH_TRADE, List.of(who), bond, begun, plan.now()));
    }

    void match(SimulatedBond bond) {
        List<String> one = plan.owner(AccountKind.CLIENT);
        List<String> other = plan.owner(AccountKind.CLIENT);
        int rounds = chance.between(2, 5);
        long begun = plan.now();
        long time = 0;
        for (int i = 0; i < rounds; i++) {
            double size = chance.lots(1, 10);
            for (int way = 0; way < 2; way++) {
                boolean there = way == 0;
                plan.after(time, () -> {
                    double price = bond.value + bond.halfSpread * chance.between(-0.9, 0.9);
                    cross(bond, chance.of(there ? one : other), chance.of(there ? other : one), price, size, 0.8);
                });
                time += chance.seconds(5, 300);
            }
        }
        plan.after(time, () -> plan.label(DetectorKind.WASH_MATCHED, List.of(one, other), bond, begun, plan.now()));
    }

    private List<List<String>> ring(int members) {
        List<List<String>> ring = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            ring.add(plan.owner(AccountKind.CLIENT));
        }
        return ring;
    }

    void circle(SimulatedBond bond) {
        List<List<String>> ring = ring(chance.between(3, 7));
        double size = chance.lots(1, 15);
        double price = bond.value + bond.halfSpread * chance.between(-0.5, 0.5);
        int legs = chance.between(1, 3) * ring.size();
        leg(bond, ring, price, size, legs, legs, plan.now());
    }

    private void leg(
            SimulatedBond bond, List<List<String>> ring, double price, double size, int left, int legs, long begun) {
        if (left == 0) {
            plan.after(21 * SECOND, () -> plan.label(DetectorKind.WASH_CYCLE, ring, bond, begun, plan.now()));
            return;
        }
        int number = legs - left;
        String seller = chance.of(ring.get(number % ring.size()));
        String buyer = chance.of(ring.get((number + 1) % ring.size()));
        cross(bond, seller, buyer, price + bond.halfSpread * chance.between(-0.1, 0.1), size, 20);
        hurry(bond, price, chance.seconds(5, 780.0 / legs), () -> leg(bond, ring, price, size, left - 1, legs, begun));
    }

    /** Waits, but not until the market has left the price that was agreed: nobody can trade there any more then, nor unseen. */
    private void hurry(SimulatedBond bond, double price, long left, Runnable action) {
        boolean leaving = Math.abs(bond.value - price) > bond.halfSpread;
        if (left <= 0) {
            action.run();
        } else if (leaving) {
            plan.after(Math.min(left, chance.seconds(0.5, 3)), action);
        } else {
            long step = Math.min(left, 5 * SECOND);
            plan.after(step, () -> hurry(bond, price, left - step, action));
        }
    }

    void paint(SimulatedBond bond) {
        List<List<String>> ring = ring(chance.between(2, 4));
        int pairs = chance.between(6, 14);
        long pause = (long) (1e9 * 1500.0 / (2 * pairs));
        pair(bond, ring, pairs, pairs, pause, plan.now(), bond.trades());
    }

    /** There and back; in the end until there is more paint on the tape than there is tape. */
    private void pair(
            SimulatedBond bond, List<List<String>> ring, int left, int more, long pause, long begun, int tradesBefore) {
        int printed = bond.trades() - tradesBefore;
        boolean done = left <= 0 && (left <= -more || 2 * 2 * (more - left) >= printed);
        if (done) {
            plan.label(DetectorKind.PAINTING_TAPE, ring, bond, begun, plan.now());
            return;
        }
        int seller = chance.between(0, ring.size() - 1);
        int buyer = (seller + chance.between(1, ring.size() - 1)) % ring.size();
        double size = chance.lots(1, 2);
        String from = chance.of(ring.get(seller));
        String to = chance.of(ring.get(buyer));
        double at = bond.value + bond.halfSpread * chance.between(-0.4, 0.4);
        long wait = left > 0 ? chance.seconds(3, pause / 1e9) : chance.seconds(3, 10);
        long next = left > 0 ? chance.seconds(3, pause / 1e9) : chance.seconds(3, 10);
        cross(bond, from, to, at, size, 4);
        hurry(bond, at, wait, () -> cross(bond, to, from, at, size, 4));
        plan.after(wait + next, () -> pair(bond, ring, left - 1, more, pause, begun, tradesBefore));
    }

    /**
     * One owner that moves a market: it trades until the price is where it wants it, whatever others do meanwhile, and trades no less
     * than a part of what they trade in the book.
     */
    private final class Push {
        private final SimulatedBond market;
        private final List<String> who;
        private final int sign;
        private final double size;
        private final double impact;
        private final double before;
        private final double level;
        private final double part = chance.between(0.6, 1.5);
        private final double bookBefore;
        private double pushed;

        Push(SimulatedBond market, List<String> who, int sign, double size, double impact, double distance) {
            this.market = market;
            this.who = who;
            this.sign = sign;
            this.size = size;
            this.impact = impact;
            this.before = market.value;
            this.level = before + sign * distance;
            this.bookBefore = market.bookVolume;
        }

        void trade(double by) {
            double others = market.bookVolume - bookBefore - pushed;
            double next = Math.max(size, Math.rint((part * others - pushed) / 1e6) * 1e6);
            pushed += next;
            market.press(chance.of(who), sign, next, by);
        }

        /** Whether others traded too much for one owner to have made the price. */
        boolean behind() {
            return pushed < part * (market.bookVolume - bookBefore - pushed);
        }

        boolean there() {
            return sign * (market.value - level) >= 0;
        }

        /** Trades in steps, after each of which something may follow, and then until the price is there. */
        void run(int steps, double seconds, Runnable follows, Runnable then) {
            step(steps, steps, (long) (1e9 * seconds / steps), follows, then);
        }

        private void step(int left, int more, long gap, Runnable follows, Runnable then) {
            if (left > 0) {
                trade(impact);
                follows.run();
                plan.after(gap, () -> step(left - 1, more, gap, follows, then));
            } else if (more > 0 && !there()) {
                trade(impact);
                plan.after(Math.min(gap, chance.seconds(2, 15)), () -> step(0, more - 1, gap, follows, then));
            } else {
                then.run();
            }
        }
    }

    void ramp(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int steps = chance.between(6, 14);
        double seconds = chance.between(120, 600);
        double volatility = bond.presentDeviation() * StrictMath.sqrt(seconds / SimulatedBond.SESSION_SECONDS);
        double distance = Math.max(volatility * chance.logBetween(5, 14), 3 * bond.halfSpread);
        double impact = distance / steps;
        long begun = plan.now();
        Push push = new Push(bond, who, sign, chance.lots(2, 5), impact, distance);
        push.run(
                steps,
                seconds,
                () -> {},
                () -> plan.after(chance.seconds(5, 200), () -> {
                    int parts = chance.between(1, 4);
                    for (int i = 0; i < parts; i++) {
                        double part = push.pushed * chance.between(0.65, 1.0) / parts;
                        plan.after(
                                i * chance.seconds(5, 40), () -> bond.press(chance.of(who), -sign, part, 0.3 * impact));
                    }
                    plan.after(
                            180 * SECOND,
                            () -> plan.label(DetectorKind.RAMPING, List.of(who), bond, begun, plan.now()));
                }));
    }

    void cross(SimulatedBond bond, SimulatedBond future) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int steps = chance.between(4, 10);
        double seconds = chance.between(60, 400);
        double volatility =
                future.presentDeviation() * StrictMath.sqrt(Math.max(60, seconds) / SimulatedBond.SESSION_SECONDS);
        double distance = Math.max(volatility * chance.logBetween(5, 14), 3 * future.halfSpread);
        double follows = bond.halfSpread * chance.between(3, 8);
        double before = bond.value;
        long begun = plan.now();
        Push push = new Push(future, who, sign, chance.lots(3, 6), distance / steps, distance);
        push.run(
                steps,
                seconds,
                () -> bond.move(sign * follows / steps),
                () -> plan.after(chance.seconds(2, 60), () -> {
                    bond.carry(sign, before + sign * follows); // it trades once the bond has followed
                    double price = bond.press(chance.of(who), -sign, chance.lots(5, 30), 0);
                    plan.after(chance.seconds(5, 200), () -> {
                        future.press(chance.of(who), -sign, push.pushed * chance.between(0.7, 1), 0);
                        // What was pushed comes back, and the bond with it.
                        future.move(push.before + sign * distance * chance.between(-0.2, 0.3) - future.value);
                        bond.move(before + sign * follows * chance.between(-0.2, 0.2) - bond.value);
                        plan.after(chance.seconds(2, 30), () -> {
                            future.carry(-sign, push.before + 0.3 * sign * distance);
                            bond.carry(-sign, price - sign * bond.halfSpread); // else it was not worth while
                            future.press(chance.of(who), -sign, push.size, 0);
                            plan.label(
                                    DetectorKind.CROSS_PRODUCT, who, Set.of(bond.id(), future.id()), begun, plan.now());
                        });
                    });
                }));
    }

    void mark(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int steps = chance.between(3, 9);
        double move = bond.meanFixMove * chance.logBetween(7, 16);
        long begun = plan.now();
        long gap = chance.seconds(20, 95);
        Push push = new Push(bond, who, sign, chance.lots(8, 15), move / steps, move);
        long start = chance.seconds(0, 30);
        for (int i = 0; i < steps; i++) {
            plan.after(start + i * gap, () -> push.trade(push.impact));
        }
        // What others did meanwhile is made up for at the last moment.
        plan.after(chance.seconds(865, 885), () -> {
            if (!push.there() || push.behind()) {
                push.trade(Math.max(0, sign * (push.level - bond.value)));
            }
        });
        plan.after(900 * SECOND, () -> {
            bond.reopening = push.before + sign * move * chance.between(-0.2, 0.2);
            plan.label(DetectorKind.MARKING_CLOSE, List.of(who), bond, begun, plan.now() + MarketSimulator.DAY);
        });
    }

    void offMarket(SimulatedBond bond) {
        List<String> one = plan.owner(AccountKind.CLIENT);
        List<String> other = plan.owner(AccountKind.CLIENT);
        long begun = plan.now();
        // Far from the middle, beside the spread and beside where trades are done here.
        double usual = Math.max(2 * bond.halfSpread, 2 * bond.meanTradeDistance);
        double away = usual * chance.logBetween(2.8, 12) * chance.sign();
        double price = bond.value + away;
        double size = chance.lots(1, 20);
        Resting order = bond.enter(chance.of(one), "VOICE", 1, price, size);
        bond.trade(bond.enter(chance.of(other), "VOICE", -1, price, size), order, price, size);
        plan.label(DetectorKind.OFF_MARKET, List.of(one, other), bond, begun, plan.now());
    }
}
