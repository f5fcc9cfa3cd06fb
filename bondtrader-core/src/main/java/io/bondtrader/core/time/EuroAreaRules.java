package io.bondtrader.core.time;

import static java.time.DayOfWeek.WEDNESDAY;

/** Closing days of T2, and bank holidays in the large countries of the euro area and in Switzerland. */
final class EuroAreaRules {

    private EuroAreaRules() {}

    /** European Central Bank, announcements of closing days for 1999 to 2001, and the long-term calendar since 2002. */
    static void target(YearOfClosures y) {
        y.fixed(1, 1);
        if (y.from(2000)) {
            y.goodFriday();
            y.easterMonday();
            y.fixed(5, 1);
            y.fixed(12, 26);
        }
        y.fixed(12, 25);
        y.once(1999, 12, 31); // change of millennium
        y.once(2001, 12, 31); // cash changeover
    }

    /** Frankfurt: public holidays of Hesse, and 24 December by custom of the banks. */
    static void germany(YearOfClosures y) {
        y.fixed(1, 1);
        y.goodFriday();
        y.easterMonday();
        y.fixed(5, 1);
        y.ascension();
        y.whitMonday();
        y.corpusChristi();
        y.fixed(10, 3);
        if (!y.from(1995)) {
            // Day of Repentance, the Wednesday between 16 and 22 November, given up for the long-term care insurance.
            y.weekdayFrom(WEDNESDAY, 11, 16);
        }
        y.once(2017, 10, 31); // five hundred years of Reformation
        y.fixed(12, 24);
        y.fixed(12, 25);
        y.fixed(12, 26);
    }

    /** Code du travail, article L3133-1. */
    static void france(YearOfClosures y) {
        y.fixed(1, 1);
        y.easterMonday();
        y.fixed(5, 1);
        y.fixed(5, 8);
        y.ascension();
        // From 2005 to 2007 Whit Monday was everybody's day of unpaid work for the old and the disabled.
        if (y.year() < 2005 || y.year() > 2007) {
            y.whitMonday();
        }
        y.fixed(7, 14);
        y.fixed(8, 15);
        y.fixed(11, 1);
        y.fixed(11, 11);
        y.fixed(12, 25);
    }

    /** Law 260 of 1949 with its changes: 2 June again since law 336 of 2000, 4 October again since law 151 of 2025. */
    static void italy(YearOfClosures y) {
        y.fixed(1, 1);
        y.fixed(1, 6);
        y.easterMonday();
        y.fixed(4, 25);
        y.fixed(5, 1);
        if (y.from(2001)) {
            y.fixed(6, 2);
        }
        y.fixed(8, 15);
        if (y.from(2026)) {
            y.fixed(10, 4);
        }
        y.fixed(11, 1);
        y.fixed(12, 8);
        y.fixed(12, 25);
        y.fixed(12, 26);
        y.once(1999, 12, 31);
        y.once(2011, 3, 17); // a hundred and fifty years of Italy
    }

    /** Real Decreto 2001/1983, article 45: the national holidays and Maundy Thursday, without regional Mondays. */
    static void spain(YearOfClosures y) {
        y.fixed(1, 1);
        y.fixed(1, 6);
        y.easter(-3);
        y.goodFriday();
        y.fixed(5, 1);
        y.fixed(8, 15);
        y.fixed(10, 12);
        y.fixed(11, 1);
        y.fixed(12, 6);
        y.fixed(12, 8);
        y.fixed(12, 25);
    }

    /** Bank holidays of the canton of Zurich. */
    static void switzerland(YearOfClosures y) {
        y.fixed(1, 1);
        y.fixed(1, 2);
        y.goodFriday();
        y.easterMonday();
        y.fixed(5, 1);
        y.ascension();
        y.whitMonday();
        y.fixed(8, 1);
        y.fixed(12, 25);
        y.fixed(12, 26);
    }

    /** Arbeitsruhegesetz, section 7. */
    static void austria(YearOfClosures y) {
        y.fixed(1, 1);
        y.fixed(1, 6);
        y.easterMonday();
        y.fixed(5, 1);
        y.ascension();
        y.whitMonday();
        y.corpusChristi();
        y.fixed(8, 15);
        y.fixed(10, 26);
        y.fixed(11, 1);
        y.fixed(12, 8);
        y.fixed(12, 25);
        y.fixed(12, 26);
    }
}
