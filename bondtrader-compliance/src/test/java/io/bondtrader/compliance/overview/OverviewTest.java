package io.bondtrader.compliance.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.witness.WitnessReport;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RetainedPart;
import io.bondtrader.compliance.retention.RetentionReport;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One page of what is to be looked at. */
final class OverviewTest {

    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private final ReportLog log = new ReportLog().at("2026-03-05T09:30:00Z");

    private long write(String action, String resource, Map<String, ?> body) {
        return log.journal.write("ada", action, resource, Outcome.SUCCESS, body);
    }

    @BeforeEach
    void fill() {
        write(
                "surveillance.alert_raised",
                "alert-1",
                Map.of("kind", "SPOOFING_ORDER", "instrument", "<b>DE0001102580"));
        write("surveillance.alert_raised", "alert-2", Map.of("kind", "WASH_TRADE", "instrument", "US91282CBJ99"));
        AlertJournal.of(log.journal).closed("alert-2", PersonId.of("ben"), "a test of the system");
        write("retention.hold_placed", "hold-1", Map.of("matter", "case 7", "owner", "legal"));
        write("retention.hold_placed", "hold-2", Map.of("matter", "case 8", "owner", "legal"));
        write("retention.hold_released", "hold-2", Map.of("reason", "closed"));
        log.journal.write("eve", "retention.hold_released", "hold-1", Outcome.DENIED, Map.of("reason", "x"));
        write("change.proposed", "chg-1", Map.of("subject", "limit of book-7"));
        write("change.proposed", "chg-2", Map.of("subject", "rule 4"));
        write("change.approved", "chg-2", Map.of());
        write("change.proposed", "chg-3", Map.of("subject", "rule 5"));
        write("change.rejected", "chg-3", Map.of("reason", "no"));
        write("schedule.registered", "daily", Map.of("recurrence", "daily 18:00 UTC"));
        write("schedule.run_missed", "daily@2026-03-03T18:00:00Z", Map.of());
        write("schedule.run_started", "daily@2026-03-03T18:00:00Z", Map.of());
        write("schedule.run_succeeded", "daily@2026-03-03T18:00:00Z", Map.of());
        write("schedule.registered", "weekly", Map.of("recurrence", "weekly MONDAY 08:00 UTC"));
        write("schedule.run_failed", "monthly@2026-03-02T09:00:00Z", Map.of());
        write("schedule.run_given_up", "monthly@2026-03-02T09:00:00Z", Map.of());
    }

    private Overview.Builder builder() {
        return Overview.of(log.verified(), NOW);
    }

    private static String figure(Overview overview, String label) {
        return overview.figures().stream()
                .filter(figure -> figure.label().equals(label))
                .map(figure -> figure.value() + " " + figure.tone())
                .findFirst()
                .orElse("none");
    }

    private static List<String> lines(Overview overview, String title) {
        return overview.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow()
                .lines()
                .stream()
                .map(line -> line.tone() + " "
                        + line.cells().stream()
                                .map(cell -> cell.value())
                                .reduce((one, other) -> one + " | " + other)
                                .orElse(""))
                .toList();
    }

    @Test
    void whatIsOpenInTheLogIsShownAndWhatIsClosedIsNot() {
        Overview overview = builder().build();

        assertThat(lines(overview, "Open alerts"))
                .containsExactly(
                        "LATE alert-1 | SPOOFING_ORDER in <b>DE0001102580 | 2026-03-05T09:30:00Z | 2 h 30 min");
        assertThat(lines(overview, "Legal holds"))
                .containsExactly("PLAIN hold-1 | case 7 | legal | ada | 2026-03-05T09:30:00Z");
        assertThat(lines(overview, "Changes waiting"))
                .containsExactly(
                        "LATE chg-1 | limit of book-7 | ada | 2026-03-05T09:30:00Z | waits for approval",
                        "LATE chg-2 | rule 4 | ada | 2026-03-05T09:30:00Z | approved, not made");
        assertThat(lines(overview, "Report runs"))
                .containsExactly(
                        "BAD monthly | 2026-03-02T09:00:00Z | 0 | 1 | 0 | 1 | given up",
                        "LATE daily | 2026-03-03T18:00:00Z | 1 | 0 | 1 | 0 | succeeded",
                        "PLAIN weekly |  | 0 | 0 | 0 | 0 | not run yet");
        assertThat(figure(overview, "Open alerts")).isEqualTo("1 LATE");
        assertThat(figure(overview, "Runs missed or given up")).isEqualTo("2 BAD");
        assertThat(figure(overview, "Deadlines overdue")).isEqualTo("0 GOOD");
        assertThat(figure(overview, "Audit log")).isEqualTo("healthy GOOD");
        assertThat(overview.sections().get(1).lines().get(0).cells().get(0).events())
                .isEqualTo(EventIndices.of(0));
    }

    @Test
    void deadlinesStandByHowUrgentTheyAre() {
        Overview overview = builder()
                .deadline(new Deadline("done", NOW.minusSeconds(9), Optional.of(NOW.minusSeconds(9))))
                .deadline(new Deadline("late", NOW.minusSeconds(9), Optional.of(NOW.minusSeconds(8))))
                .deadline(new Deadline("over", NOW.minus(Duration.ofMinutes(90)), Optional.empty()))
                .deadline(new Deadline("now", NOW, Optional.empty()))
                .deadline(new Deadline("day", NOW.plus(Duration.ofDays(1)), Optional.empty()))
                .deadline(new Deadline("far", NOW.plus(Duration.ofHours(25)), Optional.empty()))
                .build();

        assertThat(lines(overview, "Deadlines"))
                .containsExactly(
                        "BAD over | 2026-03-05T10:30:00Z | 1 h 30 min ago | overdue",
                        "LATE late | 2026-03-05T11:59:51Z | 9 s ago | done late",
                        "LATE now | 2026-03-05T12:00:00Z | in 0 s | soon",
                        "LATE day | 2026-03-06T12:00:00Z | in 1 d 0 h | soon",
                        "GOOD done | 2026-03-05T11:59:51Z | 9 s ago | done",
                        "PLAIN far | 2026-03-06T13:00:00Z | in 1 d 1 h | ahead");
        assertThat(figure(overview, "Deadlines overdue")).isEqualTo("1 BAD");
        assertThatThrownBy(() -> new Deadline(" ", NOW, Optional.empty())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLogThatIsQuietLosesEventsOrHasNoWitnessIsNotHealthy() {
        Overview quiet =
                Overview.of(log.verified(), NOW.plus(Duration.ofDays(1))).build();
        assertThat(figure(quiet, "Audit log")).isEqualTo("quiet LATE");
        assertThat(figure(builder().lostEvents(3).build(), "Audit log")).isEqualTo("act BAD");
        WitnessReport none = new WitnessReport("note\n", List.of(), Map.of("bank", "timed out"), 1);
        Overview unseen = builder().witnesses(none).build();
        assertThat(figure(unseen, "Audit log")).isEqualTo("act BAD");
        assertThat(lines(unseen, "Audit log"))
                .contains("BAD Witnesses that signed | 0 of 1 required", "LATE Witness bank | timed out");
        WitnessReport enough = new WitnessReport("note\n", List.of(), Map.of(), 0);
        assertThat(figure(builder().witnesses(enough).build(), "Audit log")).isEqualTo("healthy GOOD");
        assertThatThrownBy(() -> builder().lostEvents(-1)).isInstanceOf(InvalidInput.class);
        Overview empty = Overview.of(new ReportLog().verified(), NOW).build();
        assertThat(figure(empty, "Audit log")).isEqualTo("quiet LATE");
    }

    @Test
    void nothingIsShownOfALogThatDoesNotVerify() {
        VerifiedLog lying = VerifiedLog.newest(
                log.lying(2, event -> new LoggedEvent(2, event.previous(), event.previous(), event.record())),
                log.keys());
        Overview.Builder builder = Overview.of(lying, NOW);
        assertThatThrownBy(builder::build).isInstanceOf(LogDamaged.class);
    }

    @Test
    void thePageIsSelfContainedAndEscaped() throws IOException {
        RetentionReport retention = new RetentionReport(
                LocalDate.of(2026, 3, 5),
                19,
                List.of(part("000-500", LocalDate.of(2026, 1, 1), true), part("log", null, false)),
                List.of());
        Overview overview = builder()
                .deadline(new Deadline("Transaction reports of 3 March", NOW.minusSeconds(9_000), Optional.empty()))
                .deadline(new Deadline("Answer to data subject 4711", NOW.plusSeconds(7_200), Optional.empty()))
                .deadline(new Deadline("Best-execution review", NOW.plusSeconds(777_200), Optional.empty()))
                .retention(retention)
                .build();
        String page = overview.toHtml();
        Path out = Path.of("target", "overview.html");
        Files.createDirectories(Path.of("target"));
        Files.writeString(out, page);

        assertThat(page)
                .contains("&lt;b&gt;DE0001102580", "2 h 30 min", "hold-1", "may be deleted")
                .doesNotContain("<b>DE", "<script", "http://", "https://", "src=");
        assertThat(figure(overview, "Records to delete")).isEqualTo("1 LATE");
        assertThat(overview.toJson().text())
                .contains(
                        "\"logSize\":19", "\"tone\":\"BAD\"", overview.logRoot().toBase64());
    }

    private static RetainedPart part(String place, @org.jspecify.annotations.Nullable LocalDate until, boolean mayGo) {
        return new RetainedPart(
                place,
                RecordClass.ORDER,
                12,
                LocalDate.of(2019, 1, 1),
                LocalDate.of(2019, 2, 1),
                until,
                0,
                "a rule",
                mayGo);
    }

    @Test
    void aDeadlineMayLieAnywhereInTime() {
        Deadline never = new Deadline("nothing", Instant.MAX, Optional.empty());

        assertThat(never.state(Instant.MIN)).isEqualTo(Deadline.State.AHEAD);
        assertThat(never.state(Instant.MAX)).isEqualTo(Deadline.State.SOON);
        assertThat(new Deadline("long ago", Instant.MIN, Optional.empty()).state(Instant.MAX))
                .isEqualTo(Deadline.State.OVERDUE);
    }
}
