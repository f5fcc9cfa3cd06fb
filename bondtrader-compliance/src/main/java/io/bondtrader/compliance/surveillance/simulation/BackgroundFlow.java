package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.AccountKind;
import io.bondtrader.compliance.surveillance.FlowEvent;
import java.util.ArrayList;
import java.util.List;

/** The honest flow of one instrument: everything here looks a little like abuse and is none. */
final class BackgroundFlow {

    private static final long SECOND = 1_000_000_000L;
    private static final int INVESTORS = 16;

    private final MarketSimulator market;
    private final SimulatedBond bond;
    private final Tape tape;
    private final Agenda agenda;
    private final Chance chance;
    private final double activity;
    private final List<String> makers = new ArrayList<>();
    private final List<String> investors = new ArrayList<>();
    private final List<String> informed = new ArrayList<>();
    private final List<String> funds = new ArrayList<>();
    private final String desk;
    private final String employee;
    private long close;

    BackgroundFlow(MarketSimulator market, SimulatedBond bond, Chance chance, double activity) {
        this.market = market;
        this.bond = bond;
        this.tape = market.tape();
        this.agenda = tape.agenda;
        this.chance = chance;
        this.activity = activity;
        for (int i = 1; i <= 3; i++) {
            makers.addAll(market.owner("MAKER" + i, AccountKind.CLIENT, 1));
            informed.addAll(market.owner("INFORMED" + i, AccountKind.CLIENT, 1));
            funds.addAll(market.owner("INDEX" + i, AccountKind.CLIENT, 1));
        }
        for (int i = 1; i <= INVESTORS; i++) {
            investors.addAll(market.owner("INVESTOR" + i, AccountKind.CLIENT, 1 + i % 3));
        }
        bond.counterparties(this::other);
        desk = market.owner("DESK", AccountKind.HOUSE, 1).get(0);
        employee = market.owner("EMPLOYEE", AccountKind.PERSONAL, 1).get(0);
    }

    /** Plans a day; {@code quiet} leaves out what would drown a planted episode at the fix. */
    void plan(long midnight, boolean quiet) {
        long open = midnight + MarketSimulator.OPEN;
        agenda.at(open, () -> close = midnight + MarketSimulator.CLOSE);
        for (int i = 0; i < makers.size(); i++) {
            String maker = makers.get(i);
            int levels = i == 0 ? 3 : 1;
            agenda.at(open + i * SECOND, () -> make(maker, levels, new ArrayList<>()));
        }
        repeat(open + SECOND, 75, bond::tick);
        repeat(open + 60 * SECOND, 420, this::passive);
        repeat(open + 60 * SECOND, 500, this::aggressive);
        repeat(open + 60 * SECOND, 3000, this::requestForQuotes);
        repeat(open + 60 * SECOND, 9000, this::iceberg);
        repeat(open + 60 * SECOND, 11_000, this::children);
        repeat(open + 60 * SECOND, 9000, this::believe);
        if (!bond.id().equals(market.future().id())) {
            long until = quiet ? midnight + MarketSimulator.FIX - 2000 * SECOND : Long.MAX_VALUE;
            repeat(open + 60 * SECOND, 9000, () -> facilitate(until));
            repeat(open + 60 * SECOND, 12_000, this::block);
        }
        agenda.at(midnight + MarketSimulator.FIX - 900 * SECOND, bond::startFix);
        agenda.at(midnight + MarketSimulator.FIX, bond::fix);
        if (!quiet) {
            agenda.at(midnight + MarketSimulator.FIX - 900 * SECOND, this::rebalance);
        }
        agenda.at(open + chance.seconds(100, 20_000), this::bookkeeping);
        if (chance.happens(0.06) && !quiet) {
            agenda.at(open + chance.seconds(3000, 20_000), this::news);
        }
    }

    private void repeat(long from, double meanSeconds, Runnable action) {
        agenda.at(from + chance.waiting(meanSeconds / activity), () -> {
            if (agenda.now() < close) {
                action.run();
                repeat(agenda.now(), meanSeconds, action);
            }
        });
    }

    /** A maker of markets replaces all its quotes: every minute or two, and at once when one of them traded. */
    private void make(String maker, int levels, List<Resting> before) {
        before.forEach(bond::cancel);
        bond.makers.removeAll(before);
        if (agenda.now() >= close) {
            return;
        }
        List<Resting> quotes = new ArrayList<>();
        double skew = bond.halfSpread * chance.between(-0.25, 0.25);
        double size = chance.lots(2, 8);
        for (int level = 0; level < levels; level++) {
            double away = bond.halfSpread * (chance.between(0.8, 1.1) + 0.8 * level);
            quotes.add(bond.enter(maker, "CLOB", 1, bond.value + skew - away, size));
            quotes.add(bond.enter(maker, "CLOB", -1, bond.value + skew + away, size * chance.between(0.8, 1.2)));
        }
        bond.makers.addAll(quotes);
        watch(maker, levels, quotes, agenda.now() + chance.waiting(500 / activity) + 20 * SECOND);
    }

    private void watch(String maker, int levels, List<Resting> quotes, long until) {
        agenda.after(Math.min(until - agenda.now(), chance.seconds(2, 30)), () -> {
            boolean hit = quotes.stream().anyMatch(order -> order.ended);
            if (hit || agenda.now() >= until || agenda.now() >= close) {
                make(maker, levels, quotes);
            } else {
                watch(maker, levels, quotes, until);
            }
        });
    }

    private void passive() {
        String who = chance.of(investors);
        int sign = side(who);
        double away = bond.halfSpread * chance.logBetween(0.3, 8);
        Resting order = bond.enter(who, "CLOB", sign, bond.value - sign * away, chance.lots(1, 10));
        long until = agenda.now() + chance.waiting(900);
        bond.rest(order);
        rest(order, until);
    }

    /** Trades when the market comes to it, is amended now and then, and is withdrawn in the end. */
    private void rest(Resting order, long until) {
        agenda.after(chance.waiting(60), () -> {
            if (order.ended) {
                return;
            }
            if (agenda.now() >= until || agenda.now() >= close) {
                bond.cancel(order);
            } else {
                if (chance.happens(0.15)) {
                    bond.amend(order, order.price + 0.3 * (bond.value - order.price), order.open);
                }
                rest(order, until);
            }
        });
    }

    /** An investor mostly buys or mostly sells on a day, and now and then does the other. */
    private int side(String who) {
        int mostly = ((who.hashCode() ^ (int) (close / MarketSimulator.DAY)) * 0x9e3779b9) < 0 ? 1 : -1;
        return chance.happens(0.85) ? mostly : -mostly;
    }

    private String other(String account) {
        String other = chance.of(investors);
        String owner = account.substring(0, account.indexOf('/') + 1);
        return other.startsWith(owner) ? makers.get(0) : other;
    }

    private void aggressive() {
        String who = chance.of(investors);
        bond.take(who, side(who), chance.lots(1, 5));
    }

    /** A client asks several dealers; one trades, the other quotes expire. */
    private void requestForQuotes() {
        int sign = chance.sign();
        double size = chance.lots(1, 12);
        List<Resting> quotes = new ArrayList<>();
        for (String maker : makers) {
            double away = bond.halfSpread * chance.between(0.5, 1.3);
            quotes.add(bond.enter(maker, "RFQ", -sign, bond.value + sign * away, size));
        }
        String client = chance.of(investors);
        agenda.after(chance.seconds(3, 40), () -> {
            if (chance.happens(0.7)) {
                Resting best = quotes.get(0);
                for (Resting quote : quotes) {
                    best = sign * (quote.price - best.price) < 0 ? quote : best;
                }
                // Nobody trades on a quote that the market has left behind.
                if (Math.abs(best.price - bond.value) <= 2 * bond.halfSpread) {
                    bond.trade(bond.enter(client, "RFQ", sign, best.price, size), best, best.price, size);
                }
            }
        });
        agenda.after(chance.seconds(45, 120), () -> quotes.forEach(bond::cancel));
    }

    /** Shows a slice at a time at the best price; each that trades is followed by the next. */
    private void iceberg() {
        String who = chance.of(investors);
        slice(who, side(who), chance.lots(1, 3), chance.between(3, 9));
    }

    private void slice(String who, int sign, double size, int left) {
        Resting order = bond.enter(who, "CLOB", sign, bond.value - sign * bond.halfSpread, size);
        agenda.after(chance.waiting(50), () -> {
            boolean atMarket = Math.abs(order.price - bond.value) <= 1.5 * bond.halfSpread;
            if (left > 0 && agenda.now() < close && !atMarket) {
                bond.cancel(order);
                slice(who, sign, size, left - 1);
            } else if (left > 0 && agenda.now() < close && chance.happens(0.9)) {
                Resting taker = bond.enter(other(who), "CLOB", -sign, order.price, size);
                bond.trade(taker, order, order.price, size);
                agenda.after(chance.seconds(0.01, 0.5), () -> slice(who, sign, size, left - 1));
            } else {
                bond.cancel(order);
            }
        });
    }

    /** A parent order in children of equal size, one every few minutes. */
    private void children() {
        String who = chance.of(investors);
        child(who, side(who), chance.lots(1, 2), chance.seconds(60, 240), chance.between(6, 20));
    }

    private void child(String who, int sign, double size, long every, int left) {
        if (left > 0 && agenda.now() < close) {
            bond.take(who, sign, size);
            agenda.after(every, () -> child(who, sign, size, every, left - 1));
        }
    }

    /** A dealer fills a client's large order from its own book and hedges afterwards. */
    private void facilitate(long until) {
        if (agenda.now() > until) {
            return;
        }
        int sign = chance.sign();
        double size = Math.rint(chance.between(0.03, 0.2) * bond.volume / 1e6) * 1e6;
        String client = chance.of(investors);
        Resting order = bond.enter(client, "VOICE", sign, bond.value + sign * bond.halfSpread, size);
        market.report(FlowEvent.clientOrder(tape.next(), tape.now(), client, bond.id(), order.id, sign, size, desk));
        agenda.after(chance.seconds(60, 900), () -> {
            double price = bond.value + sign * bond.halfSpread * chance.between(0.8, 1.5);
            bond.trade(order, bond.enter(desk, "VOICE", -sign, price, size), price, size);
            agenda.after(chance.seconds(20, 300), () -> hedge(sign, size / 4, 4));
        });
    }

    private void hedge(int sign, double size, int left) {
        if (left > 0 && agenda.now() < close) {
            boolean inFuture = !bond.terms.related().isEmpty() && left % 2 == 0;
            (inFuture ? market.future() : bond).take(desk, sign, size);
            agenda.after(chance.seconds(30, 400), () -> hedge(sign, size, left - 1));
        }
    }

    /** An informed agent trades several times towards where it believes the price will go; it is right two times in three. */
    private void believe() {
        String who = chance.of(informed);
        int sign = chance.sign();
        int drift = chance.happens(0.67) ? sign : -sign;
        step(who, sign, drift, chance.between(3, 7));
    }

    private void step(String who, int sign, int drift, int left) {
        if (left > 0 && agenda.now() < close) {
            bond.take(who, sign, chance.lots(1, 4));
            bond.move(drift * bond.halfSpread * chance.between(0.1, 0.5));
            agenda.after(chance.seconds(60, 400), () -> step(who, sign, drift, left - 1));
        }
    }

    /** A desk trades a block and allocates it in equal parts, mostly at once. */
    private void block() {
        int sign = chance.sign();
        double size = 4e6 * chance.between(1, 4);
        String house = "MANAGER/1";
        market.owner("MANAGER", AccountKind.CLIENT, 1);
        double price = bond.take(house, sign, size);
        String id = tape.orderId();
        long executed = tape.now();
        long delay = chance.happens(0.8) ? chance.seconds(20, 600) : chance.seconds(600, 3600);
        agenda.after(delay, () -> {
            for (int fund = 1; fund <= 4; fund++) {
                String account =
                        market.owner("FUND" + fund, AccountKind.CLIENT, 1).get(0);
                market.report(FlowEvent.allocated(
                        tape.next(), tape.now(), account, bond.id(), id, sign, price, size / 4, house, executed));
            }
        });
    }

    /** Index funds trade the same way before the fix; the price goes with them and stays. */
    private void rebalance() {
        if (!chance.happens(0.25)) {
            return;
        }
        int sign = chance.sign();
        double impact = bond.dailyDeviation * chance.between(0.02, 0.25);
        for (String fund : funds) {
            double share = chance.between(0.05, 0.5);
            int parts = chance.between(2, 5);
            for (int i = 0; i < parts; i++) {
                agenda.after(
                        chance.seconds(5, 880),
                        () -> bond.take(fund, sign, Math.rint(10 * share) * 1e6 + 1e6, impact * share / parts));
            }
        }
    }

    /** Positions, restrictions that bind nobody who trades, and a personal trade that was cleared. */
    private void bookkeeping() {
        double outstanding = bond.terms.outstanding();
        for (int i = 0; i < 3; i++) {
            position(chance.of(investors), outstanding * chance.between(0.001, 0.1), 0, chance.between(0, 60));
        }
        position("CENTRALBANK", outstanding * chance.between(0.3, 0.45), 0, chance.between(-5, 15));
        position("LENDER", outstanding * chance.between(0.1, 0.2), outstanding * 0.05, chance.between(0, 80));
        if (chance.happens(0.05)) {
            long until = tape.now() + chance.seconds(3600, 20_000);
            market.report(FlowEvent.restricted(tape.next(), tape.now(), "ADVISER", bond.id(), until));
        }
        if (chance.happens(0.02)) {
            market.report(FlowEvent.cleared(
                    tape.next(), tape.now(), employee, bond.id(), 1, tape.now() + MarketSimulator.DAY));
            agenda.after(chance.seconds(600, 3000), () -> bond.take(employee, 1, 1e5));
        }
    }

    private void position(String account, double holding, double repo, double specialness) {
        market.report(FlowEvent.position(tape.next(), tape.now(), account, bond.id(), holding, repo, specialness));
    }

    /** News that nobody traded on beforehand. */
    private void news() {
        market.report(FlowEvent.announced(tape.next(), tape.now(), bond.id()));
        double jump = bond.meanDailyMove * 2 * chance.normal();
        for (int i = 0; i < 5; i++) {
            agenda.after(chance.seconds(10, 600), () -> bond.move(jump / 5));
        }
    }
}
