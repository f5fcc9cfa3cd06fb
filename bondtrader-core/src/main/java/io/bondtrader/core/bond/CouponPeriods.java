package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The coupon periods of a bond from some day on, with the fraction of a year in each by the bond's day count. Generated
 * backward from the anchor of its {@link CouponDates}, so that nothing before the day in question costs anything.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CouponPeriods {

    private final CouponDates dates;
    private final DayCount dayCount;
    private final LocalDate[] boundaries; // period k runs from boundaries[k] to boundaries[k + 1]
    private final double[] fractions;
    private final @Nullable LocalDate oddFirstRegularStart; // set if period 0 is odd
    private final @Nullable LocalDate oddLastRegularEnd; // set if the last period is odd
    private final @Nullable AccrualPeriod cutFrom; // what the last period was before it was cut short

    private CouponPeriods(
            CouponDates dates,
            DayCount dayCount,
            LocalDate[] boundaries,
            @Nullable LocalDate oddFirstRegularStart,
            @Nullable LocalDate oddLastRegularEnd) {
        this.dates = dates;
        this.dayCount = dayCount;
        this.boundaries = boundaries;
        this.oddFirstRegularStart = oddFirstRegularStart;
        this.oddLastRegularEnd = oddLastRegularEnd;
        this.cutFrom = null;
        this.fractions = new double[boundaries.length - 1];
        boolean equalParts = dayCount.equals(DayCounts.ACT_ACT_ICMA);
        double regularFraction = 1.0 / dates.frequency().perYear();
        for (int k = 0; k < fractions.length; k++) {
            fractions[k] = equalParts && isRegular(k)
                    ? regularFraction
                    : dayCount.yearFraction(boundaries[k], boundaries[k + 1], accrualPeriod(k));
        }
    }

    /** Ends another bond's periods early. */
    private CouponPeriods(CouponPeriods whole, int last, LocalDate day) {
        this.dates = whole.dates;
        this.dayCount = whole.dayCount;
        this.boundaries = Arrays.copyOf(whole.boundaries, last + 2);
        this.boundaries[last + 1] = day;
        this.fractions = Arrays.copyOf(whole.fractions, last + 1);
        this.oddFirstRegularStart = whole.oddFirstRegularStart;
        this.oddLastRegularEnd = last + 1 == whole.count() ? whole.oddLastRegularEnd : null;
        this.cutFrom = day.equals(whole.end(last)) ? null : whole.accrualPeriod(last);
        if (cutFrom != null) {
            fractions[last] = whole.fractionTo(last, day);
        }
    }

    /**
     * Returns these periods as far as a day, as if the bond were redeemed then: the same coupon dates, and interest
     * accrued since the last of them as on any other day.
     *
     * @param day a day after the start of the first period, at most maturity
     * @return the periods, the last one cut at {@code day}
     * @throws InvalidInput if the day is outside these periods
     */
    public CouponPeriods until(LocalDate day) {
        if (!day.isAfter(boundaries[0]) || day.isAfter(boundaries[boundaries.length - 1])) {
            throw new InvalidInput(
                    "day", day, "after " + boundaries[0] + " and at most " + boundaries[boundaries.length - 1]);
        }
        int last = 0;
        while (boundaries[last + 1].isBefore(day)) {
            last++;
        }
        return new CouponPeriods(this, last, day);
    }

    /**
     * Returns all coupon periods of a bond's life.
     *
     * @param dates the dates that the schedule follows from
     * @param dayCount the day count of the fractions
     * @return the periods, in order
     */
    public static CouponPeriods of(CouponDates dates, DayCount dayCount) {
        return from(dates, dayCount, dates.accrualStart());
    }

    /**
     * Returns the coupon periods that end after a day.
     *
     * @param dates the dates that the schedule follows from
     * @param dayCount the day count of the fractions
     * @param day the day, from accrual start to the day before maturity
     * @return the periods, in order; the first one contains {@code day}
     * @throws InvalidInput if the day is outside the life of the bond
     */
    public static CouponPeriods from(CouponDates dates, DayCount dayCount, LocalDate day) {
        LocalDate accrualStart = dates.accrualStart();
        LocalDate maturity = dates.maturity();
        if (day.isBefore(accrualStart) || !day.isBefore(maturity)) {
            throw new InvalidInput(
                    "settlement",
                    day,
                    "on or after accrual start " + accrualStart + " and before maturity " + maturity);
        }
        LocalDate anchor = dates.anchor();
        boolean anchorIsMaturity = anchor.equals(maturity);
        int months = (anchor.getYear() - day.getYear()) * 12 + anchor.getMonthValue() - day.getMonthValue();

        // Filled from the back: maturity, the anchor where it differs, then regular dates until one is not after the
        // day.
        LocalDate[] backward =
                new LocalDate[Math.max(0, months) / dates.frequency().months() + 4];
        int used = 0;
        backward[used++] = maturity;
        LocalDate date = maturity;
        if (!anchorIsMaturity) {
            date = anchor;
            backward[used++] = date;
        }
        LocalDate regularStart = null;
        for (int periods = 1; date.isAfter(day); periods++) {
            LocalDate previous = dates.roll(-periods);
            if (date.equals(dates.firstCouponDate()) || !previous.isAfter(accrualStart)) {
                regularStart = previous;
                date = accrualStart;
            } else {
                date = previous;
            }
            backward[used++] = date;
        }
        LocalDate[] boundaries = new LocalDate[used];
        for (int k = 0; k < used; k++) {
            boundaries[k] = backward[used - 1 - k];
        }
        return new CouponPeriods(
                dates,
                dayCount,
                boundaries,
                regularStart == null || regularStart.equals(accrualStart) ? null : regularStart,
                anchorIsMaturity || dates.roll(1).equals(maturity) ? null : dates.roll(1));
    }

    /**
     * Returns the one coupon period that contains a day, without generating the others.
     *
     * @param dates the dates that the schedule follows from
     * @param dayCount the day count of the fraction
     * @param day the day, from accrual start to the day before maturity
     * @return a single period
     * @throws InvalidInput if the day is outside the life of the bond
     */
    public static CouponPeriods containing(CouponDates dates, DayCount dayCount, LocalDate day) {
        LocalDate accrualStart = dates.accrualStart();
        LocalDate anchor = dates.anchor();
        if (day.isBefore(accrualStart) || !day.isBefore(dates.maturity())) {
            throw new InvalidInput(
                    "day", day, "on or after accrual start " + accrualStart + " and before " + dates.maturity());
        }
        if (!day.isBefore(anchor)) {
            LocalDate regularEnd = dates.roll(1);
            LocalDate[] last = {anchor, dates.maturity()};
            return new CouponPeriods(
                    dates, dayCount, last, null, regularEnd.equals(dates.maturity()) ? null : regularEnd);
        }
        LocalDate first = dates.firstCouponDate();
        LocalDate within = day;
        boolean beforeFirstCoupon = false;
        if (first != null && day.isBefore(first)) {
            within = first.minusDays(1);
            beforeFirstCoupon = true;
        }
        int months = (anchor.getYear() - within.getYear()) * 12 + anchor.getMonthValue() - within.getMonthValue();
        int periods = Math.max(1, months / dates.frequency().months());
        LocalDate start = dates.roll(-periods);
        while (start.isAfter(within)) {
            start = dates.roll(- ++periods);
        }
        LocalDate end = periods == 1 ? anchor : dates.roll(1 - periods);
        boolean isFirst = beforeFirstCoupon || !start.isAfter(accrualStart);
        LocalDate regularStart = isFirst && !start.equals(accrualStart) ? start : null;
        LocalDate[] boundaries = {isFirst ? accrualStart : start, end};
        return new CouponPeriods(dates, dayCount, boundaries, regularStart, null);
    }

    /** {@return how often coupons are paid} */
    public Frequency frequency() {
        return dates.frequency();
    }

    /** {@return the number of periods} */
    public int count() {
        return fractions.length;
    }

    /**
     * Returns where a period starts.
     *
     * @param period the period, from 0
     * @return its unadjusted first day
     */
    public LocalDate start(int period) {
        return boundaries[period];
    }

    /**
     * Returns where a period ends and its coupon falls due.
     *
     * @param period the period, from 0
     * @return its unadjusted end
     */
    public LocalDate end(int period) {
        return boundaries[period + 1];
    }

    /**
     * Returns the length of a period.
     *
     * @param period the period, from 0
     * @return the fraction of a year by the day count
     */
    public double fraction(int period) {
        return fractions[period];
    }

    /**
     * Returns whether a period has the regular length.
     *
     * @param period the period, from 0
     * @return whether it is neither an odd first nor an odd last period, and is not cut short
     */
    public boolean isRegular(int period) {
        return !(cutFrom != null && period == boundaries.length - 2)
                && !(oddFirstRegularStart != null && period == 0)
                && !(oddLastRegularEnd != null && period == boundaries.length - 2);
    }

    /**
     * Returns the part of a year from the start of a period to a day within it.
     *
     * @param period the period, from 0
     * @param day a day from its start to its end
     * @return the fraction of a year by the day count
     */
    public double fractionTo(int period, LocalDate day) {
        return dayCount.yearFraction(boundaries[period], day, accrualPeriod(period));
    }

    /**
     * Returns the part of a year from a day within a period to its end.
     *
     * @param period the period, from 0
     * @param day a day from its start to its end
     * @return the fraction of a year by the day count
     */
    public double fractionFrom(int period, LocalDate day) {
        return dayCount.yearFraction(day, boundaries[period + 1], accrualPeriod(period));
    }

    /**
     * Returns a period as day counts want to see it, with the regular period that an odd one is measured against.
     *
     * @param period the period, from 0
     * @return the accrual period
     */
    public AccrualPeriod accrualPeriod(int period) {
        if (cutFrom != null && period == boundaries.length - 2) {
            return cutFrom;
        }
        LocalDate start = boundaries[period];
        LocalDate end = boundaries[period + 1];
        LocalDate regularStart = start;
        LocalDate regularEnd = end;
        if (oddFirstRegularStart != null && period == 0) {
            regularStart = oddFirstRegularStart;
        } else if (oddLastRegularEnd != null && period == boundaries.length - 2) {
            regularEnd = oddLastRegularEnd;
        }
        return new AccrualPeriod(
                start, end, dates.frequency(), dates.rollsOnMonthEnds(), regularStart, regularEnd, dates.maturity());
    }

    @Override
    public String toString() {
        return "CouponPeriods" + Arrays.toString(boundaries);
    }
}
