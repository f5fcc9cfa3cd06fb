package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of day counts, and their formulas against a count from day to day. */
class DayCountProperties {

    @Property
    void noDayCountIsNegativeOrFarFromTheCalendar(
            @ForAll StandardDayCount dayCount,
            @ForAll("dates") LocalDate start,
            @ForAll @IntRange(max = 9_000) int days,
            @ForAll Frequency frequency) {
        AccrualPeriod period = regularPeriod(start, frequency);
        double fraction = dayCount.yearFraction(start, start.plusDays(days), period);

        assertThat(fraction).isFinite().isNotNegative();
        if (dayCount != StandardDayCount.ONE_ONE) {
            assertThat(fraction).isCloseTo(days / 365.25, within(0.015 * days / 365.25 + 0.02));
        }
    }

    @Property
    void splittingAnIntervalChangesNothingWhereEachDayHasItsWeight(
            @ForAll("additive") DayCount dayCount,
            @ForAll("dates") LocalDate start,
            @ForAll @IntRange(max = 4_000) int first,
            @ForAll @IntRange(max = 4_000) int second,
            @ForAll Frequency frequency) {
        LocalDate middle = start.plusDays(first);
        LocalDate end = middle.plusDays(second);
        AccrualPeriod period = regularPeriod(start, frequency);
        double whole = dayCount.yearFraction(start, end, period);
        double parts = dayCount.yearFraction(start, middle, period) + dayCount.yearFraction(middle, end, period);

        assertThat(parts).isCloseTo(whole, within(1e-12));
    }

    @Property
    void isdaIsTheSumOverDaysOfOneOverTheLengthOfTheirYear(
            @ForAll("dates") LocalDate start, @ForAll @IntRange(max = 2_000) int days) {
        double walked = sumOverDays(start, days, day -> 1.0 / day.lengthOfYear());

        assertThat(DayCounts.ACT_ACT_ISDA.yearFraction(start, start.plusDays(days)))
                .isCloseTo(walked, within(1e-12));
    }

    @Property
    void noLeapIsTheCountOfDaysWhoseMorrowIsNoLeapDay(
            @ForAll("dates") LocalDate start, @ForAll @IntRange(max = 3_000) int days) {
        double walked = sumOverDays(start, days, day -> isLeapDay(day.plusDays(1)) ? 0.0 : 1.0);

        assertThat(DayCounts.NL_365.days(start, start.plusDays(days))).isEqualTo((int) walked);
    }

    @Property
    void icmaIsTheSumOverDaysOfOneOverTheDaysOfTheirPeriod(
            @ForAll("dates") LocalDate reference,
            @ForAll Frequency frequency,
            @ForAll boolean endOfMonth,
            @ForAll @IntRange(min = -900, max = 900) int offset,
            @ForAll @IntRange(max = 1_500) int days) {
        LocalDate seed = endOfMonth
                ? RollDates.endOfMonth(reference)
                : reference.withDayOfMonth(Math.min(28, reference.getDayOfMonth()));
        LocalDate from = seed;
        LocalDate to = RollDates.roll(seed, frequency.months(), endOfMonth);
        LocalDate start = seed.plusDays(offset);
        AccrualPeriod period = AccrualPeriod.stub(start, start.plusDays(days), frequency, endOfMonth, from, to);
        double walked = sumOverDays(start, days, day -> {
            int k = (int) (RollDates.monthOf(day) - RollDates.monthOf(seed)) / frequency.months() - 2;
            while (!RollDates.roll(seed, (k + 1) * frequency.months(), endOfMonth)
                    .isAfter(day)) {
                k++;
            }
            LocalDate lower = RollDates.roll(seed, k * frequency.months(), endOfMonth);
            LocalDate upper = RollDates.roll(seed, (k + 1) * frequency.months(), endOfMonth);
            return 1.0 / (frequency.perYear() * (double) (upper.toEpochDay() - lower.toEpochDay()));
        });

        assertThat(DayCounts.ACT_ACT_ICMA.yearFraction(start, start.plusDays(days), period))
                .isCloseTo(walked, within(1e-12));
    }

    @Property
    void aWholeYearOfTheThirtyDayFamilyIsThreeHundredAndSixtyDays(
            @ForAll("thirty") StandardDayCount dayCount,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 1, max = 40) int years) {
        LocalDate start = date.withDayOfMonth(Math.min(date.getDayOfMonth(), 27));

        assertThat(dayCount.days(start, start.plusYears(years))).isEqualTo(360 * years);
    }

    @Property
    void afbGivesWholeYearsForWholeYears(
            @ForAll("dates") LocalDate end, @ForAll @IntRange(min = 1, max = 60) int years) {
        LocalDate start = end.getMonthValue() == 2 && end.getDayOfMonth() >= 28
                ? RollDates.endOfMonth(end.minusYears(years))
                : end.minusYears(years);

        assertThat(DayCounts.ACT_ACT_AFB.yearFraction(start, end)).isEqualTo(years);
    }

    private static AccrualPeriod regularPeriod(LocalDate start, Frequency frequency) {
        return AccrualPeriod.regular(start, RollDates.roll(start, frequency.months(), false), frequency);
    }

    private static double sumOverDays(LocalDate start, int days, ToDoubleFunction<LocalDate> weight) {
        double sum = 0.0;
        for (int i = 0; i < days; i++) {
            sum += weight.applyAsDouble(start.plusDays(i));
        }
        return sum;
    }

    private static boolean isLeapDay(LocalDate day) {
        return day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
    }

    @Provide
    Arbitrary<DayCount> additive() {
        return Arbitraries.of(
                DayCounts.ACT_360,
                DayCounts.ACT_364,
                DayCounts.ACT_365F,
                DayCounts.ACT_365_25,
                DayCounts.ACT_366,
                DayCounts.NL_365,
                DayCounts.ACT_ACT_ISDA,
                DayCounts.ACT_ACT_ICMA,
                DayCounts.business252(HolidayCalendars.of("BRAZIL")));
    }

    @Provide
    Arbitrary<StandardDayCount> thirty() {
        return Arbitraries.of(StandardDayCount.values())
                .filter(dayCount -> dayCount.toString().startsWith("30"));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(1992, 1, 1).toEpochDay();
        long last = LocalDate.of(2060, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }
}
