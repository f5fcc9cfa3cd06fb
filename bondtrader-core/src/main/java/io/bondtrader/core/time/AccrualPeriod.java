package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One period over which a coupon accrues, with what some day counts must know about it besides its two dates.
 *
 * <p>A regular period needs no reference dates. A stub has them: the regular period it belongs to. A short first period
 * lies inside its reference period, a long first period starts before it, a long last period ends after it; further
 * quasi-coupon dates roll from the reference dates by the frequency. They fall on the reference dates' day of the month
 * (the later of the two where they differ, because the earlier one was cut short by its month), or on the last day of the
 * month if {@code endOfMonth}.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param start first day of accrual, included
 * @param end last day of accrual, excluded: the coupon date; not before {@code start}
 * @param frequency how often the bond pays
 * @param endOfMonth whether the bond's regular coupon dates are the last days of their months; a bond that rolls from the
 *     31st says true, for its dates are the same
 * @param regularStart start of the regular period that a stub refers to; null if the period is regular
 * @param regularEnd end of that regular period, after its start; null exactly if {@code regularStart} is
 * @param termination the bond's maturity, which 30E/360 ISDA treats apart; null if it does not matter
 */
public record AccrualPeriod(
        LocalDate start,
        LocalDate end,
        Frequency frequency,
        boolean endOfMonth,
        @Nullable LocalDate regularStart,
        @Nullable LocalDate regularEnd,
        @Nullable LocalDate termination) {

    /**
     * Checks the order of the dates.
     *
     * @throws InvalidInput if a date is out of order, or one reference date is given without the other
     */
    public AccrualPeriod {
        Objects.requireNonNull(frequency, "frequency");
        if (end.isBefore(start)) {
            throw new InvalidInput("end of the accrual period", end, "on or after its start " + start);
        }
        if ((regularStart == null) != (regularEnd == null)) {
            throw new InvalidInput("reference dates", regularStart + " to " + regularEnd, "both given or both absent");
        }
        if (regularStart != null && regularEnd != null && !regularStart.isBefore(regularEnd)) {
            throw new InvalidInput("end of the reference period", regularEnd, "after its start " + regularStart);
        }
    }

    /**
     * Returns a regular period: as long as the frequency says.
     *
     * @param start first day of accrual
     * @param end the coupon date
     * @param frequency how often the bond pays
     * @return the period
     * @throws InvalidInput if the end is before the start
     */
    public static AccrualPeriod regular(LocalDate start, LocalDate end, Frequency frequency) {
        return new AccrualPeriod(start, end, frequency, false, null, null, null);
    }

    /**
     * Returns a first or last period that is shorter or longer than the frequency says.
     *
     * @param start first day of accrual
     * @param end the coupon date
     * @param frequency how often the bond pays
     * @param endOfMonth whether the regular coupon dates are the last days of their months
     * @param regularStart start of the regular period it refers to
     * @param regularEnd end of that regular period
     * @return the period
     * @throws InvalidInput if the dates are out of order
     */
    public static AccrualPeriod stub(
            LocalDate start,
            LocalDate end,
            Frequency frequency,
            boolean endOfMonth,
            LocalDate regularStart,
            LocalDate regularEnd) {
        return new AccrualPeriod(start, end, frequency, endOfMonth, regularStart, regularEnd, null);
    }

    /**
     * Returns this period of a bond that matures on a given day.
     *
     * @param maturity the bond's maturity
     * @return the period with that termination date
     */
    public AccrualPeriod withTermination(LocalDate maturity) {
        return new AccrualPeriod(start, end, frequency, endOfMonth, regularStart, regularEnd, maturity);
    }

    /** {@return start of the regular period this one refers to, or its own} */
    public LocalDate referenceStart() {
        return regularStart == null ? start : regularStart;
    }

    /** {@return end of the regular period this one refers to, or its own} */
    public LocalDate referenceEnd() {
        return regularEnd == null ? end : regularEnd;
    }

    /** The day of the month of the quasi-coupon dates; 31 stands for the last day. */
    int rollDay() {
        return endOfMonth
                ? 31
                : Math.max(referenceStart().getDayOfMonth(), referenceEnd().getDayOfMonth());
    }
}
