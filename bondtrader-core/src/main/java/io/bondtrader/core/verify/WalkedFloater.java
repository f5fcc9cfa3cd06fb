package io.bondtrader.core.verify;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.FloaterPricing;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A floating-rate note by a second path: coupon periods generated forward and counted day by day, a projected coupon as what
 * one unit grows by on the projection curve, an overnight rate compounded one calendar day at a time, and everything carried
 * back from the last payment to the first.
 */
final class WalkedFloater {

    private final FloatingRateNote note;
    private final LocalDate settlement;
    private final BondConvention convention;
    private final ForwardPeriods periods;
    private final int first;

    WalkedFloater(FloatingRateNote note, LocalDate settlement) {
        this.note = note;
        this.settlement = settlement;
        this.convention = note.convention();
        this.periods = new ForwardPeriods(note.dates());
        this.first = periods.containing(settlement);
    }

    private double fraction(LocalDate start, LocalDate end, AccrualPeriod period) {
        DayCount dayCount = convention.dayCount();
        return DayByDay.knows(dayCount)
                ? DayByDay.yearFraction(dayCount, start, end, period)
                : dayCount.yearFraction(start, end, period);
    }

    private double fraction(int period) {
        return fraction(periods.start(period), periods.end(period), periods.accrualPeriod(period));
    }

    private double floored(double rate) {
        Double floor = note.couponFloor();
        return floor != null && rate < floor ? floor : rate;
    }

    private boolean isExCoupon() {
        return convention.exCoupon().isExCoupon(settlement, periods.end(first));
    }

    // ---- off two curves ----

    double dirtyPrice(FloaterPricing pricing) {
        OvernightCompounding rule = pricing.compounding();
        CurveWalk discount = new CurveWalk(pricing.discountCurve());
        CurveWalk projection = new CurveWalk(pricing.projectionCurve());
        double settled = discount.logDiscountFactor(pricing.discountCurve().years(settlement));
        List<Double> amounts = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (int k = first; k < periods.count(); k++) {
            LocalDate start = periods.start(k);
            LocalDate end = periods.end(k);
            double fraction = fraction(k);
            Double fixing = note.fixings().get(start);
            double index;
            if (fixing != null) {
                index = fixing;
            } else if (rule == null) {
                index = growth(pricing.projectionCurve(), projection, start, end) / fraction;
            } else {
                index = overnight(rule, pricing.overnightFixings(), pricing.projectionCurve(), start, end);
            }
            boolean toSeller = k == first && isExCoupon();
            amounts.add(toSeller ? 0.0 : 100.0 * floored(index + note.quotedMargin()) * fraction);
            LocalDate paid = paid(end, rule);
            factors.add(StrictMath.exp(discount.logDiscountFactor(
                            pricing.discountCurve().years(paid.isBefore(settlement) ? settlement : paid))
                    - settled));
        }
        double value = 100.0 * factors.get(factors.size() - 1);
        for (int k = amounts.size() - 1; k >= 0; k--) {
            value += amounts.get(k) * factors.get(k);
        }
        return value;
    }

    private LocalDate paid(LocalDate due, @org.jspecify.annotations.Nullable OvernightCompounding rule) {
        if (rule == null || rule.paymentDelayDays() == 0) {
            if (convention.paymentConvention() != BusinessDayConvention.FOLLOWING) {
                return convention.paymentDate(due);
            }
            return onOrAfter(HolidayCalendars.of(convention.calendar()), due);
        }
        HolidayCalendar calendar = HolidayCalendars.of(rule.calendar());
        LocalDate day = onOrAfter(calendar, due);
        for (int left = rule.paymentDelayDays(); left > 0; left--) {
            day = onOrAfter(calendar, day.plusDays(1));
        }
        return day;
    }

    private static double growth(DiscountCurve curve, CurveWalk walk, LocalDate start, LocalDate end) {
        if (start.isBefore(curve.referenceDate())) {
            throw new MissingData("no fixing for the period that starts on " + start);
        }
        double before = walk.logDiscountFactor(curve.years(start));
        return StrictMath.exp(before - walk.logDiscountFactor(curve.years(end))) - 1.0;
    }

    /** The compounded rate, one calendar day at a time. */
    private static double overnight(
            OvernightCompounding rule,
            Map<LocalDate, Double> fixings,
            DiscountCurve curve,
            LocalDate start,
            LocalDate end) {
        HolidayCalendar calendar = HolidayCalendars.of(rule.calendar());
        LocalDate from = rule.observationShift() ? stepBack(calendar, start, rule.lookbackDays()) : start;
        LocalDate to = rule.observationShift() ? stepBack(calendar, end, rule.lookbackDays()) : end;
        LocalDate cutOff = stepBack(calendar, to, rule.lockoutDays());
        double growth = 1.0;
        int weight = 0;
        int days = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            weight++;
            days++;
            LocalDate tomorrow = day.plusDays(1);
            if (!tomorrow.isBefore(to) || calendar.isBusinessDay(tomorrow)) {
                LocalDate speaks = onOrBefore(calendar, day);
                LocalDate kept = rule.lockoutDays() > 0 && speaks.isAfter(cutOff) ? cutOff : speaks;
                LocalDate read = rule.observationShift() ? kept : stepBack(calendar, kept, rule.lookbackDays());
                growth *= 1.0 + rate(calendar, fixings, curve, read, rule.daysPerYear()) * weight / rule.daysPerYear();
                weight = 0;
            }
        }
        return (growth - 1.0) * rule.daysPerYear() / days;
    }

    private static double rate(
            HolidayCalendar calendar,
            Map<LocalDate, Double> fixings,
            DiscountCurve curve,
            LocalDate day,
            double basis) {
        Double fixing = fixings.get(day);
        if (fixing != null) {
            return fixing;
        }
        LocalDate next = onOrAfter(calendar, day.plusDays(1));
        double logs = curve.logDiscountFactor(curve.years(day)) - curve.logDiscountFactor(curve.years(next));
        return StrictMath.expm1(logs) * basis / (next.toEpochDay() - day.toEpochDay());
    }

    private static LocalDate onOrAfter(HolidayCalendar calendar, LocalDate from) {
        LocalDate day = from;
        while (!calendar.isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate onOrBefore(HolidayCalendar calendar, LocalDate from) {
        LocalDate day = from;
        while (!calendar.isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static LocalDate stepBack(HolidayCalendar calendar, LocalDate from, int businessDays) {
        LocalDate day = from;
        for (int left = businessDays; left > 0; left--) {
            day = onOrBefore(calendar, day.minusDays(1));
        }
        return day;
    }

    // ---- under one assumed index rate ----

    private double currentRate() {
        Double fixing = note.fixings().get(periods.start(first));
        if (fixing == null) {
            throw new MissingData("no fixing for the period that starts on " + periods.start(first));
        }
        return floored(fixing + note.quotedMargin());
    }

    double accrued() {
        double rate = currentRate();
        AccrualPeriod period = periods.accrualPeriod(first);
        return convention
                .accruedRounding()
                .round(
                        isExCoupon()
                                ? -100.0 * rate * fraction(settlement, periods.end(first), period)
                                : 100.0 * rate * fraction(periods.start(first), settlement, period));
    }

    /** Carried back from maturity: each period's payment joins what comes later before both are discounted over it. */
    double priceAtMargin(double assumedIndex, double margin) {
        double value = 100.0;
        double later = 100.0 * floored(assumedIndex + note.quotedMargin());
        for (int k = periods.count() - 1; k > first; k--) {
            double fraction = fraction(k);
            value = (value + later * fraction) / (1.0 + (assumedIndex + margin) * fraction);
        }
        double next = isExCoupon() ? 0.0 : 100.0 * currentRate() * fraction(first);
        double left = fraction(settlement, periods.end(first), periods.accrualPeriod(first));
        return (value + next) / (1.0 + (assumedIndex + margin) * left);
    }

    /** The margin of a price, by halving. */
    double discountMargin(double assumedIndex, double cleanPrice) {
        double dirty = cleanPrice + accrued();
        double longest = 1.0;
        for (int k = first; k < periods.count(); k++) {
            longest = Math.max(longest, fraction(k));
        }
        double lowest = -0.999999 / longest - assumedIndex;
        double highest = 1.0;
        while (priceAtMargin(assumedIndex, highest) > dirty && highest < 1e9) {
            highest *= 2.0;
        }
        return WalkedValue.halved(lowest, highest, margin -> priceAtMargin(assumedIndex, margin) - dirty);
    }
}
