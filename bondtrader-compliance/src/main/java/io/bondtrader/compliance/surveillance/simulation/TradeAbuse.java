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
        int rounds = chance.between(1, 3);
        long begun = plan.now();
        long time = 0;
        for (int i = 0; i < rounds * ring.size(); i++) {
            List<String> seller = ring.get(i % ring.size());
            List<String> buyer = ring.get((i + 1) % ring.size());
            plan.after(
                    time,
                    () -> cross(
                            bond,
                            chance.of(seller),
                            chance.of(buyer),
                            price + bond.halfSpread * chance.between(-0.1, 0.1),
                            size,
                            20));
            time += chance.seconds(5, 780.0 / (rounds * ring.size()));
        }
        plan.after(time + 10 * SECOND, () -> plan.label(DetectorKind.WASH_CYCLE, ring, bond, begun, plan.now()));
    }

    void paint(SimulatedBond bond) {
        List<List<String>> ring = ring(chance.between(2, 4));
        int pairs = chance.between(6, 14);
        long begun = plan.now();
        long time = 0;
        for (int i = 0; i < pairs; i++) {
            int seller = chance.between(0, ring.size() - 1);
            int buyer = (seller + chance.between(1, ring.size() - 1)) % ring.size();
            double size = chance.lots(1, 2);
            String from = chance.of(ring.get(seller));
            String to = chance.of(ring.get(buyer));
            long back = chance.seconds(3, 1500.0 / (2 * pairs));
            plan.after(time, () -> {
                double at = bond.value + bond.halfSpread * chance.between(-0.4, 0.4);
                cross(bond, from, to, at, size, 4);
                plan.after(back, () -> cross(bond, to, from, at, size, 4));
            });
            time += back + chance.seconds(3, 1500.0 / (2 * pairs));
        }
        plan.after(time, () -> plan.label(DetectorKind.PAINTING_TAPE, ring, bond, begun, plan.now()));
    }

    void ramp(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int steps = chance.between(6, 14);
        double seconds = chance.between(120, 600);
        double volatility = bond.usualDeviation() * StrictMath.sqrt(seconds / SimulatedBond.SESSION_SECONDS);
        double impact = Math.max(volatility * chance.logBetween(5, 14), 3 * bond.halfSpread) / steps;
        double size = chance.lots(2, 5);
        long begun = plan.now();
        for (int i = 0; i < steps; i++) {
            plan.after((long) (1e9 * seconds * i / steps), () -> bond.press(chance.of(who), sign, size, impact));
        }
        plan.after((long) (1e9 * seconds) + chance.seconds(5, 200), () -> {
            int parts = chance.between(1, 4);
            for (int i = 0; i < parts; i++) {
                double part = steps * size * chance.between(0.65, 1.0) / parts;
                plan.after(i * chance.seconds(5, 40), () -> bond.press(chance.of(who), -sign, part, 0.3 * impact));
            }
            plan.after(180 * SECOND, () -> plan.label(DetectorKind.RAMPING, List.of(who), bond, begun, plan.now()));
        });
    }

    void cross(SimulatedBond bond, SimulatedBond future) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int steps = chance.between(4, 10);
        double seconds = chance.between(60, 400);
        double impact = Math.max(
                        future.usualDeviation()
                                * StrictMath.sqrt(Math.max(60, seconds) / SimulatedBond.SESSION_SECONDS)
                                * chance.logBetween(5, 14),
                        3 * future.halfSpread)
                / steps;
        double follows = bond.halfSpread * chance.between(3, 8) / steps;
        double size = chance.lots(3, 6);
        long begun = plan.now();
        for (int i = 0; i < steps; i++) {
            plan.after((long) (1e9 * seconds * i / steps), () -> {
                future.press(chance.of(who), sign, size, impact);
                bond.move(sign * follows);
            });
        }
        plan.after((long) (1e9 * seconds) + chance.seconds(2, 60), () -> {
            bond.press(chance.of(who), -sign, chance.lots(5, 30), 0);
            plan.after(chance.seconds(5, 200), () -> {
                future.press(chance.of(who), -sign, steps * size * chance.between(0.7, 1), 0);
                future.move(-sign * impact * steps);
                bond.move(-sign * follows * steps);
                plan.after(chance.seconds(2, 30), () -> {
                    future.press(chance.of(who), -sign, size, 0);
                    plan.label(DetectorKind.CROSS_PRODUCT, who, Set.of(bond.id(), future.id()), begun, plan.now());
                });
            });
        });
    }

    void mark(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int steps = chance.between(3, 9);
        double move = bond.meanFixMove * chance.logBetween(7, 16);
        double size = chance.lots(8, 15);
        long begun = plan.now();
        long gap = chance.seconds(20, 95);
        long start = chance.seconds(0, 30);
        for (int i = 0; i < steps; i++) {
            plan.after(start + i * gap, () -> bond.press(chance.of(who), sign, size, move / steps));
        }
        plan.after(900 * SECOND, () -> {
            bond.reversal = -sign * move * chance.between(0.8, 1.2);
            plan.label(DetectorKind.MARKING_CLOSE, List.of(who), bond, begun, plan.now() + MarketSimulator.DAY);
        });
    }

    void offMarket(SimulatedBond bond) {
        List<String> one = plan.owner(AccountKind.CLIENT);
        List<String> other = plan.owner(AccountKind.CLIENT);
        long begun = plan.now();
        double away = 2 * bond.halfSpread * chance.logBetween(2.8, 12) * chance.sign();
        double price = bond.value + away;
        double size = chance.lots(1, 20);
        Resting order = bond.enter(chance.of(one), "VOICE", 1, price, size);
        bond.trade(bond.enter(chance.of(other), "VOICE", -1, price, size), order, price, size);
        plan.label(DetectorKind.OFF_MARKET, List.of(one, other), bond, begun, plan.now());
    }
}
