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
        y.fixed(4, 25);
        y.nth(2, MONDAY, 6);
        y.nth(1, MONDAY, 8);
        y.nth(1, MONDAY, 10);
        y.pairToNextWeekdays(12, 25);
        y.once(2011, 4, 26); // Anzac Day fell on Easter Monday
        y.once(2022, 9, 22); // mourning for Queen Elizabeth II
        y.once(2026, 4, 27); // additional day for Anzac Day on a weekend
        y.once(2027, 4, 26);
    }
}
