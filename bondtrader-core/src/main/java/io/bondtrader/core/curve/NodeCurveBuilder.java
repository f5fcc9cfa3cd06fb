package io.bondtrader.core.curve;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a {@link NodeCurve} is made of: days or nodes, one kind of value for them, and how to get from one to the
 * next. Whatever the kind of value, it is turned into the quantity that is interpolated.
 *
 * <p>For one thread.
 */
public final class NodeCurveBuilder {

    private final String name;
    private final LocalDate referenceDate;
    private DayCount dayCount = DayCounts.ACT_365F;
    private CurveQuantity quantity = CurveQuantity.ZERO_RATE;
    private Interpolator interpolator = Interpolators.LINEAR;
    private Extrapolator before = Extrapolator.FLAT;
    private Extrapolator after = Extrapolator.FLAT;
    private List<LocalDate> dates = List.of();
    private List<String> labels = List.of();
    private List<CurveNode> nodes = List.of();
    private @Nullable Values values;

    /** Turns what was given into logarithms of discount factors and into zero rates. */
    private abstract static class Values {

        final double[] given;

        Values(double[] given) {
            this.given = given.clone();
        }

        abstract double logDiscountFactor(double[] years, int k);

        abstract double zeroRate(double[] years, int k);
    }

    NodeCurveBuilder(String name, LocalDate referenceDate) {
        this.name = Objects.requireNonNull(name);
        this.referenceDate = Objects.requireNonNull(referenceDate);
    }

    /**
     * Sets how times are measured.
     *
     * @param measure a day count that needs no accrual period; ACT/365 fixed by default
     * @return this
     */
    public NodeCurveBuilder dayCount(DayCount measure) {
        this.dayCount = Objects.requireNonNull(measure);
        return this;
    }

    /**
     * Sets what is interpolated and how.
     *
     * @param scheme one of the usual pairs; linear zero rates by default
     * @return this
     */
    public NodeCurveBuilder interpolation(CurveInterpolation scheme) {
        return interpolation(scheme.quantity(), scheme.interpolator());
    }

    /**
     * Sets what is interpolated and how.
     *
     * @param what what the nodes hold
     * @param way how it is interpolated
     * @return this
     */
    public NodeCurveBuilder interpolation(CurveQuantity what, Interpolator way) {
        this.quantity = Objects.requireNonNull(what);
        this.interpolator = Objects.requireNonNull(way);
        return this;
    }

    /**
     * Sets what the curve does outside its nodes.
     *
     * @param beforeFirst before the first node; flat by default
     * @param afterLast after the last node; flat by default
     * @return this
     */
    public NodeCurveBuilder extrapolation(Extrapolator beforeFirst, Extrapolator afterLast) {
        this.before = Objects.requireNonNull(beforeFirst);
        this.after = Objects.requireNonNull(afterLast);
        return this;
    }

    /**
     * Sets the days of the nodes.
     *
     * @param days ascending, not before the reference date
     * @return this
     */
    public NodeCurveBuilder dates(List<LocalDate> days) {
        this.dates = List.copyOf(days);
        return this;
    }

    /**
     * Sets what the nodes of {@link #dates} are called; the days themselves by default.
     *
     * @param names one for each day
     * @return this
     */
    public NodeCurveBuilder labels(List<String> names) {
        this.labels = List.copyOf(names);
        return this;
    }

    /**
     * Sets nodes with their times, instead of days.
     *
     * @param points ascending by time
     * @return this
     */
    public NodeCurveBuilder nodes(List<CurveNode> points) {
        this.nodes = List.copyOf(points);
        return this;
    }

    /**
     * Gives the curve as continuously compounded zero rates.
     *
     * @param rates one for each node, as decimals
     * @return this
     */
    public NodeCurveBuilder zeroRates(double... rates) {
        return zeroRates(Compounding.CONTINUOUS, rates);
    }

    /**
     * Gives the curve as zero rates in any compounding.
     *
     * @param compounding how often the rates are compounded; not at coupon frequency, as there are no coupons
     * @param rates one for each node, as decimals
     * @return this
     * @throws InvalidInput if the rates are to be compounded at coupon frequency
     */
    public NodeCurveBuilder zeroRates(Compounding compounding, double... rates) {
        InvalidInput.unless(
                compounding != Compounding.AT_COUPON_FREQUENCY, "compounding", compounding, "one of zero rates");
        this.values = new ZeroRates(compounding, rates);
        return this;
    }

    /**
     * Gives the curve as discount factors. At time 0 that is 1, and the zero rate there is taken from the next node.
     *
     * @param factors one for each node, positive
     * @return this
     */
    public NodeCurveBuilder discountFactors(double... factors) {
        this.values = new DiscountFactors(factors);
        return this;
    }

    /**
     * Gives the curve as continuously compounded forward rates, each for the time from the node before (or from the
     * reference date) to its own.
     *
     * @param rates one for each node, as decimals
     * @return this
     */
    public NodeCurveBuilder forwardRates(double... rates) {
        this.values = new ForwardRates(rates);
        return this;
    }

    /**
     * Makes the curve.
     *
     * @return the curve
     * @throws InvalidInput if days and values differ in number, a day is out of order, a value is out of range or none was
     *     given, or the extrapolation cannot be had for these nodes
     */
    public NodeCurve build() {
        Values held = values;
        if (held == null) {
            throw new InvalidInput("values", "none", "zero rates, discount factors or forward rates");
        }
        List<CurveNode> points = nodes.isEmpty() ? nodesOfDates() : nodes;
        InvalidInput.unless(
                nodes.isEmpty() || dates.isEmpty(), "nodes", nodes.size(), "given by days or by times, not both");
        InvalidInput.unless(
                held.given.length == points.size(), "values", held.given.length, "one for each of " + points.size());
        double[] years = points.stream().mapToDouble(CurveNode::years).toArray();
        double[] y = new double[years.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = quantity == CurveQuantity.ZERO_RATE
                    ? held.zeroRate(years, k)
                    : years[k] == 0.0 ? 0.0 : held.logDiscountFactor(years, k);
        }
        return new NodeCurve(name, referenceDate, dayCount, points, y, quantity, interpolator, before, after);
    }

    private List<CurveNode> nodesOfDates() {
        InvalidInput.unless(
                labels.isEmpty() || labels.size() == dates.size(), "labels", labels.size(), "one for each day");
        InvalidInput.unless(!dayCount.needsPeriod(), "dayCount", dayCount.officialName(), "one of two dates alone");
        List<CurveNode> made = new ArrayList<>(dates.size());
        for (int k = 0; k < dates.size(); k++) {
            LocalDate date = dates.get(k);
            InvalidInput.unless(!date.isBefore(referenceDate), "date", date, "not before " + referenceDate);
            String label = labels.isEmpty() ? date.toString() : labels.get(k);
            made.add(new CurveNode(label, date, dayCount.yearFraction(referenceDate, date)));
        }
        return made;
    }

    private static double positive(String name, double value) {
        InvalidInput.unless(value >= 1e-300 && value <= 1e300, name, value, "positive and finite");
        return value;
    }

    private static double finite(String name, double value) {
        InvalidInput.unless(Math.abs(value) <= 1e9, name, value, "finite");
        return value;
    }

    private static final class ZeroRates extends Values {

        private final Compounding compounding;

        ZeroRates(Compounding compounding, double[] rates) {
            super(rates);
            this.compounding = compounding;
        }

        @Override
        double logDiscountFactor(double[] years, int k) {
            return -zeroRate(years, k) * years[k];
        }

        @Override
        double zeroRate(double[] years, int k) {
            double rate = finite("zero rate", given[k]);
            double t = years[k];
            if (compounding == Compounding.CONTINUOUS || (compounding == Compounding.SIMPLE && t == 0.0)) {
                return rate;
            }
            double span = compounding == Compounding.SIMPLE ? t : 1.0 / compounding.periodsPerYear(1);
            InvalidInput.unless(1.0 + rate * span >= 1e-300, "zero rate", rate, "one that leaves something");
            return Exponential.log1p(rate * span) / span;
        }
    }

    private static final class DiscountFactors extends Values {

        DiscountFactors(double[] factors) {
            super(factors);
        }

        @Override
        double logDiscountFactor(double[] years, int k) {
            return Exponential.log(positive("discount factor", given[k]));
        }

        @Override
        double zeroRate(double[] years, int k) {
            if (years[k] > 0.0) {
                return -logDiscountFactor(years, k) / years[k];
            }
            InvalidInput.unless(given[k] == 1.0, "discount factor at time 0", given[k], "1");
            InvalidInput.unless(
                    k + 1 < years.length && years[k + 1] > 0.0, "nodes", years.length, "more than one at time 0");
            return zeroRate(years, k + 1);
        }
    }

    private static final class ForwardRates extends Values {

        ForwardRates(double[] rates) {
            super(rates);
        }

        @Override
        double logDiscountFactor(double[] years, int k) {
            double log = 0.0;
            for (int i = 0; i <= k; i++) {
                log -= finite("forward rate", given[i]) * (years[i] - (i == 0 ? 0.0 : years[i - 1]));
            }
            return log;
        }

        @Override
        double zeroRate(double[] years, int k) {
            return years[k] > 0.0 ? -logDiscountFactor(years, k) / years[k] : finite("forward rate", given[k]);
        }
    }
}
