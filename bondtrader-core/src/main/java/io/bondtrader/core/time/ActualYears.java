package io.bondtrader.core.time;

import java.time.LocalDate;

/** Fractions of a year by its true length, by the rules that {@link DayCounts} states. */
final class ActualYears {

    private ActualYears() {}

    static double isdaFraction(LocalDate start, LocalDate end) {
        int firstYear = start.getYear();
        int lastYear = end.getYear();
        if (firstYear == lastYear) {
            return (end.getDayOfYear() - start.getDayOfYear()) / (double) start.lengthOfYear();
        }
        double inFirst = (start.lengthOfYear() - start.getDayOfYear() + 1) / (double) start.lengthOfYear();
        double inLast = (end.getDayOfYear() - 1) / (double) end.lengthOfYear();
        return inFirst + (lastYear - firstYear - 1) + inLast;
    }

    static double afbFraction(LocalDate start, LocalDate end) {
        int wholeYears = Math.max(0, end.getYear() - start.getYear());
        LocalDate remainderEnd = yearsBack(end, wholeYears);
        if (remainderEnd.isBefore(start)) {
            wholeYears--;
            remainderEnd = yearsBack(end, wholeYears);
        }
        long days = remainderEnd.toEpochDay() - start.toEpochDay();
        return wholeYears + days / (hasLeapDay(start, remainderEnd) ? 366.0 : 365.0);
    }

    private static LocalDate yearsBack(LocalDate end, int years) {
        if (years == 0) {
            return end;
        }
        LocalDate date = end.minusYears(years);
        return date.getMonthValue() == 2 && date.getDayOfMonth() == 28 ? RollDates.endOfMonth(date) : date;
    }

    /** {@return whether a 29 February lies on or after the start and before the end} */
    private static boolean hasLeapDay(LocalDate start, LocalDate endExclusive) {
        return start.isBefore(endExclusive) && leapDaysUpTo(endExclusive.minusDays(1)) > leapDaysBefore(start);
    }

    /** {@return how many times 29 February lies after the start and not after the end} */
    static int leapDaysBetween(LocalDate start, LocalDate end) {
        return (int) (leapDaysUpTo(end) - leapDaysUpTo(start));
    }

    static int lengthForAct365L(AccrualPeriod period) {
        boolean leap = period.frequency() == Frequency.ANNUAL
                ? leapDaysBetween(period.start(), period.end()) > 0
                : period.end().isLeapYear();
        return leap ? 366 : 365;
    }

    private static long leapDaysBefore(LocalDate date) {
        boolean onLeapDay = date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
        return leapDaysUpTo(date) - (onLeapDay ? 1 : 0);
    }

    /** Counts the leap days from the year 1, below zero before it. */
    private static long leapDaysUpTo(LocalDate date) {
        boolean reached = date.getMonthValue() > 2 || (date.getMonthValue() == 2 && date.getDayOfMonth() == 29);
        long lastYear = reached ? date.getYear() : date.getYear() - 1L;
        return Math.floorDiv(lastYear, 4L) - Math.floorDiv(lastYear, 100L) + Math.floorDiv(lastYear, 400L);
    }
}
