package io.bondtrader.core.verify;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.YieldConvention.FirstPeriod;
import io.bondtrader.core.bond.YieldConvention.LastPeriod;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flows of a bond after settlement, laid out a second time: periods generated forward, fractions counted day by day,
 * ex-coupon days found by stepping over business days. Shares nothing with the layout that the pricing itself uses.
 */
final class WalkedFlows {

    private final BondConvention convention;
    private final YieldConvention yieldConvention;
    private final LocalDate settlement;

    private double[] amounts = {};
    private LocalDate[] dueDates = {};
    private double accrued;
    private boolean exCoupon;
    private boolean hasCoupons;
    private double[] principal = {};
    private final @Nullable LocalDate end; // set if the bond ends before its time
    private final double redemption;
    private double[] couponPeriods = {}; // time to each flow in coupon periods
    private double[] periodDays = {}; // days in the period that ends at each flow
    private double[] periodFractions = {};

    private WalkedFlows(
            BondConvention convention,
            YieldConvention yieldConvention,
            LocalDate settlement,
            @Nullable LocalDate end,
            double redemption) {
        this.end = end;
        this.redemption = redemption;
        this.convention = convention;
        this.yieldConvention = yieldConvention;
        this.settlement = settlement;
    }

    /** Lays out any bond with known flows and returns its price as a function of the yield. */
    static SecondPrice price(BondPricing pricing) {
        WalkedFlows flows = new WalkedFlows(
                pricing.bond().convention(),
                pricing.yieldConvention(),
                pricing.settlement(),
                pricing.earlyRedemptionDate(),
                pricing.redemption());
        return flows.price(pricing.bond());
    }

    /** Lays out the flows alone, whatever a yield convention makes of them. */
    static WalkedFlows flows(BondPricing pricing) {
        WalkedFlows flows = new WalkedFlows(
                pricing.bond().convention(),
                YieldConvention.COMPOUND,
                pricing.settlement(),
                pricing.earlyRedemptionDate(),
                pricing.redemption());
        flows.price(pricing.bond());
        return flows;
    }

    int count() {
        return amounts.length;
    }

    LocalDate dueDate(int flow) {
        return dueDates[flow];
    }

    double amount(int flow) {
        return amounts[flow];
    }

    double coupon(int flow) {
        return amounts[flow] - principal[flow];
    }

    /** The day on which a flow is paid; where that has passed, settlement. */
    LocalDate paymentDate(int flow) {
        LocalDate day = stepped(dueDates[flow]);
        return day.isBefore(settlement) ? settlement : day;
    }

    double accrued() {
        return rounded(accrued);
    }

    boolean isExCoupon() {
        return exCoupon;
    }

    /** Years to repayment: every unit of face waits day by day until it is paid, by ACT/365 fixed. */
    double averageLife() {
        double waited = 0.0;
        double outstandingFace = 0.0;
        for (double part : principal) {
            outstandingFace += part;
        }
        double face = outstandingFace;
        int next = 0;
        CalendarWalk day = CalendarWalk.between(settlement, dueDates[dueDates.length - 1]);
        while (next < principal.length) {
            if (!day.isBefore(dueDates[next])) {
                face -= principal[next++];
            } else {
                waited += face;
                day.step();
            }
        }
        return waited / outstandingFace / 365.0;
    }

    private SecondPrice price(Bond bond) {
        if (bond instanceof InflationLinkedBond linker) {
            return price(linker.realBond());
        }
        if (bond instanceof CallableBond callable) {
            return price(callable.straight());
        }
        if (bond instanceof PerpetualBond perpetual) {
            return perpetual(perpetual);
        }
        if (bond instanceof FixedCouponBond fixed) {
            return coupons(fixed.dates(), fixed.couponRate(), null, null);
        }
        if (bond instanceof StepUpBond stepUp) {
            return coupons(stepUp.dates(), 0.0, stepUp.couponRates(), null);
        }
        if (bond instanceof AmortisingBond amortising) {
            return coupons(amortising.dates(), amortising.couponRate(), null, amortising.outstanding());
        }
        if (bond instanceof ZeroCouponBond zero) {
            return single(zero.issueDate(), zero.maturity());
        }
        if (bond instanceof Bill bill) {
            return single(bill.issueDate(), bill.maturity());
        }
        throw new InvalidInput("bond", bond.getClass().getSimpleName(), "one whose coupons are known in advance");
    }

    private SecondPrice coupons(
            CouponDates dates, double couponRate, @Nullable List<Double> rates, @Nullable List<Double> outstanding) {
        ForwardPeriods periods = new ForwardPeriods(dates);
        int current = periods.containing(settlement);
        int count = (end == null ? periods.count() : periods.containing(end.minusDays(1)) + 1) - current;
        hasCoupons = true;
        principal = new double[count];
        amounts = new double[count];
        dueDates = new LocalDate[count];
        couponPeriods = new double[count];
        periodDays = new double[count];
        periodFractions = new double[count];
        double perYear = dates.frequency().perYear();
        double faceNow = outstanding == null ? 1.0 : outstanding.get(current);
        double elapsed = walked(periods.start(current), settlement, periods.accrualPeriod(current));
        double clock = 0.0;
        for (int k = 0; k < count; k++) {
            int period = current + k;
            boolean cut = k == count - 1 && end != null && !end.equals(periods.end(period));
            LocalDate due = end != null && cut ? end : periods.end(period);
            double fraction =
                    cut ? walked(periods.start(period), due, periods.accrualPeriod(period)) : fraction(periods, period);
            double rate = rates == null ? couponRate : rates.get(period);
            double face = outstanding == null ? 1.0 : outstanding.get(period) / faceNow;
            double faceAfter = k == count - 1 ? 0.0 : outstanding == null ? 1.0 : outstanding.get(period + 1) / faceNow;
            double coupon = 100.0 * face * perUnit(rate, fraction, !cut && periods.isRegular(period), perYear);
            clock += k == 0 ? (fraction - elapsed) * perYear : fraction * perYear;
            dueDates[k] = due;
            couponPeriods[k] = clock;
            periodDays[k] = due.toEpochDay() - periods.start(period).toEpochDay();
            periodFractions[k] = fraction;
            principal[k] = k == count - 1 ? redemption * face : 100.0 * (face - faceAfter);
            amounts[k] = coupon + principal[k];
            if (k == 0) {
                exCoupon = isExCoupon(due);
                double toEnd = exCoupon ? walked(settlement, due, periods.accrualPeriod(period)) : 0.0;
                accrued = exCoupon
                        ? -100.0 * perUnit(rate, toEnd, false, perYear)
                        : 100.0 * perUnit(rate, elapsed, false, perYear);
                amounts[k] -= exCoupon ? coupon : 0.0;
            }
        }
        if (yieldConvention.lastPeriod() == LastPeriod.SIMPLE_THROUGHOUT) {
            double term = walkedYears(dueDates[count - 1]);
            return SecondPrice.linear(couponRate, term, rounded(accrued));
        }
        return discounted(perYear);
    }

    private SecondPrice single(LocalDate issueDate, LocalDate maturity) {
        amounts = new double[] {100.0};
        principal = new double[] {100.0};
        dueDates = new LocalDate[] {maturity};
        double perYear = convention.frequency().perYear();
        periodDays = new double[] {365.0 / perYear};
        periodFractions = new double[] {1.0 / perYear};
        if (yieldConvention.timeDayCount() != null) {
            couponPeriods = new double[] {0.0};
        } else if (countsCouponPeriods(convention.dayCount().officialName())) {
            ForwardPeriods quasi = new ForwardPeriods(
                    CouponDates.of(issueDate, maturity, convention.frequency(), convention.endOfMonth()));
            int current = quasi.containing(settlement);
            double remaining = walked(settlement, quasi.end(current), quasi.accrualPeriod(current)) * perYear;
            couponPeriods = new double[] {remaining + (quasi.count() - 1 - current)};
        } else {
            AccrualPeriod life = new AccrualPeriod(
                    settlement, maturity, convention.frequency(), convention.endOfMonth(), null, null, maturity);
            couponPeriods = new double[] {walked(settlement, maturity, life) * perYear};
        }
        if (yieldConvention.lastPeriod() == LastPeriod.SIMPLE_THROUGHOUT) {
            return SecondPrice.linear(0.0, walkedYears(maturity), 0.0);
        }
        return discounted(perYear);
    }

    /** Day counts whose fraction is one of a coupon period and not of a span of years. */
    private static boolean countsCouponPeriods(String dayCount) {
        return dayCount.equals(DayCounts.ACT_ACT_ICMA.officialName())
                || dayCount.equals(DayCounts.ACT_365_CANADIAN.officialName());
    }

    private SecondPrice perpetual(PerpetualBond bond) {
        double perYear = convention.frequency().perYear();
        LocalDate first = bond.firstCouponDate();
        boolean monthEnds = convention.endOfMonth() && first.getDayOfMonth() == first.lengthOfMonth();
        int rollDay = monthEnds ? 31 : first.getDayOfMonth();
        int months = 12 / convention.frequency().perYear();
        LocalDate start = bond.accrualStart();
        LocalDate end = first;
        double rate = bond.couponRate();
        while (!end.isAfter(settlement)) {
            start = end;
            end = onDay(YearMonth.from(end).plusMonths(months), rollDay);
            rate += rate * bond.couponGrowth();
        }
        LocalDate regularStart = onDay(YearMonth.from(end).minusMonths(months), rollDay);
        boolean regular = start.equals(regularStart);
        AccrualPeriod period =
                new AccrualPeriod(start, end, convention.frequency(), rollDay == 31, regularStart, end, null);
        boolean equalParts =
                regular && convention.dayCount().officialName().equals(DayCounts.ACT_ACT_ICMA.officialName());
        double fraction = equalParts ? 1.0 / perYear : walked(start, end, period);
        double elapsed = walked(start, settlement, period);
        exCoupon = isExCoupon(end);
        accrued = exCoupon
                ? -100.0 * perUnit(rate, walked(settlement, end, period), false, perYear)
                : 100.0 * perUnit(rate, elapsed, false, perYear);
        double regularCoupon = 100.0 * perUnit(rate, 1.0 / perYear, true, perYear);
        return SecondPrice.perpetual(
                exCoupon ? 0.0 : 100.0 * perUnit(rate, fraction, regular, perYear),
                regularCoupon * (1.0 + bond.couponGrowth()),
                bond.couponGrowth(),
                (fraction - elapsed) * perYear,
                perYear,
                rounded(accrued));
    }

    private static LocalDate onDay(YearMonth month, int day) {
        return day < month.lengthOfMonth() ? month.atDay(day) : month.atEndOfMonth();
    }

    private SecondPrice discounted(double perYear) {
        Compounding compounding = yieldConvention.compounding();
        boolean nearMaturing = yieldConvention.lastPeriod() == LastPeriod.NEAR_MATURING;
        if (nearMaturing && amounts.length == 2 && exCoupon && amounts[0] == 0.0) {
            keepLastFlow();
        }
        boolean lastSimple = amounts.length == 1
                && (nearMaturing || yieldConvention.lastPeriod() == LastPeriod.SIMPLE)
                && (hasCoupons || couponPeriods[0] <= 1.0);
        double[] years = new double[amounts.length];
        for (int k = 0; k < years.length; k++) {
            years[k] = yieldConvention.timeDayCount() != null
                    ? walkedYears(dueDates[k])
                    : paid(dueDates[k]).isAfter(settlement) ? (couponPeriods[k] + shift(k, perYear)) / perYear : 0.0;
        }
        if (lastSimple || compounding == Compounding.SIMPLE) {
            DayCount simple = yieldConvention.simpleDayCount();
            if (lastSimple && compounding != Compounding.SIMPLE && simple != null) {
                years[0] = yearsBy(simple, nearMaturing ? stepped(dueDates[0]) : paid(dueDates[0]));
            }
            return SecondPrice.simple(amounts, years, rounded(accrued));
        }
        if (compounding == Compounding.CONTINUOUS) {
            return SecondPrice.continuous(amounts, years, rounded(accrued));
        }
        double periodsPerYear = switch (compounding) {
            case ANNUAL -> 1.0;
            case SEMIANNUAL -> 2.0;
            case QUARTERLY -> 4.0;
            case MONTHLY -> 12.0;
            default -> perYear;
        };
        double[] times = Arrays.stream(years).map(t -> t * periodsPerYear).toArray();
        double broken = 0.0;
        if (yieldConvention.firstPeriod() == FirstPeriod.SIMPLE) {
            broken = times[0];
            while (broken > 1.0) {
                broken -= 1.0;
            }
        }
        return SecondPrice.compounded(amounts, times, broken, periodsPerYear, rounded(accrued));
    }

    private double shift(int flow, double perYear) {
        if (!yieldConvention.adjustsPayments()) {
            return 0.0;
        }
        double days = paid(dueDates[flow]).toEpochDay() - dueDates[flow].toEpochDay();
        return days / periodDays[flow] * periodFractions[flow] * perYear;
    }

    /** Forgets a flow of nothing, so that the one after it stands alone. */
    private void keepLastFlow() {
        amounts = new double[] {amounts[1]};
        dueDates = new LocalDate[] {dueDates[1]};
        couponPeriods = new double[] {couponPeriods[1]};
        periodDays = new double[] {periodDays[1]};
        periodFractions = new double[] {periodFractions[1]};
    }

    private LocalDate paid(LocalDate due) {
        return yieldConvention.adjustsPayments() ? stepped(due) : due;
    }

    /** Steps to the payment day, one day at a time. */
    private LocalDate stepped(LocalDate due) {
        BusinessDayConvention rule = convention.paymentConvention();
        if (rule == BusinessDayConvention.UNADJUSTED) {
            return due;
        }
        if (rule != BusinessDayConvention.FOLLOWING) {
            LocalDate moved = convention.paymentDate(due);
            return settlement.isAfter(moved) ? settlement : moved;
        }
        HolidayCalendar calendar = HolidayCalendars.of(convention.calendar());
        LocalDate day = due;
        while (!calendar.isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private double walkedYears(LocalDate due) {
        DayCount dayCount = yieldConvention.timeDayCount();
        if (dayCount == null) {
            throw new InvalidInput("timeDayCount", "none", "given for yield convention " + yieldConvention);
        }
        return yearsBy(dayCount, paid(due));
    }

    private double yearsBy(DayCount dayCount, LocalDate end) {
        return DayByDay.knows(dayCount)
                ? DayByDay.yearFraction(dayCount, settlement, end, null)
                : dayCount.yearFraction(settlement, end);
    }

    private double fraction(ForwardPeriods periods, int period) {
        if (periods.isRegular(period)
                && convention.dayCount().officialName().equals(DayCounts.ACT_ACT_ICMA.officialName())) {
            return 1.0 / periods.perYear(); // ICMA Rule 251: equal parts of a year, whatever their days
        }
        return walked(periods.start(period), periods.end(period), periods.accrualPeriod(period));
    }

    private double walked(LocalDate start, LocalDate end, AccrualPeriod period) {
        DayCount dayCount = convention.dayCount();
        return DayByDay.knows(dayCount)
                ? DayByDay.yearFraction(dayCount, start, end, period)
                : dayCount.yearFraction(start, end, period);
    }

    private double perUnit(double rate, double fraction, boolean regular, double perYear) {
        CouponRule rule = convention.couponRule();
        double parts = regular ? 1.0 / perYear : fraction;
        if (rule == CouponRule.EFFECTIVE) {
            return StrictMath.expm1(parts * StrictMath.log1p(rate));
        }
        return rate * (rule == CouponRule.EQUAL_PARTS ? parts : fraction);
    }

    /** Steps back over business days from the coupon; settlement on the day that is reached, or later, goes without it. */
    private boolean isExCoupon(LocalDate couponDate) {
        ExCouponRule rule = convention.exCoupon();
        if (rule.days() == 0 || settlement.isBefore(couponDate.minusDays(200))) {
            return false;
        }
        LocalDate first = couponDate;
        for (int left = rule.days(); left > 0; ) {
            first = first.minusDays(1);
            boolean counts = rule.calendar().isEmpty()
                    || HolidayCalendars.of(rule.calendar()).isBusinessDay(first);
            left -= counts ? 1 : 0;
        }
        return !settlement.isBefore(first);
    }

    private double rounded(double value) {
        return convention.accruedRounding().round(value);
    }
}
