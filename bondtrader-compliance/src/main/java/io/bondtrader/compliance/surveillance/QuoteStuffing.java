package io.bondtrader.compliance.surveillance;

import java.util.HashMap;
import java.util.Map;

/**
 * More messages of one owner within a second than nearly every second of the venue's history, with nearly every order
 * withdrawn before anybody could trade with it.
 *
 * <p>Source: Delegated Regulation (EU) 2016/522, Annex II, Section 1, "quote stuffing"; levels are house choices.
 */
final class QuoteStuffing extends Detector {

    private static final long SECOND = 1_000_000_000L;
    private static final int FEWEST_MESSAGES = 20;
    private static final int ENOUGH_SECONDS = 1000;

    private double messages;
    private double quantile;
    private double fastShare;
    private long fast;

    QuoteStuffing(RuleVersion rule) {
        super(DetectorKind.QUOTE_STUFFING, rule, FlowKind.NEW, FlowKind.AMEND, FlowKind.CANCEL);
    }

    /** An owner's messages of the last second: the leaf of each, with its kind and, of a withdrawal, the order's age. */
    private static final class Burst {
        private final Times entered = new Times();
        private final Times amended = new Times();
        private final Times withdrawn = new Times();
    }

    /** How many messages a second a venue had, by seconds that had any. */
    private static final class Rate {
        /** Bin b holds seconds of at most 2^(b/4) messages. */
        private final long[] bins = new long[64];

        private long seconds;
        private long second = Long.MIN_VALUE;
        private int count;

        void message(long now) {
            long current = Math.floorDiv(now, SECOND);
            if (current != second) {
                if (count > 0) {
                    bins[bin(count)]++;
                    seconds++;
                }
                second = current;
                count = 0;
            }
            count++;
        }

        private static int bin(int count) {
            int octave = 31 - Integer.numberOfLeadingZeros(count);
            int quarter = (int) ((4 * (count - (1L << octave))) >> octave);
            return Math.min(63, 4 * octave + quarter);
        }

        /** The upper end of the bin in which the quantile lies; 0 while history is short. */
        double quantile(double share) {
            if (seconds < ENOUGH_SECONDS) {
                return 0;
            }
            long below = 0;
            for (int b = 0; b < bins.length; b++) {
                below += bins[b];
                if (below >= share * seconds) {
                    double octave = 1L << (b / 4);
                    return octave + octave * (b % 4 + 1) / 4;
                }
            }
            return Double.MAX_VALUE;
        }
    }

    @Override
    void load() {
        messages = value("messagesPerSecond");
        quantile = value("historyQuantile");
        fastShare = value("fastCancelShare");
        fast = (long) (value("fastCancelMillis") * 1e6);
    }

    @Override
    void on(Scene scene) {
        FlowEvent event = scene.event();
        Activity who = scene.activity();
        Rate rate = rates(scene.instrument()).computeIfAbsent(event.venue(), venue -> new Rate());
        rate.message(event.timeNanos());
        Burst burst = (Burst) who.memory[slot()];
        if (burst == null) {
            burst = new Burst();
            who.memory[slot()] = burst;
        }
        long from = event.timeNanos() - SECOND;
        LiveOrder order = scene.order();
        switch (event.kind()) {
            case NEW -> burst.entered.add(event.timeNanos(), event.index());
            case AMEND -> burst.amended.add(event.timeNanos(), event.index());
            default ->
                burst.withdrawn.add(
                        event.timeNanos(), order == null ? Long.MAX_VALUE : event.timeNanos() - order.enteredNanos);
        }
        burst.entered.forgetUpTo(from);
        burst.amended.forgetUpTo(from);
        burst.withdrawn.forgetUpTo(from);
        int count = burst.entered.size() + burst.amended.size() + burst.withdrawn.size();
        if (event.kind() == FlowKind.CANCEL && count >= Math.max(FEWEST_MESSAGES, messages)) {
            look(scene, burst, count, rate);
        }
    }

    private void look(Scene scene, Burst burst, int count, Rate rate) {
        Activity who = scene.activity();
        if (!scene.opens(this, who)) {
            return;
        }
        double share = (double) burst.withdrawn.countAtMost(fast) / Math.max(1, burst.entered.size());
        double usual = rate.quantile(quantile);
        if (count < usual || share < fastShare) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .since(burst.entered.size() > 0 ? burst.entered.time(0) : scene.now())
                .atLeast("messagesPerSecond", count)
                .atLeast("historyQuantile", count, usual)
                .atLeast("fastCancelShare", share);
        for (int i = 0; i < burst.entered.size(); i++) {
            evidence.event(burst.entered.value(i));
        }
        scene.alert(evidence);
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Map<String, Rate> rates(InstrumentFlow instrument) {
        Object known = instrument.memory[slot()];
        if (known == null) {
            known = new HashMap<String, Rate>();
            instrument.memory[slot()] = known;
        }
        return (Map<String, Rate>) known;
    }

    /** A burst is a matter of a second. */
    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        instrument.byOwner.values().forEach(who -> who.memory[slot()] = null);
    }

    @Override
    int kept(InstrumentFlow instrument) {
        return rates(instrument).size() * 64;
    }
}
