package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A discount curve through nodes: a quantity is given at each node and interpolated between them.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class NodeCurve implements DiscountCurve {

    private static final double LARGEST_RATE = 100.0;
    private static final double LARGEST_LOG = 10_000.0;

    private final String name;
    private final LocalDate referenceDate;
    private final DayCount dayCount;
    private final List<CurveNode> nodes;
    private final CurveQuantity quantity;
    private final Interpolator interpolator;
    private final Extrapolator extrapolatorBefore;
    private final Extrapolator extrapolatorAfter;
    private final NodeLine line;
    private final CurveEnd before;
    private final CurveEnd after;
    private final double first;
    private final double last;
    private final @Nullable StraightWalk walk;

    private NodeCurve(NodeCurve terms, double[] values) {
        this(
                terms.name,
                terms.referenceDate,
                terms.dayCount,
                terms.nodes,
                values,
                terms.quantity,
                terms.interpolator,
                terms.extrapolatorBefore,
                terms.extrapolatorAfter);
    }

    NodeCurve(
            String name,
            LocalDate referenceDate,
            DayCount dayCount,
            List<CurveNode> nodes,
            double[] values,
            CurveQuantity quantity,
            Interpolator interpolator,
            Extrapolator extrapolatorBefore,
            Extrapolator extrapolatorAfter) {
        this.name = Objects.requireNonNull(name);
        this.referenceDate = Objects.requireNonNull(referenceDate);
        this.dayCount = Objects.requireNonNull(dayCount);
        InvalidInput.unless(!dayCount.needsPeriod(), "dayCount", dayCount.officialName(), "one of two dates alone");
        this.nodes = List.copyOf(nodes);
        this.quantity = Objects.requireNonNull(quantity);
        this.interpolator = Objects.requireNonNull(interpolator);
        this.extrapolatorBefore = Objects.requireNonNull(extrapolatorBefore);
        this.extrapolatorAfter = Objects.requireNonNull(extrapolatorAfter);
        double[] x = this.nodes.stream().mapToDouble(CurveNode::years).toArray();
        double[] y = values.clone();
        check(x, y);
        this.line = new NodeLine(x, y, quantity, interpolator.through(x, y));
        this.first = line.first();
        this.last = line.last();
        this.before = CurveEnd.before(extrapolatorBefore, line, name);
        this.after = CurveEnd.after(extrapolatorAfter, line, name);
        this.walk = line.line instanceof LinearInterpolation straight && x.length >= 2
                ? new StraightWalk(straight, line.zeroRates)
                : null;
    }

    private void check(double[] x, double[] y) {
        InvalidInput.unless(x.length >= 1, "nodes", x.length, "at least 1");
        InvalidInput.unless(y.length == x.length, "values.length", y.length, "one for each node, " + x.length);
        boolean zeroRates = quantity == CurveQuantity.ZERO_RATE;
        double largest = zeroRates ? LARGEST_RATE : LARGEST_LOG;
        for (int k = 0; k < y.length; k++) {
            if (!(Math.abs(y[k]) <= largest)) {
                throw new InvalidInput("value of node " + nodes.get(k).label(), y[k], -largest + " to " + largest);
            }
        }
        if (!zeroRates) {
            InvalidInput.unless(x[x.length - 1] > 0.0, "last node", x[x.length - 1], "after time 0");
            InvalidInput.unless(x[0] > 0.0 || y[0] == 0.0, "logarithm of the discount factor at time 0", y[0], "0");
            InvalidInput.unless(
                    !(interpolator instanceof Interpolators way && way.readsZeroRates()),
                    "interpolator",
                    interpolator.officialName(),
                    "one that does not need zero rates");
        }
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
     * @throws InvalidInput if the arrays differ in length, a date is out of order or a rate is not between -100 and 100
     */
    public static NodeCurve ofZeroRates(
            String name,
            LocalDate referenceDate,
            List<LocalDate> dates,
            double[] zeroRates,
            Interpolator interpolator) {
        return builder(name, referenceDate)
                .interpolation(CurveQuantity.ZERO_RATE, interpolator)
                .dates(dates)
                .zeroRates(zeroRates)
                .build();
    }

    /**
     * Starts a curve: by ACT/365 fixed, linear in zero rates, flat outside its nodes unless said otherwise.
     *
     * @param name what the curve is called
     * @param referenceDate the day on which a discount factor is 1
     * @return a builder
     */
    public static NodeCurveBuilder builder(String name, LocalDate referenceDate) {
        return new NodeCurveBuilder(name, referenceDate);
    }

    /**
     * Returns a curve with the same nodes and other values.
     *
     * @param values one value for each node, in the unit of {@link #quantity()}
     * @return the altered copy
     * @throws InvalidInput if there are more or fewer values than nodes, or one is out of range
     */
    public NodeCurve withValues(double[] values) {
        return new NodeCurve(this, values);
    }

    /** {@return what the nodes hold} */
    public CurveQuantity quantity() {
        return quantity;
    }

    /** {@return how values between the nodes follow} */
    public Interpolator interpolator() {
        return interpolator;
    }

    /** {@return what the curve does before its first node} */
    public Extrapolator extrapolatorBefore() {
        return extrapolatorBefore;
    }

    /** {@return what the curve does after its last node} */
    public Extrapolator extrapolatorAfter() {
        return extrapolatorAfter;
    }

    /** {@return the value of each node, in the unit of {@link #quantity()}} */
    public double[] values() {
        return line.y.clone();
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
        requireTime(years);
        if (years < first) {
            return before.logDiscountFactor(years);
        }
        return years > last ? after.logDiscountFactor(years) : line.logDiscountFactor(years);
    }

    @Override
    public double instantaneousForward(double years) {
        requireTime(years);
        if (years < first) {
            return before.forward(years);
        }
        return years >= last ? after.forward(years) : line.forward(years);
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        requireTime(years);
        if (years < first) {
            before.addSensitivities(years, weight, sensitivities, offset);
        } else if (years > last) {
            after.addSensitivities(years, weight, sensitivities, offset);
        } else {
            line.addLogSensitivities(years, weight, sensitivities, offset);
        }
    }

    @Override
    public void logDiscountFactors(double[] years, int from, int to, double[] result) {
        if (walk == null) {
            DiscountCurve.super.logDiscountFactors(years, from, to, result);
            return;
        }
        int head = head(years, from, to);
        int tail = tail(years, head, to);
        DiscountCurve.super.logDiscountFactors(years, from, head, result);
        walk.logDiscountFactors(years, head, tail, result);
        DiscountCurve.super.logDiscountFactors(years, tail, to, result);
    }

    @Override
    public double discountedSum(double[] years, double[] amounts, int from, int to) {
        if (walk == null) {
            return DiscountCurve.super.discountedSum(years, amounts, from, to);
        }
        int head = head(years, from, to);
        int tail = tail(years, head, to);
        double sum = 0.0;
        for (int k = from; k < head; k++) {
            sum += amounts[k] * Exponential.exp(logDiscountFactor(years[k]));
        }
        sum = walk.discountedSum(years, amounts, head, tail, sum);
        for (int k = tail; k < to; k++) {
            sum += amounts[k] * Exponential.exp(logDiscountFactor(years[k]));
        }
        if (!(Math.abs(sum) < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("worth of the amounts", sum, "finite");
        }
        return sum;
    }

    @Override
    public void addDiscountedSumSensitivities(
            double[] years, double[] amounts, int from, int to, double weight, double[] sensitivities, int offset) {
        if (walk == null) {
            DiscountCurve.super.addDiscountedSumSensitivities(years, amounts, from, to, weight, sensitivities, offset);
            return;
        }
        int head = head(years, from, to);
        int tail = tail(years, head, to);
        if (head > from && walk.holdsZeroRates() && extrapolatorBefore == Extrapolator.FLAT) {
            walk.addFlatSensitivities(years, amounts, from, head, weight, sensitivities, offset);
        } else if (head > from) {
            DiscountCurve.super.addDiscountedSumSensitivities(
                    years, amounts, from, head, weight, sensitivities, offset);
        }
        walk.addDiscountedSumSensitivities(years, amounts, head, tail, weight, sensitivities, offset);
        if (tail < to) {
            DiscountCurve.super.addDiscountedSumSensitivities(years, amounts, tail, to, weight, sensitivities, offset);
        }
    }

    /** Index of the first time that is not before the first node. */
    private int head(double[] years, int from, int to) {
        int k = from;
        while (k < to && years[k] < first) {
            k++;
        }
        return k;
    }

    /** Index after the last time that is before the last node. */
    private int tail(double[] years, int from, int to) {
        int k = to;
        while (k > from && years[k - 1] >= last) {
            k--;
        }
        return k;
    }

    private static void requireTime(double years) {
        if (!(years >= 0.0 && years < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }

    @Override
    public String toString() {
        return "NodeCurve[" + name + ", " + referenceDate + ", " + nodes.size() + " nodes, "
                + interpolator.officialName() + "]";
    }
}
