package io.bondtrader.core.curve;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.List;

/**
 * What one unit of money on a later day is worth on the curve's reference date.
 *
 * <p>The one function that a curve must give is the logarithm of the discount factor; every other rate follows from it:
 *
 * <pre>
 *   P(t) = e^(ln P(t))        z(t) = −ln P(t) / t        f(t) = −∂ ln P(t) / ∂t
 *
 *   P  discount factor        z  zero rate        f  instantaneous forward rate, both continuously compounded
 *   t  years from the reference date by {@link #dayCount()}
 * </pre>
 *
 * <p>Source of the relations: P. S. Hagan and G. West, "Interpolation Methods for Curve Construction", Applied
 * Mathematical Finance 13(2), 2006, section 1.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public interface DiscountCurve {

    /** {@return what the curve is called, such as {@code "USD Treasury"}} */
    String name();

    /** {@return the day on which a discount factor is 1} */
    LocalDate referenceDate();

    /** {@return the day count that measures the curve's times; it needs no accrual period} */
    DayCount dayCount();

    /**
     * Returns the parameters that sensitivities are by, in the order of {@link #addLogDiscountSensitivities}.
     *
     * @return the nodes; empty for a curve without parameters
     */
    List<CurveNode> nodes();

    /**
     * Returns the logarithm of a discount factor.
     *
     * @param years time from the reference date, 0 or more
     * @return ln P(t): 0 at time 0, negative where rates are positive
     * @throws InvalidInput if the time is negative or not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    double logDiscountFactor(double years);

    /**
     * Fills an array with the logarithms of discount factors at ascending times. The same bits as
     * {@link #logDiscountFactor} for each; implementations may be faster than one call a time.
     *
     * @param years times from the reference date, ascending
     * @param from index of the first time
     * @param to index after the last time
     * @param result filled from index {@code from} to before {@code to} with ln P(t)
     * @throws InvalidInput if a time is negative, not finite or before the one before it
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default void logDiscountFactors(double[] years, int from, int to, double[] result) {
        for (int k = from; k < to; k++) {
            if (k > from && years[k] < years[k - 1]) {
                throw new InvalidInput("years", years[k], "ascending, after " + years[k - 1]);
            }
            result[k] = logDiscountFactor(years[k]);
        }
    }

    /**
     * Returns the instantaneous forward rate, continuously compounded. Where the curve bends it is that of the later side.
     *
     * @param years time from the reference date, 0 or more
     * @return the forward rate, as a decimal per year
     * @throws InvalidInput if the time is negative or not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    double instantaneousForward(double years);

    /**
     * Adds what the logarithm of a discount factor owes to each of the curve's parameters.
     *
     * @param years time from the reference date, 0 or more
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂ ln P(t) / ∂xᵢ} for parameter xᵢ
     *     of node i
     * @param offset index of the first node's element
     * @throws InvalidInput if the time is negative or not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset);

    /**
     * Returns what amounts at ascending times are worth together on the reference date. Added up in order, from the bits
     * of {@link #discountFactor}; implementations may be faster than one call a time.
     *
     * @param years times from the reference date, ascending
     * @param amounts what is paid at each time
     * @param from index of the first payment
     * @param to index after the last payment
     * @return Σ aₖ·P(tₖ)
     * @throws InvalidInput if a time is negative or not finite, or the sum is not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double discountedSum(double[] years, double[] amounts, int from, int to) {
        double sum = 0.0;
        for (int k = from; k < to; k++) {
            sum += amounts[k] * Exponential.exp(logDiscountFactor(years[k]));
        }
        if (!(Math.abs(sum) < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("worth of the amounts", sum, "finite");
        }
        return sum;
    }

    /**
     * Adds what the worth of amounts at ascending times owes to each of the curve's parameters.
     *
     * @param years times from the reference date, ascending
     * @param amounts what is paid at each time
     * @param from index of the first payment
     * @param to index after the last payment
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂(Σ aₖ·P(tₖ)) / ∂xᵢ}
     * @param offset index of the first node's element
     * @throws InvalidInput if a time is negative or not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default void addDiscountedSumSensitivities(
            double[] years, double[] amounts, int from, int to, double weight, double[] sensitivities, int offset) {
        for (int k = from; k < to; k++) {
            double value = amounts[k] * Exponential.exp(logDiscountFactor(years[k]));
            addLogDiscountSensitivities(years[k], weight * value, sensitivities, offset);
        }
    }

    /**
     * Returns the time of a day.
     *
     * @param date the reference date or later
     * @return years from the reference date
     * @throws InvalidInput if the day is before the reference date
     */
    default double years(LocalDate date) {
        if (date.isBefore(referenceDate())) {
            throw new InvalidInput("date", date, "on or after the curve's reference date " + referenceDate());
        }
        return dayCount().yearFraction(referenceDate(), date);
    }

    /**
     * Returns a discount factor.
     *
     * @param years time from the reference date, 0 or more
     * @return P(t), positive
     * @throws InvalidInput if the time is negative or not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double discountFactor(double years) {
        double factor = Exponential.exp(logDiscountFactor(years));
        if (!(factor < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "a time whose discount factor a double can hold");
        }
        return factor;
    }

    /**
     * Returns the discount factor of a day.
     *
     * @param date the reference date or later
     * @return P(t), positive
     * @throws InvalidInput if the day is before the reference date
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double discountFactor(LocalDate date) {
        return discountFactor(years(date));
    }

    /**
     * Returns a zero rate, continuously compounded; at time 0, its limit.
     *
     * @param years time from the reference date, 0 or more
     * @return the zero rate, as a decimal per year
     * @throws InvalidInput if the time is negative or not finite
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double zeroRate(double years) {
        return years == 0.0 ? instantaneousForward(0.0) : -logDiscountFactor(years) / years;
    }

    /**
     * Returns a zero rate in any compounding.
     *
     * @param years time from the reference date, 0 or more
     * @param compounding how often the rate is compounded; not at coupon frequency, as there are no coupons
     * @return the zero rate, as a decimal per year; at time 0, its limit
     * @throws InvalidInput if the time is negative or not finite, the compounding is at coupon frequency, or no double
     *     holds the rate
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double zeroRate(double years, Compounding compounding) {
        if (compounding == Compounding.AT_COUPON_FREQUENCY) {
            throw new InvalidInput("compounding", compounding, "one of zero rates");
        }
        double continuous = zeroRate(years);
        if (compounding == Compounding.CONTINUOUS || (compounding == Compounding.SIMPLE && years == 0.0)) {
            return continuous;
        }
        double span = compounding == Compounding.SIMPLE ? years : 1.0 / compounding.periodsPerYear(1);
        double rate = Exponential.expm1(continuous * span) / span;
        if (!(rate < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("zero rate", rate, "finite");
        }
        return rate;
    }

    /**
     * Returns the zero rate of a day, continuously compounded.
     *
     * @param date the reference date or later
     * @return the zero rate, as a decimal per year
     * @throws InvalidInput if the day is before the reference date
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double zeroRate(LocalDate date) {
        return zeroRate(years(date));
    }

    /**
     * Returns the rate agreed today for a span of time to come, continuously compounded.
     *
     * @param from start of the span in years from the reference date, 0 or more
     * @param to end of the span, after {@code from}
     * @return the forward rate, as a decimal per year
     * @throws InvalidInput if a time is negative or not finite, or the span is empty
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default double forwardRate(double from, double to) {
        if (!(to > from)) {
            throw new InvalidInput("to", to, "after " + from);
        }
        return (logDiscountFactor(from) - logDiscountFactor(to)) / (to - from);
    }

    /**
     * Returns the curve that this one implies for a later day: P(d, t) = P(t)/P(d). Its parameters are those of this curve.
     *
     * @param start the new curve's reference date, not before this one's
     * @return the forward-starting curve
     * @throws InvalidInput if the day is before the reference date
     * @throws MissingData if the curve does not reach that far and may not be extrapolated
     */
    default DiscountCurve impliedFrom(LocalDate start) {
        return new ImpliedCurve(this, start);
    }

    /**
     * Returns the curve with all its zero rates moved in parallel. Its parameters are those of this curve.
     *
     * @param shift what is added to continuously compounded zero rates, as a decimal from -10 to 10
     * @return the shifted curve
     * @throws InvalidInput if the shift is out of range
     */
    default DiscountCurve shifted(double shift) {
        return new ShiftedCurve(this, shift);
    }

    /**
     * Returns the curve with the zero rates of another one added, which multiplies the discount factors: a spread over
     * this curve as a curve of its own. Its parameters are those of this curve, then those of the spread.
     *
     * @param spread a curve with the same reference date and day count
     * @return the composed curve
     * @throws InvalidInput if reference date or day count differ
     */
    default DiscountCurve plus(DiscountCurve spread) {
        return new ComposedCurve(this, spread);
    }

    /**
     * Returns the curve with steps of its discount factors on given days, as at the turn of a year. Its parameters are
     * those of this curve, then the logarithm of each step.
     *
     * @param jumps ascending by day, after the reference date
     * @return the curve with jumps
     * @throws InvalidInput if a day is out of order
     */
    default DiscountCurve withJumps(List<CurveJump> jumps) {
        return new JumpCurve(this, jumps);
    }
}
