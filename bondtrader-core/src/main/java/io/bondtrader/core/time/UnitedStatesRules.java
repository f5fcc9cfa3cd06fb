package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.LocalDate;

/** Closing days in the United States. Full closures only: days on which a market closes early are business days. */
final class UnitedStatesRules {

    private UnitedStatesRules() {}

    /**
     * SIFMA's recommended closures for US dollar government securities, federal holidays in the main. Good Friday is an
     * early close, not a closure, when the employment report comes out that day: on the first Friday of April.
     */
    static void governmentBonds(YearOfClosures y) {
        y.sundayToMonday(1, 1);
        y.nth(3, MONDAY, 1);
        y.nth(3, MONDAY, 2);
        LocalDate goodFriday = y.easterSunday().minusDays(2);
        boolean employmentReport = y.from(1996) && goodFriday.getMonthValue() == 4 && goodFriday.getDayOfMonth() <= 7;
        if (!employmentReport) {
            y.goodFriday();
        }
        y.last(MONDAY, 5);
        if (y.from(2022)) {
            y.nearestWeekday(6, 19);
        }
        y.nearestWeekday(7, 4);
        y.nth(1, MONDAY, 9);
        y.nth(2, MONDAY, 10);
        y.sundayToMonday(11, 11);
        y.nth(4, THURSDAY, 11);
        y.nearestWeekday(12, 25);
        y.once(2004, 6, 11); // mourning for President Reagan
        y.once(2012, 10, 30); // Hurricane Sandy
        y.once(2018, 12, 5); // mourning for President G. H. W. Bush
    }

    /** New York Stock Exchange, rule 7.2 and the exchange's list of special closings. */
    static void stockExchange(YearOfClosures y) {
        y.sundayToMonday(1, 1);
        if (y.from(1998)) {
            y.nth(3, MONDAY, 1);
        }
        y.nth(3, MONDAY, 2);
        y.goodFriday();
        y.last(MONDAY, 5);
        if (y.from(2022)) {
            y.nearestWeekday(6, 19);
        }
        y.nearestWeekday(7, 4);
        y.nth(1, MONDAY, 9);
        y.nth(4, THURSDAY, 11);
        y.nearestWeekday(12, 25);
        y.once(1994, 4, 27); // mourning for President Nixon
        for (int day = 11; day <= 14; day++) {
            y.once(2001, 9, day); // attacks of 11 September
        }
        y.once(2004, 6, 11); // mourning for President Reagan
        y.once(2007, 1, 2); // mourning for President Ford
        y.once(2012, 10, 29); // Hurricane Sandy
        y.once(2012, 10, 30);
        y.once(2018, 12, 5); // mourning for President G. H. W. Bush
        y.once(2025, 1, 9); // mourning for President Carter
    }

    /** Federal Reserve Banks: 5 U.S.C. 6103; a holiday on a Sunday moves to Monday, one on a Saturday is not moved. */
    static void federalReserve(YearOfClosures y) {
        y.sundayToMonday(1, 1);
        y.nth(3, MONDAY, 1);
        y.nth(3, MONDAY, 2);
        y.last(MONDAY, 5);
        // Signed into law on 17 June 2021; the Reserve Banks stayed open on the 18th and closed first in 2022.
        if (y.from(2022)) {
            y.sundayToMonday(6, 19);
        }
        y.sundayToMonday(7, 4);
        y.nth(1, MONDAY, 9);
        y.nth(2, MONDAY, 10);
        y.sundayToMonday(11, 11);
        y.nth(4, THURSDAY, 11);
        y.sundayToMonday(12, 25);
    }
}
