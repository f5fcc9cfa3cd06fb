package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that turns two dates into a fraction of a year. The rules themselves are the constants of {@link DayCounts}.
 *
 * <p>Every day count is exact about order: the first date must not be after the second, and equal dates give 0.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public interface DayCount {

    /** {@return the name that {@link #of} reads, such as {@code ACT/ACT-ICMA}} */
    String officialName();

    /**
     * Returns the fraction of a year between two dates.
     *
     * @param start first day, included
     * @param end last day, excluded; not before {@code start}
     * @return years, 0 or more
     * @throws InvalidInput if the dates are out of order, or this day count {@linkplain #needsPeriod() needs the accrual
     *     period}
     */
    double yearFraction(LocalDate start, LocalDate end);

    /**
     * Returns the fraction of a year between two dates of an accrual period. Day counts that do not need the period use
     * of it what their rule mentions, or ignore it.
     *
     * @param start first day, included
     * @param end last day, excluded; not before {@code start}
     * @param period the accrual period that the dates belong to
     * @return years, 0 or more
     * @throws InvalidInput if the dates are out of order
     */
    double yearFraction(LocalDate start, LocalDate end, AccrualPeriod period);

    /**
     * Returns the integer numerator of the fraction: calendar days, thirty-day-month days or business days, as this day
     * count counts them.
     *
     * @param start first day, included
     * @param end last day, excluded; not before {@code start}
     * @return days, 0 or more
     * @throws InvalidInput if the dates are out of order
     */
    int days(LocalDate start, LocalDate end);

    /**
     * Returns the integer numerator for two dates of an accrual period. Only 30E/360 ISDA counts otherwise than without
     * the period: the termination date keeps its place at the end of February.
     *
     * @param start first day, included
     * @param end last day, excluded; not before {@code start}
     * @param period the accrual period that the dates belong to
     * @return days, 0 or more
     * @throws InvalidInput if the dates are out of order
     */
    default int days(LocalDate start, LocalDate end, AccrualPeriod period) {
        return days(start, end);
    }

    /** {@return the calendar whose business days are counted; empty if other days are} */
    default Optional<HolidayCalendar> businessDays() {
        return Optional.empty();
    }

    /** {@return whether the fraction depends on the accrual period, so that two dates alone are refused} */
    boolean needsPeriod();

    /**
     * Returns the day count of a given name: the constants of {@link DayCounts} by their own names and by the usual
     * spellings, in any case, such as {@code 30/360}, {@code Actual/365 Fixed}, {@code act/act (icma)} or {@code BUS/252
     * BRAZIL}.
     *
     * @param name the name
     * @return the day count
     * @throws InvalidInput if no day count, or more than one, goes by that name: {@code ACT/ACT} alone is refused
     */
    static DayCount of(String name) {
        return DayCountNames.of(name);
    }
}
