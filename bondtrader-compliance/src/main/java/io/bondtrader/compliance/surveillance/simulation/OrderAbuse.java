package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.AccountKind;
import io.bondtrader.compliance.surveillance.DetectorKind;
import java.util.ArrayList;
import java.util.List;

/** Abuse by orders that are not meant to trade. */
final class OrderAbuse {

    private static final long SECOND = 1_000_000_000L;

    private final PlantedAbuse plan;
    private final Chance chance;

    OrderAbuse(PlantedAbuse plan) {
        this.plan = plan;
        this.chance = plan.chance();
    }

    void spoof(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        double size = bond.meanOrder * chance.logBetween(2.4, 12);
        // Some have rested orders in earnest before, for a while.
        int earnest = chance.happens(0.4) ? chance.between(1, 6) : 0;
        for (int i = 0; i < earnest; i++) {
            plan.after(i * 90L * SECOND, () -> {
                double at = bond.value - sign * bond.halfSpread * chance.between(1, 5);
                Resting order = bond.enter(chance.of(who), "CLOB", sign, at, chance.lots(1, 5));
                plan.after(chance.seconds(20, 80), () -> bond.cancel(order));
            });
        }
        plan.after(earnest * 90L * SECOND, () -> show(bond, who, sign, size));
    }

    private void show(SimulatedBond bond, List<String> who, int sign, double size) {
        long begun = plan.now();
        double price = bond.value - sign * bond.halfSpread * chance.between(3.6, 10);
        Resting shown = bond.enter(chance.of(who), "CLOB", sign, price, size);
        double small = size / chance.logBetween(5.6, 20);
        plan.after(chance.seconds(2, 110), () -> {
            opposite(bond, chance.of(who), -sign, small);
            plan.after(chance.seconds(0.5, 26), () -> {
                bond.cancel(shown);
                plan.label(DetectorKind.SPOOFING_ORDER, List.of(who), bond, begun, plan.now());
            });
        });
    }

    /** A small fill, sometimes taken and sometimes given. */
    private void opposite(SimulatedBond bond, String account, int sign, double size) {
        if (chance.happens(0.5)) {
            bond.press(account, sign, size, 0);
        } else {
            double price = bond.value - sign * 0.3 * bond.halfSpread;
            Resting order = bond.enter(account, "CLOB", sign, price, size);
            bond.trade(bond.enter("INVESTOR1/1", "CLOB", -sign, price, size), order, price, size);
        }
    }

    void spoofAgain(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int cycles = chance.between(4, 9);
        int sign = chance.sign();
        double small = chance.lots(1, 2);
        cycle(bond, who, sign, small, cycles, plan.now());
    }

    private void cycle(SimulatedBond bond, List<String> who, int sign, double small, int left, long begun) {
        if (left == 0) {
            plan.label(DetectorKind.SPOOFING_PATTERN, List.of(who), bond, begun, plan.now());
            return;
        }
        double price = bond.value - sign * bond.halfSpread * chance.between(1.0, 1.8);
        Resting shown = bond.enter(chance.of(who), "CLOB", sign, price, small * chance.logBetween(4.5, 12));
        plan.after(chance.seconds(1, 120), () -> {
            opposite(bond, chance.of(who), -sign, small);
            plan.after(chance.seconds(0.5, 45), () -> {
                bond.cancel(shown);
                plan.after(chance.seconds(5, 180), () -> cycle(bond, who, sign, small, left - 1, begun));
            });
        });
    }

    void layer(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        int levels = chance.between(3, 7);
        double total = 1.3 * bond.depth * chance.between(0.35, 0.9);
        List<Resting> layers = new ArrayList<>();
        long begun = plan.now();
        double[] before = new double[1];
        long time = 0;
        for (int i = 0; i < levels; i++) {
            int level = i;
            time += chance.seconds(0.2, 20);
            plan.after(time, () -> {
                before[0] = level == 0 ? bond.value : before[0];
                double away = bond.halfSpread * (1.0 + 0.4 * level);
                layers.add(bond.enter(chance.of(who), "CLOB", sign, bond.value - sign * away, total / levels));
            });
        }
        // The show works: the other side trades once the market is better than it was at the first layer.
        plan.after(time + chance.seconds(1, 30), () -> {
            bond.carry(sign, before[0] + sign * bond.halfSpread * chance.between(0.9, 3));
            opposite(bond, chance.of(who), -sign, total / chance.logBetween(4, 15));
            plan.after(chance.seconds(0.5, 8), () -> {
                for (Resting layer : layers) {
                    plan.after(chance.seconds(0, 30), () -> bond.cancel(layer));
                }
                plan.after(31 * SECOND, () -> plan.label(DetectorKind.LAYERING, List.of(who), bond, begun, plan.now()));
            });
        });
    }

    void stuff(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int orders = chance.between(120, 700);
        long begun = plan.now();
        long gap = (long) (1e9 / chance.logBetween(90, 400));
        double size = chance.lots(1, 5);
        for (int i = 0; i < orders; i++) {
            plan.after(i * gap, () -> {
                int sign = chance.sign();
                Resting order = bond.enter(
                        chance.of(who), "CLOB", sign, bond.value - sign * chance.between(1, 4) * bond.halfSpread, size);
                plan.after(chance.seconds(0.001, 0.035), () -> bond.cancel(order));
            });
        }
        plan.after(
                orders * gap + SECOND,
                () -> plan.label(DetectorKind.QUOTE_STUFFING, List.of(who), bond, begun, plan.now()));
    }

    void flood(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int orders = chance.between(450, 1200);
        int trades = chance.between(0, 1);
        long begun = plan.now();
        long gap = 20_000 * SECOND / orders;
        double size = chance.lots(1, 3);
        for (int i = 0; i < orders; i++) {
            int number = i;
            plan.after(i * gap, () -> {
                int sign = chance.sign();
                Resting order = bond.enter(
                        chance.of(who), "CLOB", sign, bond.value - sign * chance.between(1, 3) * bond.halfSpread, size);
                if (chance.happens(0.3)) {
                    plan.after(gap / 3, () -> bond.amend(order, order.price, size));
                }
                plan.after(gap / 2, () -> bond.cancel(order));
                if (number < trades) {
                    bond.press(chance.of(who), sign, 1e6);
                }
            });
        }
        plan.after(
                21_000 * SECOND,
                () -> plan.label(
                        DetectorKind.ORDER_TO_TRADE, List.of(who), bond, begun, plan.now() + MarketSimulator.DAY));
    }

    void pretend(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        long begun = plan.now();
        double away = bond.meanDailyMove * chance.logBetween(6.5, 14);
        Resting order = bond.enter(
                chance.of(who), "CLOB", sign, bond.value - sign * away, bond.meanOrder * chance.logBetween(2.5, 9));
        if (chance.happens(0.4)) {
            plan.after(chance.seconds(20, 60), () -> bond.amend(order, order.price - sign * 0.1 * away, order.open));
        }
        plan.after(chance.seconds(90, 3000), () -> {
            bond.cancel(order);
            plan.label(DetectorKind.NO_INTENT, List.of(who), bond, begun, plan.now());
        });
    }
}
