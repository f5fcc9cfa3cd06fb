package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A discount curve through nodes: a quantity is given at each node and interpolated between them.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class NodeCurve implements DiscountCurve {

    private final String name;
    private final LocalDate referenceDate;
    private final DayCount dayCount;
    private final List<CurveNode> nodes;
    private final double[] x;
    private final double[] y;
    private final CurveQuantity quantity;
    private final Interpolator interpolator;
    private final Extrapolator extrapolator;
    private final Interpolation line;

    private NodeCurve(
            String name,
            LocalDate referenceDate,
            DayCount dayCount,
            List<CurveNode> nodes,
            double[] values,
            CurveQuantity quantity,
            Interpolator interpolator,
            Extrapolator extrapolator) {
        this.name = Objects.requireNonNull(name);
        this.referenceDate = Objects.requireNonNull(referenceDate);
        this.dayCount = Objects.requireNonNull(dayCount);
        this.nodes = List.copyOf(nodes);
        this.quantity = Objects.requireNonNull(quantity);
        this.interpolator = Objects.requireNonNull(interpolator);
        this.extrapolator = Objects.requireNonNull(extrapolator);
        this.x = new double[nodes.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = nodes.get(k).years();
        }
        this.y = values.clone();
        this.line = interpolator.through(x, y);
    }

    /**
     * Returns a curve of continuously compounded zero rates by ACT/365 fixed, flat outside its nodes.
     *
     * @param name what the curve is called
     * @param referenceDate the day on which a discount factor is 1
     * @param dates the day of each node, ascending, not before the reference date
     * @param zeroRates the zero rate of each node, as decimals
     * @param interpolator how the rates between the nodes follow
     * @return the curve
     * @throws InvalidInput if the arrays differ in length, a date is out of order or a rate is not finite
     */
    public static NodeCurve ofZeroRates(
            String name,
            LocalDate referenceDate,
            List<LocalDate> dates,
            double[] zeroRates,
            Interpolator interpolator) {
        return new NodeCurve(
                name,
                referenceDate,
                DayCounts.ACT_365F,
                nodes(referenceDate, dates),
                zeroRates,
                CurveQuantity.ZERO_RATE,
                interpolator,
                Extrapolator.FLAT);
    }

    private static List<CurveNode> nodes(LocalDate referenceDate, List<LocalDate> dates) {
        List<CurveNode> nodes = new ArrayList<>(dates.size());
        for (LocalDate date : dates) {
            InvalidInput.unless(!date.isBefore(referenceDate), "date", date, "not before " + referenceDate);
            nodes.add(new CurveNode(date.toString(), date, DayCounts.ACT_365F.yearFraction(referenceDate, date)));
        }
        return nodes;
    }

    /**
     * Returns a curve with the same nodes and other values.
     *
     * @param values one value for each node, in the unit of {@link #quantity()}
     * @return the altered copy
     * @throws InvalidInput if there are more or fewer values than nodes, or one is not finite
     */
    public NodeCurve withValues(double[] values) {
        return new NodeCurve(name, referenceDate, dayCount, nodes, values, quantity, interpolator, extrapolator);
    }

    /** {@return what the nodes hold} */
    public CurveQuantity quantity() {
        return quantity;
    }

    /** {@return the value of each node, in the unit of {@link #quantity()}} */
    public double[] values() {
        return y.clone();
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
        return dayCount;
    }

    @Override
    public List<CurveNode> nodes() {
        return nodes;
    }

    @Override
    public double logDiscountFactor(double years) {
        double value = line.value(within(years));
        return quantity == CurveQuantity.ZERO_RATE ? -value * years : value;
    }

    @Override
    public double instantaneousForward(double years) {
        double at = within(years);
        double slope = at == years ? line.slope(at) : 0.0;
        return quantity == CurveQuantity.ZERO_RATE ? line.value(at) + years * slope : -slope;
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        double scale = quantity == CurveQuantity.ZERO_RATE ? -years : 1.0;
        line.addSensitivities(within(years), weight * scale, sensitivities, offset);
    }

    private double within(double years) {
        InvalidInput.unless(years >= 0.0 && years < Double.POSITIVE_INFINITY, "years", years, "0 or more and finite");
        double last = x[x.length - 1];
        if (years > last) {
            if (extrapolator == Extrapolator.NONE) {
                throw new MissingData("curve " + name + " ends after " + last + " years");
            }
            return last;
        }
        return Math.max(years, x[0]);
    }

    @Override
    public String toString() {
        return "NodeCurve[" + name + ", " + referenceDate + ", " + nodes.size() + " nodes, "
                + interpolator.officialName() + "]";
    }
}
