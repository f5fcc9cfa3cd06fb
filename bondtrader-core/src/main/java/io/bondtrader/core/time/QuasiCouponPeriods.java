package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;

/**
 * Fractions that are summed over (quasi-)coupon periods: the regular period of an {@link AccrualPeriod} and the ones that
 * roll from it in both directions. Dates inside the regular period are the rule, and cost two subtractions.
 */
final class QuasiCouponPeriods {

    private QuasiCouponPeriods() {}

    /** ICMA rule 251.1(iii): days over the days of their period, summed, over the frequency. */
    static double icmaFraction(long start, long end, AccrualPeriod period) {
        int frequency = period.frequency().perYear();
        long lower = period.referenceStart().toEpochDay();
        long upper = period.referenceEnd().toEpochDay();
        if (start == end) {
            return 0.0;
        }
        if (start >= lower && end <= upper) {
            return (end - start) / (double) (frequency * (upper - lower));
        }
        int k = indexOfPeriodWith(start, period);
        lower = boundary(k, period);
        double periods = 0.0;
        while (lower < end) {
            k++;
            upper = boundary(k, period);
            periods += (Math.min(end, upper) - Math.max(start, lower)) / (double) (upper - lower);
            lower = upper;
        }
        return periods / frequency;
    }

    /** Canadian bonds: what has accrued up to the end, less what had accrued up to the start. */
    static double canadianFraction(long start, long end, AccrualPeriod period) {
        // One day beyond half of a long half-year less has accrued than on the day before: never let it run backwards.
        return Math.max(0.0, canadianAccrued(end, period) - canadianAccrued(start, period));
    }

    private static double canadianAccrued(long date, AccrualPeriod period) {
        long accrualStart = period.start().toEpochDay();
        if (date <= accrualStart) {
            return 0.0;
        }
        int frequency = period.frequency().perYear();
        int k = indexOfPeriodWith(accrualStart, period);
        long lower = boundary(k, period);
        double accrued = 0.0;
        while (lower < date) {
            k++;
            long upper = boundary(k, period);
            long from = Math.max(lower, accrualStart);
            long to = Math.min(upper, date);
            accrued += from > lower ? (to - from) / 365.0 : canadianInPeriod(to - lower, upper - lower, frequency);
            lower = upper;
        }
        return accrued;
    }

    private static double canadianInPeriod(long elapsed, long length, int frequency) {
        if (elapsed == length) {
            return 1.0 / frequency;
        }
        return elapsed * frequency > 365 ? 1.0 / frequency - (length - elapsed) / 365.0 : elapsed / 365.0;
    }

    /** {@return the index of the (quasi-)coupon period that contains a day; the reference period is number 0} */
    private static int indexOfPeriodWith(long day, AccrualPeriod period) {
        if (!period.referenceStart().isBefore(period.referenceEnd())) {
            throw new InvalidInput("accrual period", period, "longer than no day at all");
        }
        int k = 0;
        while (boundary(k, period) > day) {
            k--;
        }
        while (boundary(k + 1, period) <= day) {
            k++;
        }
        return k;
    }

    /** {@return the first day of the (quasi-)coupon period with an index} */
    private static long boundary(int k, AccrualPeriod period) {
        if (k == 0) {
            return period.referenceStart().toEpochDay();
        }
        if (k == 1) {
            return period.referenceEnd().toEpochDay();
        }
        int step = period.frequency().months();
        long month = k < 0
                ? RollDates.monthOf(period.referenceStart()) + (long) k * step
                : RollDates.monthOf(period.referenceEnd()) + (k - 1L) * step;
        return RollDates.epochDayOf(month, period.rollDay());
    }
}
