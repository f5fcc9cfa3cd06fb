package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;

/**
 * Bank holidays of Japan: Act on National Holidays (Act 178 of 1948, as amended to 2018) and Order for Enforcement of the
 * Banking Act, article 5, for 31 December to 3 January. The equinoxes follow the Hydrographic Department's formula, which
 * is meant for 1980 to 2099; the government announces each one in the February before.
 */
final class JapanRules {

    private JapanRules() {}

    static void japan(YearOfClosures y) {
        nationalHolidays(y);
        substituteHolidays(y);
        daysBetweenHolidays(y);
        y.fixed(1, 2);
        y.fixed(1, 3);
        y.fixed(12, 31);
    }

    private static void nationalHolidays(YearOfClosures y) {
        y.fixed(1, 1);
        if (y.from(2000)) {
            y.nth(2, MONDAY, 1);
        } else {
            y.fixed(1, 15);
        }
        y.fixed(2, 11);
        if (y.from(2020)) {
            y.fixed(2, 23);
        }
        y.fixed(3, equinox(y.year(), 20.8431));
        y.fixed(4, 29);
        y.fixed(5, 3);
        y.fixed(5, 5);
        if (y.from(2007)) {
            y.fixed(5, 4);
        }
        summer(y);
        if (y.from(2003)) {
            y.nth(3, MONDAY, 9);
        } else {
            y.fixed(9, 15);
        }
        y.fixed(9, equinox(y.year(), 23.2488));
        y.fixed(11, 3);
        y.fixed(11, 23);
        if (!y.from(2019)) {
            y.fixed(12, 23);
        }
        y.once(1990, 11, 12); // enthronement
        y.once(1993, 6, 9); // wedding of the crown prince
        y.once(2019, 5, 1); // accession
        y.once(2019, 10, 22); // enthronement
    }

    /** Marine, mountain and sports day, which the Olympic Games moved in 2020 and 2021. */
    private static void summer(YearOfClosures y) {
        if (y.isIn(2020)) {
            y.fixed(7, 23);
            y.fixed(7, 24);
            y.fixed(8, 10);
            return;
        }
        if (y.isIn(2021)) {
            y.fixed(7, 22);
            y.fixed(7, 23);
            y.fixed(8, 8);
            return;
        }
        if (y.from(2003)) {
            y.nth(3, MONDAY, 7);
        } else if (y.from(1996)) {
            y.fixed(7, 20);
        }
        if (y.from(2016)) {
            y.fixed(8, 11);
        }
        if (y.from(2000)) {
            y.nth(2, MONDAY, 10);
        } else {
            y.fixed(10, 10);
        }
    }

    /** For a holiday on a Sunday the next day that is none is one; before 2007 only if that was Monday. */
    private static void substituteHolidays(YearOfClosures y) {
        for (LocalDate holiday : y.closures()) {
            if (holiday.getDayOfWeek() == SUNDAY) {
                LocalDate substitute = holiday.plusDays(1);
                while (y.from(2007) && y.isClosed(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                y.close(substitute);
            }
        }
    }

    /** A day between two national holidays is one, unless it is a Sunday; 4 May above all until it got a name in 2007. */
    private static void daysBetweenHolidays(YearOfClosures y) {
        for (LocalDate holiday : y.closures()) {
            LocalDate between = holiday.plusDays(1);
            if (y.isClosed(holiday.plusDays(2)) && between.getDayOfWeek() != SUNDAY) {
                y.close(between);
            }
        }
    }

    /** The day of the equinox in Japan: its moment in 1980, moved on by the tropical year and back by leap days. */
    private static int equinox(int year, double dayIn1980) {
        int years = year - 1980;
        return (int) (dayIn1980 + 0.242194 * years - Math.floorDiv(years, 4));
    }
}
