package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods that end early, quasi-coupon periods, and the dates of coupons without end. */
final class CutCouponPeriodsTest {

    private static final LocalDate START = LocalDate.of(2025, 11, 15);
    private static final LocalDate END = LocalDate.of(2027, 11, 15);
    private static final CouponDates DATES = CouponDates.of(START, END, Frequency.SEMIANNUAL, true);

    /** A long first period is measured against quasi-coupon periods at the true month ends (ICMA Rule 251). */
    @Test
    void quasiCouponPeriodsKeepTheThirtyFirst() {
        CouponDates dates = new CouponDates(
                LocalDate.of(2018, 10, 27),
                LocalDate.of(2031, 5, 31),
                Frequency.QUARTERLY,
                false,
                LocalDate.of(2019, 2, 28),
                null);
        CouponPeriods periods = CouponPeriods.of(dates, DayCounts.ACT_ACT_ICMA);
        // 27 October to 30 November of the 91 days since 31 August, and a whole quarter.
        assertThat(periods.fraction(0)).isCloseTo((34.0 / 91.0 + 1.0) / 4.0, within(1e-15));
        assertThat(periods.isRegular(0)).isFalse();
        assertThat(periods.frequency()).isEqualTo(Frequency.QUARTERLY);
    }

    @Test
    void periodsEndEarlyWhereTheyAreCut() {
        CouponPeriods periods = CouponPeriods.of(DATES, DayCounts.ACT_ACT_ICMA);
        CouponPeriods cut = periods.until(LocalDate.of(2026, 8, 1));
        assertThat(cut.count()).isEqualTo(2);
        assertThat(cut.end(1)).isEqualTo("2026-08-01");
        assertThat(cut.isRegular(0)).isTrue();
        assertThat(cut.isRegular(1)).isFalse();
        assertThat(cut.fraction(1)).isCloseTo(0.5 * 78 / 184, within(1e-15));
        assertThat(cut.fractionTo(1, LocalDate.of(2026, 8, 1))).isEqualTo(cut.fraction(1));
        CouponPeriods whole = periods.until(END);
        assertThat(whole.count()).isEqualTo(4);
        assertThat(whole.isRegular(3)).isTrue();
        assertThat(whole.toString()).contains("2027-11-15");
        assertThatThrownBy(() -> periods.until(START)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> periods.until(END.plusDays(1))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void perpetualCouponsKeepTheirDay() {
        BondConvention plain = BondConvention.builder("X").endOfMonth(false).build();
        PerpetualBond bond = PerpetualBond.of(plain, LocalDate.of(2026, 2, 28), LocalDate.of(2026, 8, 31), 0.05);
        assertThat(bond.couponDate(0)).isEqualTo("2026-08-31");
        assertThat(bond.couponDate(1)).isEqualTo("2027-02-28");
        assertThat(bond.couponDate(2)).isEqualTo("2027-08-31");
        assertThat(bond.couponDate(-1)).isEqualTo("2026-02-28");
        assertThatThrownBy(() -> bond.couponDate(100_001)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0.5, 2", "-1.0, 0.5, 2", "Infinity, 0.5, 2", "0.05, NaN, 2", "0.05, 0.5, 0"})
    void couponsOfNonsenseAreRefused(double rate, double fraction, int perYear) {
        for (CouponRule rule : CouponRule.values()) {
            assertThatThrownBy(() -> rule.couponPerUnit(rate, fraction, true, perYear))
                    .isInstanceOf(InvalidInput.class);
        }
    }
}
