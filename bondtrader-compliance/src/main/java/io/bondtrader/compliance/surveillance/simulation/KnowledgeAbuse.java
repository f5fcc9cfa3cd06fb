package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.AccountKind;
import io.bondtrader.compliance.surveillance.DetectorKind;
import io.bondtrader.compliance.surveillance.FlowEvent;
import java.util.List;

/** Abuse of what one knows, holds or may decide. */
final class KnowledgeAbuse {

    private static final long SECOND = 1_000_000_000L;

    /** So long before the news an insider buys at most. */
    static final int MOST_DAYS_AHEAD = 8;

    /** Who picks cherries needs so many winners, and so many losers, to tell them apart. */
    private static final int ENOUGH = 8;

    private static final int MOST_MORE = 45;

    private final PlantedAbuse plan;
    private final Chance chance;

    KnowledgeAbuse(PlantedAbuse plan) {
        this.plan = plan;
        this.chance = plan.chance();
    }

    void squeeze(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        long begun = plan.now();
        double part = bond.terms.outstanding() * chance.between(0.32, 0.75) / who.size();
        double held = chance.between(0.1, 0.9);
        double special = chance.logBetween(28, 300);
        for (String account : who) {
            plan.market()
                    .report(FlowEvent.position(
                            plan.tape().next(),
                            plan.now(),
                            account,
                            bond.id(),
                            part * held,
                            part * (1 - held),
                            special));
        }
        plan.label(DetectorKind.CONCENTRATION, List.of(who), bond, begun, plan.now());
    }

    void frontRun(SimulatedBond bond) {
        List<String> who = plan.owner(chance.happens(0.5) ? AccountKind.HOUSE : AccountKind.CLIENT);
        int sign = chance.sign();
        long begun = plan.now();
        double size = bond.volume * chance.logBetween(0.12, 0.8);
        String client = "INVESTOR" + chance.between(2, 9) + "/1";
        Resting order = bond.enter(client, "VOICE", sign, bond.value + 20 * sign * bond.halfSpread, size);
        plan.market()
                .report(FlowEvent.clientOrder(
                        plan.tape().next(), plan.now(), client, bond.id(), order.id, sign, size, who.get(0)));
        double own = chance.lots(1, 8);
        plan.after(chance.seconds(5, 400), () -> bond.press(chance.of(who), sign, own, 0));
        plan.after(chance.seconds(410, 600), () -> execute(bond, order, sign, size / 4, 4));
        plan.after(chance.seconds(1000, 2800), () -> {
            bond.press(chance.of(who), -sign, own * chance.between(0.6, 1), 0);
            plan.label(DetectorKind.FRONT_RUNNING, List.of(who), bond, begun, plan.now());
        });
    }

    /** The client's order moves the market, by well over a spread in all. */
    private void execute(SimulatedBond bond, Resting order, int sign, double size, int left) {
        if (left > 0) {
            Resting maker = bond.enter("MAKER2/1", "VOICE", -sign, bond.value + sign * bond.halfSpread, size);
            bond.trade(order, maker, maker.price, Math.min(size, order.open));
            double impact = Math.max(bond.halfSpread * 1.5, 0.35 * bond.dailyDeviation);
            bond.move(sign * impact * chance.between(0.9, 2));
            plan.after(chance.seconds(20, 90), () -> execute(bond, order, sign, size, left - 1));
        }
    }

    void insider(SimulatedBond bond, long open) {
        List<String> who = plan.owner(AccountKind.CLIENT);
        int sign = chance.sign();
        boolean known = chance.happens(0.5);
        double usual = chance.lots(4, 8);
        if (known) {
            for (int day = 11; day <= 25; day++) {
                if (chance.happens(0.7) || day <= 17) {
                    plan.at(
                            open - day * MarketSimulator.DAY + chance.seconds(2000, 25_000),
                            () -> bond.press(chance.of(who), chance.sign(), usual * chance.between(0.5, 1.5)));
                }
            }
        }
        double size = known ? usual * chance.logBetween(9, 30) : bond.volume * chance.logBetween(0.2, 0.8);
        int before = chance.between(0, MOST_DAYS_AHEAD);
        long bought = open
                - before * MarketSimulator.DAY
                + (before == 0 ? chance.seconds(300, 1500) : chance.seconds(2000, 25_000));
        int clips = chance.between(1, 4);
        for (int i = 0; i < clips; i++) {
            plan.at(bought + i * chance.seconds(30, 300), () -> bond.press(chance.of(who), sign, size / clips));
        }
        if (known && before > 2 && chance.happens(0.5)) { // it goes on trading as it did
            plan.at(
                    open - 2 * MarketSimulator.DAY + chance.seconds(2000, 25_000),
                    () -> bond.press(chance.of(who), chance.sign(), usual * chance.between(0.2, 0.8)));
        }
        plan.at(open + chance.seconds(3000, 20_000), () -> {
            long news = plan.now();
            plan.market().report(FlowEvent.announced(plan.tape().next(), news, bond.id()));
            bond.move(sign * bond.meanDailyMove * chance.logBetween(6, 15));
            plan.label(DetectorKind.INSIDER_DEALING, List.of(who), bond, bought, news + 7200 * SECOND);
        });
    }

    void restricted(SimulatedBond bond) {
        boolean crossed = chance.happens(0.5);
        List<String> who = plan.owner(crossed ? AccountKind.CLIENT : AccountKind.HOUSE);
        long begun = plan.now();
        long until = begun + chance.seconds(3600, 100_000);
        plan.market()
                .report(FlowEvent.restricted(
                        plan.tape().next(),
                        begun,
                        crossed ? who.get(0) : "",
                        bond.id(),
                        crossed ? until : begun + 3000 * SECOND));
        plan.after(chance.seconds(30, 2900), () -> {
            bond.press(chance.of(who), chance.sign(), chance.lots(1, 5));
            // A list that binds the firm binds whoever else of the firm happens to trade.
            List<List<String>> bound = crossed ? List.of(who) : List.of(who, List.of("DESK/1"), List.of("EMPLOYEE/1"));
            plan.label(DetectorKind.RESTRICTED_LIST, bound, bond, begun, begun + 3000 * SECOND);
        });
    }

    void personal(SimulatedBond bond) {
        List<String> who = plan.owner(AccountKind.PERSONAL);
        String account = who.get(0);
        long begun = plan.now();
        boolean uncleared = chance.happens(0.5);
        if (!uncleared) {
            clear(bond, account, 1);
            bond.press(account, 1, 1e5);
            plan.after(chance.seconds(600, 3600), () -> clear(bond, account, -1));
        }
        plan.after(chance.seconds(3700, 5000), () -> {
            bond.press(account, -1, 1e5);
            plan.label(DetectorKind.PERSONAL_ACCOUNT, List.of(who), bond, begun, plan.now());
        });
    }

    private void clear(SimulatedBond bond, String account, int sign) {
        plan.market()
                .report(FlowEvent.cleared(
                        plan.tape().next(), plan.now(), account, bond.id(), sign, plan.now() + MarketSimulator.DAY));
    }

    /** Trades all day, waits to see how each turns out, and gives the good ones to one account. */
    void cherryPick(SimulatedBond bond) {
        List<String> favoured = plan.owner(AccountKind.CLIENT);
        List<String> others = plan.owner(AccountKind.CLIENT);
        List<String> desk = plan.owner(AccountKind.CLIENT);
        int trades = chance.between(32, 70);
        double honesty = chance.between(0, 0.08);
        long begun = plan.now();
        Outcome outcome = new Outcome();
        for (int i = 0; i < trades; i++) {
            plan.after(20_000 * SECOND / trades * i, () -> pick(bond, favoured, others, desk, honesty, outcome));
        }
        // A day on which nearly all turn out alike leaves nothing to pick from: then it trades on.
        for (int i = 0; i < MOST_MORE; i++) {
            plan.after((20_000 + 60L * i) * SECOND, () -> {
                if (Math.min(outcome.winners, outcome.losers) < ENOUGH) {
                    pick(bond, favoured, others, desk, honesty, outcome);
                }
            });
        }
        plan.after(
                26_500 * SECOND,
                () -> plan.label(DetectorKind.LATE_ALLOCATION, List.of(favoured), bond, begun, plan.now()));
    }

    private static final class Outcome {
        private int winners;
        private int losers;
    }

    private void pick(
            SimulatedBond bond,
            List<String> favoured,
            List<String> others,
            List<String> desk,
            double honesty,
            Outcome outcome) {
        int sign = chance.sign();
        double size = chance.lots(1, 3);
        double price = bond.press(desk.get(0), sign, size, 0);
        long executed = plan.now();
        String id = plan.tape().orderId();
        plan.after(chance.seconds(1000, 3500), () -> {
            boolean winner = sign * (bond.value - price) > 0;
            outcome.winners += winner ? 1 : 0;
            outcome.losers += winner ? 0 : 1;
            boolean own = chance.happens(honesty) ? chance.happens(0.5) : winner;
            plan.market()
                    .report(FlowEvent.allocated(
                            plan.tape().next(),
                            plan.now(),
                            chance.of(own ? favoured : others),
                            bond.id(),
                            id,
                            sign,
                            price,
                            size,
                            desk.get(0),
                            executed));
        });
    }
}
