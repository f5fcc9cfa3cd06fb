package io.bondtrader.core.time;

import java.time.LocalDate;

/** A calendar without holidays, with or without weekends. It is a pattern, not a market, and knows no horizon. */
final class WeekPatternCalendar extends HolidayCalendar {

    private static final CalendarHorizon ALWAYS =
            new CalendarHorizon(LocalDate.MIN, LocalDate.MAX, LocalDate.MAX, "the seven-day week");
    // 1 January 1970 was a Thursday: three days into its week.
    private static final long DAYS_SINCE_MONDAY = 3;

    private final int openDaysPerWeek;

    private WeekPatternCalendar(String name, int openDaysPerWeek) {
        super(name, ALWAYS);
        this.openDaysPerWeek = openDaysPerWeek;
    }

    static WeekPatternCalendar everyDayOpen(String name) {
        return new WeekPatternCalendar(name, 7);
    }

    static WeekPatternCalendar mondayToFriday(String name) {
        return new WeekPatternCalendar(name, 5);
    }

    boolean everyDayOpen() {
        return openDaysPerWeek == 7;
    }

    @Override
    boolean isOpen(long epochDay) {
        return Math.floorMod(epochDay + DAYS_SINCE_MONDAY, 7L) < openDaysPerWeek;
    }

    @Override
    long businessDaysBefore(long epochDay) {
        long days = epochDay + DAYS_SINCE_MONDAY;
        return Math.floorDiv(days, 7L) * openDaysPerWeek + Math.min(Math.floorMod(days, 7L), openDaysPerWeek);
    }

    @Override
    long businessDayNumber(long number) {
        return Math.floorDiv(number, (long) openDaysPerWeek) * 7
                + Math.floorMod(number, (long) openDaysPerWeek)
                - DAYS_SINCE_MONDAY;
    }
}
