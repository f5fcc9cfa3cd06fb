package io.bondtrader.core.verify;

import static java.util.Map.entry;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.HolidayCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Day counts by enumeration: goes from the first date to the second one day at a time and adds up what each day is worth
 * by the text of the convention. Slow, plain, and shares nothing with the formulas of {@code time} but their names.
 *
 * <p>Days of equal worth are counted and then divided once, so that a century of days costs no digits.
 */
final class DayByDay {

    /** What a convention says about the days from one date to another. */
    @FunctionalInterface
    private interface Rule {
        double years(LocalDate start, LocalDate end, @Nullable AccrualPeriod period);
    }

    private static final Map<DayCount, Rule> RULES = Map.ofEntries(
            entry(DayCounts.ACT_360, over(360.0)),
            entry(DayCounts.ACT_364, over(364.0)),
            entry(DayCounts.ACT_365F, over(365.0)),
            entry(DayCounts.ACT_365_25, over(365.25)),
            entry(DayCounts.ACT_366, over(366.0)),
            entry(DayCounts.ACT_365_ACTUAL, (start, end, period) -> act365Actual(start, end)),
            entry(DayCounts.ACT_365L, (start, end, period) -> act365L(start, end, required(period))),
            entry(DayCounts.NL_365, (start, end, period) -> noLeap(start, end)),
            entry(DayCounts.ACT_ACT_ISDA, (start, end, period) -> isda(start, end)),
            entry(DayCounts.ACT_ACT_AFB, (start, end, period) -> afb(start, end)),
            entry(DayCounts.ACT_ACT_ICMA, (start, end, period) -> QuasiPeriodWalk.icma(start, end, required(period))),
            entry(
                    DayCounts.ACT_365_CANADIAN,
                    (start, end, period) -> QuasiPeriodWalk.canadian(start, end, required(period))),
            thirty(DayCounts.THIRTY_360),
            thirty(DayCounts.THIRTY_U_360),
            thirty(DayCounts.THIRTY_E_360),
            thirty(DayCounts.THIRTY_E_360_ISDA),
            thirty(DayCounts.THIRTY_E_PLUS_360),
            thirty(DayCounts.THIRTY_360_NASD),
            thirty(DayCounts.THIRTY_360_ITALIAN),
            entry(DayCounts.ONE_ONE, (start, end, period) -> days(start, end) > 0 ? 1.0 : 0.0));

    private DayByDay() {}

    /** Whether there is a walk for a day count: for all but those an application made up. */
    static boolean knows(DayCount dayCount) {
        return dayCount.businessDays().isPresent() || byName(dayCount).isPresent();
    }

    static double yearFraction(DayCount dayCount, LocalDate start, LocalDate end, @Nullable AccrualPeriod period) {
        if (start.equals(end)) {
            return 0.0; // no day to walk, even where a rule would turn a 31st into two different days
        }
        if (dayCount.businessDays().isPresent()) {
            return business252(dayCount.businessDays().get(), start, end);
        }
        DayCount named = byName(dayCount)
                .orElseThrow(() -> new InvalidInput("day count", dayCount, "one that can be counted day by day"));
        Rule rule = RULES.get(named);
        if (rule == null) {
            throw new InvalidInput("day count", dayCount, "one that can be counted day by day");
        }
        return rule.years(start, end, period);
    }

    /** By its name, not by its identity: what claims to be ACT/360 is held to ACT/360. */
    private static Optional<DayCount> byName(DayCount dayCount) {
        return RULES.keySet().stream()
                .filter(known -> known.officialName().equals(dayCount.officialName()))
                .findFirst();
    }

    private static AccrualPeriod required(@Nullable AccrualPeriod period) {
        if (period == null) {
            throw new InvalidInput("accrual period", null, "given for a day count that depends on it");
        }
        return period;
    }

    private static Rule over(double denominator) {
        return (start, end, period) -> days(start, end) / denominator;
    }

    private static Map.Entry<DayCount, Rule> thirty(DayCount rule) {
        return entry(rule, (start, end, period) -> ThirtyDayWalk.yearFraction(rule, start, end, period));
    }

    private static int days(LocalDate start, LocalDate end) {
        int days = 0;
        for (CalendarWalk day = CalendarWalk.between(start, end); day.isBefore(end); day.step()) {
            days++;
        }
        return days;
    }

    /** The leap days after the start and not after the end. */
    private static int leapDays(LocalDate start, LocalDate end) {
        int leapDays = 0;
        for (CalendarWalk day = CalendarWalk.between(start, end); day.isBefore(end); ) {
            day.step();
            leapDays += day.isLeapDay() ? 1 : 0;
        }
        return leapDays;
    }

    private static double act365Actual(LocalDate start, LocalDate end) {
        return days(start, end) / (leapDays(start, end) > 0 ? 366.0 : 365.0);
    }

    private static double act365L(LocalDate start, LocalDate end, AccrualPeriod period) {
        boolean annual = period.frequency().perYear() == 1;
        boolean leap = annual
                ? leapDays(period.start(), period.end()) > 0
                : CalendarWalk.isLeapYear(period.end().getYear());
        return days(start, end) / (leap ? 366.0 : 365.0);
    }

    private static double noLeap(LocalDate start, LocalDate end) {
        return (days(start, end) - leapDays(start, end)) / 365.0;
    }

    private static double isda(LocalDate start, LocalDate end) {
        int inLeapYears = 0;
        int inOtherYears = 0;
        for (CalendarWalk day = CalendarWalk.between(start, end); day.isBefore(end); day.step()) {
            if (day.isInLeapYear()) {
                inLeapYears++;
            } else {
                inOtherYears++;
            }
        }
        return inLeapYears / 366.0 + inOtherYears / 365.0;
    }

    /** Walks back from the end: each anniversary of the end that it passes makes a year of the days since the last one. */
    private static double afb(LocalDate start, LocalDate end) {
        CalendarWalk.checkDistance(start, end);
        boolean lateFebruary = end.getMonthValue() == 2 && end.getDayOfMonth() >= 28;
        int years = 0;
        int days = 0;
        boolean leapDay = false;
        for (LocalDate day = end.minusDays(1); !day.isBefore(start); day = day.minusDays(1)) {
            days++;
            leapDay |= day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
            boolean anniversary = lateFebruary
                    ? CalendarWalk.isEndOfFebruary(day) && day.getYear() < end.getYear()
                    : day.getMonthValue() == end.getMonthValue() && day.getDayOfMonth() == end.getDayOfMonth();
            if (anniversary) {
                years++;
                days = 0;
                leapDay = false;
            }
        }
        return years + days / (leapDay ? 366.0 : 365.0);
    }

    private static double business252(HolidayCalendar calendar, LocalDate start, LocalDate end) {
        CalendarWalk.checkDistance(start, end);
        int open = 0;
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            open += calendar.isBusinessDay(day) ? 1 : 0;
        }
        return open / 252.0;
    }
}
