package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Looking at one period gives what looking at all of them gives. */
class AccruedInterestProperties {

    private static final DayCount[] DAY_COUNTS = {
        DayCounts.ACT_ACT_ICMA,
        DayCounts.THIRTY_360,
        DayCounts.THIRTY_E_360,
        DayCounts.ACT_365F,
        DayCounts.ACT_365_CANADIAN
    };

    private static final int[] PER_YEAR = {1, 2, 3, 4, 6, 12};

    @Property(tries = 2_000)
    void onePeriodIsEnough(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate start = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(12_000));
        LocalDate maturity = start.plusDays(2 + random.nextInt(12_000));
        if (random.nextInt(3) == 0) {
            maturity = maturity.withDayOfMonth(maturity.lengthOfMonth());
        }
        BondConvention convention = BondConvention.builder("LAW")
                .frequency(Frequency.ofPerYear(PER_YEAR[random.nextInt(PER_YEAR.length)]))
                .dayCount(DAY_COUNTS[random.nextInt(DAY_COUNTS.length)])
                .endOfMonth(random.nextBoolean())
                .exCoupon(random.nextBoolean() ? ExCouponRule.calendarDays(7) : ExCouponRule.NONE)
                .build();
        CouponDates dates = CouponDates.of(start, maturity, convention.frequency(), convention.endOfMonth());
        LocalDate penultimate = maturity.minusDays(1 + random.nextInt(250));
        if (random.nextInt(3) == 0 && penultimate.isAfter(start)) {
            dates = new CouponDates(
                    start, maturity, convention.frequency(), convention.endOfMonth(), null, penultimate);
        }
        LocalDate agreed = dates.roll(-random.nextInt(6));
        if (random.nextInt(2) == 0 && agreed.isAfter(start)) {
            dates = new CouponDates(
                    start,
                    maturity,
                    convention.frequency(),
                    convention.endOfMonth(),
                    agreed,
                    dates.penultimateCouponDate());
        }
        FixedCouponBond bond = new FixedCouponBond(convention, dates, 0.05, null);
        LocalDate settlement = start.plusDays(random.nextLong(maturity.toEpochDay() - start.toEpochDay()));

        assertThat(AccruedInterest.per100(bond, settlement))
                .isEqualTo(BondPricing.of(bond, settlement).accruedInterest());
    }

    /** The day before an agreed first coupon is the last one of a period that may be longer than a regular one. */
    @Example
    void theDayBeforeTheFirstCouponAccruesTheWholePeriod() {
        CouponDates dates = new CouponDates(
                LocalDate.of(2003, 7, 20),
                LocalDate.of(2018, 12, 26),
                Frequency.ANNUAL,
                false,
                LocalDate.of(2013, 12, 26),
                null);
        FixedCouponBond bond = new FixedCouponBond(BondConventions.EUROBOND, dates, 0.05, null);

        // 10 years, 5 months and 5 days of 30/360.
        assertThat(AccruedInterest.per100(bond, LocalDate.of(2013, 12, 25))).isCloseTo(5.0 * 3755 / 360, within(1e-12));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** 31 CFR Part 356, Appendix B, section II.D. */
    @Example
    void theRegulationsExampleComesOut() {
        FixedCouponBond bond =
                FixedCouponBond.of(BondConventions.US_TREASURY_AUCTION, 0.0950, "1985-11-15", "1995-11-15");

        assertThat(AccruedInterest.per100(bond, LocalDate.of(1985, 11, 29))).isCloseTo(0.367403, within(1e-12));
    }

    @Example
    void aDayOutsideTheLifeIsRefused() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.05, "2020-05-15", "2030-05-15");

        for (String day : new String[] {"2020-05-14", "2030-05-15"}) {
            assertThatThrownBy(() -> AccruedInterest.per100(bond, LocalDate.parse(day)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(CoreErrorCode.INVALID_INPUT))
                    .hasMessageContaining(day);
        }
    }
}
