package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class HolidayCalendarTest {

    private static final HolidayCalendar TARGET = HolidayCalendars.of("TARGET");
    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    @Test
    void movesOverGoodFridayAndEasterMonday() {
        LocalDate maundyThursday = LocalDate.of(2026, 4, 2);
        LocalDate goodFriday = LocalDate.of(2026, 4, 3);
        LocalDate tuesday = LocalDate.of(2026, 4, 7);

        assertThat(TARGET.isBusinessDay(goodFriday)).isFalse();
        assertThat(TARGET.nextOrSame(goodFriday)).isEqualTo(tuesday);
        assertThat(TARGET.previousOrSame(goodFriday)).isEqualTo(maundyThursday);
        assertThat(TARGET.nextOrSame(tuesday)).isEqualTo(tuesday);
        assertThat(TARGET.previousOrSame(tuesday)).isEqualTo(tuesday);
        assertThat(TARGET.next(maundyThursday)).isEqualTo(tuesday);
        assertThat(TARGET.previous(tuesday)).isEqualTo(maundyThursday);
        assertThat(TARGET.next(goodFriday)).isEqualTo(tuesday);
        assertThat(TARGET.previous(goodFriday)).isEqualTo(maundyThursday);
        assertThat(TARGET.plusBusinessDays(goodFriday, 0)).isEqualTo(tuesday);
        assertThat(TARGET.plusBusinessDays(tuesday, 0)).isEqualTo(tuesday);
        assertThat(TARGET.plusBusinessDays(goodFriday, 2)).isEqualTo("2026-04-08");
        assertThat(TARGET.businessDaysBetween(maundyThursday, tuesday)).isEqualTo(1);
        assertThat(TARGET.businessDaysBetween(tuesday, maundyThursday)).isEqualTo(-1);
        assertThat(TARGET.lastBusinessDayOfMonth(LocalDate.of(2026, 5, 4))).isEqualTo("2026-05-29");
    }

    static Stream<Consumer<HolidayCalendar>> questionsPastTheEnd() {
        return Stream.of(
                calendar -> calendar.isBusinessDay(LAST.plusDays(1)),
                calendar -> calendar.isHoliday(FIRST.minusDays(1)),
                calendar -> calendar.isHoliday(LocalDate.MAX),
                calendar -> calendar.isHoliday(LocalDate.MIN),
                calendar -> calendar.nextOrSame(LAST.plusDays(2)),
                calendar -> calendar.previousOrSame(FIRST),
                calendar -> calendar.next(LAST),
                calendar -> calendar.previous(FIRST),
                calendar -> calendar.plusBusinessDays(LAST, 1),
                calendar -> calendar.plusBusinessDays(FIRST, -1),
                calendar -> calendar.plusBusinessDays(FIRST, Integer.MAX_VALUE),
                calendar -> calendar.plusBusinessDays(LAST, Integer.MIN_VALUE),
                calendar -> calendar.businessDaysBetween(FIRST.minusDays(1), LAST),
                calendar -> calendar.businessDaysBetween(FIRST, LAST.plusDays(2)),
                calendar -> calendar.lastBusinessDayOfMonth(LAST.plusDays(1)),
                calendar -> calendar.advance(LAST, Tenor.ofMonths(1), BusinessDayConvention.FOLLOWING, true));
    }

    @ParameterizedTest
    @MethodSource("questionsPastTheEnd")
    void refusesToAnswerBeyondItsHorizonInsteadOfFallingBackToWeekends(Consumer<HolidayCalendar> question) {
        assertThatThrownBy(() -> question.accept(TARGET))
                .isInstanceOfSatisfying(
                        MissingData.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CoreErrorCode.CALENDAR_HORIZON))
                .hasMessageContaining("TARGET")
                .hasMessageContaining("1999-01-01")
                .hasMessageContaining("2100-12-31")
                .hasMessageContaining("ECB");
    }

    @Test
    void theDayAfterTheHorizonMayEndACount() {
        assertThat(TARGET.businessDaysBetween(LocalDate.of(2100, 12, 31), LAST.plusDays(1)))
                .isEqualTo(1);
    }

    @Test
    void weekendsGoOnForEverAndNoneIsAlwaysOpen() {
        assertThat(HolidayCalendars.NONE.isBusinessDay(LocalDate.of(9999, 12, 25)))
                .isTrue();
        assertThat(HolidayCalendars.WEEKENDS.isBusinessDay(LocalDate.of(2500, 1, 2)))
                .isFalse();
        assertThat(HolidayCalendars.NONE.plusBusinessDays(LocalDate.of(2024, 2, 28), 2))
                .isEqualTo("2024-03-01");
        assertThat(HolidayCalendars.WEEKENDS.plusBusinessDays(LocalDate.of(1969, 12, 26), 1))
                .isEqualTo("1969-12-29");
        assertThatThrownBy(() -> HolidayCalendars.NONE.next(LocalDate.MAX)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> HolidayCalendars.NONE.businessDaysBetween(LocalDate.MIN, LocalDate.MAX))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        // the last business day of January leads to the last of February, and beyond it too
        "2026-01-30, 1M, true,  2026-02-27",
        "2026-01-31, 1M, true,  2026-02-27",
        "2026-01-29, 1M, true,  2026-03-02",
        "2026-01-30, 1M, false, 2026-03-02",
        "2026-02-27, 1Y, true,  2027-02-26",
        "2026-02-27, 1W, true,  2026-03-06",
        "2026-04-02, 1D, true,  2026-04-07",
        "2026-04-03, 0D, true,  2026-04-07",
        "2026-04-03, 0M, true,  2026-04-07",
        "2026-05-29, -1M, true, 2026-04-30",
    })
    void advancesByTenors(LocalDate date, String tenor, boolean endOfMonth, LocalDate expected) {
        assertThat(TARGET.advance(date, Tenor.parse(tenor), BusinessDayConvention.FOLLOWING, endOfMonth))
                .isEqualTo(expected);
    }

    @Test
    void aJointCalendarKnowsWhatBothKnow() {
        HolidayCalendar joint = HolidayCalendars.of("UK").and(HolidayCalendars.of("JAPAN"));

        assertThat(joint.name()).isEqualTo("UK+JAPAN");
        assertThat(joint.horizon().knownUntil()).isEqualTo("2099-12-31");
        assertThat(joint.horizon().source()).contains("gov.uk", "Cabinet Office");
        assertThat(joint.isBusinessDay(LocalDate.of(2026, 5, 4))).isFalse();
        assertThat(joint).hasToString("UK+JAPAN (1990-01-01 to 2099-12-31)");
    }

    @Test
    void aCalendarJoinedWithItselfIsItself() {
        assertThat(TARGET.and(TARGET)).isSameAs(TARGET);
    }

    @Test
    void calendarsWithoutADayInCommonCannotBeJoined() {
        HolidayCalendar early = HolidayCalendar.from(new OneYear(1950), "Y");
        HolidayCalendar late = HolidayCalendar.from(new OneYear(2050), "Y");

        assertThatThrownBy(() -> early.and(late)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void calendarsWithoutHolidaysJoinToOneOfThem() {
        HolidayCalendar both = HolidayCalendars.of("NONE+WEEKENDS");

        assertThat(both.isHoliday(LocalDate.of(3000, 1, 4))).isTrue();
        assertThat(both.isHoliday(LocalDate.of(3000, 1, 6))).isFalse();
        assertThat(HolidayCalendars.of("NONE+NONE").isHoliday(LocalDate.of(3000, 1, 4)))
                .isFalse();
        assertThat(HolidayCalendars.of("NONE+TARGET").isHoliday(LocalDate.of(2026, 4, 3)))
                .isTrue();
    }

    @Test
    void aThousandYearsAreNoCalendar() {
        HolidayProvider endless = new OneYear(2000) {
            @Override
            public CalendarHorizon horizon(String market) {
                return new CalendarHorizon(FIRST, FIRST, FIRST.plusYears(1_100), "wishful thinking");
            }
        };

        assertThatThrownBy(() -> HolidayCalendar.from(endless, "Y")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @MethodSource("brokenHorizons")
    void aHorizonMustBeInOrderAndNameItsSource(List<String> broken) {
        assertThatThrownBy(() -> new CalendarHorizon(
                        LocalDate.parse(broken.get(0)),
                        LocalDate.parse(broken.get(1)),
                        LocalDate.parse(broken.get(2)),
                        broken.get(3)))
                .isInstanceOf(InvalidInput.class);
    }

    static Stream<List<String>> brokenHorizons() {
        return Stream.of(
                List.of("2026-01-02", "2026-01-01", "2026-01-01", "a source"),
                List.of("2026-01-01", "2026-01-03", "2026-01-02", "a source"),
                List.of("2026-01-01", "2026-01-01", "2026-01-02", " "));
    }

    /** A market that is known for one year and never closes. */
    private static class OneYear implements HolidayProvider {

        private final int year;

        OneYear(int year) {
            this.year = year;
        }

        @Override
        public Set<String> markets() {
            return Set.of("Y");
        }

        @Override
        public CalendarHorizon horizon(String market) {
            LocalDate first = LocalDate.of(year, 1, 1);
            return new CalendarHorizon(first, first, LocalDate.of(year, 12, 31), "a test");
        }

        @Override
        public Set<LocalDate> holidays(String market, Year asked) {
            return Set.of();
        }
    }
}
