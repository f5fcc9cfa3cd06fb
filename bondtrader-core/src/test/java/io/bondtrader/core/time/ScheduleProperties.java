package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Laws that hold for every schedule. */
class ScheduleProperties {

    @Property
    void aSchedulePartitionsItsInterval(
            @ForAll("dates") LocalDate effective,
            @ForAll @IntRange(min = 1, max = 6_000) int days,
            @ForAll("tenors") Tenor tenor,
            @ForAll("rolling") RollDirection direction,
            @ForAll("stubs") @Nullable StubConvention stub,
            @ForAll boolean endOfMonth) {
        LocalDate termination = effective.plusDays(days);
        ScheduleTerms.Builder terms = ScheduleTerms.of(effective, termination, tenor)
                .direction(direction)
                .endOfMonth(endOfMonth);
        if (stub != null) {
            terms.stub(stub);
        }
        List<LocalDate> dates = terms.schedule().unadjustedDates();

        assertThat(dates).startsWith(effective).endsWith(termination).isSorted().doesNotHaveDuplicates();
    }

    @Property
    void countingBackAndForthAgreeWhereTheIntervalDivides(
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 1, max = 120) int periods,
            @ForAll("tenors") Tenor tenor) {
        LocalDate effective = date.withDayOfMonth(Math.min(28, date.getDayOfMonth()));
        LocalDate termination = tenor.addTo(effective, periods);
        Schedule backward = ScheduleTerms.of(effective, termination, tenor)
                .stub(StubConvention.NONE)
                .schedule();
        Schedule forward = ScheduleTerms.of(effective, termination, tenor)
                .direction(RollDirection.FORWARD)
                .stub(StubConvention.NONE)
                .schedule();

        assertThat(forward).isEqualTo(backward);
        assertThat(backward.periods()).hasSize(periods).allMatch(SchedulePeriod::regular);
    }

    @Property
    void countingBackAndForthAgreeFromMonthEndToMonthEnd(
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 1, max = 120) int periods,
            @ForAll @IntRange(min = 1, max = 12) int months) {
        LocalDate effective = RollDates.endOfMonth(date);
        LocalDate termination = RollDates.roll(effective, periods * months, true);
        ScheduleTerms.Builder terms = ScheduleTerms.of(effective, termination, Tenor.ofMonths(months))
                .endOfMonth(true)
                .stub(StubConvention.NONE);

        assertThat(terms.direction(RollDirection.FORWARD).schedule())
                .isEqualTo(terms.direction(RollDirection.BACKWARD).schedule());
        assertThat(terms.schedule().unadjustedDates()).allMatch(RollDates::isEndOfMonth);
    }

    @Property
    void adjustedDatesAreTheAdjustedRolledDates(
            @ForAll("dates") LocalDate effective,
            @ForAll @IntRange(min = 40, max = 6_000) int days,
            @ForAll BusinessDayConvention convention) {
        HolidayCalendar calendar = HolidayCalendars.of("JAPAN");
        Schedule schedule = ScheduleTerms.of(effective, effective.plusDays(days), Tenor.ofMonths(3))
                .adjusted(calendar, convention)
                .schedule();

        assertThat(schedule.dates())
                .isEqualTo(schedule.unadjustedDates().stream()
                        .map(date -> convention.adjust(date, calendar))
                        .toList());
    }

    @Property
    void rollingIsAddingMonthsToTheSeed(
            @ForAll("dates") LocalDate seed, @ForAll @IntRange(min = -1_200, max = 1_200) int months) {
        LocalDate plain = RollDates.roll(seed, months, false);

        assertThat(plain).isEqualTo(seed.plusMonths(months));
        assertThat(RollDates.rollToEpochDay(seed, months, false)).isEqualTo(plain.toEpochDay());
        LocalDate monthEnd = RollDates.roll(RollDates.endOfMonth(seed), months, true);
        assertThat(monthEnd).isEqualTo(RollDates.endOfMonth(plain));
        assertThat(RollDates.rollToEpochDay(RollDates.endOfMonth(seed), months, true))
                .isEqualTo(monthEnd.toEpochDay());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(1992, 1, 1).toEpochDay();
        long last = LocalDate.of(2075, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Tenor> tenors() {
        return Arbitraries.of("1D", "5D", "1W", "2W", "4W", "1M", "2M", "3M", "4M", "6M", "1Y", "2Y")
                .map(Tenor::parse);
    }

    @Provide
    Arbitrary<RollDirection> rolling() {
        return Arbitraries.of(RollDirection.BACKWARD, RollDirection.FORWARD);
    }

    @Provide
    Arbitrary<StubConvention> stubs() {
        return Arbitraries.of(StubConvention.values())
                .filter(stub -> stub != StubConvention.NONE)
                .injectNull(0.2);
    }
}
