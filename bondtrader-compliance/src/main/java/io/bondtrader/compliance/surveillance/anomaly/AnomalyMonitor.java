package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Watches the windows of many subjects, each against its own past, and tells what is unusual. Silent about a subject until
 * it has seen the reference. Deterministic: the same windows give the same alerts. Memory is bounded by subjects times
 * reference windows. For one thread.
 *
 * <p>Single windows are judged by rank, so their rate of false alarms holds for any distribution if windows are
 * exchangeable after the season is taken out. The charts run on normal scores of ranks among finitely many windows; their
 * rate is nominal, and one after the other must be independent.
 */
public final class AnomalyMonitor {

    /** The CUSUMs are made for shifts of one standard deviation. */
    static final double ALLOWANCE = 0.5;

    /** The weight of the newest window in the EWMA. */
    static final double WEIGHT = 0.1;

    private final AnomalySettings settings;
    private final Consumer<AnomalyAlert> alerts;
    private final ChartLimits limits;
    private final Map<String, Subject> subjects = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Begins to watch.
     *
     * @param settings how windows are judged
     * @param alerts told of each alert as it is found
     */
    public AnomalyMonitor(AnomalySettings settings, Consumer<AnomalyAlert> alerts) {
        this.settings = settings;
        this.alerts = alerts;
        double runLength = 1 / settings.part();
        this.limits = new ChartLimits(
                RunLength.cusumLimit(ALLOWANCE, Math.min(1e7, runLength * TradingFeature.values().length)),
                RunLength.ewmaLimit(WEIGHT, Math.min(1e7, runLength)));
    }

    /**
     * Takes the next window.
     *
     * @param window a window of any subject, later than the one before of the same subject
     * @throws io.bondtrader.compliance.error.FlowOutOfOrder if it is not later
     */
    public void accept(FeatureWindow window) {
        Subject subject = subjects.get(window.subject());
        if (subject == null) {
            if (subjects.size() >= settings.subjects()) {
                subjects.remove(subjects.keySet().iterator().next());
            }
            subject = new Subject(settings, limits);
            subjects.put(window.subject(), subject);
        }
        subject.accept(window, alerts);
    }

    /** {@return how many subjects it remembers} */
    public int subjects() {
        return subjects.size();
    }

    /** {@return how many windows it remembers: what its memory is proportional to} */
    public long kept() {
        long kept = 0;
        for (Subject subject : subjects.values()) {
            kept += subject.kept();
        }
        return kept;
    }

    /**
     * Returns whether a subject is known well enough to be judged.
     *
     * @param subject which
     * @return whether its reference is complete
     * @throws InvalidInput if the subject is blank
     */
    public boolean knows(String subject) {
        InvalidInput.unless(!subject.isBlank(), "subject", subject, "not blank");
        // Not get(), which would count as having seen it.
        return subjects.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().equals(subject) && entry.getValue().known());
    }
}
