package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve whose discount function is a spline, of time or of 1 − e^(−at): see {@link CubicSpline} and {@link
 * ExponentialSpline}. Its nodes are the coefficients that were fitted; each is named after the time around which it works.
 * After the last knot the zero rate stays what it is there.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SplineCurve implements DiscountCurve {

    private static final int SAMPLES = 64; // a span is at most cubic: it cannot dip unseen by much

    private final String name;
    private final LocalDate referenceDate;
    private final SplineBasis basis;
    private final double decay; // 0 for a spline of time
    private final double last;
    private final double[] coefficients; // the first is 1; with a decay, the last is 0
    private final List<CurveNode> nodes;

    SplineCurve(
            String name, LocalDate referenceDate, SplineBasis basis, double decay, double last, double[] coefficients) {
        this.name = name;
        this.referenceDate = referenceDate;
        this.basis = basis;
        this.decay = decay;
        this.last = last;
        this.coefficients = coefficients;
        List<CurveNode> labels = new ArrayList<>();
        int free = coefficients.length - (decay == 0.0 ? 1 : 2);
        for (int k = 1; k <= free; k++) {
            double years = timeOf(basis.centre(k));
            labels.add(new CurveNode("spline " + k + " around " + Math.rint(10.0 * years) / 10.0 + "Y", null, years));
        }
        this.nodes = List.copyOf(labels);
    }

    /** What the basis is a function of. */
    static double argument(double decay, double years) {
        return decay == 0.0 ? years : -Exponential.expm1(-decay * years);
    }

    private double timeOf(double x) {
        return decay == 0.0 ? x : -Exponential.log1p(-x) / decay;
    }

    /** {@return the decay a of an exponential spline, per year; 0 for a spline of time} */
    public double decay() {
        return decay;
    }

    /** {@return the coefficients that were fitted, in the order of the nodes} */
    public double[] parameters() {
        return Arrays.copyOfRange(coefficients, 1, 1 + nodes.size());
    }

    /**
     * Returns a curve with other coefficients.
     *
     * @param parameters one for each node
     * @return the altered copy
     * @throws InvalidInput if there are more or fewer, one is not finite, or discount factors would not be positive
     */
    public SplineCurve withParameters(double... parameters) {
        InvalidInput.unless(
                parameters.length == nodes.size(), "parameters.length", parameters.length, "" + nodes.size());
        double[] altered = coefficients.clone();
        for (int k = 0; k < parameters.length; k++) {
            InvalidInput.unless(Math.abs(parameters[k]) <= 1e6, "parameter", parameters[k], "-1e6 to 1e6");
            altered[k + 1] = parameters[k];
        }
        SplineCurve curve = new SplineCurve(name, referenceDate, basis, decay, last, altered);
        double below = curve.firstNotPositive();
        InvalidInput.unless(
                Double.isNaN(below),
                "parameters",
                Arrays.toString(parameters),
                "such that discount factors are positive");
        return curve;
    }

    /** The first time, on a fine grid, at which the discount function is not positive; not a number if it is. */
    double firstNotPositive() {
        for (int span = 0; span < basis.spans(); span++) {
            double start = timeOf(basis.start(span));
            double end = Math.min(last, basis.end(span) >= 1.0 && decay != 0.0 ? last : timeOf(basis.end(span)));
            for (int k = 0; k <= SAMPLES && start < end; k++) {
                double years = start + (end - start) * k / SAMPLES;
                if (!(discount(years) > 0.0)) {
                    return years;
                }
            }
        }
        return Double.NaN;
    }

    private double discount(double years) {
        double x = argument(decay, years);
        int span = basis.span(x);
        return sum(span, basis.values(span, x));
    }

    private double sum(int span, double[] four) {
        double sum = 0.0;
        for (int k = 0; k < four.length; k++) {
            sum += coefficients[span + k] * four[k];
        }
        return sum;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LocalDate referenceDate() {
        return referenceDate;
    }

    @Override
    public DayCount dayCount() {
        return DayCounts.ACT_365F;
    }

    @Override
    public List<CurveNode> nodes() {
        return nodes;
    }

    @Override
    public double logDiscountFactor(double years) {
        check(years);
        double log = Exponential.log(discount(Math.min(years, last)));
        return years > last ? log * (years / last) : log;
    }

    @Override
    public double instantaneousForward(double years) {
        check(years);
        if (years >= last) {
            return -logDiscountFactor(last) / last;
        }
        double x = argument(decay, years);
        int span = basis.span(x);
        double slope = sum(span, basis.slopes(span, x));
        double speed = decay == 0.0 ? 1.0 : decay * Exponential.exp(-decay * years);
        return -slope * speed / discount(years);
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        check(years);
        double at = Math.min(years, last);
        double x = argument(decay, at);
        int span = basis.span(x);
        double[] four = basis.values(span, x);
        double scale = weight / sum(span, four) * (years > last ? years / last : 1.0);
        for (int k = 0; k < four.length; k++) {
            int node = span + k - 1;
            if (node >= 0 && node < nodes.size()) {
                sensitivities[offset + node] += scale * four[k];
            }
        }
    }

    private static void check(double years) {
        if (!(years >= 0.0 && years < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }

    @Override
    public String toString() {
        return "SplineCurve[" + name + ", " + referenceDate + ", " + nodes.size() + " coefficients"
                + (decay == 0.0 ? "" : ", decay " + decay) + "]";
    }
}
