package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A way in which a curve may move: what is added to its continuously compounded zero rate, by time.
 *
 * <pre>
 *   z′(t) = z(t) + s(t)        ln P′(t) = ln P(t) − s(t)·t        f′(t) = f(t) + s(t) + t·∂s(t)/∂t
 * </pre>
 *
 * <p>Implementations are immutable and safe for use by many threads, as long as a function that a user brings is.
 */
public interface CurveScenario {

    /** {@return what the scenario is called, such as {@code "parallel +100 bp"}} */
    String name();

    /**
     * Returns the change of the zero rate.
     *
     * @param years time from the curve's reference date, 0 or more
     * @return s(t), as a decimal per year
     * @throws InvalidInput if the time is negative or not finite
     */
    double zeroShift(double years);

    /**
     * Returns the change of the instantaneous forward rate; where the scenario bends, that of the later side.
     *
     * @param years time from the curve's reference date, 0 or more
     * @return s(t) + t·∂s(t)/∂t, as a decimal per year
     * @throws InvalidInput if the time is negative or not finite
     */
    double forwardShift(double years);

    /**
     * Returns a curve as it is in this scenario. Its nodes are those of the curve, and so are its sensitivities: they are
     * by what the curve was made from, at the rates of the scenario.
     *
     * @param curve the curve as it is
     * @return the moved curve, a view of the other
     */
    default DiscountCurve applyTo(DiscountCurve curve) {
        return new ScenarioCurve(curve, this);
    }

    /**
     * Returns both scenarios at once: the changes are added up.
     *
     * @param other the other scenario
     * @return the sum, called by both names
     */
    default CurveScenario plus(CurveScenario other) {
        return new CombinedScenario(name() + " and " + other.name(), this, 1.0, other, 1.0);
    }

    /**
     * Returns a multiple of the scenario.
     *
     * @param factor what the changes are multiplied by, -1,000 to 1,000; negative to turn the scenario round
     * @return the multiple
     * @throws InvalidInput if the factor is out of range
     */
    default CurveScenario times(double factor) {
        InvalidInput.unless(Math.abs(factor) <= 1_000.0, "factor", factor, "-1,000 to 1,000");
        return new CombinedScenario(factor + " × " + name(), this, factor, null, 0.0);
    }

    /**
     * Returns the scenario under another name.
     *
     * @param name what it shall be called; not blank
     * @return the same changes
     * @throws InvalidInput if the name is blank
     */
    default CurveScenario named(String name) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        return new CombinedScenario(name, this, 1.0, null, 0.0);
    }

    /**
     * Returns the scenario in which all zero rates move alike.
     *
     * @param shift the change, as a decimal from -10 to 10
     * @return the scenario
     * @throws InvalidInput if the shift is out of range
     */
    static CurveScenario parallel(double shift) {
        return NodeShifts.of("parallel " + NodeShifts.basisPoints(shift), new double[] {0.0}, new double[] {shift});
    }

    /**
     * Returns the scenario in which long rates rise against short ones: down by half at the short end, up by half at the
     * long end, in a straight line between, flat outside.
     *
     * @param amount by how much the difference between both ends grows, as a decimal; negative to flatten
     * @param shortYears the short end in years, 0 or more
     * @param longYears the long end, after the short one
     * @return the scenario
     * @throws InvalidInput if the amount is out of range or the ends out of order
     */
    static CurveScenario steepener(double amount, double shortYears, double longYears) {
        return NodeShifts.of(
                "steepener " + NodeShifts.basisPoints(amount),
                new double[] {shortYears, longYears},
                new double[] {-0.5 * amount, 0.5 * amount});
    }

    /**
     * Returns the scenario in which long rates fall against short ones: the {@linkplain #steepener steepener} turned round.
     *
     * @param amount by how much the difference between both ends shrinks, as a decimal
     * @param shortYears the short end in years, 0 or more
     * @param longYears the long end, after the short one
     * @return the scenario
     * @throws InvalidInput if the amount is out of range or the ends out of order
     */
    static CurveScenario flattener(double amount, double shortYears, double longYears) {
        return NodeShifts.of(
                "flattener " + NodeShifts.basisPoints(amount),
                new double[] {shortYears, longYears},
                new double[] {0.5 * amount, -0.5 * amount});
    }

    /**
     * Returns the scenario in which the wings rise by half against a belly that falls by half, in straight lines between,
     * flat outside.
     *
     * @param amount by how much the wings rise against the belly, as a decimal; negative for a growing hump
     * @param shortYears the short wing in years, 0 or more
     * @param bellyYears the belly, after the short wing
     * @param longYears the long wing, after the belly
     * @return the scenario
     * @throws InvalidInput if the amount is out of range or the times out of order
     */
    static CurveScenario butterfly(double amount, double shortYears, double bellyYears, double longYears) {
        return NodeShifts.of(
                "butterfly " + NodeShifts.basisPoints(amount),
                new double[] {shortYears, bellyYears, longYears},
                new double[] {0.5 * amount, -0.5 * amount, 0.5 * amount});
    }

    /**
     * Returns the scenario in which one key rate moves: by the whole amount at its tenor, by nothing at its neighbours, in
     * straight lines between. The first key rate moves all that is before it, the last all that is after it, so that all
     * key rates together are a parallel move.
     *
     * @param tenors the tenors of all key rates in years, ascending
     * @param index which of them moves
     * @param amount the change, as a decimal from -10 to 10
     * @return the scenario
     * @throws InvalidInput if the tenors do not ascend, the index is none of them or the amount is out of range
     */
    static CurveScenario keyRate(double[] tenors, int index, double amount) {
        InvalidInput.unless(index >= 0 && index < tenors.length, "index", index, "that of a tenor");
        double[] shifts = new double[tenors.length];
        shifts[index] = amount;
        String name = "key rate " + tenors[index] + "Y " + NodeShifts.basisPoints(amount);
        return NodeShifts.of(name, tenors.clone(), shifts);
    }

    /**
     * Returns a scenario of changes at given times, in straight lines between and flat outside: the difference of two days'
     * yields, for instance.
     *
     * @param name what it shall be called; not blank
     * @param years the times, 0 or more and ascending
     * @param shifts the change at each time, as decimals from -10 to 10
     * @return the scenario
     * @throws InvalidInput if the arrays differ in length, times do not ascend or a change is out of range
     */
    static CurveScenario ofShifts(String name, double[] years, double[] shifts) {
        return NodeShifts.of(name, years.clone(), shifts.clone());
    }

    /**
     * Returns the scenario in which rates change as those of given tenors did from one day to another, in straight lines
     * between the tenors and flat outside: two days' par yields, for instance, taken for zero rates.
     *
     * @param name what it shall be called; not blank
     * @param years the tenors in years, 0 or more and ascending
     * @param before the rates of the earlier day, as decimals
     * @param after the rates of the later day, as decimals
     * @return the scenario
     * @throws InvalidInput if the arrays differ in length, times do not ascend or a change is out of range
     */
    static CurveScenario ofChange(String name, double[] years, double[] before, double[] after) {
        InvalidInput.unless(before.length == years.length, "before.length", before.length, "that of years");
        InvalidInput.unless(after.length == years.length, "after.length", after.length, "that of years");
        double[] shifts = new double[years.length];
        for (int k = 0; k < shifts.length; k++) {
            shifts[k] = after[k] - before[k];
        }
        return NodeShifts.of(name, years.clone(), shifts);
    }

    /**
     * Returns the scenario in which what happened from one day to another happens again: the difference of two curves'
     * zero rates at the same times from each one's own reference date.
     *
     * @param name what it shall be called, such as {@code "2020-03-09"}; not blank
     * @param before the curve of the earlier day
     * @param after the curve of the later day
     * @return the scenario
     * @throws InvalidInput if the name is blank
     */
    static CurveScenario historical(String name, DiscountCurve before, DiscountCurve after) {
        return new HistoricalScenario(name, before, after);
    }

    /**
     * Returns a scenario by a function of time. Its forward rates follow by difference quotients, to about nine digits.
     *
     * @param name what it shall be called; not blank
     * @param zeroShift s(t) for any time from 0 on, as a decimal from -10 to 10; without side effects
     * @return the scenario, which refuses times at which the function gives another number
     * @throws InvalidInput if the name is blank
     */
    static CurveScenario of(String name, DoubleUnaryOperator zeroShift) {
        return new FunctionScenario(name, zeroShift);
    }

    /**
     * Returns several scenarios at once: the changes are added up.
     *
     * @param name what it shall be called; not blank
     * @param parts the scenarios, one or more
     * @return the sum
     * @throws InvalidInput if the name is blank or there are no parts
     */
    static CurveScenario sum(String name, List<CurveScenario> parts) {
        InvalidInput.unless(!parts.isEmpty(), "parts", 0, "at least one scenario");
        CurveScenario sum = parts.get(0);
        for (CurveScenario part : parts.subList(1, parts.size())) {
            sum = sum.plus(part);
        }
        return sum.named(name);
    }
}
