package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Objects;

/**
 * A discount function that is a cubic spline of x = 1 − e^(−at), with d = 1 at time 0 and d = 0 at infinity. The decay a,
 * which is where forward rates tend to, is searched for; the coefficients follow by linear least squares.
 *
 * <p>Source: O. A. Vasicek and H. G. Fong, "Term Structure Modeling Using Exponential Splines", Journal of Finance 37(2),
 * 1982.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param knots times in years, ascending from 0 to the last payment or later; 2 to 100
 * @param minDecay the least a that is tried, per year
 * @param maxDecay the largest a that is tried, at most 100
 * @param penalty what bends cost, measured by x
 */
public record ExponentialSpline(List<Double> knots, double minDecay, double maxDecay, RoughnessPenalty penalty)
        implements CurveFamily {

    /**
     * Checks the knots and the bounds.
     *
     * @throws InvalidInput if the knots do not ascend from 0, or the bounds are not positive or not in order
     */
    public ExponentialSpline {
        knots = CubicSpline.checkedKnots(knots);
        NelsonSiegel.checkDecays(minDecay, maxDecay);
        Objects.requireNonNull(penalty);
        InvalidInput.unless(
                maxDecay * knots.get(knots.size() - 1) <= 20.0,
                "maxDecay",
                maxDecay,
                "at most 20 over the last knot: later payments would be worth nothing");
    }

    /**
     * Returns a family without penalty whose decay is from 0.005 to 0.3.
     *
     * @param knots times in years, ascending from 0, at most 66
     * @return the family
     * @throws InvalidInput if the knots do not ascend from 0
     */
    public static ExponentialSpline of(List<Double> knots) {
        return new ExponentialSpline(knots, 0.005, 0.3, RoughnessPenalty.NONE);
    }

    @Override
    public int parameters() {
        return knots.size() + 2;
    }
}
