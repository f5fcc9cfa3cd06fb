package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.YieldConvention.FirstPeriod;
import io.bondtrader.core.bond.YieldConvention.LastPeriod;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a coupon bond at settlement: periods, coupons and principal per 100 of the face then outstanding, and
 * the times at which a yield convention discounts them.
 */
final class CouponLayout implements Layout {

    private final BondConvention convention;
    private final LocalDate settlement;
    private final double couponRate; // where it is the same in every period
    private final @Nullable List<Double> couponRates; // else: of every period of the bond's life
    private final @Nullable List<Double>
            outstanding; // face in every period of the bond's life; null if it never changes
    private final double redemption; // paid for the last of the face, per 100
    private final int couponsPerYear;

    private final CouponPeriods periods;
    private final boolean exCoupon;
    private final double accrued;
    private final double periodsToNextCoupon; // in coupon periods

    private CouponLayout(
            BondConvention convention,
            CouponPeriods periods,
            LocalDate settlement,
            double couponRate,
            @Nullable List<Double> couponRates,
            @Nullable List<Double> outstanding,
            double redemption) {
        this.convention = convention;
        this.settlement = settlement;
        this.couponRate = couponRate;
        this.couponRates = couponRates;
        this.outstanding = outstanding;
        this.redemption = redemption;
        this.couponsPerYear = periods.frequency().perYear();
        this.periods = periods;
        this.exCoupon = convention.exCoupon().isExCoupon(settlement, periods.end(0));
        double elapsed = settlement.equals(periods.start(0)) ? 0.0 : periods.fractionTo(0, settlement);
        this.periodsToNextCoupon = (periods.fraction(0) - elapsed) * couponsPerYear;
        double accruing = exCoupon ? periods.fractionFrom(0, settlement) : elapsed;
        double interest = convention.couponRule().couponPerUnit(rate(0), accruing, false, couponsPerYear);
        this.accrued = 100.0 * (exCoupon ? -interest : interest);
    }

    /** Lays out a bond that pays coupons until a maturity, or returns null for any other. */
    static @Nullable CouponLayout of(Bond bond, LocalDate settlement) {
        if (bond instanceof FixedCouponBond fixed) {
            return new CouponLayout(
                    fixed.convention(),
                    periods(fixed.convention(), fixed.dates(), settlement),
                    settlement,
                    fixed.couponRate(),
                    null,
                    null,
                    100.0);
        }
        if (bond instanceof StepUpBond stepUp) {
            return new CouponLayout(
                    stepUp.convention(),
                    periods(stepUp.convention(), stepUp.dates(), settlement),
                    settlement,
                    Double.NaN,
                    stepUp.couponRates(),
                    null,
                    100.0);
        }
        if (bond instanceof AmortisingBond amortising) {
            return new CouponLayout(
                    amortising.convention(),
                    periods(amortising.convention(), amortising.dates(), settlement),
                    settlement,
                    amortising.couponRate(),
                    null,
                    amortising.outstanding(),
                    100.0);
        }
        return null;
    }

    private static CouponPeriods periods(BondConvention convention, CouponDates dates, LocalDate settlement) {
        return CouponPeriods.from(dates, convention.dayCount(), settlement);
    }

    /** Lays out a bond as if it were redeemed on an earlier day, at a price of its own. */
    static CouponLayout redeemedOn(FixedCouponBond bond, LocalDate settlement, LocalDate day, double redemption) {
        CouponPeriods periods =
                CouponPeriods.from(bond.dates(), bond.convention().dayCount(), settlement);
        return new CouponLayout(
                bond.convention(), periods.until(day), settlement, bond.couponRate(), null, null, redemption);
    }

    @Override
    public double accrued() {
        return accrued;
    }

    @Override
    public double couponRate() {
        return rate(0);
    }

    @Override
    public boolean exCoupon() {
        return exCoupon;
    }

    @Override
    public List<CashFlow> cashFlows() {
        List<CashFlow> flows = new ArrayList<>(periods.count());
        for (int k = 0; k < periods.count(); k++) {
            double coupon = exCoupon && k == 0 ? 0.0 : coupon(k);
            flows.add(new CashFlow(periods.start(k), periods.end(k), periods.fraction(k), coupon, principal(k)));
        }
        return List.copyOf(flows);
    }

    @Override
    public double[] years(YieldConvention yieldConvention) {
        double[] years = times(yieldConvention, 1.0);
        if (isSimpleAtLast(yieldConvention)) {
            years[years.length - 1] = lastPeriodYears(yieldConvention);
        }
        return years;
    }

    /** The coupon that falls due at the end of a remaining period, paid to the seller if it is ex-coupon. */
    private double coupon(int period) {
        CouponRule rule = convention.couponRule();
        return 100.0
                * share(period)
                * rule.couponPerUnit(rate(period), periods.fraction(period), periods.isRegular(period), couponsPerYear);
    }

    /** The principal that is repaid at the end of a remaining period. */
    private double principal(int period) {
        return period + 1 < periods.count() ? 100.0 * (share(period) - share(period + 1)) : redemption * share(period);
    }

    /** What the buyer receives at the end of a remaining period. */
    private double amount(int period) {
        return (exCoupon && period == 0 ? 0.0 : coupon(period)) + principal(period);
    }

    private double rate(int period) {
        return couponRates == null ? couponRate : couponRates.get(couponRates.size() - periods.count() + period);
    }

    /** Face outstanding in a remaining period over the face outstanding at settlement. */
    private double share(int period) {
        if (outstanding == null) {
            return 1.0;
        }
        int current = outstanding.size() - periods.count();
        return outstanding.get(current + period) / outstanding.get(current);
    }

    /** The flows as a yield convention discounts them. */
    @Override
    public DiscountForm form(YieldConvention yieldConvention) {
        int count = periods.count();
        double periodsPerYear = yieldConvention.compounding().periodsPerYear(couponsPerYear);
        if (yieldConvention.lastPeriod() == LastPeriod.SIMPLE_THROUGHOUT) {
            boolean level = couponRates == null && outstanding == null && redemption == 100.0;
            InvalidInput.unless(level, "bond", "variable", "a level-coupon bond redeemed at 100");
            // The clean price is what the convention defines: what is paid adds the accrued interest as it is rounded.
            double settled = convention.accruedRounding().round(accrued);
            return new LinearForm(couponRate, years(yieldConvention, periods.end(count - 1)), settled);
        }
        boolean simple = yieldConvention.compounding() == Compounding.SIMPLE;
        if (simple) {
            return simpleForm(yieldConvention);
        }
        if (isSimpleAtLast(yieldConvention)) {
            return new SimpleForm(new double[] {amount(count - 1)}, new double[] {lastPeriodYears(yieldConvention)});
        }
        boolean plain = yieldConvention.timeDayCount() == null
                && !yieldConvention.adjustsPayments()
                && yieldConvention.compounding() != Compounding.CONTINUOUS;
        boolean simpleFirst = yieldConvention.firstPeriod() == FirstPeriod.SIMPLE;
        if (plain && periodsPerYear == couponsPerYear && isLevel()) {
            double whole = simpleFirst ? Math.ceil(periodsToNextCoupon) - 1.0 : periodsToNextCoupon;
            double broken = simpleFirst ? periodsToNextCoupon - whole : 0.0;
            double next = exCoupon ? 0.0 : coupon(0);
            double level = count > 1 ? coupon(1) : next;
            return new AnnuityForm(count - 1, whole, broken, next, level, redemption, periodsPerYear);
        }
        double[] amounts = new double[count];
        double[] times = times(yieldConvention, periodsPerYear);
        for (int k = 0; k < count; k++) {
            amounts[k] = amount(k);
        }
        double broken = 0.0;
        if (simpleFirst) {
            double whole = Math.ceil(times[0]) - 1.0;
            broken = times[0] - whole;
            for (int k = 0; k < count; k++) {
                times[k] -= broken;
            }
        }
        boolean continuous = yieldConvention.compounding() == Compounding.CONTINUOUS;
        return new FlowForm(amounts, times, broken, periodsPerYear, continuous);
    }

    /** Whether every period after the current one has exactly one f-th of a year, and coupons are level. */
    private boolean isLevel() {
        if (couponRates != null || outstanding != null) {
            return false;
        }
        double regular = 1.0 / couponsPerYear;
        int last = periods.count() - 1;
        for (int k = 1; k <= last; k++) {
            if (periods.fraction(k) != regular) { // equal parts are exact where they are equal at all
                return false;
            }
        }
        return last == 0 || periods.isRegular(last);
    }

    private DiscountForm simpleForm(YieldConvention yieldConvention) {
        double[] amounts = new double[periods.count()];
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = amount(k);
        }
        return new SimpleForm(amounts, times(yieldConvention, 1.0));
    }

    /** Whether a single payment is left to the buyer and the convention discounts it by simple interest. */
    private boolean isSimpleAtLast(YieldConvention yieldConvention) {
        return switch (yieldConvention.lastPeriod()) {
            case SIMPLE -> periods.count() == 1;
            case NEAR_MATURING -> periods.count() == 1 || (periods.count() == 2 && exCoupon && principal(0) == 0.0);
            default -> false;
        };
    }

    /** Years to the only flow that is left, as simple interest counts them. */
    private double lastPeriodYears(YieldConvention yieldConvention) {
        DayCount dayCount = yieldConvention.simpleDayCount();
        if (dayCount == null) {
            double couponPeriods = periods.count() == 1
                    ? periodsToNextCoupon
                    : periodsToNextCoupon + periods.fraction(1) * couponsPerYear;
            return shifted(yieldConvention, periods.count() - 1, couponPeriods) / couponsPerYear;
        }
        LocalDate due = periods.end(periods.count() - 1);
        LocalDate end = yieldConvention.lastPeriod() == LastPeriod.NEAR_MATURING
                ? notPast(convention.paymentDate(due))
                : paymentDate(yieldConvention, due);
        return dayCount.yearFraction(settlement, end);
    }

    /** Times of the remaining flows from settlement, in compounding periods. */
    private double[] times(YieldConvention yieldConvention, double periodsPerYear) {
        double[] times = new double[periods.count()];
        double couponPeriods = periodsToNextCoupon;
        for (int k = 0; k < times.length; k++) {
            if (yieldConvention.timeDayCount() != null) {
                times[k] = years(yieldConvention, periods.end(k)) * periodsPerYear;
            } else {
                couponPeriods += k == 0 ? 0.0 : periods.fraction(k) * couponsPerYear;
                times[k] = shifted(yieldConvention, k, couponPeriods) * periodsPerYear / couponsPerYear;
            }
        }
        return times;
    }

    private double years(YieldConvention yieldConvention, LocalDate due) {
        DayCount dayCount = yieldConvention.timeDayCount();
        if (dayCount == null) {
            throw new InvalidInput("timeDayCount", "none", "given for yield convention " + yieldConvention);
        }
        return dayCount.yearFraction(settlement, paymentDate(yieldConvention, due));
    }

    private LocalDate paymentDate(YieldConvention yieldConvention, LocalDate due) {
        if (!yieldConvention.adjustsPayments()) {
            return due;
        }
        return notPast(convention.paymentDate(due));
    }

    /** A payment may be brought forward, but not to before settlement. */
    private LocalDate notPast(LocalDate paid) {
        return paid.isBefore(settlement) ? settlement : paid;
    }

    /** Moves a coupon-period time by the days to the payment, measured against the length of the flow's own period. */
    private double shifted(YieldConvention yieldConvention, int period, double couponPeriods) {
        if (!yieldConvention.adjustsPayments()) {
            return couponPeriods;
        }
        LocalDate due = periods.end(period);
        LocalDate paid = paymentDate(yieldConvention, due);
        if (paid.equals(settlement)) {
            return 0.0;
        }
        double days = paid.toEpochDay() - due.toEpochDay();
        double length = due.toEpochDay() - periods.start(period).toEpochDay();
        return couponPeriods + days * periods.fraction(period) * couponsPerYear / length;
    }
}
