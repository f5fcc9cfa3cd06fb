package io.bondtrader.compliance.report.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags executions by their modified z-score, 0.6745 (slippage - median) / MAD, within the class of the bond. Source: B.
 * Iglewicz and D. C. Hoaglin, 1993 (recalled). Where more than half of a class are alike the MAD is zero, and whatever differs
 * is flagged.
 */
final class Outliers {

    private static final double NORMAL = 0.6745;

    private Outliers() {}

    static List<FillQuality> flag(List<FillQuality> fills, ExecutionQualitySettings settings) {
        Map<String, List<Double>> classes = new HashMap<>();
        for (FillQuality fill : fills) {
            classes.computeIfAbsent(fill.order().instrumentClass(), none -> new ArrayList<>())
                    .add(fill.arrivalBp().doubleValue());
        }
        List<FillQuality> flagged = new ArrayList<>();
        for (FillQuality fill : fills) {
            List<Double> slippages = classes.getOrDefault(fill.order().instrumentClass(), List.of());
            boolean far = slippages.size() >= settings.outlierLeast()
                    && far(fill.arrivalBp().doubleValue(), slippages, settings.outlierScore());
            flagged.add(far ? fill.flagged() : fill);
        }
        return flagged;
    }

    private static boolean far(double slippage, List<Double> all, double score) {
        double[] values = all.stream().mapToDouble(Double::doubleValue).toArray();
        double median = median(values);
        double[] deviations =
                Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        double distance = NORMAL * Math.abs(slippage - median);
        return distance > 0 && distance >= score * median(deviations);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
