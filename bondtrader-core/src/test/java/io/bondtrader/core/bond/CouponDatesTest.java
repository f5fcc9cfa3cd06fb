package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CouponDatesTest {

    private static final LocalDate START = LocalDate.of(2020, 3, 15);

    /** Anchors from the 28th on: each month has the anchor's day or its own last, and month ends only where asked. */
    @ParameterizedTest
    @CsvSource({
        "2031-08-31, false, 2031-02-28, 2028-02-29",
        "2031-08-31, true,  2031-02-28, 2028-02-29",
        "2031-08-30, false, 2031-02-28, 2028-02-29",
        "2031-08-29, true,  2031-02-28, 2028-02-29",
        "2031-08-28, true,  2031-02-28, 2028-02-28",
        "2031-02-28, true,  2030-08-31, 2028-02-29",
        "2031-02-28, false, 2030-08-28, 2028-02-28",
        "2028-02-29, true,  2027-08-31, 2025-02-28",
        "2028-02-29, false, 2027-08-29, 2025-02-28"
    })
    void regularDatesAreRolledFromMaturityInOneGo(
            LocalDate maturity, boolean endOfMonth, LocalDate oneBefore, LocalDate later) {
        CouponDates dates = CouponDates.of(START, maturity, Frequency.SEMIANNUAL, endOfMonth);
        int periodsToLater =
                (maturity.getYear() - later.getYear()) * 2 + (maturity.getMonthValue() - later.getMonthValue()) / 6;

        assertThat(dates.roll(-1)).isEqualTo(oneBefore);
        assertThat(dates.roll(-periodsToLater)).isEqualTo(later);
        assertThat(dates.roll(0)).isEqualTo(maturity);
    }

    @Test
    void aShortFirstPeriodFollowsFromTheStartOfAccrual() {
        CouponPeriods periods = periods(START, LocalDate.of(2022, 1, 31), null, null);

        assertThat(periods.count()).isEqualTo(4);
        assertThat(periods.start(0)).isEqualTo(START);
        assertThat(periods.end(0)).isEqualTo(LocalDate.of(2020, 7, 31));
        assertThat(periods.isRegular(0)).isFalse();
        assertThat(periods.isRegular(1)).isTrue();
        // 138 of the 182 days from 31 January to 31 July 2020, half a year.
        assertThat(periods.fraction(0)).isEqualTo(138.0 / 364.0, within(1e-16));
        assertThat(periods.fraction(3)).isEqualTo(0.5);
    }

    @Test
    void aLongFirstPeriodIsWholeAndBrokenQuasiPeriods() {
        CouponPeriods periods = periods(START, LocalDate.of(2022, 1, 31), LocalDate.of(2021, 1, 31), null);

        assertThat(periods.count()).isEqualTo(3);
        assertThat(periods.isRegular(0)).isFalse();
        assertThat(periods.fraction(0)).isEqualTo(138.0 / 364.0 + 0.5, within(1e-16));
    }

    @Test
    void anOddLastPeriodStartsAtTheAnchor() {
        LocalDate penultimate = LocalDate.of(2021, 9, 15);
        CouponPeriods shortLast = periods(START, LocalDate.of(2021, 12, 15), null, penultimate);
        CouponPeriods longLast = periods(START, LocalDate.of(2022, 6, 15), null, penultimate);

        assertThat(shortLast.count()).isEqualTo(4);
        assertThat(shortLast.isRegular(3)).isFalse();
        // 91 of the 181 days from 15 September 2021 to 15 March 2022.
        assertThat(shortLast.fraction(3)).isEqualTo(91.0 / 362.0, within(1e-16));
        // A whole half year and 92 of the 184 days from 15 March to 15 September 2022.
        assertThat(longLast.fraction(3)).isEqualTo(0.5 + 92.0 / 368.0, within(1e-16));
        assertThat(longLast.isRegular(2)).isTrue();
    }

    @Test
    void aPenultimateDateARegularPeriodBeforeMaturityMakesNoOddPeriod() {
        CouponPeriods periods = periods(START, LocalDate.of(2022, 3, 15), null, LocalDate.of(2021, 9, 15));

        assertThat(periods.isRegular(periods.count() - 1)).isTrue();
        assertThat(periods.fraction(periods.count() - 1)).isEqualTo(0.5);
    }

    @Test
    void periodsFromADayStartWithTheOneThatHoldsIt() {
        CouponDates dates = CouponDates.of(START, LocalDate.of(2025, 3, 15), Frequency.SEMIANNUAL, false);

        assertThat(CouponPeriods.from(dates, DayCounts.ACT_ACT_ICMA, LocalDate.of(2024, 9, 14))
                        .start(0))
                .isEqualTo(LocalDate.of(2024, 3, 15));
        assertThat(CouponPeriods.from(dates, DayCounts.ACT_ACT_ICMA, LocalDate.of(2024, 9, 15))
                        .start(0))
                .isEqualTo(LocalDate.of(2024, 9, 15));
    }

    @ParameterizedTest
    @CsvSource({"2020-03-14", "2025-03-15", "2999-01-01"})
    void aDayOutsideTheLifeOfTheBondIsRefused(LocalDate day) {
        CouponDates dates = CouponDates.of(START, LocalDate.of(2025, 3, 15), Frequency.SEMIANNUAL, false);

        assertThatThrownBy(() -> CouponPeriods.from(dates, DayCounts.ACT_360, day))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("settlement");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2020-03-15, 2020-03-15, none, none, maturity",
                "2020-03-15, 2019-03-15, none, none, maturity",
                "1500-01-01, 1510-01-01, none, none, maturity",
                "2020-03-15, 2421-03-15, none, none, maturity",
                "2020-03-15, 2025-03-15, 2020-03-15, none, firstCouponDate",
                "2020-03-15, 2025-03-15, 2025-09-15, none, firstCouponDate",
                "2020-03-15, 2025-03-15, 2020-10-15, none, firstCouponDate",
                "2020-03-15, 2025-03-15, 2020-09-16, none, firstCouponDate",
                "2020-03-15, 2025-03-15, none, 2025-03-15, penultimateCouponDate",
                "2020-03-15, 2025-03-15, none, 2020-03-15, penultimateCouponDate"
            })
    void datesOutOfOrderOrOffTheRollAreRefused(
            LocalDate start,
            LocalDate maturity,
            @Nullable LocalDate first,
            @Nullable LocalDate penultimate,
            String field) {
        assertThatThrownBy(() -> new CouponDates(start, maturity, Frequency.SEMIANNUAL, false, first, penultimate))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(field + " must be");
    }

    private static CouponPeriods periods(
            LocalDate start, LocalDate maturity, @Nullable LocalDate first, @Nullable LocalDate penultimate) {
        return CouponPeriods.of(
                new CouponDates(start, maturity, Frequency.SEMIANNUAL, true, first, penultimate),
                DayCounts.ACT_ACT_ICMA);
    }
}
