package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.error.FlowOutOfOrder;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.FlowKind;
import io.bondtrader.core.error.InvalidInput;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Cuts a stream of events into windows of a fixed grid in UTC and measures each subject's features in each window in which
 * it did anything. Windows come out ordered by time and subject, when the first event after them is seen. Memory is that of
 * one window's subjects and of one price for each instrument. For one thread.
 */
public final class FeatureWindows {

    /** The most subjects of one window; the events of further ones are counted and left out. */
    public static final int MOST_SUBJECTS = 100_000;

    private static final long SECOND = 1_000_000_000L;

    private final long windowNanos;
    private final Grouping grouping;
    private final Consumer<FeatureWindow> windows;
    private final TreeMap<String, TradingTally> tallies = new TreeMap<>();
    private final Map<String, Double> prices = new HashMap<>();
    private long startNanos = Long.MIN_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long leftOut;

    /**
     * Begins a stream.
     *
     * @param windowSeconds how long a window is: from a second to a day, and a part of a day
     * @param grouping whose pattern an event belongs to
     * @param windows told of each window
     * @throws InvalidInput if windows of that length do not fill a day
     */
    public FeatureWindows(int windowSeconds, Grouping grouping, Consumer<FeatureWindow> windows) {
        AnomalySettings.requireWindow(windowSeconds);
        this.windowNanos = windowSeconds * SECOND;
        this.grouping = grouping;
        this.windows = windows;
    }

    /**
     * Takes the next event.
     *
     * @param event an event not earlier than the one before
     * @throws FlowOutOfOrder if it is earlier
     */
    public void accept(FlowEvent event) {
        if (event.timeNanos() < lastNanos) {
            throw new FlowOutOfOrder("event " + event.index() + " is earlier than the one before it");
        }
        lastNanos = event.timeNanos();
        long start = Math.floorDiv(event.timeNanos(), windowNanos) * windowNanos;
        if (start != startNanos) {
            finish();
            startNanos = start;
        }
        if (event.kind() == FlowKind.QUOTE) {
            prices.put(event.instrument(), 0.5 * (event.price() + event.otherPrice()));
        } else if (TradingTally.counts(event.kind())) {
            tally(event);
        }
    }

    private void tally(FlowEvent event) {
        if (event.kind() == FlowKind.FILL) {
            prices.putIfAbsent(event.instrument(), event.price());
        }
        String subject = grouping.subjectOf(event);
        if (subject.isEmpty()) {
            return;
        }
        TradingTally tally = tallies.get(subject);
        if (tally == null) {
            if (tallies.size() >= MOST_SUBJECTS) {
                leftOut++;
                return;
            }
            tally = new TradingTally(event.index());
            tallies.put(subject, tally);
        }
        tally.add(event);
    }

    /** Ends the window that is open. An event of the same window that comes later begins another. */
    public void finish() {
        double hour = Math.floorMod(startNanos, 86_400 * SECOND) / (3600.0 * SECOND);
        tallies.forEach((subject, tally) -> windows.accept(FeatureWindow.ofOwned(
                subject, startNanos, tally.firstIndex(), tally.lastIndex(), tally.features(hour, prices))));
        tallies.clear();
    }

    /** {@return how many events were left out because a window had too many subjects} */
    public long leftOut() {
        return leftOut;
    }
}
