package io.bondtrader.core.verify;

import io.bondtrader.core.time.AccrualPeriod;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Walks through the (quasi-)coupon periods of a bond day by day. Source: ICMA rule 251.1(iii); IIAC, <i>Canadian
 * Conventions in Fixed Income Markets</i>, section 2.
 */
final class QuasiPeriodWalk {

    private QuasiPeriodWalk() {}

    /** Each day is worth its share of its own period, and each period one over the frequency. */
    static double icma(LocalDate start, LocalDate end, AccrualPeriod period) {
        List<LocalDate> boundaries = boundaries(start, end, period);
        double periods = 0.0;
        for (int i = 1; i < boundaries.size(); i++) {
            LocalDate lower = boundaries.get(i - 1);
            LocalDate upper = boundaries.get(i);
            int length = 0;
            int accruing = 0;
            for (CalendarWalk day = CalendarWalk.between(lower, upper); day.isBefore(upper); day.step()) {
                length++;
                if (day.isOnOrAfter(start) && day.isBefore(end)) {
                    accruing++;
                }
            }
            periods += (double) accruing / length;
        }
        return periods / period.frequency().perYear();
    }

    /**
     * Each day is worth 1/365 until the days of an average period have gone by; after them the day is worth what leaves
     * 1/365 for each day still to come.
     */
    static double canadian(LocalDate start, LocalDate end, AccrualPeriod period) {
        return Math.max(0.0, canadianUpTo(end, period) - canadianUpTo(start, period));
    }

    private static double canadianUpTo(LocalDate date, AccrualPeriod period) {
        if (!date.isAfter(period.start())) {
            return 0.0;
        }
        List<LocalDate> boundaries = boundaries(period.start(), date, period);
        double full = 1.0 / period.frequency().perYear();
        double accrued = 0.0;
        for (int i = 1; i < boundaries.size(); i++) {
            LocalDate lower = boundaries.get(i - 1);
            LocalDate upper = boundaries.get(i);
            int gone = 0;
            int toCome = 0;
            for (CalendarWalk day = CalendarWalk.between(lower, upper); day.isBefore(upper); day.step()) {
                if (day.isBefore(date)) {
                    gone += day.isOnOrAfter(period.start()) ? 1 : 0;
                } else {
                    toCome++;
                }
            }
            boolean stub = lower.isBefore(period.start());
            boolean late = gone * period.frequency().perYear() > 365;
            if (stub || (toCome > 0 && !late)) {
                accrued += gone / 365.0;
            } else {
                accrued += full - toCome / 365.0;
            }
        }
        return accrued;
    }

    /** The period boundaries around two dates, rolled from the reference period until they enclose both. */
    private static List<LocalDate> boundaries(LocalDate start, LocalDate end, AccrualPeriod period) {
        LocalDate first = period.referenceStart();
        LocalDate last = period.referenceEnd();
        CalendarWalk.checkDistance(first, start);
        CalendarWalk.checkDistance(last, end);
        int months = 12 / period.frequency().perYear();
        int rollDay = period.endOfMonth() ? 31 : Math.max(first.getDayOfMonth(), last.getDayOfMonth());
        Deque<LocalDate> boundaries = new ArrayDeque<>(List.of(first, last));
        while (boundaries.getFirst().isAfter(start)) {
            boundaries.addFirst(onRollDay(boundaries.getFirst().minusMonths(months), rollDay));
        }
        while (boundaries.getLast().isBefore(end)) {
            boundaries.addLast(onRollDay(boundaries.getLast().plusMonths(months), rollDay));
        }
        return new ArrayList<>(boundaries);
    }

    private static LocalDate onRollDay(LocalDate inMonth, int rollDay) {
        int length = CalendarWalk.lengthOfMonth(inMonth.getYear(), inMonth.getMonthValue());
        return inMonth.withDayOfMonth(Math.min(rollDay, length));
    }
}
