package io.bondtrader.core;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.DecimalRounding;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Valid bonds of every kind with a settlement, a yield convention and a yield that apply to them, by the seed. */
public final class RandomBonds {

    /** The kinds of bonds, the stubs of fixed coupons apart. */
    public enum Kind {
        /** Regular, or with a short first period. */
        FIXED,
        /** Fixed coupons after a long first period. */
        LONG_FIRST,
        /** Fixed coupons before an odd last period. */
        ODD_LAST,
        /** Coupons that change. */
        STEP_UP,
        /** Principal repaid in parts. */
        AMORTISING,
        /** No coupons. */
        ZERO,
        /** No coupons, two years at most. */
        BILL,
        /** No end. */
        PERPETUAL
    }

    /** A bond to price. */
    public record Pick(Bond bond, LocalDate settlement, YieldConvention yieldConvention, double yield) {}

    private static final List<DayCount> DAY_COUNTS = List.of(
            DayCounts.ACT_ACT_ICMA,
            DayCounts.ACT_ACT_ICMA,
            DayCounts.ACT_ACT_ICMA,
            DayCounts.ACT_ACT_ICMA,
            DayCounts.THIRTY_360,
            DayCounts.THIRTY_U_360,
            DayCounts.THIRTY_E_360,
            DayCounts.THIRTY_E_360_ISDA,
            DayCounts.THIRTY_E_PLUS_360,
            DayCounts.THIRTY_360_NASD,
            DayCounts.THIRTY_360_ITALIAN,
            DayCounts.ACT_360,
            DayCounts.ACT_364,
            DayCounts.ACT_365F,
            DayCounts.ACT_365_25,
            DayCounts.ACT_366,
            DayCounts.ACT_365_ACTUAL,
            DayCounts.ACT_365L,
            DayCounts.NL_365,
            DayCounts.ACT_ACT_ISDA,
            DayCounts.ACT_ACT_AFB,
            DayCounts.ACT_365_CANADIAN,
            DayCounts.business252(HolidayCalendars.WEEKENDS));

    private static final List<YieldConvention> AT_COUPON_FREQUENCY = List.of(
            YieldConvention.COMPOUND,
            YieldConvention.US_STREET,
            YieldConvention.UK_DMO,
            YieldConvention.BUND,
            YieldConvention.CANADIAN,
            YieldConvention.AUSTRALIAN);

    private static final List<YieldConvention> OTHERS = List.of(
            YieldConvention.US_TREASURY,
            YieldConvention.TRUE_YIELD,
            YieldConvention.ICMA_ANNUAL,
            YieldConvention.SEMIANNUAL_EQUIVALENT,
            YieldConvention.compound("QUARTERLY", Compounding.QUARTERLY, "test"),
            YieldConvention.compound("MONTHLY", Compounding.MONTHLY, "test"),
            YieldConvention.CONTINUOUS,
            YieldConvention.MONEY_MARKET,
            YieldConvention.SIMPLE_365,
            YieldConvention.onDays("ANNUAL_365", Compounding.ANNUAL, DayCounts.ACT_365F, true, "test"));

    private RandomBonds() {}

    /** Picks a bond of any kind. */
    public static Pick pick(SplittableRandom random) {
        Kind[] kinds = Kind.values();
        return pick(random, kinds[random.nextInt(kinds.length)]);
    }

    /** Picks a bond of a kind. */
    public static Pick pick(SplittableRandom random, Kind kind) {
        BondConvention convention = convention(random);
        LocalDate start = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(70 * 365));
        LocalDate maturity = maturity(random, kind, start);
        Bond bond = bond(random, kind, convention, start, maturity);
        long life = maturity.toEpochDay() - start.toEpochDay();
        LocalDate settlement = start.plusDays(random.nextInt(8) == 0 ? 0 : random.nextLong(life));
        YieldConvention yieldConvention = yieldConvention(random, kind);
        return new Pick(bond, settlement, yieldConvention, anyYield(random));
    }

    private static BondConvention convention(SplittableRandom random) {
        Frequency[] frequencies = Frequency.values();
        boolean semiannual = random.nextInt(3) == 0;
        return BondConvention.builder("RANDOM")
                .dayCount(DAY_COUNTS.get(random.nextInt(DAY_COUNTS.size())))
                .frequency(semiannual ? Frequency.SEMIANNUAL : frequencies[random.nextInt(frequencies.length)])
                .endOfMonth(random.nextBoolean())
                .calendar("WEEKENDS")
                .paymentConvention(
                        random.nextInt(4) == 0
                                ? BusinessDayConvention.MODIFIED_FOLLOWING
                                : BusinessDayConvention.FOLLOWING)
                .couponRule(
                        switch (random.nextInt(9)) {
                            case 0 -> CouponRule.EQUAL_PARTS;
                            case 1 -> CouponRule.EFFECTIVE;
                            default -> CouponRule.BY_DAY_COUNT;
                        })
                .exCoupon(
                        switch (random.nextInt(8)) {
                            case 0 -> ExCouponRule.calendarDays(7);
                            case 1 -> ExCouponRule.businessDays(6, "WEEKENDS");
                            default -> ExCouponRule.NONE;
                        })
                .accruedRounding(
                        switch (random.nextInt(8)) {
                            case 0 -> DecimalRounding.halfUp(6);
                            case 1 -> DecimalRounding.truncated(7);
                            default -> DecimalRounding.NONE;
                        })
                .build();
    }

    private static LocalDate maturity(SplittableRandom random, Kind kind, LocalDate start) {
        int longest = kind == Kind.BILL ? 680 : random.nextInt(10) == 0 ? 100 * 365 : 31 * 365;
        LocalDate maturity =
                start.plusDays(1L + random.nextInt(random.nextInt(4) == 0 ? Math.min(500, longest) : longest));
        if (random.nextInt(3) == 0) {
            maturity = maturity.withDayOfMonth(maturity.lengthOfMonth());
        } else if (random.nextInt(3) == 0) { // on the roll of the first day
            maturity = maturity.withDayOfMonth(Math.min(start.getDayOfMonth(), maturity.lengthOfMonth()));
        }
        return maturity.isAfter(start) ? maturity : start.plusDays(40);
    }

    private static Bond bond(
            SplittableRandom random, Kind kind, BondConvention convention, LocalDate start, LocalDate maturity) {
        double coupon = random.nextInt(10) == 0 ? 0.0 : random.nextInt(121) * 0.00125;
        CouponDates dates = CouponDates.of(start, maturity, convention.frequency(), convention.endOfMonth());
        return switch (kind) {
            case FIXED -> new FixedCouponBond(convention, dates, coupon, null);
            case LONG_FIRST -> new FixedCouponBond(convention, longFirst(dates), coupon, null);
            case ODD_LAST -> new FixedCouponBond(convention, oddLast(random, dates), coupon, null);
            case STEP_UP -> StepUpBond.of(convention, dates, rates(random, periods(convention, dates)));
            case AMORTISING ->
                random.nextBoolean()
                        ? AmortisingBond.linear(convention, dates, coupon)
                        : AmortisingBond.of(convention, dates, coupon, outstanding(random, periods(convention, dates)));
            case ZERO -> ZeroCouponBond.of(convention, start, maturity);
            case BILL -> Bill.of(convention, start, maturity);
            case PERPETUAL ->
                new PerpetualBond(
                        convention,
                        start,
                        start.plusDays(1L + random.nextInt(500)),
                        0.005 + coupon,
                        random.nextInt(3) == 0
                                ? random.nextInt(-20, 10)
                                        * 0.001
                                        / convention.frequency().perYear()
                                : 0.0,
                        null);
        };
    }

    private static CouponDates longFirst(CouponDates dates) {
        int periods = 0;
        while (dates.roll(-periods - 1).isAfter(dates.accrualStart())) {
            periods++;
        }
        return new CouponDates(
                dates.accrualStart(),
                dates.maturity(),
                dates.frequency(),
                dates.endOfMonth(),
                dates.roll(-Math.max(0, periods - 1)),
                null);
    }

    private static CouponDates oddLast(SplittableRandom random, CouponDates dates) {
        LocalDate penultimate = dates.maturity().minusDays(1L + random.nextInt(400));
        return new CouponDates(
                dates.accrualStart(),
                dates.maturity(),
                dates.frequency(),
                dates.endOfMonth(),
                null,
                penultimate.isAfter(dates.accrualStart()) ? penultimate : null);
    }

    private static int periods(BondConvention convention, CouponDates dates) {
        return CouponPeriods.of(dates, convention.dayCount()).count();
    }

    private static List<Double> rates(SplittableRandom random, int periods) {
        List<Double> rates = new ArrayList<>(periods);
        for (int k = 0; k < periods; k++) {
            rates.add(random.nextInt(100) * 0.001);
        }
        return rates;
    }

    private static List<Double> outstanding(SplittableRandom random, int periods) {
        List<Double> outstanding = new ArrayList<>(periods);
        double face = 100.0;
        for (int k = 0; k < periods; k++) {
            outstanding.add(face);
            face *= random.nextInt(3) == 0 ? 0.9 : 1.0;
        }
        return outstanding;
    }

    private static YieldConvention yieldConvention(SplittableRandom random, Kind kind) {
        if (kind == Kind.PERPETUAL || random.nextInt(3) == 0) {
            return AT_COUPON_FREQUENCY.get(random.nextInt(AT_COUPON_FREQUENCY.size()));
        }
        boolean level = kind != Kind.STEP_UP && kind != Kind.AMORTISING;
        return level && random.nextInt(10) == 0
                ? YieldConvention.JGB_SIMPLE
                : OTHERS.get(random.nextInt(OTHERS.size()));
    }

    private static double anyYield(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0.0;
            case 1 -> random.nextDouble(-0.05, 0.0);
            case 2, 3, 4, 5 -> random.nextDouble(0.0, 0.10);
            default -> random.nextDouble(0.0, 0.40);
        };
    }
}
