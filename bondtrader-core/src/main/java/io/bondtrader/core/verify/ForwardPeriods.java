package io.bondtrader.core.verify;

import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.time.AccrualPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The coupon periods of a bond, found month by month from the start of accrual forward. The primary path rolls them back
 * from the anchor; the two share no code but the terms.
 */
final class ForwardPeriods {

    private final CouponDates dates;
    private final int rollDay; // 31 stands for the last day of the month
    private final List<LocalDate> boundaries = new ArrayList<>();

    ForwardPeriods(CouponDates dates) {
        this.dates = dates;
        LocalDate anchor = anchor(dates);
        boolean monthEnd = YearMonth.from(anchor).atEndOfMonth().equals(anchor);
        this.rollDay = dates.endOfMonth() && monthEnd ? 31 : anchor.getDayOfMonth();
        boundaries.add(dates.accrualStart());
        LocalDate agreedFirst = dates.firstCouponDate();
        YearMonth month = YearMonth.from(agreedFirst == null ? dates.accrualStart() : agreedFirst);
        while (!isCouponMonth(month, anchor)) {
            month = month.plusMonths(1);
        }
        LocalDate date = onRoll(month);
        while (date.isBefore(anchor)) {
            if (date.isAfter(dates.accrualStart())) {
                boundaries.add(date);
            }
            month = month.plusMonths(dates.frequency().months());
            date = onRoll(month);
        }
        boundaries.add(anchor);
        if (!anchor.equals(dates.maturity())) {
            boundaries.add(dates.maturity());
        }
    }

    private static LocalDate anchor(CouponDates dates) {
        LocalDate oddLastStart = dates.penultimateCouponDate();
        return oddLastStart == null ? dates.maturity() : oddLastStart;
    }

    private boolean isCouponMonth(YearMonth month, LocalDate anchor) {
        long apart = (YearMonth.from(anchor).getYear() - month.getYear()) * 12L
                + YearMonth.from(anchor).getMonthValue()
                - month.getMonthValue();
        return apart % dates.frequency().months() == 0;
    }

    private LocalDate onRoll(YearMonth month) {
        return rollDay < month.lengthOfMonth() ? month.atDay(rollDay) : month.atEndOfMonth();
    }

    int perYear() {
        return dates.frequency().perYear();
    }

    int count() {
        return boundaries.size() - 1;
    }

    LocalDate start(int period) {
        return boundaries.get(period);
    }

    LocalDate end(int period) {
        return boundaries.get(period + 1);
    }

    /** The period that contains a day, counted from the start of accrual. */
    int containing(LocalDate day) {
        int period = 0;
        while (!end(period).isAfter(day)) {
            period++;
        }
        return period;
    }

    boolean isRegular(int period) {
        YearMonth begin = YearMonth.from(start(period));
        YearMonth finish = YearMonth.from(end(period));
        return begin.plusMonths(dates.frequency().months()).equals(finish)
                && onRoll(begin).equals(start(period))
                && onRoll(finish).equals(end(period));
    }

    /** The period for day counts, with the regular period that an odd one is measured against. */
    AccrualPeriod accrualPeriod(int period) {
        LocalDate start = start(period);
        LocalDate end = end(period);
        boolean last = period == count() - 1 && dates.penultimateCouponDate() != null;
        LocalDate referenceStart = last
                ? start
                : onRoll(YearMonth.from(end).minusMonths(dates.frequency().months()));
        LocalDate referenceEnd =
                last ? onRoll(YearMonth.from(start).plusMonths(dates.frequency().months())) : end;
        return new AccrualPeriod(
                start, end, dates.frequency(), rollDay == 31, referenceStart, referenceEnd, dates.maturity());
    }
}
