package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The third Wednesdays of March, June, September and December, on which money-market futures settle. Source: CME rulebook,
 * chapter 452.
 *
 * <p>Holds no state; safe for use by many threads.
 */
public final class ImmDates {

    private ImmDates() {}

    /**
     * Tells whether a date is an IMM date.
     *
     * @param date the date
     * @return whether it is the third Wednesday of March, June, September or December
     */
    public static boolean isImmDate(LocalDate date) {
        return date.getMonthValue() % 3 == 0 && date.equals(thirdWednesday(date));
    }

    /**
     * Returns the first IMM date on or after a date.
     *
     * @param date the date
     * @return the IMM date
     * @throws InvalidInput if it lies outside the years -9999 to 9999
     */
    public static LocalDate nextOrSame(LocalDate date) {
        int monthsToQuarter = (3 - date.getMonthValue() % 3) % 3;
        LocalDate candidate = thirdWednesday(RollDates.roll(date, monthsToQuarter, false));
        return candidate.isBefore(date) ? thirdWednesday(RollDates.roll(candidate, 3, false)) : candidate;
    }

    /**
     * Returns the first IMM date after a date.
     *
     * @param date the date
     * @return the IMM date
     * @throws InvalidInput if it lies outside the years -9999 to 9999
     */
    public static LocalDate next(LocalDate date) {
        LocalDate same = nextOrSame(date);
        return same.isAfter(date) ? same : thirdWednesday(RollDates.roll(same, 3, false));
    }

    /**
     * Returns the IMM dates of an interval.
     *
     * @param startInclusive the first day
     * @param endInclusive the last day
     * @return the IMM dates in order; empty if there is none
     * @throws InvalidInput if the end is before the start, or lies outside the years -9999 to 9999
     */
    public static List<LocalDate> between(LocalDate startInclusive, LocalDate endInclusive) {
        InvalidInput.unless(
                !endInclusive.isBefore(startInclusive), "end date", endInclusive, "on or after " + startInclusive);
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = nextOrSame(startInclusive); !date.isAfter(endInclusive); date = next(date)) {
            dates.add(date);
        }
        return List.copyOf(dates);
    }

    private static LocalDate thirdWednesday(LocalDate inMonth) {
        return inMonth.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.WEDNESDAY));
    }
}
