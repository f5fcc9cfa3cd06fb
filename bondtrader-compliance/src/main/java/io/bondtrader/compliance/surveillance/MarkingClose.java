package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The price moves into the fix as it hardly ever does, one owner's trades alone moved it further than it usually goes, and
 * by the next open that is gone. Found at the next open. A large order of an index fund moves the price as well, but the price stays.
 *
 * <p>Source: Comerton-Forde and Putniņš 2011, "Measuring closing price manipulation", Journal of Financial Intermediation 20,
 * for move, reversal and activity; the levels are house choices.
 */
final class MarkingClose extends Detector {

    private static final int DAYS = 60;
    private static final int MOST_FILLS = 1024;

    private long window;
    private double historyDays;
    private double quantile;
    private double multiple;
    private double reversed;
    private double share;

    MarkingClose(RuleVersion rule) {
        super(DetectorKind.MARKING_CLOSE, rule, FlowKind.QUOTE, FlowKind.FILL);
    }

    /** The fixes of an instrument. */
    private static final class Fixes {
        private final double[] moves = new double[DAYS];
        private int days;
        private double before;
        private double atFix;
        private boolean awaited;
        private final Recent<Fill> fills = new Recent<>(MOST_FILLS);
    }

    @Override
    void load() {
        window = nanos("windowSeconds");
        historyDays = value("historyDays");
        quantile = value("historyQuantile");
        multiple = value("medianMultiple");
        reversed = value("reversedShare");
        share = value("volumeShare");
    }

    @Override
    void on(Scene scene) {
        InstrumentFlow instrument = scene.instrument();
        Fixes fixes = (Fixes) instrument.memory[slot()];
        if (fixes == null) {
            fixes = new Fixes();
            instrument.memory[slot()] = fixes;
        }
        long fix = instrument.terms.fixSecondOfDay() * InstrumentFlow.SECOND;
        long time = Math.floorMod(scene.now(), InstrumentFlow.DAY);
        if (scene.event().kind() == FlowKind.FILL) {
            if (time >= fix - window && time <= fix) {
                fixes.fills.add(scene.now(), scene.fill());
            }
            return;
        }
        if (fixes.awaited) {
            look(scene, fixes);
        }
        if (time < fix - window || fixes.before == 0) { // 0 is "not known yet"
            fixes.before = instrument.mid;
        }
        if (time <= fix) {
            fixes.atFix = instrument.mid;
        }
    }

    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        Fixes fixes = (Fixes) instrument.memory[slot()];
        if (fixes != null) {
            fixes.awaited = true;
        }
    }

    /** The first quote of the next day tells what was left of the move. */
    private void look(Scene scene, Fixes fixes) {
        InstrumentFlow instrument = scene.instrument();
        double move = (fixes.atFix - fixes.before) / fixes.before;
        int direction = move > 0 ? 1 : -1;
        double back = direction * (fixes.atFix - instrument.mid);
        int known = Math.min(fixes.days, DAYS);
        double[] history = Arrays.copyOf(fixes.moves, known);
        Arrays.sort(history);
        double median = known == 0 ? 0 : history[known / 2];
        double usual = known == 0 ? 0 : history[Math.min(known, Math.max(1, (int) Math.ceil(quantile * known))) - 1];
        double size = Math.abs(move);
        boolean odd = known >= historyDays && median > 0 && size > usual;
        if (odd && back > 0) {
            blame(scene, fixes, new Move(direction, size, usual, median * fixes.before, back));
        }
        fixes.moves[fixes.days % DAYS] = size;
        fixes.days++;
        fixes.awaited = false;
        fixes.before = 0;
        fixes.fills.forgetBefore(Long.MAX_VALUE);
    }

    /** A move into the fix beside those of other days, what is usual as a price, and how much was gone by the next open. */
    private record Move(int direction, double size, double usual, double median, double back) {}

    private void blame(Scene scene, Fixes fixes, Move move) {
        TreeMap<String, List<Fill>> byOwner = new TreeMap<>();
        for (int i = 0; i < fixes.fills.size(); i++) {
            Fill fill = fixes.fills.get(i);
            if (fill.sign() == move.direction() && fill.event.aggressive()) {
                byOwner.computeIfAbsent(fill.activity.owner, owner -> new ArrayList<>())
                        .add(fill);
            }
        }
        for (List<Fill> fills : byOwner.values()) {
            Activity who = fills.get(0).activity;
            double part = fills.stream().mapToDouble(Fill::size).sum() / volume(fixes, fills);
            double own = fills.stream().mapToDouble(Fill::impact).sum();
            if (part < share
                    || own < multiple * move.median()
                    || move.back() < reversed * own
                    || !scene.opens(this, who)) {
                continue;
            }
            Evidence evidence = scene.evidence(this, who)
                    .since(fills.get(0).time())
                    .atLeast("historyDays", Math.min(fixes.days, DAYS))
                    .atLeast("historyQuantile", move.size(), move.usual())
                    .atLeast("medianMultiple", own / move.median())
                    .atLeast("reversedShare", move.back() / own)
                    .atLeast("volumeShare", part);
            fills.forEach(fill -> evidence.event(fill.event.index()));
            scene.alert(evidence);
        }
    }

    /** The volume of the window on the venues of an owner's fills: a block that was talked over moves no book. */
    private static double volume(Fixes fixes, List<Fill> own) {
        Set<String> venues = new HashSet<>();
        own.forEach(fill -> venues.add(fill.event.venue()));
        double sum = 0;
        for (int i = 0; i < fixes.fills.size(); i++) {
            Fill fill = fixes.fills.get(i);
            sum += venues.contains(fill.event.venue()) ? 0.5 * fill.size() : 0; // a trade is two fills
        }
        return sum;
    }

    @Override
    int kept(InstrumentFlow instrument) {
        Fixes fixes = (Fixes) instrument.memory[slot()];
        return fixes == null ? 0 : DAYS + fixes.fills.size();
    }
}
