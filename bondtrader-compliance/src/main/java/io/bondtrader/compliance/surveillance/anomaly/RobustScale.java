package io.bondtrader.compliance.surveillance.anomaly;

import java.util.Arrays;

/** Median and median absolute deviation. */
final class RobustScale {

    /** 1 over the normal distribution's upper quartile: makes the deviation that of a normal distribution. */
    private static final double TO_NORMAL = 1.482602218505602;

    private static final double MEAN_TO_NORMAL = 1.2533141373155003;

    private RobustScale() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }

    /**
     * The scale about a centre; by the mean deviation where more than half of the values are the same, as Iglewicz and
     * Hoaglin 1993, How to Detect and Handle Outliers, do.
     */
    static double scale(double[] values, double centre) {
        double[] deviations = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - centre);
            sum += deviations[i];
        }
        double median = median(deviations);
        return median > 0 ? TO_NORMAL * median : MEAN_TO_NORMAL * sum / values.length;
    }
}
