package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HolidayCalendarsTest {

    static Stream<String> builtIn() {
        return HolidayCalendars.builtIn().stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyBuiltInCalendarIsFoundByTheNameItIsListedUnder(String name) {
        assertThat(HolidayCalendars.of(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyBuiltInCalendarSaysWhereItsClosuresComeFrom(String name) {
        CalendarHorizon horizon = HolidayCalendars.of(name).horizon();

        assertThat(horizon.source()).isNotBlank();
        assertThat(horizon.covers(LocalDate.of(2000, 1, 1))).isTrue();
        assertThat(horizon.covers(LocalDate.of(2052, 12, 31))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "us_govt, US_GOVT",
        "SIFMA, US_GOVT",
        "usgs, US_GOVT",
        "NYSE, US_NYSE",
        "Us-Nyse, US_NYSE",
        "FED, US_FED",
        "T2, TARGET",
        "EUTA, TARGET",
        "GB, UK",
        "GBLO, UK",
        "DE, GERMANY",
        "JPTO, JAPAN",
        "TSX, CANADA_TSX",
        "weekends only, WEEKENDS",
        "null, NONE",
        "' BR ', BRAZIL",
    })
    void usualNamesLeadToTheSameCalendar(String alias, String name) {
        assertThat(HolidayCalendars.of(alias).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "US_GOVT+", "+US_GOVT", "ATLANTIS", "US_GOVT+ATLANTIS", "US_GOVT,UK"})
    void namesOfNoMarketAreRefused(String name) {
        assertThatThrownBy(() -> HolidayCalendars.of(name)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aProviderPassedByHandWinsOverTheBuiltInCalendar() {
        HolidayCalendar own = HolidayCalendars.of("TARGET", List.of(new SampleHolidayProvider("TARGET")));

        assertThat(own.horizon().source()).isEqualTo("the desk's own list");
        assertThat(own.isHoliday(LocalDate.of(2026, 6, 15))).isTrue();
        assertThat(HolidayCalendars.of("TARGET").isHoliday(LocalDate.of(2026, 6, 15)))
                .isFalse();
    }

    @Test
    void aProviderOfAMarketIsAskedUnderItsOtherNamesToo() {
        List<HolidayProvider> own = List.of(new SampleHolidayProvider("TARGET"));

        assertThat(HolidayCalendars.of("T2", own).horizon().source()).isEqualTo("the desk's own list");
        assertThat(HolidayCalendars.of("target", own).horizon().source()).isEqualTo("the desk's own list");
    }

    @Test
    void theFirstProviderThatSpeaksForAMarketIsAsked() {
        HolidayCalendar calendar =
                HolidayCalendars.of("DESK", List.of(new SampleHolidayProvider("OTHER"), new SampleHolidayProvider()));

        assertThat(calendar.isHoliday(LocalDate.of(2025, 3, 3))).isTrue();
    }

    @Test
    void aProviderThatIsSilentOnAMarketLeavesTheBuiltInCalendar() {
        assertThat(HolidayCalendars.of("UK", List.of(new SampleHolidayProvider())))
                .isSameAs(HolidayCalendars.of("UK"));
    }

    @Test
    void aJointCalendarMayMixProvidersAndRules() {
        HolidayCalendar joint = HolidayCalendars.of("DESK + UK", List.of(new SampleHolidayProvider()));

        assertThat(joint.name()).isEqualTo("DESK+UK");
        assertThat(joint.isHoliday(LocalDate.of(2025, 3, 3)))
                .as("the desk's day")
                .isTrue();
        assertThat(joint.isHoliday(LocalDate.of(2025, 5, 26)))
                .as("spring bank holiday")
                .isTrue();
        assertThat(joint.isHoliday(LocalDate.of(2025, 3, 9)))
                .as("a Sunday, open at the desk")
                .isTrue();
        assertThatThrownBy(() -> joint.isHoliday(LocalDate.of(2027, 1, 4)))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("DESK+UK")
                .hasMessageContaining("2026-12-31")
                .hasMessageContaining("the desk's own list")
                .hasMessageContaining("gov.uk");
    }

    @Test
    void manyThreadsThatAskFirstSeeOneAndTheSameCalendar() throws Exception {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Integer> count = () -> {
                start.await();
                int open = 0;
                for (Market market : Market.values()) {
                    HolidayCalendar calendar = market.calendar();
                    open += calendar.businessDaysBetween(LocalDate.of(2000, 1, 1), LocalDate.of(2050, 1, 1));
                    open += calendar.nextOrSame(LocalDate.of(2030, 12, 24)).getDayOfYear();
                }
                return open;
            };
            List<Future<Integer>> answers =
                    Stream.generate(() -> pool.submit(count)).limit(threads).toList();
            start.countDown();
            int first = answers.get(0).get();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
