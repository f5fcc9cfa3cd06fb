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

    private static final int WIDTH = 4;

    /** Start, value there, slope and the inverse of the width of each segment, side by side: one place to look at. */
    private final double[] segments;

    private final boolean zeroRates;

    StraightWalk(LinearInterpolation line, boolean zeroRates) {
        this.zeroRates = zeroRates;
        this.segments = new double[WIDTH * (line.x.length - 1)];
        for (int k = 0; k + 1 < line.x.length; k++) {
            segments[WIDTH * k] = line.x[k];
            segments[WIDTH * k + 1] = line.y[k];
            segments[WIDTH * k + 2] = line.slope[k];
            segments[WIDTH * k + 3] = line.inverseWidth[k];
        }
    }

    void logDiscountFactors(double[] years, int from, int to, double[] result) {
        int last = segments.length - WIDTH;
        int at = 0;
        for (int i = from; i < to; ) {
            at = advance(at, last, years[i]);
            double start = segments[at];
            int end = end(years, i, to, start, at < last ? segments[at + WIDTH] : Double.POSITIVE_INFINITY);
            double value = segments[at + 1];
            double rise = segments[at + 2];
            for (; i < end; i++) {
                double t = years[i];
                double line = value + (t - start) * rise;
                result[i] = zeroRates ? -line * t : line;
            }
        }
    }

    /** Adds to {@code sum} what the amounts are worth, one after the other. */
    double discountedSum(double[] years, double[] amounts, int from, int to, double sum) {
        double total = sum;
        int last = segments.length - WIDTH;
        int at = 0;
        for (int i = from; i < to; ) {
            at = advance(at, last, years[i]);
            double start = segments[at];
            int end = end(years, i, to, start, at < last ? segments[at + WIDTH] : Double.POSITIVE_INFINITY);
            total = zeroRates
                    ? zeroSum(years, amounts, i, end, start, segments[at + 1], segments[at + 2], total)
                    : logSum(years, amounts, i, end, start, segments[at + 1], segments[at + 2], total);
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
        int last = segments.length - WIDTH;
        int at = 0;
        for (int i = from; i < to; ) {
            at = advance(at, last, years[i]);
            double start = segments[at];
            double limit = at < last ? segments[at + WIDTH] : Double.POSITIVE_INFINITY;
            int end = end(years, i, to, start, limit);
            double value = segments[at + 1];
            double rise = segments[at + 2];
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
            double onSecond = moment * segments[at + 3];
            int node = offset + at / WIDTH;
            sensitivities[node] += weight * (sum - onSecond);
            sensitivities[node + 1] += weight * onSecond;
        }
    }

    /** Before the first node, where the first node's zero rate holds. */
    void addFlatSensitivities(
            double[] years, double[] amounts, int from, int to, double weight, double[] sensitivities, int offset) {
        double rate = segments[1];
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            double t = years[i];
            if (!(t >= 0.0)) {
                throw new InvalidInput("years", t, "0 or more and finite");
            }
            sum -= amounts[i] * t * Exponential.exp(-rate * t);
        }
        sensitivities[offset] += weight * sum;
    }

    boolean holdsZeroRates() {
        return zeroRates;
    }

    /** The first index after {@code from} whose time is not before a limit; times have to ascend up to there. */
    private static int end(double[] years, int from, int to, double start, double limit) {
        double previous = years[from];
        boolean ascending = previous >= start;
        int end = from + 1;
        while (end < to) {
            double t = years[end];
            if (t >= limit) {
                break;
            }
            ascending &= t >= previous;
            previous = t;
            end++;
        }
        if (!ascending) {
            throw new InvalidInput("years", "out of order after index " + from, "ascending");
        }
        return end;
    }

    /** The segment that a time lies in, by its place among the numbers of the segments. */
    private int advance(int from, int last, double t) {
        int at = from;
        while (at < last && t >= segments[at + WIDTH]) {
            at += WIDTH;
        }
        return at;
    }
}
