package io.bondtrader.core.time;

import static java.time.DayOfWeek.FRIDAY;

/** Bank holidays of the Nordic countries and Poland. */
final class NorthernEuropeRules {

    private NorthernEuropeRules() {}

    /** Law 1989:253 on public holidays, and the eves on which the Riksbank is closed. */
    static void sweden(YearOfClosures y) {
        y.fixed(1, 1);
        y.fixed(1, 6);
        y.goodFriday();
        y.easterMonday();
        y.fixed(5, 1);
        y.ascension();
        if (y.from(2005)) {
            y.fixed(6, 6);
        } else {
            y.whitMonday();
        }
        y.weekdayFrom(FRIDAY, 6, 19);
        christmasAndNewYearEve(y);
    }

    /** Law on public holidays of 24 February 1995, and 1 and 17 May by the law of 26 April 1947. */
    static void norway(YearOfClosures y) {
        y.fixed(1, 1);
        y.easter(-3);
        y.goodFriday();
        y.easterMonday();
        y.fixed(5, 1);
        y.fixed(5, 17);
        y.ascension();
        y.whitMonday();
        y.fixed(12, 25);
        y.fixed(12, 26);
    }

    /** Danmarks Nationalbank's banking days; the day of prayer was given up by law 214 of 2023, from 2024. */
    static void denmark(YearOfClosures y) {
        y.fixed(1, 1);
        y.easter(-3);
        y.goodFriday();
        y.easterMonday();
        if (!y.from(2024)) {
            y.easter(26);
        }
        y.ascension();
        if (y.from(2009)) {
            y.easter(40);
        }
        y.whitMonday();
        y.fixed(6, 5);
        christmasAndNewYearEve(y);
    }

    /** Bank of Finland's banking days. */
    static void finland(YearOfClosures y) {
        y.fixed(1, 1);
        y.fixed(1, 6);
        y.goodFriday();
        y.easterMonday();
        y.fixed(5, 1);
        y.ascension();
        y.weekdayFrom(FRIDAY, 6, 19);
        y.fixed(12, 6);
        y.fixed(12, 24);
        y.fixed(12, 25);
        y.fixed(12, 26);
    }

    /** Law of 18 January 1951 on days free from work: 6 January again from 2011, 24 December from 2025. */
    static void poland(YearOfClosures y) {
        y.fixed(1, 1);
        if (y.from(2011)) {
            y.fixed(1, 6);
        }
        y.easterMonday();
        y.fixed(5, 1);
        y.fixed(5, 3);
        y.corpusChristi();
        y.fixed(8, 15);
        y.fixed(11, 1);
        y.fixed(11, 11);
        y.once(2018, 11, 12); // a hundred years of independence
        if (y.from(2025)) {
            y.fixed(12, 24);
        }
        y.fixed(12, 25);
        y.fixed(12, 26);
    }

    private static void christmasAndNewYearEve(YearOfClosures y) {
        y.fixed(12, 24);
        y.fixed(12, 25);
        y.fixed(12, 26);
        y.fixed(12, 31);
    }
}
