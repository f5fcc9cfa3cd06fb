package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;

/** A perpetual bond at settlement: the current coupon period, and growth from there on. */
final class PerpetualLayout implements Layout {

    private static final int LONGEST_PAST = 12_000;

    private final PerpetualBond bond;
    private final boolean exCoupon;
    private final double nextCoupon; // whether or not the buyer receives it
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
        // The period that holds settlement, seen as the last one of a bond that matures at its end.
        CouponDates dates = CouponDates.of(
                bond.accrualStart(),
                bond.couponDate(number),
                bond.convention().frequency(),
                bond.convention().endOfMonth());
        CouponPeriods periods = CouponPeriods.from(dates, bond.convention().dayCount(), settlement);
        int couponsPerYear = bond.convention().frequency().perYear();
        double elapsed = settlement.equals(periods.start(0)) ? 0.0 : periods.fractionTo(0, settlement);
        double growth = StrictMath.pow(1.0 + bond.couponGrowth(), number);
        this.rate = bond.couponRate() * growth;
        this.exCoupon = bond.convention().exCoupon().isExCoupon(settlement, periods.end(0));
        this.nextCoupon = 100.0 * rate * periods.fraction(0);
        this.accrued = exCoupon ? -100.0 * rate * periods.fractionFrom(0, settlement) : 100.0 * rate * elapsed;
        this.periodsToNextCoupon = (periods.fraction(0) - elapsed) * couponsPerYear;
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
                && yieldConvention.compounding().periodsPerYear(couponsPerYear) == couponsPerYear
                && yieldConvention.timeDayCount() == null
                && yieldConvention.firstPeriod() == YieldConvention.FirstPeriod.COMPOUNDED;
        InvalidInput.unless(
                compounded,
                "yieldConvention",
                yieldConvention,
                "compounded at the coupon frequency for a perpetual bond");
        return exCoupon
                ? new PerpetualForm(
                        nextCoupon * (1.0 + bond.couponGrowth()),
                        -periodsToNextCoupon,
                        bond.couponGrowth(),
                        couponsPerYear)
                : new PerpetualForm(nextCoupon, 1.0 - periodsToNextCoupon, bond.couponGrowth(), couponsPerYear);
    }

    @Override
    public double[] years(YieldConvention yieldConvention) {
        return new double[0];
    }
}
