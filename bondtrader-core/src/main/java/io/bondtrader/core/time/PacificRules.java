package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;

/** Closing days in Australia and New Zealand. */
final class PacificRules {

    /** First year of the list below, which the act lays down year by year. */
    private static final int FIRST_MATARIKI = 2022;

    /** Te Kāhui o Matariki Public Holiday Act 2022, schedule 1: the days as month and day, 2022 to 2052. */
    private static final int[] MATARIKI = {
        624, 714, 628, 620, 710, 625, 714, 706, 621, 711, 702, 624, 707, 629, 718, 710, 625, 715, 706, 719, 711, 703,
        624, 707, 629, 719, 703, 625, 715, 630, 621
    };

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

    /** Wellington: Holidays Act 2003, section 44, and its predecessors; Waitangi and Anzac Day move to Monday since 2014. */
    static void newZealand(YearOfClosures y) {
        y.pairToNextWeekdays(1, 1);
        y.weekdayFrom(MONDAY, 1, 19); // anniversary of Wellington, the Monday nearest 22 January
        y.goodFriday();
        y.easterMonday();
        if (y.from(2014)) {
            y.weekendToMonday(2, 6);
            y.weekendToMonday(4, 25);
        } else {
            y.fixed(2, 6);
            y.fixed(4, 25);
        }
        y.nth(1, MONDAY, 6);
        if (y.from(FIRST_MATARIKI)) {
            int day = MATARIKI[y.year() - FIRST_MATARIKI];
            y.fixed(day / 100, day % 100);
        }
        y.nth(4, MONDAY, 10);
        y.pairToNextWeekdays(12, 25);
        y.once(2022, 9, 26); // memorial for Queen Elizabeth II
    }
}
