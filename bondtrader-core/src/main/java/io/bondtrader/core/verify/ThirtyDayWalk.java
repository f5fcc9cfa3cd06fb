package io.bondtrader.core.verify;

import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Walks from one date to another through a calendar whose months all have thirty days, February included, and counts
 * its steps.
 *
 * <p>Source: the texts of the rules as {@link DayCounts} cites them, read as what they do to each of the two days before
 * the walk; a 31st that a rule leaves alone is the first of the next month.
 */
final class ThirtyDayWalk {

    private ThirtyDayWalk() {}

    static double yearFraction(DayCount rule, LocalDate start, LocalDate end, @Nullable AccrualPeriod period) {
        boolean matures = period != null && end.equals(period.termination());
        int first = firstDay(rule, start);
        int second = secondDay(rule, start, end, first, matures);
        return steps(start, first, end, second) / 360.0;
    }

    private static int firstDay(DayCount rule, LocalDate start) {
        boolean february = start.getMonthValue() == 2;
        if (rule == DayCounts.THIRTY_U_360 || rule == DayCounts.THIRTY_E_360_ISDA) {
            if (CalendarWalk.isEndOfFebruary(start)) {
                return 30;
            }
        } else if (rule == DayCounts.THIRTY_360_ITALIAN && february && start.getDayOfMonth() >= 28) {
            return 30;
        }
        return start.getDayOfMonth() == 31 ? 30 : start.getDayOfMonth();
    }

    private static int secondDay(DayCount rule, LocalDate start, LocalDate end, int first, boolean matures) {
        int day = end.getDayOfMonth();
        if (rule == DayCounts.THIRTY_E_360) {
            return day == 31 ? 30 : day;
        }
        if (rule == DayCounts.THIRTY_E_360_ISDA) {
            boolean last = CalendarWalk.isEndOfFebruary(end) && !matures;
            return last || day == 31 ? 30 : day;
        }
        if (rule == DayCounts.THIRTY_360_ITALIAN) {
            boolean lateFebruary = end.getMonthValue() == 2 && day >= 28;
            return lateFebruary || day == 31 ? 30 : day;
        }
        if (rule == DayCounts.THIRTY_E_PLUS_360) {
            return day;
        }
        if (rule == DayCounts.THIRTY_U_360
                && CalendarWalk.isEndOfFebruary(start)
                && CalendarWalk.isEndOfFebruary(end)) {
            return 30;
        }
        return day == 31 && first == 30 ? 30 : day; // bond basis, NASD and the rest of the US rule
    }

    private static int steps(LocalDate start, int first, LocalDate end, int second) {
        CalendarWalk.checkDistance(start, end);
        int year = start.getYear();
        int month = start.getMonthValue();
        int day = first;
        int targetYear = end.getYear();
        int targetMonth = end.getMonthValue();
        int targetDay = second;
        if (targetDay == 31) {
            targetDay = 1;
            targetMonth++;
            if (targetMonth == 13) {
                targetMonth = 1;
                targetYear++;
            }
        }
        int steps = 0;
        while (year < targetYear
                || (year == targetYear && (month < targetMonth || (month == targetMonth && day < targetDay)))) {
            steps++;
            day++;
            if (day > 30) {
                day = 1;
                month++;
                if (month > 12) {
                    month = 1;
                    year++;
                }
            }
        }
        return steps;
    }
}
