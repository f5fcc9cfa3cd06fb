package io.bondtrader.compliance.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.error.RequestStateRefused;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's request has a clock and a life. */
final class SubjectRequestsTest {

    private static final SubjectId SUBJECT = new SubjectId("s-abcdefghijklmnopqrstuvwxyz");
    private static final HolidayCalendar CALENDAR = HolidayCalendars.of("TARGET");

    private final TestLog test = new TestLog();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final AuditJournal journal =
            AuditJournal.of(test.log, EventIds.of(() -> now, new SplittableRandom(1)), () -> now);
    private final SubjectRequests requests = SubjectRequests.in(journal, CALENDAR);

    private SubjectRequest received(String day) {
        return requests.receive("r-1", RequestKind.ACCESS, SUBJECT, LocalDate.parse(day), "desk");
    }

    /** Months end on the same day, on the month's last if there is none, and never on a day without work. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-04-02, 2026-06-02",
        "2026-01-31, 2026-03-02, 2026-04-30", // 28 February is a Saturday
        "2026-03-03, 2026-04-07, 2026-06-03", // 3 April is Good Friday, 6 April Easter Monday
        "2026-11-25, 2026-12-28, 2027-02-25", // Christmas, its second day, a Sunday
    })
    void theTimeIsAMonthAndThreeIfExtended(String day, String due, String extended) {
        now = Instant.parse(day + "T10:00:00Z");
        assertThat(received(day).due()).isEqualTo(due);
        assertThat(requests.extend("r-1", "many records", "dpo").due()).isEqualTo(extended);
    }

    @Test
    void aRequestIsIdentifiedAnsweredAndClosed() {
        received("2026-03-02");
        assertThatThrownBy(() -> requests.answer("r-1", "sent", "desk")).isInstanceOf(RequestStateRefused.class);
        requests.identify("r-1", "passport seen", "desk");
        SubjectRequest answered = requests.answer("r-1", "sent by post", "desk");

        assertThat(answered.state()).isEqualTo(RequestState.ANSWERED);
        assertThat(answered.events()).hasToString("0-2");
        assertThat(answered.isLateOn(LocalDate.of(2027, 1, 1))).isFalse();
        assertThatThrownBy(() -> requests.refuse("r-1", "no", "desk")).isInstanceOf(RequestStateRefused.class);
        assertThatThrownBy(() -> requests.identify("r-1", "again", "desk")).isInstanceOf(RequestStateRefused.class);
    }

    @Test
    void aRequestMayBeRefusedWithReasons() {
        received("2026-03-02");

        assertThat(requests.refuse("r-1", "Article 12(5): manifestly unfounded", "dpo")
                        .isClosed())
                .isTrue();
    }

    @Test
    void whatIsLateIsListed() {
        received("2026-03-02");

        assertThat(requests.late(LocalDate.of(2026, 4, 2))).isEmpty();
        assertThat(requests.late(LocalDate.of(2026, 4, 3))).hasSize(1);
        requests.extend("r-1", "many records", "dpo");
        assertThat(requests.late(LocalDate.of(2026, 4, 3))).isEmpty();
    }

    @Test
    void anExtensionComesInTimeAndOnce() {
        received("2026-03-02");
        now = Instant.parse("2026-04-03T00:00:00Z");
        assertThatThrownBy(() -> requests.extend("r-1", "late", "dpo")).isInstanceOf(RequestStateRefused.class);
        now = Instant.parse("2026-04-02T23:59:59Z");
        requests.extend("r-1", "just in time", "dpo");
        assertThatThrownBy(() -> requests.extend("r-1", "again", "dpo")).isInstanceOf(RequestStateRefused.class);
    }

    @Test
    void requestsAreMadeAnewFromTheLog() {
        received("2026-03-02");
        requests.identify("r-1", "passport seen", "desk");
        requests.extend("r-1", "many records", "dpo");

        assertThat(SubjectRequests.in(journal, CALENDAR).all())
                .isEqualTo(requests.all())
                .hasSize(1);
        assertThat(SubjectRequests.in(journal, CALENDAR).required("r-1").extended())
                .isTrue();
    }

    @Test
    void nonsenseIsRefused() {
        received("2026-03-02");
        assertThatThrownBy(() -> received("2026-03-02")).isInstanceOf(RequestStateRefused.class);
        assertThatThrownBy(() -> requests.required("r-9")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> requests.identify("r-1", "", "desk")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> requests.receive(" ", RequestKind.ERASURE, SUBJECT, LocalDate.of(2026, 3, 2), "desk"))
                .isInstanceOf(InvalidInput.class);
    }
}
