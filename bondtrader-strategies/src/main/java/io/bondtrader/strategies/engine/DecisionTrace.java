package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the newest steps of intents, and answers why something was not traded.
 *
 * <p>Safe for use by many threads.
 */
public final class DecisionTrace implements TraceSink {

    private final int most;
    private final ArrayDeque<TraceRecord> steps = new ArrayDeque<>();
    private final EnumMap<Stage, Long> counts = new EnumMap<>(Stage.class);

    private DecisionTrace(int most) {
        this.most = most;
    }

    /**
     * Returns a trace.
     *
     * @param most how many steps it keeps, positive; older ones are dropped
     * @return the trace
     * @throws InvalidInput if it is not positive
     */
    public static DecisionTrace keeping(int most) {
        InvalidInput.unless(most > 0, "most", most, "positive");
        return new DecisionTrace(most);
    }

    @Override
    public synchronized void record(TraceRecord step) {
        if (steps.size() == most) {
            steps.removeFirst();
        }
        steps.addLast(step);
        counts.merge(step.stage(), 1L, Long::sum);
    }

    /** {@return the steps that are kept, oldest first} */
    public synchronized List<TraceRecord> steps() {
        return List.copyOf(steps);
    }

    /** {@return how many steps of each stage there were, those dropped included} */
    public synchronized Map<Stage, Long> counts() {
        return new EnumMap<>(counts);
    }

    /**
     * Returns what became of a strategy's last intent for an instrument.
     *
     * @param strategy whose
     * @param instrument as the intent named it
     * @return its steps from the last {@link Stage#SIGNALLED} on, oldest first; empty if none is kept
     */
    public synchronized List<TraceRecord> why(String strategy, String instrument) {
        List<TraceRecord> found = new ArrayList<>();
        for (TraceRecord step : steps) {
            if (step.strategy().equals(strategy) && step.instrument().equals(instrument)) {
                if (step.stage() == Stage.SIGNALLED) {
                    found.clear();
                }
                found.add(step);
            }
        }
        return found;
    }

    @Override
    public synchronized String toString() {
        return "DecisionTrace" + counts;
    }
}
