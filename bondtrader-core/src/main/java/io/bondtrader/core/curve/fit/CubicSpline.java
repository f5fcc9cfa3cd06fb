package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Objects;

/**
 * A discount function that is cubic between knots and twice continuously differentiable at them, with d(0) = 1: a sum of
 * cubic B-splines whose coefficients follow by linear least squares.
 *
 * <p>Source: J. H. McCulloch, "The Tax-Adjusted Yield Curve", Journal of Finance 30(3), 1975; B-splines after C. de Boor,
 * "A Practical Guide to Splines", 1978, chapter X.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param knots times in years, ascending from 0 to the last payment or later; 2 to 100
 * @param penalty what bends cost
 */
public record CubicSpline(List<Double> knots, RoughnessPenalty penalty) implements CurveFamily {

    /**
     * Checks the knots.
     *
     * @throws InvalidInput if the knots do not ascend from 0
     */
    public CubicSpline {
        knots = checkedKnots(knots);
        Objects.requireNonNull(penalty);
    }

    /**
     * Returns a regression spline without penalty.
     *
     * @param knots times in years, ascending from 0
     * @return the family
     * @throws InvalidInput if the knots do not ascend from 0
     */
    public static CubicSpline of(List<Double> knots) {
        return new CubicSpline(knots, RoughnessPenalty.NONE);
    }

    static List<Double> checkedKnots(List<Double> knots) {
        InvalidInput.unless(knots.size() >= 2 && knots.size() <= 100, "knots.size", knots.size(), "2 to 100");
        InvalidInput.unless(knots.get(0) == 0.0, "first knot", knots.get(0), "0");
        for (int k = 1; k < knots.size(); k++) {
            InvalidInput.unless(
                    knots.get(k) >= knots.get(k - 1) + 1e-3 && knots.get(k) <= 1e3,
                    "knots",
                    knots.get(k),
                    "ascending by 0.001 or more, at most 1,000");
        }
        return List.copyOf(knots);
    }

    @Override
    public int parameters() {
        return knots.size() + 1;
    }
}
