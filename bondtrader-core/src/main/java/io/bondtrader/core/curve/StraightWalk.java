package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;

/**
 * The loops over ascending times of a curve in straight lines: one walk along the nodes beside them. Factors and sums have
 * the same bits as one time after the other; sensitivities are added up by segment.
 *
 * <p>Times must lie from the first node to before the last; where they do not ascend, that is noticed in passing.
 */
final class StraightWalk {

    private final double[] x;
    private final double[] y;
    private final double[] slope;
    private final double[] inverseWidth;
    private final boolean zeroRates;

    StraightWalk(LinearInterpolation line, boolean zeroRates) {
        this.x = line.x;
        this.y = line.y;
        this.slope = line.slope;
        this.inverseWidth = line.inverseWidth;
        this.zeroRates = zeroRates;
    }

    void logDiscountFactors(double[] years, int from, int to, double[] result) {
        int k = 0;
        for (int i = from; i < to; ) {
            k = advance(k, years[i]);
            int end = end(years, i, to, k);
            for (; i < end; i++) {
                result[i] = log(k, years[i]);
            }
        }
    }

    /** Adds to {@code sum} what the amounts are worth, one after the other. */
    double discountedSum(double[] years, double[] amounts, int from, int to, double sum) {
        double total = sum;
        int k = 0;
        for (int i = from; i < to; ) {
            k = advance(k, years[i]);
            int end = end(years, i, to, k);
            total = zeroRates
                    ? zeroSum(years, amounts, i, end, x[k], y[k], slope[k], total)
                    : logSum(years, amounts, i, end, x[k], y[k], slope[k], total);
            i = end;
        }
        return total;
    }

    /** One segment's share of the sum: what does not change inside of it stays in registers. */
    private static double zeroSum(
            double[] years, double[] amounts, int from, int end, double start, double rate, double slope, double sum) {
        double total = sum;
        for (int i = from; i < end; i++) {
            double t = years[i];
            total += amounts[i] * Exponential.exp(-(rate + (t - start) * slope) * t);
        }
        return total;
    }

    private static double logSum(
            double[] years, double[] amounts, int from, int end, double start, double log, double slope, double sum) {
        double total = sum;
        for (int i = from; i < end; i++) {
            total += amounts[i] * Exponential.exp(log + (years[i] - start) * slope);
        }
        return total;
    }

    /**
     * Inside a segment from {@code x} of width {@code h}, with u = (t − x)/h, a value owes (1 − u) to its first node and u to
     * its second: of each flow, only its derivative and u times that are added up, and both nodes have theirs at the end.
     */
    void addDiscountedSumSensitivities(
            double[] years, double[] amounts, int from, int to, double weight, double[] sensitivities, int offset) {
        int k = 0;
        for (int i = from; i < to; ) {
            k = advance(k, years[i]);
            int end = end(years, i, to, k);
            double start = x[k];
            double value = y[k];
            double rise = slope[k];
            double sum = 0.0;
            double moment = 0.0;
            if (zeroRates) {
                for (; i < end; i++) {
                    double t = years[i];
                    double past = t - start;
                    double part = amounts[i] * t * Exponential.exp(-(value + past * rise) * t);
                    sum -= part;
                    moment -= past * part;
                }
            } else {
                for (; i < end; i++) {
                    double past = years[i] - start;
                    double part = amounts[i] * Exponential.exp(value + past * rise);
                    sum += part;
                    moment += past * part;
                }
            }
            double onSecond = moment * inverseWidth[k];
            sensitivities[offset + k] += weight * (sum - onSecond);
            sensitivities[offset + k + 1] += weight * onSecond;
        }
    }

    /** The first index after {@code from} whose time lies beyond segment k; times have to ascend up to there. */
    private int end(double[] years, int from, int to, int k) {
        double limit = k + 2 < x.length ? x[k + 1] : Double.POSITIVE_INFINITY;
        boolean ascending = years[from] >= x[k];
        int end = from + 1;
        while (end < to && years[end] < limit) {
            ascending &= years[end] >= years[end - 1];
            end++;
        }
        if (!ascending) {
            throw new InvalidInput("years", "out of order after index " + from, "ascending");
        }
        return end;
    }

    private int advance(int from, double t) {
        int k = from;
        while (k + 2 < x.length && t >= x[k + 1]) {
            k++;
        }
        return k;
    }

    private double log(int k, double t) {
        double value = y[k] + (t - x[k]) * slope[k];
        return zeroRates ? -value * t : value;
    }
}
