package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.YieldConvention.LastPeriod;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;

/** A zero-coupon bond or a bill at settlement: 100 at maturity. */
final class SingleFlowLayout implements Layout {

    private static final double[] REDEMPTION = {100.0};

    private final BondConvention convention;
    private final LocalDate issueDate;
    private final LocalDate maturity;
    private final LocalDate settlement;

    SingleFlowLayout(BondConvention convention, LocalDate issueDate, LocalDate maturity, LocalDate settlement) {
        if (settlement.isBefore(issueDate) || !settlement.isBefore(maturity)) {
            throw new InvalidInput(
                    "settlement", settlement, "on or after issue " + issueDate + " and before maturity " + maturity);
        }
        this.convention = convention;
        this.issueDate = issueDate;
        this.maturity = maturity;
        this.settlement = settlement;
    }

    @Override
    public double accrued() {
        return 0.0;
    }

    @Override
    public double couponRate() {
        return 0.0;
    }

    @Override
    public boolean exCoupon() {
        return false;
    }

    @Override
    public List<CashFlow> cashFlows() {
        return List.of(new CashFlow(issueDate, maturity, 0.0, 0.0, 100.0));
    }

    @Override
    public DiscountForm form(YieldConvention yieldConvention) {
        double years = compoundedYears(yieldConvention);
        Compounding compounding = yieldConvention.compounding();
        if (yieldConvention.lastPeriod() == LastPeriod.SIMPLE_THROUGHOUT) {
            return new LinearForm(0.0, years, 0.0);
        }
        if (compounding == Compounding.SIMPLE) {
            return new SimpleForm(REDEMPTION, new double[] {years});
        }
        if (isSimpleAtLast(yieldConvention, years)) {
            return new SimpleForm(REDEMPTION, years(yieldConvention));
        }
        double periodsPerYear =
                compounding.periodsPerYear(convention.frequency().perYear());
        double periods = years * periodsPerYear;
        if (compounding == Compounding.CONTINUOUS) {
            return new FlowForm(REDEMPTION, new double[] {years}, 0.0, 1.0, true);
        }
        if (yieldConvention.firstPeriod() == YieldConvention.FirstPeriod.SIMPLE) {
            double whole = Math.ceil(periods) - 1.0;
            return new AnnuityForm(0, whole, periods - whole, 0.0, 0.0, 100.0, periodsPerYear);
        }
        return new AnnuityForm(0, periods, 0.0, 0.0, 0.0, 100.0, periodsPerYear);
    }

    @Override
    public double[] years(YieldConvention yieldConvention) {
        double years = compoundedYears(yieldConvention);
        return new double[] {isSimpleAtLast(yieldConvention, years) ? simpleYears(yieldConvention, years) : years};
    }

    /** Whether at most one compounding period is left and the convention takes simple interest over it. */
    private boolean isSimpleAtLast(YieldConvention yieldConvention, double years) {
        Compounding compounding = yieldConvention.compounding();
        boolean simple = yieldConvention.lastPeriod() == LastPeriod.SIMPLE
                || yieldConvention.lastPeriod() == LastPeriod.NEAR_MATURING;
        return simple
                && compounding != Compounding.SIMPLE
                && unadjustedYears(yieldConvention, years)
                                * convention.frequency().perYear()
                        <= 1.0;
    }

    /** Years to maturity itself: that payment waits for a business day does not make another period of it. */
    private double unadjustedYears(YieldConvention yieldConvention, double years) {
        return yieldConvention.timeDayCount() == null && yieldConvention.adjustsPayments()
                ? couponPeriodYears()
                : years;
    }

    private double compoundedYears(YieldConvention yieldConvention) {
        LocalDate paid = paid(yieldConvention);
        DayCount time = yieldConvention.timeDayCount();
        if (time != null) {
            return time.yearFraction(settlement, paid);
        }
        if (paid.equals(settlement)) {
            return 0.0;
        }
        // Without coupons, a year is what days to a later payment are measured against.
        return couponPeriodYears() + (paid.toEpochDay() - maturity.toEpochDay()) / 365.0;
    }

    private double simpleYears(YieldConvention yieldConvention, double years) {
        DayCount simple = yieldConvention.simpleDayCount();
        LocalDate end = yieldConvention.lastPeriod() == LastPeriod.NEAR_MATURING
                ? notPast(convention.paymentDate(maturity))
                : paid(yieldConvention);
        return simple == null ? years : simple.yearFraction(settlement, end);
    }

    private LocalDate paid(YieldConvention yieldConvention) {
        if (!yieldConvention.adjustsPayments()) {
            return maturity;
        }
        return notPast(convention.paymentDate(maturity));
    }

    /** A payment may be brought forward, but not to before settlement. */
    private LocalDate notPast(LocalDate paid) {
        return paid.isBefore(settlement) ? settlement : paid;
    }

    private double couponPeriodYears() {
        DayCount dayCount = convention.dayCount();
        boolean byCouponPeriods =
                dayCount.equals(DayCounts.ACT_ACT_ICMA) || dayCount.equals(DayCounts.ACT_365_CANADIAN);
        if (!byCouponPeriods) {
            AccrualPeriod life = new AccrualPeriod(
                    settlement, maturity, convention.frequency(), convention.endOfMonth(), null, null, maturity);
            return dayCount.yearFraction(settlement, maturity, life);
        }
        CouponDates quasi = CouponDates.of(issueDate, maturity, convention.frequency(), convention.endOfMonth());
        CouponPeriods periods = CouponPeriods.from(quasi, dayCount, settlement);
        double years = periods.fractionFrom(0, settlement);
        for (int k = 1; k < periods.count(); k++) {
            years += periods.fraction(k);
        }
        return years;
    }
}
