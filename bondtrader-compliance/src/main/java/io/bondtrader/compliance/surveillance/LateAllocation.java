package io.bondtrader.compliance.surveillance;

import java.util.HashMap;
import java.util.Map;

/**
 * A desk allocates blocks long after their execution, and one account receives the winners more often than chance explains:
 * the chi-square of a table of two by two, that account against all others, winners against losers.
 *
 * <p>Source: Delegated Regulation (EU) 2017/565, Articles 68 and 69, on prompt and fair allocation; Pearson's chi-square with
 * one degree of freedom.
 */
final class LateAllocation extends Detector {

    private static final int MOST = 512;

    private long window;
    private long late;
    private double allocations;
    private double chiSquare;

    LateAllocation(RuleVersion rule) {
        super(DetectorKind.LATE_ALLOCATION, rule, FlowKind.ALLOCATION);
    }

    /** An allocation, and whether it was a winner when it was made. */
    private record Part(FlowEvent event, String receiver, long delay, boolean winner) {}

    @Override
    void load() {
        window = nanos("windowDays") * 86_400;
        late = nanos("lateSeconds");
        allocations = value("allocations");
        chiSquare = value("chiSquare");
    }

    @Override
    void on(Scene scene) {
        FlowEvent event = scene.event();
        InstrumentFlow instrument = scene.instrument();
        String desk = Counterparties.ownerOf(event.counterparty(), scene);
        Recent<Part> parts = parts(instrument).computeIfAbsent(desk, name -> new Recent<>(MOST));
        parts.forgetBefore(scene.now() - window);
        boolean winner = event.sign() * (instrument.mid - event.price()) > 0;
        parts.add(
                scene.now(),
                new Part(event, scene.activity().owner, event.timeNanos() - event.otherTimeNanos(), winner));
        Activity who = scene.activity();
        if (parts.size() >= allocations && scene.opens(this, who)) {
            look(scene, who, desk, parts);
        }
    }

    /** Tests the receiver of this allocation against all others. */
    private void look(Scene scene, Activity who, String desk, Recent<Part> parts) {
        int count = 0;
        int winners = 0;
        int own = 0;
        int ownWinners = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.delay() >= late) {
                boolean mine = part.receiver().equals(who.owner);
                count++;
                own += mine ? 1 : 0;
                winners += part.winner() ? 1 : 0;
                ownWinners += mine && part.winner() ? 1 : 0;
            }
        }
        double statistic =
                chiSquare(ownWinners, own - ownWinners, winners - ownWinners, count - own - winners + ownWinners);
        boolean favoured = ownWinners * (double) (count - own) > (winners - ownWinners) * (double) own;
        if (count < allocations || !favoured || statistic < chiSquare) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .other(desk)
                .atLeast("allocations", count)
                .atLeast("chiSquare", statistic)
                .atLeast("lateSeconds", shortest(parts) / 1e9);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).delay() >= late) {
                evidence.event(parts.get(i).event().index()).since(parts.time(i));
            }
        }
        scene.alert(evidence);
    }

    private long shortest(Recent<Part> parts) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < parts.size(); i++) {
            long delay = parts.get(i).delay();
            shortest = delay >= late ? Math.min(shortest, delay) : shortest;
        }
        return shortest;
    }

    static double chiSquare(double a, double b, double c, double d) {
        double margins = (a + b) * (c + d) * (a + c) * (b + d);
        return margins > 0 ? (a + b + c + d) * (a * d - b * c) * (a * d - b * c) / margins : 0;
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Map<String, Recent<Part>> parts(InstrumentFlow instrument) {
        Object known = instrument.memory[slot()];
        if (known == null) {
            known = new HashMap<String, Recent<Part>>();
            instrument.memory[slot()] = known;
        }
        return (Map<String, Recent<Part>>) known;
    }

    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        if (instrument.memory[slot()] != null) {
            parts(instrument).values().forEach(parts -> parts.forgetBefore(scene.now() - window));
            parts(instrument).values().removeIf(parts -> parts.size() == 0);
        }
    }

    @Override
    int kept(InstrumentFlow instrument) {
        return parts(instrument).size()
                + parts(instrument).values().stream().mapToInt(Recent::size).sum();
    }
}
