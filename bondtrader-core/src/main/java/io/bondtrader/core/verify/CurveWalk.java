package io.bondtrader.core.verify;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Discount factors by a second path: the instantaneous forward rates of a curve, integrated from day to day.
 *
 * <p>Five-point Gauss-Legendre quadrature between the curve's nodes; a span is halved until both halves together give what
 * the whole gave, so that bends inside of a span are found too. A curve whose forwards do not tell the whole of it, because
 * its discount factors jump or it is none of nodes, is asked for its logarithms.
 */
final class CurveWalk {

    private static final double[] POINTS = {0.0, 0.5384693101056831, 0.906179845938664};
    private static final double[] WEIGHTS = {0.5688888888888889, 0.47862867049936647, 0.23692688505618908};
    private static final int DEEPEST = 40;

    private final DiscountCurve curve;
    private final boolean integrates;
    private final double[] breaks;
    private double reached; // the time up to which has been integrated
    private double integral;

    CurveWalk(DiscountCurve curve) {
        this.curve = curve;
        this.integrates = curve instanceof NodeCurve nodes && nodes.interpolator() != Interpolators.FLAT;
        this.breaks =
                curve.nodes().stream().mapToDouble(CurveNode::years).sorted().toArray();
    }

    String method() {
        return integrates ? "forwards integrated" : "curve's own factors";
    }

    /** ln P(t), for times that do not go back. */
    double logDiscountFactor(double years) {
        if (!integrates) {
            return curve.logDiscountFactor(years);
        }
        while (reached < years) {
            int place = Arrays.binarySearch(breaks, reached);
            int next = place >= 0 ? place + 1 : -place - 1;
            double end = next < breaks.length ? Math.min(years, breaks[next]) : years;
            integral += adaptive(curve::instantaneousForward, reached, end, 0);
            reached = end;
        }
        return -integral;
    }

    private static double adaptive(DoubleUnaryOperator rate, double from, double to, int depth) {
        double middle = 0.5 * (from + to);
        double whole = gauss(rate, from, to);
        double halves = gauss(rate, from, middle) + gauss(rate, middle, to);
        if (Math.abs(whole - halves) <= 1e-16 + 1e-14 * Math.abs(halves) || depth == DEEPEST) {
            return halves;
        }
        return adaptive(rate, from, middle, depth + 1) + adaptive(rate, middle, to, depth + 1);
    }

    private static double gauss(DoubleUnaryOperator rate, double from, double to) {
        double half = 0.5 * (to - from);
        double middle = 0.5 * (from + to);
        double sum = WEIGHTS[0] * rate.applyAsDouble(middle);
        for (int k = 1; k < POINTS.length; k++) {
            double away = half * POINTS[k];
            sum += WEIGHTS[k] * (rate.applyAsDouble(middle - away) + rate.applyAsDouble(middle + away));
        }
        return sum * half;
    }
}
