package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;

/**
 * The loops over ascending times of a curve in straight lines: one walk along the nodes beside them. The same bits as one
 * time after the other.
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
        double previous = x[0];
        boolean ascending = true;
        int k = 0;
        for (int i = from; i < to; i++) {
            double t = years[i];
            ascending &= t >= previous;
            previous = t;
            k = advance(k, t);
            result[i] = log(k, t);
        }
        requireAscending(ascending, from);
    }

    /** Adds to {@code sum} what the amounts are worth, one after the other. */
    double discountedSum(double[] years, double[] amounts, int from, int to, double sum) {
        double total = sum;
        double previous = x[0];
        boolean ascending = true;
        int k = 0;
        for (int i = from; i < to; i++) {
            double t = years[i];
            ascending &= t >= previous;
            previous = t;
            k = advance(k, t);
            total += amounts[i] * Exponential.exp(log(k, t));
        }
        requireAscending(ascending, from);
        return total;
    }

    void addDiscountedSumSensitivities(
            double[] years, double[] amounts, int from, int to, double weight, double[] sensitivities, int offset) {
        double previous = x[0];
        boolean ascending = true;
        int k = 0;
        double onFirst = sensitivities[offset];
        double onSecond = sensitivities[offset + 1];
        for (int i = from; i < to; i++) {
            double t = years[i];
            ascending &= t >= previous;
            previous = t;
            int reached = advance(k, t);
            if (reached != k) {
                sensitivities[offset + k] = onFirst;
                sensitivities[offset + k + 1] = onSecond;
                onFirst = sensitivities[offset + reached];
                onSecond = sensitivities[offset + reached + 1];
                k = reached;
            }
            double value = weight * (amounts[i] * Exponential.exp(log(k, t)));
            double scale = zeroRates ? value * -t : value;
            double share = (t - x[k]) * inverseWidth[k];
            onFirst += scale * (1.0 - share);
            onSecond += scale * share;
        }
        sensitivities[offset + k] = onFirst;
        sensitivities[offset + k + 1] = onSecond;
        requireAscending(ascending, from);
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

    private static void requireAscending(boolean ascending, int from) {
        if (!ascending) {
            throw new InvalidInput("years", "out of order after index " + from, "ascending");
        }
    }
}
