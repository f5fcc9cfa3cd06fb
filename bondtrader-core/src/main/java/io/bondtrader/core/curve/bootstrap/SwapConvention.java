package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.RollDirection;
import io.bondtrader.core.time.SchedulePeriod;
import io.bondtrader.core.time.ScheduleTerms;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a swap market agrees on. Dates are counted from the start where the tenor is a whole number of periods; otherwise
 * from the end, with a short first period. Interest accrues from adjusted date to adjusted date.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param calendar which days are business days
 * @param spotDays business days from trade to start, 0 to 10
 * @param fixedFrequency fixed payments a year
 * @param fixedDayCount how fixed interest accrues
 * @param floatingFrequency floating payments a year
 * @param floatingDayCount how floating interest accrues
 * @param adjustment how a date moves that is no business day
 * @param endOfMonth whether a swap from the end of a month rolls on month ends
 * @param paymentLagDays business days from the end of a period to its payment, 0 to 10
 */
public record SwapConvention(
        HolidayCalendar calendar,
        int spotDays,
        Frequency fixedFrequency,
        DayCount fixedDayCount,
        Frequency floatingFrequency,
        DayCount floatingDayCount,
        BusinessDayConvention adjustment,
        boolean endOfMonth,
        int paymentLagDays) {

    /**
     * Checks the lags.
     *
     * @throws InvalidInput if a lag is out of range or a day count needs a coupon period
     */
    public SwapConvention {
        Objects.requireNonNull(calendar);
        Objects.requireNonNull(fixedFrequency);
        Objects.requireNonNull(floatingFrequency);
        Objects.requireNonNull(adjustment);
        InvalidInput.unless(spotDays >= 0 && spotDays <= 10, "spotDays", spotDays, "0 to 10");
        InvalidInput.unless(paymentLagDays >= 0 && paymentLagDays <= 10, "paymentLagDays", paymentLagDays, "0 to 10");
        for (DayCount dayCount : List.of(fixedDayCount, floatingDayCount)) {
            InvalidInput.unless(
                    !dayCount.needsPeriod(), "dayCount", dayCount.officialName(), "one that needs no coupon period");
        }
    }

    /**
     * Returns the day on which a swap starts.
     *
     * @param tradeDate when it is agreed
     * @return the spot date
     */
    public LocalDate spotDate(LocalDate tradeDate) {
        return MoneyMarketConvention.spotDate(calendar, spotDays, tradeDate);
    }

    /**
     * Returns the periods of the fixed leg.
     *
     * @param start the swap's first day
     * @param tenor how long it runs
     * @return the periods, in order
     * @throws InvalidInput if the tenor is not positive
     */
    public List<AccrualSpan> fixedSpans(LocalDate start, Tenor tenor) {
        return spans(start, tenor, fixedFrequency, fixedDayCount);
    }

    /**
     * Returns the periods of the floating leg.
     *
     * @param start the swap's first day
     * @param tenor how long it runs
     * @return the periods, in order
     * @throws InvalidInput if the tenor is not positive
     */
    public List<AccrualSpan> floatingSpans(LocalDate start, Tenor tenor) {
        return spans(start, tenor, floatingFrequency, floatingDayCount);
    }

    private List<AccrualSpan> spans(LocalDate start, Tenor tenor, Frequency frequency, DayCount dayCount) {
        LocalDate end = tenor.addTo(start);
        InvalidInput.unless(
                end.isAfter(start) && end.isBefore(start.plusYears(101)), "tenor", tenor, "above 0, to 100 years");
        boolean whole = tenor.isMonthBased() && tenor.months() % frequency.months() == 0;
        ScheduleTerms.Builder terms = ScheduleTerms.of(start, end, frequency.tenor())
                .adjusted(calendar, adjustment)
                .endOfMonth(endOfMonth)
                .direction(whole ? RollDirection.FORWARD : RollDirection.BACKWARD);
        List<AccrualSpan> spans = new ArrayList<>();
        for (SchedulePeriod period : terms.schedule().periods()) {
            LocalDate paid =
                    paymentLagDays == 0 ? period.end() : calendar.plusBusinessDays(period.end(), paymentLagDays);
            double fraction = dayCount.yearFraction(period.start(), period.end());
            spans.add(new AccrualSpan(period.start(), period.end(), paid, fraction));
        }
        return spans;
    }
}
