package io.bondtrader.compliance.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and times; the days were read off a wall calendar of 2026. */
final class RecurrenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final HolidayCalendar TARGET = HolidayCalendars.of("TARGET");

    private static List<String> due(String recurrence, ZoneId zone, String from, String until) {
        return Recurrence.parse(recurrence, TARGET, zone).between(Instant.parse(from), Instant.parse(until)).stream()
                .map(each -> each.day() + " " + each.due())
                .toList();
    }

    /** Good Friday and Easter Monday of 2026 are 3 and 6 April. */
    @Test
    void theDayAfterGoesOverEaster() {
        assertThat(due("T+1 17:00", BERLIN, "2026-04-01T00:00:00Z", "2026-04-09T00:00:00Z"))
                .containsExactly(
                        "2026-03-31 2026-04-01T15:00:00Z",
                        "2026-04-01 2026-04-02T15:00:00Z",
                        "2026-04-02 2026-04-07T15:00:00Z",
                        "2026-04-07 2026-04-08T15:00:00Z");
    }

    /** May 2026: Friday the 1st is a holiday of TARGET, so the fifth business day is Friday the 8th. */
    @Test
    void theFifthAndTheLastBusinessDayOfAMonth() {
        assertThat(due("monthly 5 09:00", UTC, "2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z"))
                .containsExactly("2026-05-08 2026-05-08T09:00:00Z");
        assertThat(due("monthly -1 09:00", UTC, "2026-05-01T00:00:00Z", "2026-06-30T00:00:00Z"))
                .containsExactly("2026-05-29 2026-05-29T09:00:00Z");
        assertThat(due("monthly 23 09:00", UTC, "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"))
                .isEmpty();
    }

    /** Clocks in Berlin go forward on 29 March 2026 and back on 25 October. */
    @Test
    void skippedTimesComeLaterAndDoubleOnesOnce() {
        assertThat(due("daily 02:30", BERLIN, "2026-03-28T00:00:00Z", "2026-03-30T12:00:00Z"))
                .containsExactly(
                        "2026-03-28 2026-03-28T01:30:00Z",
                        "2026-03-29 2026-03-29T01:30:00Z",
                        "2026-03-30 2026-03-30T00:30:00Z");
        assertThat(due("daily 02:30", BERLIN, "2026-10-24T12:00:00Z", "2026-10-26T00:00:00Z"))
                .containsExactly("2026-10-25 2026-10-25T00:30:00Z");
        assertThat(due("cron 30 2,3 * * *", BERLIN, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .containsExactly("2026-03-29 2026-03-29T01:30:00Z");
    }

    @Test
    void theStartIsOutAndTheEndIsIn() {
        assertThat(due("daily 18:00", UTC, "2026-03-02T18:00:00Z", "2026-03-04T18:00:00Z"))
                .containsExactly("2026-03-03 2026-03-03T18:00:00Z", "2026-03-04 2026-03-04T18:00:00Z");
        assertThat(due("weekly MONDAY 08:00", UTC, "2026-03-02T08:00:00Z", "2026-03-16T07:59:59Z"))
                .containsExactly("2026-03-09 2026-03-09T08:00:00Z");
        assertThat(due("daily 18:00", UTC, "2026-03-04T18:00:00Z", "2026-03-02T18:00:00Z"))
                .isEmpty();
    }

    @Test
    void patternsOfCrontab() {
        assertThat(due("cron */20 9-10 * * 1-5", UTC, "2026-03-06T10:00:00Z", "2026-03-09T09:20:00Z"))
                .extracting(text -> text.substring(11))
                .containsExactly(
                        "2026-03-06T10:20:00Z", "2026-03-06T10:40:00Z", "2026-03-09T09:00:00Z", "2026-03-09T09:20:00Z");
        // POSIX: either day makes a match where both are restricted; 13 March 2026 is a Friday.
        assertThat(due("cron 0 0 15 * 5", UTC, "2026-03-07T00:00:00Z", "2026-03-21T00:00:00Z"))
                .extracting(text -> text.substring(0, 10))
                .containsExactly("2026-03-13", "2026-03-15", "2026-03-20");
        assertThat(due("cron 0 0 * 4 7", UTC, "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z"))
                .extracting(text -> text.substring(0, 10))
                .containsExactly("2026-04-05", "2026-04-12", "2026-04-19", "2026-04-26");
        assertThat(due("cron 5-20/5 0 1 1 *", UTC, "2025-12-31T00:00:00Z", "2026-12-31T00:00:00Z"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hourly",
                "daily",
                "daily 25:00",
                "daily 18:00 x",
                "T+ 18:00",
                "T+-1 18:00",
                "T+61 18:00",
                "weekly monday 18:00",
                "weekly MONDAY",
                "monthly 0 18:00",
                "monthly 24 18:00",
                "monthly -24 18:00",
                "monthly x 18:00",
                "cron",
                "cron * * * *",
                "cron * * * * * *",
                "cron 60 * * * *",
                "cron * 24 * * *",
                "cron * * 0 * *",
                "cron * * 32 * *",
                "cron * * * 13 *",
                "cron * * * * 8",
                "cron -1 * * * *",
                "cron 5-1 * * * *",
                "cron */0 * * * *",
                "cron 5/2 * * * *",
                "cron 1, * * * *",
                "cron MON * * * *",
                "cron *  * * * *",
                "cron 001 * * * *"
            })
    void whatIsNoRecurrenceIsRefused(String text) {
        assertThatThrownBy(() -> Recurrence.parse(text, TARGET, UTC)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aStretchOfMoreThanTenYearsIsRefused() {
        Recurrence daily = Recurrence.daily(LocalTime.NOON, UTC);
        assertThatThrownBy(() -> daily.between(Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z")))
                .isInstanceOf(InvalidInput.class);
    }

    /** Cutting a stretch in two neither loses nor repeats an occurrence. */
    @Property(tries = 60)
    void aStretchIsTheSumOfItsParts(@ForAll @IntRange(min = 0, max = 5_000) int hours) {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant until = Instant.parse("2026-08-01T00:00:00Z");
        Instant cut = from.plusSeconds(3_600L * hours);
        for (String text : List.of("daily 02:30", "T+1 17:00", "monthly -1 09:00", "cron 0 */6 * * 1-5")) {
            Recurrence recurrence = Recurrence.parse(text, TARGET, BERLIN);
            List<Occurrence> parts = new ArrayList<>(recurrence.between(from, cut));
            parts.addAll(recurrence.between(cut, until));

            assertThat(parts).as(text).isEqualTo(recurrence.between(from, until));
        }
    }
}
