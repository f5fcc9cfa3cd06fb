package io.bondtrader.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.CalendarHorizon;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayProvider;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link HolidayProvider} has to do. */
public abstract class HolidayProviderContract {

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    /** For subclasses. */
    protected HolidayProviderContract() {}

    /** {@return the provider under test} */
    protected abstract HolidayProvider provider();

    @Test
    void speaksForAtLeastOneMarketByAUsableName() {
        assertThat(provider().markets())
                .isNotEmpty()
                .allSatisfy(market ->
                        assertThat(market).isNotBlank().doesNotContain("+").isEqualTo(market.strip()));
    }

    @Test
    void itsMarketsCannotBeChangedFromOutside() {
        Set<String> markets = provider().markets();

        assertThatThrownBy(() -> markets.add("ELSEWHERE")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyHolidayOfAYearLiesInThatYear() {
        everyYear((market, year) -> assertThat(provider().holidays(market, year))
                .allSatisfy(holiday -> assertThat(holiday.getYear()).isEqualTo(year.getValue())));
    }

    @Test
    void holidaysCannotBeChangedFromOutside() {
        everyYear((market, year) -> {
            Set<LocalDate> holidays = provider().holidays(market, year);
            assertThatThrownBy(() -> holidays.add(ANY_DAY)).isInstanceOf(UnsupportedOperationException.class);
        });
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        everyYear((market, year) -> assertThat(provider().holidays(market, year))
                .isEqualTo(provider().holidays(market, year)));
        for (String market : provider().markets()) {
            assertThat(provider().horizon(market)).isEqualTo(provider().horizon(market));
            assertThat(provider().weekend(market)).isEqualTo(provider().weekend(market));
        }
    }

    @Test
    void someDayOfTheWeekIsOpen() {
        for (String market : provider().markets()) {
            assertThat(provider().weekend(market)).hasSizeLessThan(DayOfWeek.values().length);
        }
    }

    @Test
    void refusesAMarketItDoesNotSpeakFor() {
        String unknown = "no such market";

        assertThatThrownBy(() -> provider().horizon(unknown)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> provider().holidays(unknown, Year.of(2000))).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> HolidayCalendar.from(provider(), unknown)).isInstanceOf(MissingData.class);
    }

    @Test
    void refusesAYearBeyondItsHorizon() {
        for (String market : provider().markets()) {
            CalendarHorizon horizon = provider().horizon(market);
            Year before = Year.of(horizon.knownFrom().getYear() - 1);
            Year after = Year.of(horizon.knownUntil().getYear() + 1);

            assertThatThrownBy(() -> provider().holidays(market, before)).isInstanceOf(MissingData.class);
            assertThatThrownBy(() -> provider().holidays(market, after)).isInstanceOf(MissingData.class);
        }
    }

    @Test
    void itsCalendarIsClosedOnItsHolidaysAndWeekendsAndOpenOnTheRest() {
        for (String market : provider().markets()) {
            HolidayCalendar calendar = HolidayCalendar.from(provider(), market);
            CalendarHorizon horizon = calendar.horizon();
            Set<LocalDate> closed = new TreeSet<>();
            for (int year = horizon.knownFrom().getYear();
                    year <= horizon.knownUntil().getYear();
                    year++) {
                closed.addAll(provider().holidays(market, Year.of(year)));
            }
            for (LocalDate day = horizon.knownFrom(); horizon.covers(day); day = day.plusDays(1)) {
                boolean rests = provider().weekend(market).contains(day.getDayOfWeek());
                boolean open = !rests && !closed.contains(day);
                if (calendar.isBusinessDay(day) != open) {
                    fail("%s should be %s on %s", market, open ? "open" : "closed", day);
                }
            }
        }
    }

    @Test
    void itsCalendarRefusesTheDayBeforeAndTheDayAfterItsHorizon() {
        for (String market : provider().markets()) {
            HolidayCalendar calendar = HolidayCalendar.from(provider(), market);
            LocalDate before = calendar.horizon().knownFrom().minusDays(1);
            LocalDate after = calendar.horizon().knownUntil().plusDays(1);

            assertBeyondHorizon(() -> calendar.isBusinessDay(before));
            assertBeyondHorizon(() -> calendar.isBusinessDay(after));
        }
    }

    private static void assertBeyondHorizon(Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        MissingData.class,
                        refusal -> assertThat(codeOf(refusal)).isEqualTo(CoreErrorCode.CALENDAR_HORIZON));
    }

    private static Object codeOf(BondTraderException refusal) {
        return refusal.code();
    }

    private void everyYear(Check check) {
        for (String market : provider().markets()) {
            CalendarHorizon horizon = provider().horizon(market);
            for (int year = horizon.knownFrom().getYear();
                    year <= horizon.knownUntil().getYear();
                    year++) {
                check.of(market, Year.of(year));
            }
        }
    }

    /** A check on one year of one market. */
    @FunctionalInterface
    private interface Check {
        void of(String market, Year year);
    }
}
