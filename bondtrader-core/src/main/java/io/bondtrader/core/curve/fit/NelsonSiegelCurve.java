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
import java.util.Objects;

/**
 * A curve of the {@link NelsonSiegel} or {@link Svensson} form. Its nodes are its parameters, in the order
 * {@code b0, b1, b2, k} and then {@code b3, k2}; they speak of no day.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class NelsonSiegelCurve implements DiscountCurve {

    private static final String[] LABELS = {"b0", "b1", "b2", "k", "b3", "k2"};

    private final String name;
    private final LocalDate referenceDate;
    private final double[] p;
    private final List<CurveNode> nodes;

    private NelsonSiegelCurve(String name, LocalDate referenceDate, double[] parameters) {
        this.name = Objects.requireNonNull(name);
        this.referenceDate = Objects.requireNonNull(referenceDate);
        this.p = parameters;
        List<CurveNode> labels = new ArrayList<>();
        for (int k = 0; k < parameters.length; k++) {
            labels.add(new CurveNode(LABELS[k], null, 0.0));
        }
        this.nodes = List.copyOf(labels);
    }

    /**
     * Returns a curve of given parameters.
     *
     * @param name what the curve is called
     * @param referenceDate the day on which a discount factor is 1
     * @param parameters {@code b0, b1, b2, k}, or {@code b0, b1, b2, k, b3, k2}; rates as decimals, decays per year
     * @return the curve
     * @throws InvalidInput if there are other than four or six parameters, a rate is outside -100 to 100, or a decay is
     *     outside 0.0001 to 100
     */
    public static NelsonSiegelCurve of(String name, LocalDate referenceDate, double... parameters) {
        InvalidInput.unless(
                parameters.length == 4 || parameters.length == 6, "parameters.length", parameters.length, "4 or 6");
        for (int k = 0; k < parameters.length; k++) {
            boolean decay = k == 3 || k == 5;
            boolean possible =
                    decay ? parameters[k] >= 1e-4 && parameters[k] <= 100.0 : Math.abs(parameters[k]) <= 100.0;
            InvalidInput.unless(possible, LABELS[k], parameters[k], decay ? "0.0001 to 100" : "-100 to 100");
        }
        return new NelsonSiegelCurve(name, referenceDate, parameters.clone());
    }

    /**
     * Returns a curve with other parameters.
     *
     * @param parameters as many as this curve has, in the same order
     * @return the altered copy
     * @throws InvalidInput if there are more or fewer, or one is outside its range
     */
    public NelsonSiegelCurve withParameters(double... parameters) {
        InvalidInput.unless(parameters.length == p.length, "parameters.length", parameters.length, "" + p.length);
        return of(name, referenceDate, parameters);
    }

    /** {@return the parameters, in the order of the nodes} */
    public double[] parameters() {
        return p.clone();
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
        return -years * zeroRate(p, years);
    }

    static double zeroRate(double[] p, double years) {
        double x = p[3] * years;
        double decayed = Exponential.exp(-x);
        double loading = loading(x);
        double rate = p[0] + p[1] * loading + p[2] * (loading - decayed);
        if (p.length == 6) {
            double x2 = p[5] * years;
            rate += p[4] * (loading(x2) - Exponential.exp(-x2));
        }
        return rate;
    }

    /** Adds weight · ∂z(t)/∂pᵢ. */
    static void addZeroRateSensitivities(double[] p, double years, double weight, double[] result, int offset) {
        double x = p[3] * years;
        double decayed = Exponential.exp(-x);
        double loading = loading(x);
        double fall = humpOverTime(x);
        result[offset] += weight;
        result[offset + 1] += weight * loading;
        result[offset + 2] += weight * (loading - decayed);
        // dh/dx = −(h − e^(−x))/x; x moves by t for each unit of k
        result[offset + 3] += weight * years * (-p[1] * fall + p[2] * (decayed - fall));
        if (p.length == 6) {
            double x2 = p[5] * years;
            double decayed2 = Exponential.exp(-x2);
            result[offset + 4] += weight * (loading(x2) - decayed2);
            result[offset + 5] += weight * years * p[4] * (decayed2 - humpOverTime(x2));
        }
    }

    /** (1 − e^(−x))/x. */
    private static double loading(double x) {
        return x == 0.0 ? 1.0 : -Exponential.expm1(-x) / x; // its limit at time 0
    }

    /** ((1 − e^(−x))/x − e^(−x))/x, by its series where the difference would lose digits. */
    private static double humpOverTime(double x) {
        if (x < 0.01) {
            return 0.5 - x * (1.0 / 3.0 - x * (1.0 / 8.0 - x * (1.0 / 30.0 - x * (1.0 / 144.0 - x / 840.0))));
        }
        return (loading(x) - Exponential.exp(-x)) / x;
    }

    @Override
    public double instantaneousForward(double years) {
        check(years);
        double x = p[3] * years;
        double forward = p[0] + (p[1] + p[2] * x) * Exponential.exp(-x);
        if (p.length == 6) {
            double x2 = p[5] * years;
            forward += p[4] * x2 * Exponential.exp(-x2);
        }
        return forward;
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        check(years);
        addZeroRateSensitivities(p, years, -years * weight, sensitivities, offset);
    }

    private static void check(double years) {
        if (!(years >= 0.0 && years < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }

    @Override
    public String toString() {
        return "NelsonSiegelCurve[" + name + ", " + referenceDate + ", " + Arrays.toString(p) + "]";
    }
}
