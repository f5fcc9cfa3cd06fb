package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.AccountKind;
import io.bondtrader.compliance.surveillance.DetectorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plants episodes: each on a day of its own in its instrument, by owners of its own, with sizes and times drawn from wide
 * ranges.
 */
final class PlantedAbuse {

    private static final long SECOND = 1_000_000_000L;

    /** A small market has fewer days than episodes: then some share a day. */
    private static final int MOST_TRIES = 500;

    private final MarketSimulator market;
    private final Chance chance;
    private final List<PlantedEpisode> episodes;
    private final Set<String> taken = new HashSet<>();
    /** The days on which the future is pushed, and the instruments and days of what insiders know. */
    private final Set<Long> pushed = new HashSet<>();

    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> names = new HashMap<>();

    PlantedAbuse(MarketSimulator market, Chance chance, List<PlantedEpisode> episodes) {
        this.market = market;
        this.chance = chance;
        this.episodes = episodes;
    }

    void plan(SimulationSettings settings) {
        long first = settings.start().toEpochDay();
        OrderAbuse orders = new OrderAbuse(this);
        TradeAbuse trades = new TradeAbuse(this);
        KnowledgeAbuse knowledge = new KnowledgeAbuse(this);
        for (int i = 0; i < settings.episodes(); i++) {
            for (DetectorKind kind : DetectorKind.values()) {
                int last = settings.days() - 3;
                SimulatedBond bond;
                long day;
                int tries = 0;
                do { // a day of its own, as long as there is one
                    bond = chance.of(kind == DetectorKind.CROSS_PRODUCT ? hedged() : market.bonds());
                    day = first + chance.between(SimulationSettings.HISTORY, last);
                    tries++;
                } while (!free(kind, bond, day) && tries < MOST_TRIES);
                take(kind, bond, day);
                long open = day * MarketSimulator.DAY + MarketSimulator.OPEN;
                plant(kind, bond, open, orders, trades, knowledge);
            }
        }
    }

    /**
     * Whether nothing else is planted there: on that day, in the future that is to be pushed, or, for what somebody knows,
     * where other news would come out between the purchase and the news, since then nobody could say which of the two was known.
     */
    private boolean free(DetectorKind kind, SimulatedBond bond, long day) {
        boolean free = !taken.contains(bond.id() + day);
        if (kind == DetectorKind.CROSS_PRODUCT) {
            free &= !pushed.contains(day);
        }
        if (kind == DetectorKind.INSIDER_DEALING) {
            for (long other = day - KnowledgeAbuse.MOST_DAYS_AHEAD;
                    other <= day + KnowledgeAbuse.MOST_DAYS_AHEAD;
                    other++) {
                free &= !told.contains(bond.id() + other);
            }
        }
        return free;
    }

    private void take(DetectorKind kind, SimulatedBond bond, long day) {
        taken.add(bond.id() + day);
        if (kind == DetectorKind.CROSS_PRODUCT) {
            pushed.add(day);
        }
        if (kind == DetectorKind.INSIDER_DEALING) {
            told.add(bond.id() + day);
        }
    }

    private List<SimulatedBond> hedged() {
        List<SimulatedBond> hedged = market.bonds().stream()
                .filter(bond -> !bond.terms.related().isEmpty())
                .toList();
        return hedged.isEmpty() ? market.bonds() : hedged;
    }

    private void plant(
            DetectorKind kind,
            SimulatedBond bond,
            long open,
            OrderAbuse orders,
            TradeAbuse trades,
            KnowledgeAbuse knowledge) {
        long time = open + chance.seconds(1200, 24_000);
        switch (kind) {
            case SPOOFING_ORDER -> at(time, () -> orders.spoof(bond));
            case SPOOFING_PATTERN -> at(time, () -> orders.spoofAgain(bond));
            case LAYERING -> at(time, () -> orders.layer(bond));
            case QUOTE_STUFFING -> at(time, () -> orders.stuff(bond));
            case ORDER_TO_TRADE -> at(open + chance.seconds(600, 3000), () -> orders.flood(bond));
            case NO_INTENT -> at(time, () -> orders.pretend(bond));
            case WASH_TRADE -> at(time, () -> trades.wash(bond));
            case WASH_MATCHED -> at(time, () -> trades.match(bond));
            case WASH_CYCLE -> at(time, () -> trades.circle(bond));
            case PAINTING_TAPE -> at(time, () -> trades.paint(bond));
            case RAMPING -> at(time, () -> trades.ramp(bond));
            case CROSS_PRODUCT -> at(time, () -> trades.cross(bond, market.future()));
            case MARKING_CLOSE ->
                at(open - MarketSimulator.OPEN + MarketSimulator.FIX - 890 * SECOND, () -> trades.mark(bond));
            case OFF_MARKET -> at(time, () -> trades.offMarket(bond));
            case CONCENTRATION -> at(time, () -> knowledge.squeeze(bond));
            case FRONT_RUNNING -> at(time, () -> knowledge.frontRun(bond));
            case INSIDER_DEALING -> knowledge.insider(bond, open);
            case RESTRICTED_LIST -> at(time, () -> knowledge.restricted(bond));
            case PERSONAL_ACCOUNT -> at(time, () -> knowledge.personal(bond));
            case LATE_ALLOCATION -> at(open + 3600 * SECOND, () -> knowledge.cherryPick(bond));
        }
    }

    /** Whether something is planted in an instrument on a day. */
    boolean disturbs(SimulatedBond bond, long midnight) {
        return taken.contains(bond.id() + midnight / MarketSimulator.DAY);
    }

    Chance chance() {
        return chance;
    }

    Tape tape() {
        return market.tape();
    }

    long now() {
        return market.tape().now();
    }

    void at(long time, Runnable action) {
        market.tape().agenda.at(time, action);
    }

    void after(long nanos, Runnable action) {
        market.tape().agenda.after(nanos, action);
    }

    MarketSimulator market() {
        return market;
    }

    /** The accounts of a new owner. */
    List<String> owner(AccountKind kind) {
        int number = names.merge("owner", 1, Integer::sum);
        return market.owner("SUSPECT" + number, kind, chance.between(1, 3));
    }

    static String ownerOf(List<String> accounts) {
        return accounts.get(0).substring(0, accounts.get(0).indexOf('/'));
    }

    void label(DetectorKind kind, List<String> owner, Set<String> instruments, long from, long to) {
        episodes.add(new PlantedEpisode(kind, Set.of(ownerOf(owner)), instruments, from, to));
    }

    void label(DetectorKind kind, List<List<String>> owners, SimulatedBond bond, long from, long to) {
        Set<String> all = new HashSet<>();
        List<List<String>> copies = new ArrayList<>(owners);
        copies.forEach(accounts -> all.add(ownerOf(accounts)));
        episodes.add(new PlantedEpisode(kind, all, Set.of(bond.id()), from, to));
    }
}
