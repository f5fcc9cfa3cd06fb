package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExCouponRuleTest {

    /** The 8% Treasury Stock 2021 paid on 7 June 2013, a Friday, and was quoted without that coupon from 30 May on. */
    @ParameterizedTest
    @CsvSource({"2013-05-28, false", "2013-05-29, false", "2013-05-30, true", "2013-06-06, true", "2013-01-02, false"})
    void theEightPercentGiltOf2021GoesExOnThirtyMay(LocalDate settlement, boolean ex) {
        assertThat(BondConventions.UK_GILT.exCoupon().isExCoupon(settlement, LocalDate.of(2013, 6, 7)))
                .isEqualTo(ex);
    }

    @Test
    void businessDaysSkipTheWeekendsAndHolidaysOfTheirCalendar() {
        // Back from Wednesday 29 December 2027: 24, 23, 22; Monday and Tuesday stand in for Christmas and Boxing Day.
        ExCouponRule rule = ExCouponRule.businessDays(3, "UK");

        assertThat(rule.firstExCouponDate(LocalDate.of(2027, 12, 29))).isEqualTo(LocalDate.of(2027, 12, 22));
    }

    @Test
    void calendarDaysSkipNothing() {
        ExCouponRule rule = ExCouponRule.calendarDays(7);

        assertThat(rule.firstExCouponDate(LocalDate.of(2025, 1, 4))).isEqualTo(LocalDate.of(2024, 12, 28));
        assertThat(rule.isExCoupon(LocalDate.of(2024, 12, 27), LocalDate.of(2025, 1, 4)))
                .isFalse();
        assertThat(rule.isExCoupon(LocalDate.of(2024, 12, 28), LocalDate.of(2025, 1, 4)))
                .isTrue();
    }

    @Test
    void withoutARuleTheBuyerAlwaysReceivesTheCoupon() {
        LocalDate coupon = LocalDate.of(2025, 6, 15);

        assertThat(ExCouponRule.NONE.isExCoupon(coupon.minusDays(1), coupon)).isFalse();
        assertThat(ExCouponRule.NONE.firstExCouponDate(coupon)).isEqualTo(coupon);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 61, Integer.MIN_VALUE})
    void anImpossibleNumberOfDaysIsRefused(int days) {
        assertThatThrownBy(() -> ExCouponRule.calendarDays(days)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anUnknownCalendarIsRefused() {
        assertThatThrownBy(() -> ExCouponRule.businessDays(6, "MARS")).isInstanceOf(BondTraderException.class);
    }
}
