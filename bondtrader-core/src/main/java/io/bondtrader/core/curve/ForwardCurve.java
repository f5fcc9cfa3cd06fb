package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.RollDates;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What an index of money-market rates is expected to fix at: simple rates for periods to come.
 *
 * <pre>
 *   off discount factors    L(s, e) = (P(s)/P(e) − 1) / τ(s, e)
 *   off given forwards      L(s) by interpolation between the starts of the periods that are given
 * </pre>
 *
 * <p>Source: M. Henrard, "Interest Rate Modelling in the Multi-Curve Framework", 2014, chapter 2 (the index curve by
 * pseudo-discount factors, and by forwards).
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ForwardCurve {

    private final String index;
    private final Tenor tenor;
    private final DayCount dayCount;
    private final DiscountCurve curve;
    private final boolean forwardsGiven;

    private ForwardCurve(String index, Tenor tenor, DayCount dayCount, DiscountCurve curve, boolean forwardsGiven) {
        InvalidInput.unless(!index.isBlank(), "index", index, "not blank");
        InvalidInput.unless(tenor.amount() > 0, "tenor", tenor, "positive");
        this.index = index;
        this.tenor = tenor;
        this.dayCount = Objects.requireNonNull(dayCount);
        this.curve = Objects.requireNonNull(curve);
        this.forwardsGiven = forwardsGiven;
    }

    /**
     * Returns the forward curve of pseudo-discount factors.
     *
     * @param index what the index is called, such as {@code "EURIBOR"}; not blank
     * @param tenor the length of its periods
     * @param dayCount how they are measured
     * @param curve the discount factors that the index's forward rates follow from
     * @return the forward curve, with the nodes of the discount curve
     * @throws InvalidInput if the name is blank or the tenor not positive
     */
    public static ForwardCurve of(String index, Tenor tenor, DayCount dayCount, DiscountCurve curve) {
        return new ForwardCurve(index, tenor, dayCount, curve, false);
    }

    /**
     * Returns the forward curve through given forward rates, flat outside them.
     *
     * @param index what the index is called; not blank
     * @param tenor the length of its periods
     * @param dayCount how they are measured
     * @param referenceDate today
     * @param starts the start of each period, ascending, not before today
     * @param forwards the simple forward rate of each period, as decimals
     * @param interpolator how the forward rates between the starts follow
     * @return the forward curve, with a node for each start
     * @throws InvalidInput if the arrays differ in length, a day is out of order or a rate is not between -100 and 100
     */
    public static ForwardCurve ofForwards(
            String index,
            Tenor tenor,
            DayCount dayCount,
            LocalDate referenceDate,
            List<LocalDate> starts,
            double[] forwards,
            Interpolator interpolator) {
        InvalidInput.unless(
                !(interpolator instanceof Interpolators way && way.readsZeroRates()),
                "interpolator",
                interpolator.officialName(),
                "one that does not need zero rates");
        // A line of numbers by time is what a curve through nodes is; here they are read as they stand.
        NodeCurve line = NodeCurve.ofZeroRates(index, referenceDate, starts, forwards, interpolator);
        return new ForwardCurve(index, tenor, dayCount, line, true);
    }

    /** {@return what the index is called} */
    public String index() {
        return index;
    }

    /** {@return the length of the index's periods} */
    public Tenor tenor() {
        return tenor;
    }

    /** {@return how the index's periods are measured} */
    public DayCount dayCount() {
        return dayCount;
    }

    /** {@return the first day that the curve speaks of} */
    public LocalDate referenceDate() {
        return curve.referenceDate();
    }

    /** {@return the parameters that sensitivities are by} */
    public List<CurveNode> nodes() {
        return curve.nodes();
    }

    /**
     * Returns the forward rate of the period of the index's own tenor, without adjustment of its end.
     *
     * @param start first day of the period, the reference date or later
     * @return the simple rate, as a decimal per year
     * @throws InvalidInput if the day is before the reference date
     * @throws MissingData if the curve does not reach that far
     */
    public double forwardRate(LocalDate start) {
        return forwardRate(start, end(start));
    }

    /**
     * Returns the forward rate of a period.
     *
     * @param start first day of the period, the reference date or later
     * @param end last day, after the first
     * @return the simple rate by the index's day count, as a decimal per year
     * @throws InvalidInput if a day is before the reference date or the period is empty
     * @throws MissingData if the curve does not reach that far
     */
    public double forwardRate(LocalDate start, LocalDate end) {
        return forwardRate(start, end, dayCount);
    }

    /**
     * Returns the forward rate of a period by another day count. Where forward rates are given, they are those of the
     * index's own periods and day count: the period's start decides, and the rate is carried over to the other day count.
     *
     * @param start first day of the period, the reference date or later
     * @param end last day, after the first
     * @param measure how the period is measured
     * @return the simple rate, as a decimal per year
     * @throws InvalidInput if a day is before the reference date or the period is empty
     * @throws MissingData if the curve does not reach that far
     */
    public double forwardRate(LocalDate start, LocalDate end, DayCount measure) {
        double fraction = fraction(start, end, measure);
        if (forwardsGiven) {
            double carried = measure.equals(dayCount) ? 1.0 : fraction(start, end, dayCount) / fraction;
            return curve.zeroRate(start) * carried;
        }
        return (curve.discountFactor(start) / curve.discountFactor(end) - 1.0) / fraction;
    }

    /**
     * Adds what the forward rate of a period owes to each of the curve's parameters.
     *
     * @param start first day of the period, the reference date or later
     * @param end last day, after the first
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂L/∂xᵢ}
     * @param offset index of the first node's element
     * @throws InvalidInput if a day is before the reference date or the period is empty
     * @throws MissingData if the curve does not reach that far
     */
    public void addForwardRateSensitivities(
            LocalDate start, LocalDate end, double weight, double[] sensitivities, int offset) {
        double fraction = fraction(start, end, dayCount);
        double from = curve.years(start);
        if (forwardsGiven) {
            addGivenForward(from, weight, sensitivities, offset);
            return;
        }
        double to = curve.years(end);
        double scale = weight * curve.discountFactor(from) / curve.discountFactor(to) / fraction;
        curve.addLogDiscountSensitivities(from, scale, sensitivities, offset);
        curve.addLogDiscountSensitivities(to, -scale, sensitivities, offset);
    }

    /** The rate read at a time t is −ln P(t)/t of the line behind it; at time 0 its first node speaks for it. */
    private void addGivenForward(double years, double weight, double[] sensitivities, int offset) {
        if (years > 0.0) {
            curve.addLogDiscountSensitivities(years, -weight / years, sensitivities, offset);
        } else {
            sensitivities[offset] += weight;
        }
    }

    private double fraction(LocalDate start, LocalDate end, DayCount measure) {
        InvalidInput.unless(end.isAfter(start), "end", end, "after the start of the period, " + start);
        double fraction = measure.yearFraction(start, end);
        InvalidInput.unless(fraction > 0.0, "period", start + " to " + end, "one that the day count sees");
        return fraction;
    }

    private LocalDate end(LocalDate start) {
        return switch (tenor.unit()) {
            case DAY -> start.plusDays(tenor.amount());
            case WEEK -> start.plusWeeks(tenor.amount());
            case MONTH -> RollDates.roll(start, tenor.amount(), false);
            case YEAR -> RollDates.roll(start, 12 * tenor.amount(), false);
        };
    }

    @Override
    public String toString() {
        return "ForwardCurve[" + index + " " + tenor + ", " + curve.name() + "]";
    }
}
