package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.report.transaction.ReportDeadlines.Due;
import io.bondtrader.compliance.report.transaction.ReportDeadlines.State;
import io.bondtrader.compliance.report.transaction.ReportDeadlines.Transaction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report is due at the close of the working day after the trade: Regulation (EU) No 600/2014, Article 26(1). */
final class ReportDeadlinesTest {

    private static final ReportDeadlines BERLIN =
            ReportDeadlines.of(HolidayCalendars.WEEKENDS, ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T09:00:00Z, 2026-11-20T21:00:00Z",
        "2026-11-20T09:00:00Z, 2026-11-23T21:00:00Z",
        "2026-11-21T09:00:00Z, 2026-11-23T21:00:00Z",
        "2026-11-19T23:30:00Z, 2026-11-23T21:00:00Z",
        "2026-07-02T09:00:00Z, 2026-07-03T20:00:00Z",
    })
    void theDeadlineIsTheCloseOfTheNextWorkingDayThere(Instant traded, Instant deadline) {
        assertThat(BERLIN.deadline(traded)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:00:00Z, , ON_TIME",
        "2026-11-20T21:00:00.000000001Z, , REPORTED_LATE",
        ", 2026-11-20T18:59:59Z, OPEN",
        ", 2026-11-20T19:00:00Z, DUE_SOON",
        ", 2026-11-20T21:00:00Z, DUE_SOON",
        ", 2026-11-20T21:00:01Z, LATE",
    })
    void lateIsAfterTheCloseAndSoonIsBeforeIt(Instant reported, Instant now, State state) {
        Transaction transaction =
                new Transaction("T1", Instant.parse("2026-11-19T09:00:00Z"), Optional.ofNullable(reported));

        assertThat(BERLIN.compare(
                        List.of(transaction),
                        now == null ? Instant.parse("2026-12-01T00:00:00Z") : now,
                        Duration.ofHours(2)))
                .containsExactly(new Due("T1", Instant.parse("2026-11-20T21:00:00Z"), state));
    }

    @Test
    void theEarliestDeadlineComesFirst() {
        Transaction monday = new Transaction("B", Instant.parse("2026-11-20T09:00:00Z"), Optional.empty());
        Transaction friday = new Transaction("C", Instant.parse("2026-11-19T09:00:00Z"), Optional.empty());
        Transaction alike = new Transaction("A", Instant.parse("2026-11-20T10:00:00Z"), Optional.empty());

        assertThat(BERLIN.compare(List.of(monday, friday, alike), Instant.parse("2026-11-20T12:00:00Z"), Duration.ZERO))
                .extracting(Due::transaction)
                .containsExactly("C", "A", "B");
    }

    @Test
    void aTradeBeforeTheLawHasNoDeadline() {
        assertThatThrownBy(() -> BERLIN.deadline(Instant.parse("2018-01-02T12:00:00Z")))
                .isInstanceOf(NoRuleInForce.class);
        assertThatThrownBy(() -> BERLIN.compare(List.of(), Instant.EPOCH, Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInput.class);
    }
}
