package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A day on which the discount factors of a curve step: money over the turn of a year costs more than the days around it
 * say. As a node of a curve, its parameter is the logarithm of the factor.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what people call it, such as {@code "turn 2026"}; not blank
 * @param date the first day whose discount factor includes the step
 * @param factor what discount factors from that day on are multiplied by, 0.5 to 2; below 1 where money costs more
 */
public record CurveJump(String label, LocalDate date, double factor) {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if the label is blank or the factor out of range
     */
    public CurveJump {
        Objects.requireNonNull(date);
        InvalidInput.unless(!label.isBlank(), "label", label, "not blank");
        InvalidInput.unless(factor >= 0.5 && factor <= 2.0, "factor", factor, "0.5 to 2");
    }

    /**
     * Returns the step of an extra rate over a few days, in simple interest: 1 / (1 + rate·τ), on the last of the days.
     *
     * @param label what people call it
     * @param start the day on which the money is lent, such as the last business day of the year
     * @param end the day on which it is paid back
     * @param dayCount how the span τ is measured
     * @param extraRate what the money costs above the days around, as a decimal per year
     * @return the jump
     * @throws InvalidInput if the days are out of order, or the factor is out of range
     */
    public static CurveJump ofRate(String label, LocalDate start, LocalDate end, DayCount dayCount, double extraRate) {
        InvalidInput.unless(end.isAfter(start), "end", end, "after " + start);
        InvalidInput.unless(Math.abs(extraRate) <= 1e3, "extraRate", extraRate, "a rate");
        return new CurveJump(label, end, 1.0 / (1.0 + extraRate * dayCount.yearFraction(start, end)));
    }
}
