package io.bondtrader.risk.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The longest remaining life held. */
final class LongestTracker extends Tracker {

    private final List<NavigableMap<Double, Integer>> lives = new ArrayList<>(); // by look: positions of each life

    LongestTracker(Scope scope) {
        super(scope);
        for (int look = 0; look < Look.COUNT; look++) {
            lives.add(new TreeMap<>());
        }
    }

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {
        int change = (to == 0 ? 0 : 1) - (from == 0 ? 0 : 1);
        if (change != 0) {
            lives.get(look).merge(holding.instrument.maturityYears, change, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    @Override
    double value(int look) {
        NavigableMap<Double, Integer> own = lives.get(look);
        return own.isEmpty() ? 0 : own.lastKey();
    }

    @Override
    double before(int look, Holding holding, int group) {
        return holding.faces[look] == 0 ? 0 : holding.instrument.maturityYears;
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        return to == 0 ? 0 : holding.instrument.maturityYears;
    }

    @Override
    boolean isHeldToReduction() {
        return true;
    }
}
