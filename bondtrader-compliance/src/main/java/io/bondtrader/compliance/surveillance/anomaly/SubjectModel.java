package io.bondtrader.compliance.surveillance.anomaly;

import java.util.Arrays;
import java.util.List;

/**
 * What is usual for one subject. The older half of its windows makes baseline and scatter, the newer half is ranked by them;
 * a new window is then one more of the ranked ones, and the chance that its distance is among the largest is known whatever
 * the distribution: split conformal detection (Laxhammar and Falkman 2010, Conformal prediction for distribution-independent
 * anomaly detection; Vovk, Gammerman and Shafer 2005, section 2.2).
 */
final class SubjectModel {

    private final SeasonalBaseline baseline;
    private final RobustScatter scatter;
    private final double[][] ranked;
    private final double[] distances;

    SubjectModel(List<FeatureWindow> windows) {
        int half = windows.size() / 2;
        List<FeatureWindow> older = windows.subList(0, windows.size() - half);
        List<FeatureWindow> newer = windows.subList(windows.size() - half, windows.size());
        baseline = SeasonalBaseline.of(older);
        scatter = RobustScatter.of(older.stream().map(baseline::standardise).toArray(double[][]::new));
        distances = new double[half];
        ranked = new double[TradingFeature.values().length][half];
        for (int i = 0; i < half; i++) {
            double[] values = baseline.standardise(newer.get(i));
            distances[i] = RobustScatter.sum(scatter.contributions(values));
            for (int feature = 0; feature < values.length; feature++) {
                ranked[feature][i] = values[feature];
            }
        }
        Arrays.sort(distances);
        for (double[] values : ranked) {
            Arrays.sort(values);
        }
    }

    double[] standardise(FeatureWindow window) {
        return baseline.standardise(window);
    }

    double expected(FeatureWindow window, int feature) {
        return baseline.expected(window, feature);
    }

    double[] contributions(double[] values) {
        return scatter.contributions(values);
    }

    /** The chance of a distance as large as this, counting the window itself. */
    double chance(double distance) {
        return (distances.length - first(distances, distance) + 1.0) / (distances.length + 1.0);
    }

    /** The place of a feature's value among the ranked ones; the middle of its equals. From 0.5/n+1 up to 1 less that. */
    double place(int feature, double value) {
        return place(ranked[feature], value);
    }

    double placeOfDistance(double distance) {
        return place(distances, distance);
    }

    private static double place(double[] sorted, double value) {
        int below = first(sorted, value);
        int notAbove = first(sorted, Math.nextUp(value));
        return (0.5 * (below + notAbove) + 0.5) / (sorted.length + 1.0);
    }

    /** How many are below. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
