package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DayCountsTest {

    private static final double ROUNDING = 1e-15;

    @ParameterizedTest
    @CsvSource({
        // the fractions are the arithmetic of the definition: numerator, denominator
        "ACT/360,        2026-01-15, 2026-07-15, 181, 360",
        "ACT/364,        2026-01-15, 2026-07-15, 181, 364",
        "ACT/365F,       2023-07-15, 2024-07-15, 366, 365",
        "ACT/365.25,     2023-07-15, 2024-07-15, 366, 365.25",
        "ACT/366,        2023-07-15, 2024-07-15, 366, 366",
        "ACT/365-ACTUAL, 2023-07-15, 2024-02-28, 228, 365",
        "ACT/365-ACTUAL, 2023-07-15, 2024-02-29, 229, 366",
        "ACT/365-ACTUAL, 2024-02-29, 2024-07-15, 137, 365",
        "ACT/365-NL,     2024-02-28, 2024-02-29,   0, 365",
        "ACT/365-NL,     2024-02-29, 2024-03-01,   1, 365",
        "ACT/365-NL,     2019-07-15, 2024-07-15, 1825, 365",
        "30/360,         2026-01-31, 2026-03-31,  60, 360",
        "30/360,         2026-01-30, 2026-03-31,  60, 360",
        "30/360,         2026-01-29, 2026-03-31,  62, 360",
        "30/360,         2026-02-28, 2026-03-31,  33, 360",
        "30U/360,        2026-02-28, 2026-03-31,  30, 360",
        "30U/360,        2024-02-28, 2024-03-31,  33, 360",
        "30U/360,        2024-02-29, 2025-02-28, 360, 360",
        "30U/360,        2024-02-29, 2025-02-27, 357, 360",
        "30U/360,        2025-01-31, 2025-02-28,  28, 360",
        "30E/360,        2026-01-29, 2026-03-31,  61, 360",
        "30E/360,        2026-02-28, 2026-03-31,  32, 360",
        "30E/360-ISDA,   2026-02-28, 2026-03-31,  30, 360",
        "30E/360-ISDA,   2025-08-31, 2026-02-28, 180, 360",
        "30E+/360,       2026-01-29, 2026-03-31,  62, 360",
        "30E+/360,       2026-01-31, 2026-03-31,  61, 360",
        "30/360-NASD,    2026-01-29, 2026-03-31,  62, 360",
        "30/360-NASD,    2026-01-30, 2026-03-31,  60, 360",
        "30/360-ITALIAN, 2026-02-28, 2026-03-31,  30, 360",
        "30/360-ITALIAN, 2024-01-31, 2024-02-28,  30, 360",
        "30/360-ITALIAN, 2024-02-27, 2024-03-31,  33, 360",
    })
    void theFractionIsTheQuotientOfItsDefinition(
            String name, LocalDate start, LocalDate end, int days, double denominator) {
        DayCount dayCount = DayCount.of(name);

        assertThat(dayCount.days(start, end)).isEqualTo(days);
        assertThat(dayCount.yearFraction(start, end)).isEqualTo(days / denominator);
        assertThat(dayCount.yearFraction(start, end, AccrualPeriod.regular(start, end, Frequency.ANNUAL)))
                .isEqualTo(days / denominator);
    }

    /** ISDA, EMU and Market Conventions (1998): the three methods on the same dates. */
    @ParameterizedTest
    @CsvSource({
        "ACT/ACT-ISDA, 2003-11-01, 2004-05-01, 0.497724380567",
        "ACT/ACT-AFB,  2003-11-01, 2004-05-01, 0.497267759563",
        "ACT/ACT-ISDA, 1999-02-01, 1999-07-01, 0.410958904110",
        "ACT/ACT-AFB,  1999-02-01, 1999-07-01, 0.410958904110",
        "ACT/ACT-ISDA, 1999-07-01, 2000-07-01, 1.001377348600",
        "ACT/ACT-AFB,  1999-07-01, 2000-07-01, 1.000000000000",
        "ACT/ACT-ISDA, 2002-08-15, 2003-07-15, 0.915068493151",
        "ACT/ACT-AFB,  2002-08-15, 2003-07-15, 0.915068493151",
        "ACT/ACT-ISDA, 2000-01-30, 2000-06-30, 0.415300546448",
        "ACT/ACT-AFB,  2000-01-30, 2000-06-30, 0.415300546448",
    })
    void actualActualAgreesWithThePublishedExamples(String name, LocalDate start, LocalDate end, double expected) {
        assertThat(DayCount.of(name).yearFraction(start, end)).isCloseTo(expected, within(5e-12));
    }

    @ParameterizedTest
    @CsvSource({
        // counted back from the end of February, every whole year ends at the end of February
        "2004-02-29, 2008-02-28, 3, 365, 365",
        "2004-02-28, 2008-02-29, 4, 1, 365",
        "2004-02-29, 2008-02-29, 4, 0, 365",
        "2003-12-31, 2005-02-28, 1, 60, 365",
        "2003-12-31, 2005-03-01, 1, 61, 366",
        "2026-05-05, 2026-05-05, 0, 0, 365",
    })
    void afbCountsWholeYearsBackFromTheEnd(LocalDate start, LocalDate end, int years, int days, double length) {
        assertThat(DayCounts.ACT_ACT_AFB.yearFraction(start, end)).isEqualTo(years + days / length);
    }

    /** ISDA, EMU and Market Conventions (1998), the ISMA column: regular, short and long first and last periods. */
    @ParameterizedTest
    @CsvSource({
        "2003-11-01, 2004-05-01, 2003-11-01, 2004-05-01, 2, 0.500000000000",
        "1999-02-01, 1999-07-01, 1998-07-01, 1999-07-01, 1, 0.410958904110",
        "2002-08-15, 2003-07-15, 2003-01-15, 2003-07-15, 2, 0.915760869565",
        "2003-07-15, 2004-01-15, 2003-07-15, 2004-01-15, 2, 0.500000000000",
        "1999-07-30, 2000-01-30, 1999-07-30, 2000-01-30, 2, 0.500000000000",
        "2000-01-30, 2000-06-30, 2000-01-30, 2000-07-30, 2, 0.417582417582",
        "1999-11-30, 2000-04-30, 1999-11-30, 2000-02-29, 4, 0.415760869565",
    })
    void icmaAgreesWithThePublishedExamples(
            LocalDate start, LocalDate end, LocalDate from, LocalDate to, int perYear, double expected) {
        boolean endOfMonth = RollDates.isEndOfMonth(from) && RollDates.isEndOfMonth(to);
        AccrualPeriod period = AccrualPeriod.stub(start, end, Frequency.ofPerYear(perYear), endOfMonth, from, to);

        assertThat(DayCounts.ACT_ACT_ICMA.yearFraction(start, end, period)).isCloseTo(expected, within(5e-13));
    }

    @Test
    void aRegularIcmaPeriodIsExactlyOneOverTheFrequency() {
        for (Frequency frequency : Frequency.values()) {
            LocalDate start = LocalDate.of(2023, 8, 31);
            LocalDate end = RollDates.roll(start, frequency.months(), true);
            AccrualPeriod period = AccrualPeriod.regular(start, end, frequency);

            assertThat(DayCounts.ACT_ACT_ICMA.yearFraction(start, end, period)).isEqualTo(1.0 / frequency.perYear());
            assertThat(DayCounts.ACT_365_CANADIAN.yearFraction(start, end, period))
                    .isEqualTo(1.0 / frequency.perYear());
        }
    }

    @Test
    void quasiCouponDatesKeepTheDayOfTheMonthThatFebruaryCutShort() {
        // a bond that pays on the 30th: the reference period starts on 28 February, the one before on 30 August
        AccrualPeriod period = AccrualPeriod.stub(
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2026, 8, 30),
                Frequency.SEMIANNUAL,
                false,
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 8, 30));

        assertThat(DayCounts.ACT_ACT_ICMA.yearFraction(period.start(), period.end(), period))
                .isEqualTo((61.0 / 183.0 + 1.0 + 1.0) / 2.0);
    }

    @Test
    void quasiCouponDatesStayAtTheEndOfTheMonthIfTheBondDoes() {
        AccrualPeriod period = AccrualPeriod.stub(
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 7, 15),
                Frequency.QUARTERLY,
                true,
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 5, 31));

        // the second quasi period runs from 31 May to 31 August
        assertThat(DayCounts.ACT_ACT_ICMA.yearFraction(period.start(), period.end(), period))
                .isEqualTo((1.0 + 45.0 / 92.0) / 4.0);
    }

    @ParameterizedTest
    @CsvSource({
        // annual: is 29 February in the period; otherwise: does the period end in a leap year
        "2023-03-01, 2024-03-01, 1, 366",
        "2024-03-01, 2025-03-01, 1, 365",
        "2023-02-28, 2024-02-28, 1, 365",
        "2024-02-29, 2025-02-28, 1, 365",
        "2023-07-31, 2024-01-31, 2, 366",
        "2024-07-31, 2025-01-31, 2, 365",
    })
    void actual365LTakesItsDenominatorFromTheWholePeriod(LocalDate start, LocalDate end, int perYear, double length) {
        AccrualPeriod period = AccrualPeriod.regular(start, end, Frequency.ofPerYear(perYear));

        assertThat(DayCounts.ACT_365L.yearFraction(start, start.plusDays(100), period))
                .isEqualTo(100 / length);
    }

    @Test
    void theTerminationDateAtTheEndOfFebruaryIsNotMovedByTheIsdaRule() {
        LocalDate start = LocalDate.of(2025, 8, 31);
        LocalDate end = LocalDate.of(2026, 2, 28);
        AccrualPeriod last =
                AccrualPeriod.regular(start, end, Frequency.SEMIANNUAL).withTermination(end);
        AccrualPeriod earlier = last.withTermination(LocalDate.of(2030, 2, 28));

        assertThat(DayCounts.THIRTY_E_360_ISDA.days(start, end, last)).isEqualTo(178);
        assertThat(DayCounts.THIRTY_E_360_ISDA.yearFraction(start, end, last)).isEqualTo(178 / 360.0);
        assertThat(DayCounts.THIRTY_E_360_ISDA.yearFraction(start, end, earlier))
                .isEqualTo(0.5);
    }

    /** IIAC, Canadian Conventions in Fixed Income Markets; in the example a 5 % bond accrues 1.671232 in 122 of 184 days. */
    @ParameterizedTest
    @CsvSource({
        "2005-12-01, 122, 0.0",
        "2006-01-30, 182, 0.0",
        "2006-01-31,  -1, 0.5",
        "2006-02-01,   0, 0.5",
    })
    void canadianBondsCountBackFromTheCouponBeyondHalfAYear(LocalDate settlement, int days, double from) {
        LocalDate start = LocalDate.of(2005, 8, 1);
        AccrualPeriod period = AccrualPeriod.regular(start, LocalDate.of(2006, 2, 1), Frequency.SEMIANNUAL);

        assertThat(DayCounts.ACT_365_CANADIAN.yearFraction(start, settlement, period))
                .isCloseTo(from + days / 365.0, within(ROUNDING));
    }

    @Test
    void aPartOfACanadianPeriodIsWhatAccruesInIt() {
        AccrualPeriod period =
                AccrualPeriod.regular(LocalDate.of(2005, 8, 1), LocalDate.of(2006, 2, 1), Frequency.SEMIANNUAL);

        assertThat(DayCounts.ACT_365_CANADIAN.yearFraction(
                        LocalDate.of(2005, 10, 1), LocalDate.of(2005, 12, 1), period))
                .isCloseTo(61 / 365.0, within(ROUNDING));
        assertThat(DayCounts.ACT_365_CANADIAN.yearFraction(LocalDate.of(2005, 12, 1), period.end(), period))
                .isCloseTo(0.5 - 122 / 365.0, within(ROUNDING));
    }

    @Test
    void aCanadianStubAccruesByDaysUntilTheNextRegularDate() {
        AccrualPeriod longFirst = AccrualPeriod.stub(
                LocalDate.of(2025, 5, 1),
                LocalDate.of(2025, 12, 1),
                Frequency.SEMIANNUAL,
                false,
                LocalDate.of(2025, 6, 1),
                LocalDate.of(2025, 12, 1));

        assertThat(DayCounts.ACT_365_CANADIAN.yearFraction(longFirst.start(), longFirst.end(), longFirst))
                .isCloseTo(31 / 365.0 + 0.5, within(ROUNDING));
        assertThat(DayCounts.ACT_365_CANADIAN.yearFraction(LocalDate.of(2025, 4, 1), longFirst.start(), longFirst))
                .isEqualTo(0.0);
    }

    @Test
    void oneOverOneIsAYearWhateverTheDates() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThat(DayCounts.ONE_ONE.yearFraction(day, day.plusDays(1))).isEqualTo(1.0);
        assertThat(DayCounts.ONE_ONE.yearFraction(day, day.plusYears(30))).isEqualTo(1.0);
        assertThat(DayCounts.ONE_ONE.yearFraction(day, day)).isEqualTo(0.0);
    }

    @Test
    void business252CountsTheBusinessDaysOfItsCalendar() {
        DayCount dayCount = DayCount.of("bus/252 brazil");
        LocalDate start = LocalDate.of(2024, 11, 18);
        LocalDate end = LocalDate.of(2024, 11, 22);

        assertThat(dayCount.officialName()).isEqualTo("BUS/252 BRAZIL");
        assertThat(dayCount.days(start, end)).isEqualTo(3);
        assertThat(dayCount.yearFraction(start, end)).isEqualTo(3 / 252.0);
        assertThat(dayCount.yearFraction(start, end, AccrualPeriod.regular(start, end, Frequency.SEMIANNUAL)))
                .isEqualTo(3 / 252.0);
        assertThat(dayCount.needsPeriod()).isFalse();
        assertThat(dayCount).hasToString("BUS/252 BRAZIL");
        assertThatThrownBy(() -> dayCount.days(end, start)).isInstanceOf(InvalidInput.class);
    }

    static Stream<DayCount> all() {
        return Stream.concat(
                Stream.of(StandardDayCount.values()), Stream.of(DayCounts.business252(HolidayCalendars.WEEKENDS)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void datesOutOfOrderAreRefusedAndEqualDatesGiveNothing(DayCount dayCount) {
        LocalDate day = LocalDate.of(2026, 5, 31);
        AccrualPeriod period = AccrualPeriod.regular(day, day.plusMonths(6), Frequency.SEMIANNUAL);

        assertThatThrownBy(() -> dayCount.yearFraction(day, day.minusDays(1), period))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2026-05-30");
        assertThatThrownBy(() -> dayCount.days(day, day.minusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> dayCount.days(day, day.minusDays(1), period)).isInstanceOf(InvalidInput.class);
        assertThat(dayCount.yearFraction(day, day, period)).isEqualTo(0.0);
        assertThat(dayCount.days(day, day)).isEqualTo(0);
        if (!dayCount.needsPeriod()) {
            assertThat(dayCount.yearFraction(day, day)).isEqualTo(0.0);
            assertThatThrownBy(() -> dayCount.yearFraction(day, day.minusDays(1)))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void datesAtTheEndsOfTimeAreRefusedOrCounted(DayCount dayCount) {
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MAX;
        AccrualPeriod period = AccrualPeriod.regular(first, last, Frequency.ANNUAL);

        try {
            assertThat(dayCount.yearFraction(first, last, period)).isFinite().isNotNegative();
        } catch (InvalidInput tooFarApart) {
            assertThat(tooFarApart.code()).isEqualTo(CoreErrorCode.INVALID_INPUT);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StandardDayCount.class,
            names = {"ACT_ACT_ICMA", "ACT_365L", "ACT_365_CANADIAN"})
    void dayCountsThatNeedTheAccrualPeriodSayWhy(DayCount dayCount) {
        assertThat(dayCount.needsPeriod()).isTrue();
        assertThatThrownBy(() -> dayCount.yearFraction(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(dayCount.toString())
                .hasMessageContaining("accrual period");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDayCountIsFoundByItsName(DayCount dayCount) {
        assertThat(DayCount.of(dayCount.toString())).isEqualTo(dayCount);
    }

    @ParameterizedTest
    @CsvSource({
        "act/act (icma), ACT/ACT-ICMA",
        "Actual/Actual ISMA, ACT/ACT-ICMA",
        "ISMA-99, ACT/ACT-ICMA",
        "Actual/365 (Fixed), ACT/365F",
        "act/365, ACT/365F",
        "ACT/365.25, ACT/365.25",
        "actual/360, ACT/360",
        "NL/365, ACT/365-NL",
        "30/360 Bond Basis, 30/360",
        "30/360 us, 30U/360",
        "30e/360 isda, 30E/360-ISDA",
        "Eurobond Basis, 30E/360",
        "Act/365 Canadian Bond, ACT/365-CANADIAN",
        "Act/Act AFB, ACT/ACT-AFB",
        "Actual/Actual (ISDA), ACT/ACT-ISDA",
        "30E+/360, 30E+/360",
        "1/1, 1/1",
        "act/365l, ACT/365L",
    })
    void usualSpellingsLeadToTheSameDayCount(String spelling, String name) {
        assertThat(DayCount.of(spelling)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACT", "ACT/ACT", "act/act", "BUS/252", "BUS/252 ATLANTIS", "30/365", "ACT//360", "🙂"})
    void namesOfNoOrOfSeveralDayCountsAreRefused(String name) {
        assertThatThrownBy(() -> DayCount.of(name))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CoreErrorCode.UNREADABLE_TEXT));
    }

    @Test
    void accrualPeriodsOutOfOrderAreRefused() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatThrownBy(() -> AccrualPeriod.regular(day, day.minusDays(1), Frequency.ANNUAL))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AccrualPeriod.stub(day, day.plusDays(9), Frequency.ANNUAL, false, day, day))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AccrualPeriod(day, day.plusDays(9), Frequency.ANNUAL, false, day, null, null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anEmptyPeriodHasNoQuasiCouponDates() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        AccrualPeriod empty = AccrualPeriod.regular(day, day, Frequency.ANNUAL);

        assertThat(DayCounts.ACT_ACT_ICMA.yearFraction(day, day, empty)).isEqualTo(0.0);
        assertThatThrownBy(() -> DayCounts.ACT_ACT_ICMA.yearFraction(day, day.plusDays(1), empty))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DayCounts.ACT_365_CANADIAN.yearFraction(day, day.plusDays(1), empty))
                .isInstanceOf(InvalidInput.class);
    }
}
