package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;

/**
 * Bank holidays of England and Wales: Banking and Financial Dealings Act 1971, schedule 1, and the royal proclamations that
 * move or add days.
 */
final class UnitedKingdomRules {

    private UnitedKingdomRules() {}

    static void englandAndWales(YearOfClosures y) {
        y.weekendToMonday(1, 1);
        y.goodFriday();
        y.easterMonday();
        earlyMay(y);
        spring(y);
        y.last(MONDAY, 8);
        y.pairToNextWeekdays(12, 25);
        y.once(1999, 12, 31); // millennium
        y.once(2011, 4, 29); // royal wedding
        y.once(2022, 9, 19); // funeral of Queen Elizabeth II
        y.once(2023, 5, 8); // coronation of King Charles III
    }

    /** The first Monday of May, moved to the 8th for the anniversaries of VE day. */
    private static void earlyMay(YearOfClosures y) {
        if (y.isIn(1995) || y.isIn(2020)) {
            y.fixed(5, 8);
        } else {
            y.nth(1, MONDAY, 5);
        }
    }

    /** The last Monday of May, moved in the years of the golden, diamond and platinum jubilees. */
    private static void spring(YearOfClosures y) {
        switch (y.year()) {
            case 2002 -> {
                y.fixed(6, 3);
                y.fixed(6, 4);
            }
            case 2012 -> {
                y.fixed(6, 4);
                y.fixed(6, 5);
            }
            case 2022 -> {
                y.fixed(6, 2);
                y.fixed(6, 3);
            }
            default -> y.last(MONDAY, 5);
        }
    }
}
