package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import java.util.Map;

/** Overnight rates, compounded over periods: those that were fixed, and beyond them those that a curve projects. */
final class OvernightRates {

    private final OvernightCompounding rule;
    private final HolidayCalendar calendar;
    private final Map<LocalDate, Double> fixings;
    private final DiscountCurve projection;

    OvernightRates(OvernightCompounding rule, Map<LocalDate, Double> fixings, DiscountCurve projection) {
        this.rule = rule;
        this.calendar = HolidayCalendars.of(rule.calendar());
        this.fixings = Map.copyOf(fixings);
        this.projection = projection;
        this.fixings.forEach((day, rate) ->
                InvalidInput.unless(Math.abs(rate) <= 0.5, "fixing of " + day, rate, "between -0.5 and 0.5"));
    }

    OvernightCompounding rule() {
        return rule;
    }

    Map<LocalDate, Double> fixings() {
        return fixings;
    }

    OvernightRates projectedOff(DiscountCurve curve) {
        return new OvernightRates(rule, fixings, curve);
    }

    LocalDate paymentDate(LocalDate due, LocalDate adjusted) {
        return rule.paymentDelayDays() == 0
                ? adjusted
                : calendar.plusBusinessDays(
                        BusinessDayConvention.FOLLOWING.adjust(due, calendar), rule.paymentDelayDays());
    }

    /** Whether all rates of a period were fixed. */
    boolean isFixed(LocalDate start, LocalDate end) {
        int shift = -rule.lookbackDays();
        for (LocalDate day = start; day.isBefore(end); day = calendar.next(day)) {
            if (!fixings.containsKey(calendar.plusBusinessDays(calendar.previousOrSame(day), shift))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The compounded rate of a period, annualised by the index's day count.
     *
     * @param end where the rates end; before the period's own end where interest accrues only so far
     * @param locks whether the lockout applies, which it does at a period's own end
     */
    double rate(LocalDate start, LocalDate end, boolean locks) {
        boolean shifted = rule.observationShift();
        LocalDate from = shifted ? back(start) : start;
        LocalDate to = shifted ? back(end) : end;
        int readBack = shifted ? 0 : -rule.lookbackDays();
        LocalDate locked = locks && rule.lockoutDays() > 0 ? calendar.plusBusinessDays(to, -rule.lockoutDays()) : null;
        double basis = rule.daysPerYear();
        double growth = 1.0;
        for (LocalDate day = from; day.isBefore(to); ) {
            LocalDate next = calendar.next(day);
            LocalDate until = next.isAfter(to) ? to : next;
            LocalDate rateDay = calendar.previousOrSame(day);
            if (locked != null && rateDay.isAfter(locked)) {
                rateDay = locked;
            }
            double days = until.toEpochDay() - day.toEpochDay();
            growth *= 1.0 + overnight(calendar.plusBusinessDays(rateDay, readBack)) * days / basis;
            day = until;
        }
        double days = to.toEpochDay() - from.toEpochDay();
        return days == 0.0 ? 0.0 : (growth - 1.0) * basis / days; // exactly: no day has passed
    }

    private LocalDate back(LocalDate day) {
        return calendar.plusBusinessDays(day, -rule.lookbackDays()); // from a weekend, Friday is the first
    }

    /** The rate of a business day, until the next one. */
    private double overnight(LocalDate day) {
        Double fixing = fixings.get(day);
        if (fixing != null) {
            return fixing;
        }
        if (day.isBefore(projection.referenceDate())) {
            throw new MissingData("no overnight fixing for " + day + ", which the projection curve of "
                    + projection.referenceDate() + " does not reach back to");
        }
        LocalDate next = calendar.next(day);
        double growth = Exponential.expm1(projection.logDiscountFactor(projection.years(day))
                - projection.logDiscountFactor(projection.years(next)));
        return growth * rule.daysPerYear() / (next.toEpochDay() - day.toEpochDay());
    }
}
