package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;

/** Closing days in Australia. */
final class PacificRules {

    private PacificRules() {}

    /** Sydney: Public Holidays Act 2010 (NSW) and its predecessors, with the banks' day in August. */
    static void australia(YearOfClosures y) {
        y.weekendToMonday(1, 1);
        y.weekendToMonday(1, 26);
        y.goodFriday();
        y.easterMonday();
        anzacDay(y);
        y.nth(2, MONDAY, 6);
        y.nth(1, MONDAY, 8);
        y.nth(1, MONDAY, 10);
        y.pairToNextWeekdays(12, 25);
        y.once(2022, 9, 22); // mourning for Queen Elizabeth II
    }

    /** Since 2011 not moved from a weekend, but for two years that were given a day by order. */
    private static void anzacDay(YearOfClosures y) {
        if (y.from(2011)) {
            y.fixed(4, 25);
        } else {
            y.sundayToMonday(4, 25);
        }
        y.once(2026, 4, 27);
        y.once(2027, 4, 26);
    }
}
