package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTermsTest {

    private static final LocalDate ISSUE = LocalDate.of(2026, 1, 20);
    private static final LocalDate MATURITY = LocalDate.of(2027, 3, 5);
    private static final Tenor SIX_MONTHS = Tenor.ofMonths(6);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHORT_FIRST | 2026-01-20 2026-03-05 2026-09-05 2027-03-05 | SRR",
                "LONG_FIRST  | 2026-01-20 2026-09-05 2027-03-05            | SR",
                "SHORT_LAST  | 2026-01-20 2026-07-20 2027-01-20 2027-03-05 | RRS",
                "LONG_LAST   | 2026-01-20 2026-07-20 2027-03-05            | RS",
            })
    void theStubGoesWhereItIsAskedFor(StubConvention stub, String dates, String regular) {
        for (RollDirection direction : List.of(RollDirection.BACKWARD, RollDirection.FORWARD)) {
            Schedule schedule = ScheduleTerms.of(ISSUE, MATURITY, SIX_MONTHS)
                    .direction(direction)
                    .stub(stub)
                    .schedule();

            assertThat(schedule.unadjustedDates()).map(LocalDate::toString).containsExactly(dates.split(" "));
            assertThat(letters(schedule)).isEqualTo(regular);
        }
    }

    @Test
    void withoutAStubConventionWhatIsLeftOverIsAShortPeriodAtTheFarEnd() {
        assertThat(letters(ScheduleTerms.of(ISSUE, MATURITY, SIX_MONTHS).schedule()))
                .isEqualTo("SRR");
        assertThat(letters(ScheduleTerms.of(ISSUE, MATURITY, SIX_MONTHS)
                        .direction(RollDirection.FORWARD)
                        .schedule()))
                .isEqualTo("RRS");
        assertThat(letters(ScheduleTerms.of(ISSUE, MATURITY, SIX_MONTHS)
                        .direction(RollDirection.ZERO)
                        .schedule()))
                .isEqualTo("R");
    }

    @Test
    void explicitDatesMakeStubsAtBothEnds() {
        Schedule schedule = ScheduleTerms.of(ISSUE, LocalDate.of(2028, 4, 1), SIX_MONTHS)
                .firstDate(LocalDate.of(2026, 8, 15))
                .penultimateDate(LocalDate.of(2028, 2, 15))
                .schedule();

        assertThat(schedule.unadjustedDates())
                .map(LocalDate::toString)
                .containsExactly("2026-01-20", "2026-08-15", "2027-02-15", "2027-08-15", "2028-02-15", "2028-04-01");
        assertThat(letters(schedule)).isEqualTo("SRRRS");
    }

    @Test
    void anExplicitPeriodOfOneTenorIsRegular() {
        Schedule schedule = ScheduleTerms.of(ISSUE, ISSUE.plusMonths(18), SIX_MONTHS)
                .firstDate(ISSUE.plusMonths(6))
                .penultimateDate(ISSUE.plusMonths(12))
                .schedule();

        assertThat(letters(schedule)).isEqualTo("RRR");
    }

    @Test
    void firstAndPenultimateDateMayBeOneAndTheSame() {
        Schedule schedule = ScheduleTerms.of(ISSUE, MATURITY, SIX_MONTHS)
                .firstDate(LocalDate.of(2026, 9, 1))
                .penultimateDate(LocalDate.of(2026, 9, 1))
                .schedule();

        assertThat(schedule.unadjustedDates()).containsExactly(ISSUE, LocalDate.of(2026, 9, 1), MATURITY);
    }

    @Test
    void aLongStubThatWouldSwallowEverythingIsTheOnlyPeriod() {
        Schedule schedule = ScheduleTerms.of(ISSUE, ISSUE.plusMonths(2), SIX_MONTHS)
                .stub(StubConvention.LONG_FIRST)
                .schedule();

        assertThat(schedule.unadjustedDates()).containsExactly(ISSUE, ISSUE.plusMonths(2));
        assertThat(letters(schedule)).isEqualTo("S");
    }

    @Test
    void monthEndsDoNotDrift() {
        Schedule plain = ScheduleTerms.of(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 5, 31), Tenor.ofMonths(1))
                .schedule();
        Schedule kept = ScheduleTerms.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 11, 30), Tenor.ofMonths(3))
                .endOfMonth(true)
                .schedule();

        assertThat(plain.unadjustedDates())
                .map(LocalDate::toString)
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
        assertThat(kept.unadjustedDates())
                .map(LocalDate::toString)
                .containsExactly("2026-02-28", "2026-05-31", "2026-08-31", "2026-11-30");
        assertThat(letters(kept)).isEqualTo("RRR");
    }

    @Test
    void bothKindsOfDatesAreKept() {
        // 5 September 2026 is a Saturday
        Schedule schedule = ScheduleTerms.of(LocalDate.of(2026, 3, 5), MATURITY, SIX_MONTHS)
                .adjusted(HolidayCalendars.of("TARGET"), BusinessDayConvention.FOLLOWING)
                .schedule();

        assertThat(schedule.periods().get(0))
                .isEqualTo(new SchedulePeriod(
                        LocalDate.of(2026, 3, 5),
                        LocalDate.of(2026, 9, 5),
                        LocalDate.of(2026, 3, 5),
                        LocalDate.of(2026, 9, 7),
                        true));
        assertThat(schedule.dates()).containsExactly(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 9, 7), MATURITY);
    }

    @Test
    void theTerminationDateMayStayWhenOthersMove() {
        LocalDate saturday = LocalDate.of(2027, 3, 6);
        ScheduleTerms.Builder terms = ScheduleTerms.of(ISSUE, saturday, SIX_MONTHS)
                .adjusted(HolidayCalendars.WEEKENDS, BusinessDayConvention.FOLLOWING);

        assertThat(terms.schedule().dates()).endsWith(LocalDate.of(2027, 3, 8));
        assertThat(terms.terminationConvention(BusinessDayConvention.UNADJUSTED)
                        .schedule()
                        .dates())
                .endsWith(saturday);
    }

    @Test
    void datesThatFallOnOneBusinessDayAreOneDate() {
        Schedule daily = ScheduleTerms.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 6), Tenor.ofDays(1))
                .adjusted(HolidayCalendars.WEEKENDS, BusinessDayConvention.FOLLOWING)
                .schedule();

        assertThat(daily.dates()).map(LocalDate::toString).containsExactly("2026-01-02", "2026-01-05", "2026-01-06");
        assertThat(letters(daily)).isEqualTo("RS");
    }

    @Test
    void aDateThatAdjustmentMovesPastTheEndIsLeftOut() {
        Schedule schedule = ScheduleTerms.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 4), Tenor.ofDays(2))
                .direction(RollDirection.FORWARD)
                .adjusted(HolidayCalendars.WEEKENDS, BusinessDayConvention.FOLLOWING)
                .terminationConvention(BusinessDayConvention.UNADJUSTED)
                .schedule();

        assertThat(schedule.dates()).map(LocalDate::toString).containsExactly("2026-01-01", "2026-01-04");
        assertThat(letters(schedule)).isEqualTo("S");
    }

    @Test
    void anIntervalThatDoesNotDivideIsRefusedIfThereMayBeNoStub() {
        ScheduleTerms.Builder terms =
                ScheduleTerms.of(ISSUE, MATURITY, SIX_MONTHS).stub(StubConvention.NONE);

        assertThatThrownBy(terms::schedule)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2026-01-20")
                .hasMessageContaining("6M");
        assertThat(ScheduleTerms.of(ISSUE, ISSUE.plusYears(1), SIX_MONTHS)
                        .stub(StubConvention.NONE)
                        .schedule()
                        .periods())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-20, 2026-01-20, 6M, , ",
        "2026-01-20, 2026-01-19, 6M, , ",
        "2026-01-20, 2027-01-20, 0M, , ",
        "2026-01-20, 2027-01-20, -6M, , ",
        "2026-01-20, 2027-01-20, 6M, 2026-01-20, ",
        "2026-01-20, 2027-01-20, 6M, 2027-01-20, ",
        "2026-01-20, 2027-01-20, 6M, , 2026-01-20",
        "2026-01-20, 2027-01-20, 6M, , 2027-01-20",
        "2026-01-20, 2027-01-20, 6M, 2026-10-01, 2026-09-01",
        "0001-01-01, 9999-01-01, 1D, , ",
        "0001-01-01, 9999-01-01, 1W, , ",
    })
    void termsThatMakeNoScheduleAreRefused(
            LocalDate effective, LocalDate termination, String tenor, LocalDate first, LocalDate penultimate) {
        ScheduleTerms.Builder terms = ScheduleTerms.of(effective, termination, Tenor.parse(tenor))
                .firstDate(first)
                .penultimateDate(penultimate);

        assertThatThrownBy(terms::build).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M", "100000Y", "5D"})
    void datesOutsideTheCalendarAreRefused(String tenor) {
        ScheduleTerms.Builder far =
                ScheduleTerms.of(LocalDate.of(20_000, 1, 1), LocalDate.of(20_001, 1, 1), Tenor.parse(tenor));
        ScheduleTerms.Builder unknown = ScheduleTerms.of(
                        LocalDate.of(2100, 1, 1), LocalDate.of(2102, 1, 1), Tenor.parse(tenor))
                .adjusted(HolidayCalendars.of("UK"), BusinessDayConvention.FOLLOWING);

        if (!tenor.endsWith("D")) {
            assertThatThrownBy(far::schedule).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(unknown::schedule)
                .isInstanceOfAny(MissingData.class, InvalidInput.class)
                .hasMessageStartingWith("BT-");
    }

    @Test
    void periodsThatDoNotJoinAreNoSchedule() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        SchedulePeriod first = new SchedulePeriod(day, day.plusDays(9), day, day.plusDays(9), true);
        SchedulePeriod later =
                new SchedulePeriod(day.plusDays(10), day.plusDays(19), day.plusDays(10), day.plusDays(19), true);
        SchedulePeriod shifted =
                new SchedulePeriod(day.plusDays(9), day.plusDays(19), day.plusDays(10), day.plusDays(19), true);

        assertThatThrownBy(() -> new Schedule(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Schedule(List.of(first, later))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Schedule(List.of(first, shifted))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SchedulePeriod(day, day, day, day, true)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SchedulePeriod(day, day.plusDays(1), day, day.minusDays(1), true))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void explicitDatesMakeASchedule() {
        List<LocalDate> dates = List.of(LocalDate.of(2026, 1, 3), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 7));
        Schedule schedule =
                Schedule.ofDates(dates, HolidayCalendars.WEEKENDS, BusinessDayConvention.MODIFIED_FOLLOWING);

        assertThat(schedule.unadjustedDates()).isEqualTo(dates);
        assertThat(schedule.dates()).map(LocalDate::toString).containsExactly("2026-01-05", "2026-02-02", "2026-04-07");
        assertThatThrownBy(() ->
                        Schedule.ofDates(dates.subList(0, 1), HolidayCalendars.NONE, BusinessDayConvention.UNADJUSTED))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Schedule.ofDates(
                        List.of(ISSUE, ISSUE), HolidayCalendars.NONE, BusinessDayConvention.UNADJUSTED))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyStubConventionIsReadByItsName(StubConvention stub) {
        assertThat(StubConvention.parse(stub.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .isEqualTo(stub);
    }

    @ParameterizedTest
    @EnumSource
    void everyDirectionIsReadByItsName(RollDirection direction) {
        assertThat(RollDirection.parse(" " + direction.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(direction);
    }

    @Test
    void otherNamesAreRefused() {
        assertThatThrownBy(() -> StubConvention.parse("BOTH")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RollDirection.parse("sideways")).isInstanceOf(InvalidInput.class);
    }

    private static String letters(Schedule schedule) {
        StringBuilder letters = new StringBuilder();
        schedule.periods().forEach(period -> letters.append(period.regular() ? 'R' : 'S'));
        return letters.toString();
    }
}
