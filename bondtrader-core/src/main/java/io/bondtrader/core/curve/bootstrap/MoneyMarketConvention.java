package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a money market agrees on: when its deposits start and end, and how interest accrues.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param calendar which days are business days
 * @param spotDays business days from trade to start, 0 to 10
 * @param dayCount how interest accrues, such as ACT/360
 * @param adjustment how a date moves that is no business day
 * @param endOfMonth whether a tenor from the last business day of a month ends on the last one of its month
 */
public record MoneyMarketConvention(
        HolidayCalendar calendar,
        int spotDays,
        DayCount dayCount,
        BusinessDayConvention adjustment,
        boolean endOfMonth) {

    /**
     * Checks the lag.
     *
     * @throws InvalidInput if the lag is out of range or the day count needs a coupon period
     */
    public MoneyMarketConvention {
        Objects.requireNonNull(calendar);
        Objects.requireNonNull(adjustment);
        InvalidInput.unless(spotDays >= 0 && spotDays <= 10, "spotDays", spotDays, "0 to 10");
        InvalidInput.unless(
                !dayCount.needsPeriod(), "dayCount", dayCount.officialName(), "one that needs no coupon period");
    }

    /**
     * Returns the day on which a deposit starts.
     *
     * @param tradeDate when it is agreed
     * @return the spot date
     */
    public LocalDate spotDate(LocalDate tradeDate) {
        return spotDate(calendar, spotDays, tradeDate);
    }

    static LocalDate spotDate(HolidayCalendar calendar, int spotDays, LocalDate tradeDate) {
        return spotDays == 0 ? calendar.nextOrSame(tradeDate) : calendar.plusBusinessDays(tradeDate, spotDays);
    }

    /**
     * Returns the day on which a deposit from a given start ends.
     *
     * @param start its first day
     * @param tenor how long it runs
     * @return its last day, a business day
     */
    public LocalDate end(LocalDate start, Tenor tenor) {
        return calendar.advance(start, tenor, adjustment, endOfMonth);
    }
}
