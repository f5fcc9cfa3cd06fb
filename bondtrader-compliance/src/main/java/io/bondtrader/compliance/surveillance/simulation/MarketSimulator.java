package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.AccountKind;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.InstrumentTerms;
import io.bondtrader.compliance.surveillance.MarketReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Simulates markets in bonds and a future: makers of markets that quote again and again, zero-intelligence and informed
 * agents, requests for quotes that expire, icebergs, orders cut into children, dealers that hedge what clients did, index
 * funds at the fix, and, if wanted, planted abuse. The same settings and seed give the same flow on every machine.
 *
 * <p>Source: zero-intelligence agents after Gode and Sunder 1993; informed agents that trade on a belief of where the price
 * goes in the manner of Wang, Hoang, Vorobeychik and Wellman 2021. It makes flow to measure detectors by, not prices to
 * trade on: volatility is constant and impact is linear.
 */
public final class MarketSimulator {

    static final long DAY = 86_400_000_000_000L;
    static final long OPEN = 8 * 3_600_000_000_000L;
    static final long FIX = 58_500_000_000_000L;
    static final long CLOSE = OPEN + SimulatedBond.SESSION_SECONDS * 1_000_000_000L;

    private final SimulationSettings settings;
    private final long seed;
    private final Tape tape = new Tape();
    private final Chance chance;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, AccountKind> kinds = new HashMap<>();
    private final List<SimulatedBond> bonds = new ArrayList<>();
    private final SimulatedBond future;

    private MarketSimulator(SimulationSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
        this.chance = new Chance(seed);
        future = instrument("FUTURE", "");
        for (int i = 1; i <= settings.bonds(); i++) {
            bonds.add(instrument("BOND" + i, i % 2 == 0 ? "FUTURE" : ""));
        }
    }

    /**
     * Runs a simulation.
     *
     * @param settings how large
     * @param seed from which seed
     * @return the flow with what was planted
     */
    public static SimulatedMarket run(SimulationSettings settings, long seed) {
        return new MarketSimulator(settings, seed).run();
    }

    private SimulatedMarket run() {
        List<PlantedEpisode> episodes = new ArrayList<>();
        PlantedAbuse abuse = new PlantedAbuse(this, chance.split(), episodes);
        if (settings.episodes() > 0) {
            abuse.plan(settings);
        }
        long first = settings.start().toEpochDay() * DAY;
        for (SimulatedBond bond : allInstruments()) {
            BackgroundFlow flow = new BackgroundFlow(this, bond, chance.split(), settings.activity());
            for (int day = 0; day < settings.days(); day++) {
                long midnight = first + day * DAY;
                tape.agenda.at(midnight + OPEN - 1_000_000_000L, bond::startDay);
                flow.plan(midnight, abuse.disturbs(bond, midnight));
            }
        }
        tape.agenda.run();
        List<InstrumentTerms> terms =
                allInstruments().stream().map(bond -> bond.terms).toList();
        return new SimulatedMarket(seed, MarketReference.of(owners, kinds, terms), tape.events(), episodes);
    }

    private SimulatedBond instrument(String id, String related) {
        double volume = 1e6 * Math.rint(chance.logBetween(300, 900));
        double outstanding = 1e6 * Math.rint(chance.logBetween(3000, 20_000));
        InstrumentTerms terms =
                new InstrumentTerms(id, "ISSUER-" + id, "", volume, outstanding, (int) (FIX / 1_000_000_000L), related);
        return new SimulatedBond(terms, tape, chance.split(), chance.between(75, 125));
    }

    List<SimulatedBond> bonds() {
        return bonds;
    }

    SimulatedBond future() {
        return future;
    }

    Tape tape() {
        return tape;
    }

    private List<SimulatedBond> allInstruments() {
        List<SimulatedBond> all = new ArrayList<>(bonds);
        all.add(future);
        return all;
    }

    /** An owner with so many accounts. */
    List<String> owner(String name, AccountKind kind, int accounts) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= accounts; i++) {
            String account = name + "/" + i;
            owners.put(account, name);
            names.add(account);
        }
        if (kind != AccountKind.CLIENT) {
            kinds.put(name, kind);
        }
        return names;
    }

    void report(FlowEvent event) {
        tape.add(event);
    }
}
