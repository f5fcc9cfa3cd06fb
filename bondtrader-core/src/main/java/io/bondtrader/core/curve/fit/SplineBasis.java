package io.bondtrader.core.curve.fit;

import java.util.Arrays;

/**
 * Cubic B-splines on knots that ascend, the first and last taken four times, so that exactly one spline is 1 at each end.
 * By the recurrence of C. de Boor, "A Practical Guide to Splines", 1978, chapter X. Immutable.
 */
final class SplineBasis {

    private static final int DEGREE = 3;

    private final double[] knots; // with repetitions
    private final int spans;

    SplineBasis(double[] distinct) {
        this.spans = distinct.length - 1;
        this.knots = new double[distinct.length + 2 * DEGREE];
        Arrays.fill(knots, 0, DEGREE, distinct[0]);
        System.arraycopy(distinct, 0, knots, DEGREE, distinct.length);
        Arrays.fill(knots, DEGREE + distinct.length, knots.length, distinct[spans]);
    }

    /** How many splines there are. */
    int size() {
        return spans + DEGREE;
    }

    int spans() {
        return spans;
    }

    double start(int span) {
        return knots[DEGREE + span];
    }

    double end(int span) {
        return knots[DEGREE + span + 1];
    }

    /** The point around which a spline works: the mean of its inner knots. */
    double centre(int spline) {
        return (knots[spline + 1] + knots[spline + 2] + knots[spline + 3]) / 3.0;
    }

    /** The span that a point lies in; the last one for the last knot. */
    int span(double x) {
        int span = 0;
        while (span + 1 < spans && x >= end(span)) {
            span++;
        }
        return span;
    }

    /** The values of the four splines that are not 0 in a span; the first of them has the span's number. */
    double[] values(int span, double x) {
        return values(span, x, DEGREE);
    }

    private double[] values(int span, double x, int degree) {
        double[] values = new double[DEGREE + 1];
        int at = span + DEGREE;
        values[0] = 1.0;
        for (int d = 1; d <= degree; d++) {
            double saved = 0.0;
            for (int r = 0; r < d; r++) {
                double right = knots[at + r + 1] - x;
                double left = x - knots[at + 1 - d + r];
                double share = values[r] / (right + left);
                values[r] = saved + right * share;
                saved = left * share;
            }
            values[d] = saved;
        }
        return values;
    }

    /** The slopes of the same four splines. */
    double[] slopes(int span, double x) {
        return lowered(span, values(span, x, DEGREE - 1), DEGREE);
    }

    /** The second derivatives of the same four splines. */
    double[] bends(int span, double x) {
        double[] slopesOfQuadratics = lowered(span, values(span, x, DEGREE - 2), DEGREE - 1);
        return lowered(span, slopesOfQuadratics, DEGREE);
    }

    /** From numbers for the splines of one degree less, B′ⱼ = d·(Bⱼ/(xⱼ₊d − xⱼ) − Bⱼ₊₁/(xⱼ₊d₊₁ − xⱼ₊₁)). */
    private double[] lowered(int span, double[] lower, int degree) {
        double[] derived = new double[DEGREE + 1];
        int at = span + DEGREE;
        for (int r = 0; r < degree; r++) {
            int j = at - degree + 1 + r; // first knot of the lower spline
            double share = degree * lower[r] / (knots[j + degree] - knots[j]);
            derived[r] -= share;
            derived[r + 1] += share;
        }
        return derived;
    }
}
