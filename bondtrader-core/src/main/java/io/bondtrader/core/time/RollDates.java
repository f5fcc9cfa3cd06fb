package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;

/**
 * The dates on which something recurs every so many months, each counted from one seed so that no date drifts: the day
 * of the month is the seed's, or the last of a month that lacks it, and with end-of-month rolling always the last.
 *
 * <p>The k-th coupon date before maturity is {@code RollDates.roll(maturity, -k * frequency.months(), endOfMonth)}.
 *
 * <p>Holds no state; safe for use by many threads. A call allocates the result and nothing else.
 */
public final class RollDates {

    private static final int FIRST_YEAR = -9999;
    private static final int LAST_YEAR = 9999;

    private RollDates() {}

    /**
     * Returns the date that lies a number of months from a seed.
     *
     * @param seed the date to count from
     * @param months months to move; negative moves back
     * @param endOfMonth whether every rolled date is the last day of its month, a rule that bites only if the seed is
     *     the last day of its own
     * @return the date; the seed itself for zero months
     * @throws InvalidInput if the result lies outside the years -9999 to 9999
     */
    public static LocalDate roll(LocalDate seed, int months, boolean endOfMonth) {
        int day = endOfMonth && isEndOfMonth(seed) ? 31 : seed.getDayOfMonth();
        return dateOf(monthOf(seed) + months, day);
    }

    /**
     * Returns {@link #roll} as a day number, without creating a date.
     *
     * @param seed the date to count from
     * @param months months to move; negative moves back
     * @param endOfMonth whether every rolled date is the last day of its month, if the seed is
     * @return days since 1 January 1970
     * @throws InvalidInput if the result lies outside the years -9999 to 9999
     */
    public static long rollToEpochDay(LocalDate seed, int months, boolean endOfMonth) {
        int day = endOfMonth && isEndOfMonth(seed) ? 31 : seed.getDayOfMonth();
        return epochDayOf(monthOf(seed) + months, day);
    }

    /**
     * Tells whether a date is the last day of its month.
     *
     * @param date the date
     * @return whether the next day belongs to another month
     */
    public static boolean isEndOfMonth(LocalDate date) {
        int day = date.getDayOfMonth();
        return day >= 28 && day == date.lengthOfMonth();
    }

    /** Counts months from the start of year 0. */
    static long monthOf(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    /** {@return the given day of a month counted from year 0, or the month's last day if it is shorter} */
    static LocalDate dateOf(long month, int day) {
        int year = yearOf(month);
        int monthOfYear = (int) Math.floorMod(month, 12L) + 1;
        return LocalDate.of(year, monthOfYear, Math.min(day, lengthOf(year, monthOfYear)));
    }

    /** {@return {@link #dateOf} as days since 1 January 1970} */
    static long epochDayOf(long month, int day) {
        int year = yearOf(month);
        int monthOfYear = (int) Math.floorMod(month, 12L) + 1;
        // Days before 1 March of a year that starts in March: the leap day comes last, so that it needs no case.
        int shifted = monthOfYear > 2 ? year : year - 1;
        int monthFromMarch = monthOfYear > 2 ? monthOfYear - 3 : monthOfYear + 9;
        long beforeYear =
                365L * shifted + Math.floorDiv(shifted, 4) - Math.floorDiv(shifted, 100) + Math.floorDiv(shifted, 400);
        int beforeMonth = (153 * monthFromMarch + 2) / 5;
        return beforeYear + beforeMonth + Math.min(day, lengthOf(year, monthOfYear)) - 1 - MARCH_OF_YEAR_0_TO_1970;
    }

    private static final long MARCH_OF_YEAR_0_TO_1970 = -LocalDate.of(0, 3, 1).toEpochDay();

    private static int yearOf(long month) {
        long year = Math.floorDiv(month, 12L);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidInput("rolled date", "year " + year, "in the years -9999 to 9999");
        }
        return (int) year;
    }

    private static int lengthOf(int year, int monthOfYear) {
        return switch (monthOfYear) {
            case 2 -> IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** {@return the last day of a date's month} */
    static LocalDate endOfMonth(LocalDate date) {
        return YearMonth.from(date).atEndOfMonth();
    }
}
