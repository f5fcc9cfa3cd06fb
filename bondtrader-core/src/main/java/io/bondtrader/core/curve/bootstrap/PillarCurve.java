package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolation;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;

/**
 * A line through pillars and time 0, where a zero rate is that of the first pillar, and the logarithm of a discount factor
 * is 0. After the last pillar the zero rate stays what it is there. Its parameters are the values at the pillars.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class PillarCurve implements DiscountCurve {

    private final CurveShape shape;
    private final List<CurveNode> nodes;
    private final Interpolation line;
    private final boolean zeroRates;
    private final double last;

    /** Takes a line whose first point is time 0. */
    PillarCurve(CurveShape shape, List<CurveNode> nodes, Interpolation line) {
        this.shape = shape;
        this.nodes = nodes;
        this.line = line;
        this.zeroRates = shape.quantity() == CurveQuantity.ZERO_RATE;
        this.last = nodes.get(nodes.size() - 1).years();
    }

    @Override
    public String name() {
        return shape.name();
    }

    @Override
    public LocalDate referenceDate() {
        return shape.referenceDate();
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
        double at = Math.min(years, last);
        double value = line.value(at);
        double log = zeroRates ? -value * years : years > last ? value * (years / last) : value;
        return log - shape.turns(years);
    }

    @Override
    public double instantaneousForward(double years) {
        check(years);
        double spread = shape.turnForward(years);
        if (years >= last) {
            double value = line.value(last);
            return (zeroRates ? value : -value / last) + spread;
        }
        double slope = line.slope(years);
        return (zeroRates ? line.value(years) + years * slope : -slope) + spread;
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        check(years);
        double scale = zeroRates ? -years : Math.max(1.0, years / last);
        // The line has one point more than the curve has parameters: time 0.
        double[] byPoint = new double[nodes.size() + 1];
        line.addSensitivities(Math.min(years, last), weight * scale, byPoint, 0);
        for (int k = 0; k < nodes.size(); k++) {
            sensitivities[offset + k] += byPoint[k + 1];
        }
        if (zeroRates) {
            sensitivities[offset] += byPoint[0];
        }
    }

    private static void check(double years) {
        if (!(years >= 0.0 && years < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }

    @Override
    public String toString() {
        return "PillarCurve[" + name() + ", " + referenceDate() + ", " + nodes.size() + " pillars, "
                + shape.interpolator().officialName() + "]";
    }
}
