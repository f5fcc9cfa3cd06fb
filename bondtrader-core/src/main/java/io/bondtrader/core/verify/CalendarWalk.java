package io.bondtrader.core.verify;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * A day of the Gregorian calendar that walks on, one day at a time. It knows the lengths of the months and the rule of
 * leap years and shares no date arithmetic with the formulas that it checks. For one thread.
 */
final class CalendarWalk {

    /** More than a thousand years: beyond it a walk would take noticeable time. */
    private static final long FARTHEST = 400_000;

    private int year;
    private int month;
    private int day;

    private CalendarWalk(LocalDate from) {
        this.year = from.getYear();
        this.month = from.getMonthValue();
        this.day = from.getDayOfMonth();
    }

    /** Starts a walk, unless it would be endless for any practical purpose. */
    static CalendarWalk between(LocalDate from, LocalDate to) {
        checkDistance(from, to);
        return new CalendarWalk(from);
    }

    static void checkDistance(LocalDate from, LocalDate to) {
        if (Math.abs(to.toEpochDay() - from.toEpochDay()) > FARTHEST) {
            throw new InvalidInput("end of a walk", to, "within " + FARTHEST + " days of " + from);
        }
    }

    void step() {
        day++;
        if (day > lengthOfMonth(year, month)) {
            day = 1;
            month++;
            if (month > 12) {
                month = 1;
                year++;
            }
        }
    }

    boolean isBefore(LocalDate date) {
        if (year != date.getYear()) {
            return year < date.getYear();
        }
        if (month != date.getMonthValue()) {
            return month < date.getMonthValue();
        }
        return day < date.getDayOfMonth();
    }

    boolean isOnOrAfter(LocalDate date) {
        return !isBefore(date);
    }

    boolean isLeapDay() {
        return month == 2 && day == 29;
    }

    boolean isInLeapYear() {
        return isLeapYear(year);
    }

    static boolean isLeapYear(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> isLeapYear(year) ? 29 : 28;
            default -> 31;
        };
    }

    static boolean isEndOfFebruary(LocalDate date) {
        return date.getMonthValue() == 2 && date.getDayOfMonth() == lengthOfMonth(date.getYear(), 2);
    }
}
