package io.bondtrader.strategies.signal;

import java.util.Arrays;

/**
 * Scores of many instruments at one moment, made comparable: the cross-sectional half of momentum, carry or value.
 *
 * <p>Stateless; arguments are not changed.
 */
public final class CrossSection {

    private CrossSection() {}

    /**
     * Returns ranks from -1 (the lowest score) to 1 (the highest), evenly spaced, ties sharing their mean. The ranks add
     * up to zero: long and short are the same size.
     *
     * @param scores one an instrument, at least two
     * @return one rank an instrument
     * @throws io.bondtrader.core.error.BondTraderException if there are too few scores or one is not finite
     */
    public static double[] ranks(double[] scores) {
        Inputs.series("Cross-section", scores, 2);
        double[] sorted = scores.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // a negative zero ranks with the positive one
        }
        Arrays.sort(sorted);
        double[] ranks = new double[scores.length];
        for (int i = 0; i < ranks.length; i++) {
            int below = firstAtLeast(sorted, scores[i]);
            int notAbove = firstAtLeast(sorted, Math.nextUp(scores[i]));
            ranks[i] = (below + notAbove - scores.length) / (scores.length - 1.0);
        }
        return ranks;
    }

    private static int firstAtLeast(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns scores less their mean over their standard deviation (n - 1); zeros if they are all the same.
     *
     * @param scores one an instrument, at least two
     * @return one z-score an instrument
     * @throws io.bondtrader.core.error.BondTraderException if there are too few scores or one is not finite
     */
    public static double[] zScores(double[] scores) {
        Window window = new Window(Inputs.series("Cross-section", scores, 2).length);
        for (double score : scores) {
            window.add(score);
        }
        double deviation = window.sampleDeviation();
        double[] z = new double[scores.length];
        for (int i = 0; i < z.length && deviation > 0; i++) {
            z[i] = (scores[i] - window.mean()) / deviation;
        }
        return z;
    }
}
