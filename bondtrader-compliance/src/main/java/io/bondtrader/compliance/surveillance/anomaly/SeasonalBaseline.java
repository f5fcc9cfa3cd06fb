package io.bondtrader.compliance.surveillance.anomaly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a subject does at that hour of that weekday: medians of the window's own slot, or of its hour where the slot was seen
 * too seldom, or of all; deviations in robust scales of what the medians leave over.
 */
final class SeasonalBaseline {

    /** A median of fewer is not used. */
    private static final int FEWEST = 8;

    private static final long HOUR = 3_600_000_000_000L;
    private static final TradingFeature[] FEATURES = TradingFeature.values();

    private final double[] all;
    private final Map<Long, double[]> byHour;
    private final Map<Long, double[]> bySlot;
    private final double[] scales = new double[FEATURES.length];

    private SeasonalBaseline(double[] all, Map<Long, double[]> byHour, Map<Long, double[]> bySlot) {
        this.all = all;
        this.byHour = byHour;
        this.bySlot = bySlot;
    }

    static SeasonalBaseline of(List<FeatureWindow> windows) {
        Map<Long, List<FeatureWindow>> hours = new HashMap<>();
        Map<Long, List<FeatureWindow>> slots = new HashMap<>();
        for (FeatureWindow window : windows) {
            hours.computeIfAbsent(hour(window), hour -> new ArrayList<>()).add(window);
            slots.computeIfAbsent(slot(window), slot -> new ArrayList<>()).add(window);
        }
        SeasonalBaseline baseline = new SeasonalBaseline(medians(windows), medians(hours), medians(slots));
        for (int i = 0; i < FEATURES.length; i++) {
            double[] left = new double[windows.size()];
            for (int j = 0; j < left.length; j++) {
                left[j] = windows.get(j).value(i) - baseline.expected(windows.get(j), i);
            }
            baseline.scales[i] = Math.max(FEATURES[i].resolution(), RobustScale.scale(left, 0));
        }
        return baseline;
    }

    double expected(FeatureWindow window, int feature) {
        if (!FEATURES[feature].seasonal()) {
            return all[feature];
        }
        double[] medians = bySlot.get(slot(window));
        if (medians == null) {
            medians = byHour.getOrDefault(hour(window), all);
        }
        return medians[feature];
    }

    /** Each feature's distance from what was expected, in robust scales. */
    double[] standardise(FeatureWindow window) {
        double[] values = new double[FEATURES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (window.value(i) - expected(window, i)) / scales[i];
        }
        return values;
    }

    private static long hour(FeatureWindow window) {
        return Math.floorMod(Math.floorDiv(window.startNanos(), HOUR), 24L);
    }

    /** Hour of the week. */
    private static long slot(FeatureWindow window) {
        return Math.floorMod(Math.floorDiv(window.startNanos(), HOUR), 7 * 24L);
    }

    private static Map<Long, double[]> medians(Map<Long, List<FeatureWindow>> groups) {
        Map<Long, double[]> medians = new HashMap<>();
        groups.forEach((group, windows) -> {
            if (windows.size() >= FEWEST) {
                medians.put(group, medians(windows));
            }
        });
        return medians;
    }

    private static double[] medians(List<FeatureWindow> windows) {
        double[] medians = new double[FEATURES.length];
        for (int i = 0; i < medians.length; i++) {
            double[] values = new double[windows.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = windows.get(j).value(i);
            }
            medians[i] = RobustScale.median(values);
        }
        return medians;
    }
}
