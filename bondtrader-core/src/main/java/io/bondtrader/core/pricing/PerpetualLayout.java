package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.RollDates;
import java.time.LocalDate;
import java.util.List;

/** A perpetual bond at settlement: the current coupon period, and growth from there on. */
final class PerpetualLayout implements Layout {

    private static final int LONGEST_PAST = 12_000;

    private final PerpetualBond bond;
    private final boolean exCoupon;
    private final double nextCoupon; // whether or not the buyer receives it
    private final double couponAfterNext;
    private final double rate;
    private final double accrued;
    private final double periodsToNextCoupon;

    PerpetualLayout(PerpetualBond bond, LocalDate settlement) {
        this.bond = bond;
        if (settlement.isBefore(bond.accrualStart())) {
            throw new InvalidInput("settlement", settlement, "on or after accrual start " + bond.accrualStart());
        }
        int number = 0;
        while (!bond.couponDate(number).isAfter(settlement)) {
            number++;
            InvalidInput.unless(number < LONGEST_PAST, "settlement", settlement, "within a thousand years of issue");
        }
        BondConvention convention = bond.convention();
        int couponsPerYear = convention.frequency().perYear();
        DayCount dayCount = convention.dayCount();
        AccrualPeriod period = period(number);
        boolean regular = number > 0 || bond.couponDate(-1).equals(bond.accrualStart());
        double fraction = regular && dayCount.equals(DayCounts.ACT_ACT_ICMA)
                ? 1.0 / couponsPerYear
                : dayCount.yearFraction(period.start(), period.end(), period);
        double elapsed =
                settlement.equals(period.start()) ? 0.0 : dayCount.yearFraction(period.start(), settlement, period);
        double growth = StrictMath.pow(1.0 + bond.couponGrowth(), number);
        this.rate = bond.couponRate() * growth;
        this.exCoupon = convention.exCoupon().isExCoupon(settlement, period.end());
        double accruing = exCoupon ? dayCount.yearFraction(settlement, period.end(), period) : elapsed;
        CouponRule rule = convention.couponRule();
        double interest = rule.couponPerUnit(rate, accruing, false, couponsPerYear);
        this.accrued = exCoupon ? -100.0 * interest : 100.0 * interest;
        this.nextCoupon = 100.0 * rule.couponPerUnit(rate, fraction, regular, couponsPerYear);
        // Every later period is regular, and taken for an equal part of a year, whatever its days.
        double regularCoupon = rule.couponPerUnit(rate, 1.0 / couponsPerYear, true, couponsPerYear);
        this.couponAfterNext = 100.0 * regularCoupon * (1.0 + bond.couponGrowth());
        this.periodsToNextCoupon = (fraction - elapsed) * couponsPerYear;
    }

    /** The period of a coupon; the first one is measured against the regular period that ends with it. */
    private AccrualPeriod period(int number) {
        BondConvention convention = bond.convention();
        LocalDate first = bond.firstCouponDate();
        boolean monthEnds = first.getDayOfMonth() == 31 || (convention.endOfMonth() && RollDates.isEndOfMonth(first));
        LocalDate regularStart = bond.couponDate(number - 1);
        LocalDate start = number == 0 ? bond.accrualStart() : regularStart;
        LocalDate end = bond.couponDate(number);
        return new AccrualPeriod(start, end, convention.frequency(), monthEnds, regularStart, end, null);
    }

    @Override
    public double accrued() {
        return accrued;
    }

    @Override
    public double couponRate() {
        return rate;
    }

    @Override
    public boolean exCoupon() {
        return exCoupon;
    }

    @Override
    public List<CashFlow> cashFlows() {
        return List.of();
    }

    @Override
    public DiscountForm form(YieldConvention yieldConvention) {
        int couponsPerYear = bond.convention().frequency().perYear();
        boolean compounded = yieldConvention.compounding() != Compounding.CONTINUOUS
                && yieldConvention.compounding() != Compounding.SIMPLE
                && !yieldConvention.adjustsPayments()
                && yieldConvention.compounding().periodsPerYear(couponsPerYear) == couponsPerYear
                && yieldConvention.timeDayCount() == null
                && yieldConvention.firstPeriod() == YieldConvention.FirstPeriod.COMPOUNDED;
        InvalidInput.unless(
                compounded,
                "yieldConvention",
                yieldConvention,
                "compounded at the coupon frequency for a perpetual bond");
        return new PerpetualForm(
                exCoupon ? 0.0 : nextCoupon, couponAfterNext, periodsToNextCoupon, bond.couponGrowth(), couponsPerYear);
    }

    @Override
    public double[] years(YieldConvention yieldConvention) {
        return new double[0];
    }
}
