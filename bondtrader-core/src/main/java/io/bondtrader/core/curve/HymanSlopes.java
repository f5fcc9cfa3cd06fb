package io.bondtrader.core.curve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Slopes of the natural cubic spline, cut where the line would leave the range of its neighbouring points: a slope
 * against the trend becomes 0, a slope beyond a limit becomes the limit.
 *
 * <p>Source: R. L. Dougherty, A. Edelman and J. M. Hyman, "Nonnegativity-, Monotonicity-, or Convexity-Preserving Cubic
 * and Quintic Hermite Interpolation", Mathematics of Computation 52(186), 1989, section 4, which relaxes the limit of
 * Hyman (1983) where the points are convex or concave.
 */
final class HymanSlopes implements SlopeRule {

    /** A number with its derivatives by the secants i − 2 to i + 1 around point i. */
    private static final class Term {

        private final double value;
        private final double[] gradient;

        Term(double value, double[] gradient) {
            this.value = value;
            this.gradient = gradient;
        }

        Term absolute() {
            return value < 0.0 ? times(-1.0) : this;
        }

        Term times(double factor) {
            return new Term(
                    factor * value, Arrays.stream(gradient).map(g -> factor * g).toArray());
        }

        static Term smaller(Term a, Term b) {
            return b.value < a.value ? b : a;
        }

        static Term larger(Term a, Term b) {
            return b.value > a.value ? b : a;
        }
    }

    @Override
    public void fill(double[] width, double[] secant, double[] slope, double @Nullable [][] derivative) {
        SplineSlopes.NATURAL.fill(width, secant, slope, derivative);
        int n = slope.length;
        for (int i = 0; i < n; i++) {
            boolean atEnd = i == 0 || i == n - 1;
            Term trend = atEnd ? end(secant, i) : centre(width, secant, i);
            if (slope[i] * trend.value <= 0.0) {
                replace(i, new Term(0.0, new double[4]), slope, derivative);
                continue;
            }
            Term limit = atEnd ? trend.absolute().times(3.0) : limit(width, secant, i, trend);
            if (Math.abs(slope[i]) > limit.value) {
                replace(i, slope[i] < 0.0 ? limit.times(-1.0) : limit, slope, derivative);
            }
        }
    }

    /** The one secant beside the first or the last point. */
    private static Term end(double[] secant, int i) {
        return i == 0 ? after(secant[0]) : before(secant[i - 1]);
    }

    private static Term before(double secant) {
        return new Term(secant, new double[] {0.0, 1.0, 0.0, 0.0});
    }

    private static Term after(double secant) {
        return new Term(secant, new double[] {0.0, 0.0, 1.0, 0.0});
    }

    private static void replace(int i, Term by, double[] slope, double @Nullable [][] derivative) {
        slope[i] = by.value;
        if (derivative != null) {
            Arrays.fill(derivative[i], 0.0);
            for (int m = 0; m < 4; m++) {
                int j = i - 2 + m;
                if (j >= 0 && j < slope.length - 1) {
                    derivative[i][j] = by.gradient[m];
                }
            }
        }
    }

    /** The slope at point i of the parabola through it and its two neighbours. */
    private static Term centre(double[] width, double[] secant, int i) {
        double before = width[i] / (width[i - 1] + width[i]);
        double after = width[i - 1] / (width[i - 1] + width[i]);
        return new Term(before * secant[i - 1] + after * secant[i], new double[] {0.0, before, after, 0.0});
    }

    private static Term limit(double[] width, double[] secant, int i, Term centre) {
        double before = secant[i - 1];
        double after = secant[i];
        Term steepest = Term.smaller(before(before).absolute(), after(after).absolute());
        Term limit = Term.smaller(steepest, centre.absolute()).times(3.0);
        if (i > 1) { // the parabola through point i and the two before it
            double bend = before - secant[i - 2];
            double far = width[i - 1] / (width[i - 2] + width[i - 1]);
            double value = (1.0 + far) * before - far * secant[i - 2];
            if (bend * (after - before) > 0.0 && centre.value * value > 0.0 && centre.value * bend > 0.0) {
                Term left = new Term(value, new double[] {-far, 1.0 + far, 0.0, 0.0});
                limit = Term.larger(
                        limit, Term.smaller(centre.absolute(), left.absolute()).times(1.5));
            }
        }
        if (i + 1 < width.length) { // the parabola through point i and the two after it
            double bend = secant[i + 1] - after;
            double far = width[i] / (width[i] + width[i + 1]);
            double value = (1.0 + far) * after - far * secant[i + 1];
            if ((after - before) * bend > 0.0 && centre.value * value > 0.0 && centre.value * (after - before) < 0.0) {
                Term right = new Term(value, new double[] {0.0, 0.0, 1.0 + far, -far});
                limit = Term.larger(
                        limit, Term.smaller(centre.absolute(), right.absolute()).times(1.5));
            }
        }
        return limit;
    }
}
