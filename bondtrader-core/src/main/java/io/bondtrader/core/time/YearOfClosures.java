package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/** Collects the closed days of one year by the kinds of rule that holiday laws use. For one thread. */
final class YearOfClosures {

    private final int year;
    private final LocalDate easterSunday;
    private final Set<LocalDate> closed = new TreeSet<>();

    YearOfClosures(int year) {
        this.year = year;
        this.easterSunday = easterSunday(year);
    }

    int year() {
        return year;
    }

    boolean from(int firstYear) {
        return year >= firstYear;
    }

    boolean isIn(int someYear) {
        return year == someYear;
    }

    LocalDate on(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    /** Closed on a day, whatever the weekday. */
    void fixed(int month, int day) {
        closed.add(on(month, day));
    }

    /** Closed on one day of one year. */
    void once(int inYear, int month, int day) {
        if (isIn(inYear)) {
            fixed(month, day);
        }
    }

    void close(LocalDate date) {
        closed.add(date);
    }

    boolean isClosed(LocalDate date) {
        return closed.contains(date);
    }

    /** Closed on a day; on a Sunday also on the Monday after. */
    void sundayToMonday(int month, int day) {
        LocalDate date = on(month, day);
        closed.add(date);
        if (date.getDayOfWeek() == SUNDAY) {
            closed.add(date.plusDays(1));
        }
    }

    /** Closed on a day; on a weekend also on the Monday after. */
    void weekendToMonday(int month, int day) {
        LocalDate date = on(month, day);
        closed.add(date);
        if (isWeekend(date)) {
            closed.add(date.with(TemporalAdjusters.next(MONDAY)));
        }
    }

    /** Closed on a day; on a Saturday also on the Friday before, on a Sunday on the Monday after. */
    void nearestWeekday(int month, int day) {
        LocalDate date = on(month, day);
        sundayToMonday(month, day);
        if (date.getDayOfWeek() == SATURDAY) {
            closed.add(date.minusDays(1));
        }
    }

    /**
     * Closed on two days in a row; each that falls on a weekend also on the next weekday that is not the other's, as for
     * Christmas and Boxing Day.
     */
    void pairToNextWeekdays(int month, int day) {
        LocalDate first = on(month, day);
        LocalDate second = first.plusDays(1);
        closed.add(first);
        closed.add(second);
        if (isWeekend(first)) {
            closed.add(first.plusDays(2));
        }
        if (isWeekend(second)) {
            closed.add(second.plusDays(2));
        }
    }

    /** Closed on the n-th such weekday of a month. */
    void nth(int n, DayOfWeek weekday, int month) {
        closed.add(nthOf(n, weekday, month));
    }

    LocalDate nthOf(int n, DayOfWeek weekday, int month) {
        return on(month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    /** Closed on the last such weekday of a month. */
    void last(DayOfWeek weekday, int month) {
        closed.add(on(month, 1).with(TemporalAdjusters.lastInMonth(weekday)));
    }

    /** Closed on the first such weekday on or after a day. */
    void weekdayFrom(DayOfWeek weekday, int month, int day) {
        closed.add(on(month, day).with(TemporalAdjusters.nextOrSame(weekday)));
    }

    /** Closed on a day counted from Easter Sunday. */
    void easter(int daysAfterSunday) {
        closed.add(easterSunday.plusDays(daysAfterSunday));
    }

    void goodFriday() {
        easter(-2);
    }

    void easterMonday() {
        easter(1);
    }

    void ascension() {
        easter(39);
    }

    void whitMonday() {
        easter(50);
    }

    void corpusChristi() {
        easter(60);
    }

    LocalDate easterSunday() {
        return easterSunday;
    }

    /** {@return the closed days of this year; a rule that led out of it concerns another} */
    Set<LocalDate> closures() {
        closed.removeIf(date -> date.getYear() != year);
        return Set.copyOf(closed);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
    }

    /**
     * Easter Sunday of the western churches in the Gregorian calendar, through the age of the moon on 1 January (epact) and
     * the Sunday after the full moon. Source: C. Clavius's rule as given by the United States Naval Observatory, after J.-M.
     * Oudin (1940), in <i>Explanatory Supplement to the Astronomical Almanac</i> (1992), p. 581.
     */
    static LocalDate easterSunday(int year) {
        int century = year / 100;
        int goldenNumber = year % 19;
        int lunarCorrection = (century - (century - 17) / 25) / 3;
        int epact = Math.floorMod(century - century / 4 - lunarCorrection + 19 * goldenNumber + 15, 30);
        int fullMoon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - goldenNumber) / 11));
        int weekday = Math.floorMod(year + year / 4 + fullMoon + 2 - century + century / 4, 7);
        int sunday = fullMoon - weekday;
        int month = 3 + (sunday + 40) / 44;
        return LocalDate.of(year, month, sunday + 28 - 31 * (month / 4));
    }
}
