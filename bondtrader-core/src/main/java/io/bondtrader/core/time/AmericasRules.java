package io.bondtrader.core.time;

import static java.time.DayOfWeek.MONDAY;

/** Closing days in Canada and Brazil. */
final class AmericasRules {

    private AmericasRules() {}

    /** Canada's payments system: Ontario's holidays and those of banks under the Bills of Exchange Act, section 42. */
    static void canada(YearOfClosures y) {
        torontoExchange(y);
        if (y.from(2021)) {
            y.weekendToMonday(9, 30);
        }
        y.weekendToMonday(11, 11);
    }

    /** Toronto Stock Exchange: open on Remembrance Day and on the day for truth and reconciliation. */
    static void torontoExchange(YearOfClosures y) {
        y.weekendToMonday(1, 1);
        if (y.from(2008)) {
            y.nth(3, MONDAY, 2);
        }
        y.goodFriday();
        y.weekdayFrom(MONDAY, 5, 18);
        y.weekendToMonday(7, 1);
        y.nth(1, MONDAY, 8);
        y.nth(1, MONDAY, 9);
        y.nth(2, MONDAY, 10);
        y.pairToNextWeekdays(12, 25);
    }

    /** Bank holidays by Conselho Monetário Nacional, resolution 2932 of 2002; 20 November by law 14759 of 2023. */
    static void brazil(YearOfClosures y) {
        y.fixed(1, 1);
        y.easter(-48);
        y.easter(-47);
        y.goodFriday();
        y.fixed(4, 21);
        y.fixed(5, 1);
        y.corpusChristi();
        y.fixed(9, 7);
        y.fixed(10, 12);
        y.fixed(11, 2);
        y.fixed(11, 15);
        if (y.from(2024)) {
            y.fixed(11, 20);
        }
        y.fixed(12, 25);
    }
}
