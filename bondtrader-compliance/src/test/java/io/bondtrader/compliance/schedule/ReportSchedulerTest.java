package io.bondtrader.compliance.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.ReportState;
import io.bondtrader.compliance.error.ReportUndelivered;
import io.bondtrader.compliance.report.OrderCount;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.security.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs at their times, once each, whatever happens between. */
final class ReportSchedulerTest {

    private static final PersonId ADA = PersonId.of("ada");

    private final ReportLog log = new ReportLog().at("2026-03-02T08:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final List<String> steps = new ArrayList<>();

    /** Takes parcels, and fails as often as it is told. */
    private static final class Mailbox implements ReportDelivery {

        private final List<ReportParcel> parcels = new ArrayList<>();
        private int failures;

        @Override
        public String name() {
            return "mailbox";
        }

        @Override
        public void deliver(ReportParcel parcel) {
            if (failures > 0) {
                failures--;
                throw new ReportUndelivered("no route");
            }
            parcels.add(parcel);
        }
    }

    @BeforeEach
    void fill() {
        log.sample.filled(3);
    }

    private static ReportParameters day(Occurrence occurrence) {
        Instant start = occurrence.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return ReportParameters.between(start, start.plus(Duration.ofDays(1)));
    }

    private ScheduledReport daily(boolean catchUp) {
        return new ScheduledReport(
                "orders",
                new OrderCount(),
                Recurrence.daily(LocalTime.of(18, 0), ZoneOffset.UTC),
                ReportSchedulerTest::day,
                new RunRetries(3, Duration.ofMinutes(1), Duration.ofMinutes(2)),
                Duration.ofHours(1),
                catchUp,
                List.of(mailbox));
    }

    /** As after a restart: all it knows is the log. */
    private ReportScheduler scheduler(ScheduledReport... schedules) {
        ReportScheduler scheduler = ReportScheduler.in(
                log.journal, log.keys(), (key, step, done, of) -> steps.add(step + " " + done + "/" + of));
        for (ScheduledReport schedule : schedules) {
            scheduler.add(schedule);
        }
        return scheduler;
    }

    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        log.sample.log.read(
                0,
                log.sample.log.checkpoint().size(),
                event -> actions.add(event.record().action()));
        return actions.stream()
                .filter(action -> !action.equals("order.created"))
                .toList();
    }

    private long count(String action) {
        return actions().stream().filter(action::equals).count();
    }

    @Test
    void aRunIsMadeOnceWhenItIsDue() {
        ReportScheduler scheduler = scheduler(daily(true));
        assertThat(scheduler.runDue().succeeded()).isEmpty();
        log.at("2026-03-02T18:00:00Z");
        assertThat(scheduler.runDue())
                .isEqualTo(new ReportScheduler.Result(List.of("orders@2026-03-02T18:00:00Z"), List.of(), List.of()));
        assertThat(scheduler.runDue().succeeded()).isEmpty();
        assertThat(scheduler(daily(true)).runDue().succeeded()).isEmpty();

        assertThat(actions())
                .containsExactly(
                        "schedule.registered",
                        "schedule.run_started",
                        "report.published",
                        "schedule.delivered",
                        "schedule.run_succeeded");
        assertThat(steps).containsExactly("computed 1/3", "published 2/3", "delivered 3/3");
        Report report = Report.parse(new String(mailbox.parcels.get(0).content("report.json"), StandardCharsets.UTF_8));
        assertThat(report.header().kind()).isEqualTo("test.order_count");
        assertThat(mailbox.parcels.get(0).files()).containsExactly("report.csv", "report.html", "report.json");
        assertThatThrownBy(() -> mailbox.parcels.get(0).content("report.pdf")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void failuresAreTriedAgainLaterAndGiveTheSameBytes() {
        ReportScheduler scheduler = scheduler(daily(true));
        log.at("2026-03-02T18:00:00Z");
        mailbox.failures = 2;
        assertThat(scheduler.runDue().failed()).hasSize(1);
        long size = log.sample.log.checkpoint().size();
        assertThat(scheduler.runDue().failed()).isEmpty(); // not before its time
        assertThat(log.sample.log.checkpoint().size()).isEqualTo(size);
        log.sample.filled(2); // orders of the same day
        log.at("2026-03-02T18:01:00Z");
        assertThat(scheduler(daily(true)).runDue().failed()).hasSize(1);
        log.at("2026-03-02T18:02:59Z");
        assertThat(scheduler(daily(true)).runDue().succeeded()).isEmpty();
        log.at("2026-03-02T18:03:00Z");
        assertThat(scheduler(daily(true)).runDue().succeeded()).hasSize(1);

        Report report = Report.parse(new String(mailbox.parcels.get(0).content("report.json"), StandardCharsets.UTF_8));
        assertThat(report.table("Orders").rows().get(0).get(1).value()).isEqualTo("3");
        assertThat(count("report.published")).isOne();
        assertThat(count("schedule.run_missed")).isZero();
    }

    @Test
    void aRunThatWasTriedInTimeIsLateButNotMissed() {
        ReportScheduler scheduler = scheduler(daily(true));
        log.at("2026-03-02T18:00:00Z");
        mailbox.failures = 1;
        scheduler.runDue();
        log.at("2026-03-02T20:00:00Z");

        assertThat(scheduler.runDue())
                .isEqualTo(new ReportScheduler.Result(List.of("orders@2026-03-02T18:00:00Z"), List.of(), List.of()));
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        ReportScheduler scheduler = scheduler(daily(true));
        mailbox.failures = 99;
        for (String time : List.of("18:00", "18:05", "18:10", "18:15", "18:20")) {
            log.at("2026-03-02T" + time + ":00Z");
            scheduler.runDue();
        }
        assertThat(count("schedule.run_failed")).isEqualTo(3);
        assertThat(count("schedule.run_given_up")).isOne();
    }

    @Test
    void runsThatWereMissedWhileNobodyWasThereAreFoundAndMadeLate() {
        scheduler(daily(true));
        log.at("2026-03-05T09:00:00Z");
        ReportScheduler.Result result = scheduler(daily(true)).runDue();

        assertThat(result.missed())
                .containsExactly(
                        "orders@2026-03-02T18:00:00Z", "orders@2026-03-03T18:00:00Z", "orders@2026-03-04T18:00:00Z");
        assertThat(result.succeeded()).isEqualTo(result.missed());
        assertThat(scheduler(daily(true)).runDue().missed()).isEmpty();
    }

    @Test
    void missedRunsMayBeLoggedOnly() {
        scheduler(daily(false));
        log.at("2026-03-04T18:30:00Z");
        ReportScheduler.Result result = scheduler(daily(false)).runDue();

        assertThat(result.missed()).hasSize(2);
        assertThat(result.succeeded()).containsExactly("orders@2026-03-04T18:00:00Z"); // within its hour
        assertThat(scheduler(daily(false)).runDue().missed()).isEmpty();
        assertThat(count("schedule.run_missed")).isEqualTo(2);
    }

    @Test
    void aRunThatEndsWithinItsGraceIsNotMissed() {
        scheduler(daily(true));
        log.at("2026-03-02T19:00:00Z");
        assertThat(scheduler(daily(true)).runDue().missed()).isEmpty();
    }

    /** The process ends between two steps: the next one goes on where the log says. */
    @Test
    void aCrashAtAnyStepNeitherLosesNorRepeatsARun() {
        scheduler(daily(true));
        log.at("2026-03-02T18:00:00Z");
        for (String step : List.of("computed", "published", "delivered")) {
            ReportScheduler dying = ReportScheduler.in(log.journal, log.keys(), (key, done, at, of) -> {
                if (done.equals(step)) {
                    throw new ThreadDeath0();
                }
            });
            dying.add(daily(true));
            assertThatThrownBy(dying::runDue).isInstanceOf(ThreadDeath0.class);
        }
        assertThat(scheduler(daily(true)).runDue().succeeded()).hasSize(1);
        assertThat(mailbox.parcels).hasSize(1);
        assertThat(count("report.published")).isOne();
        assertThat(count("schedule.run_succeeded")).isOne();
    }

    /** As if the process were gone: nothing catches it. */
    @SuppressWarnings("serial")
    private static final class ThreadDeath0 extends Error {}

    @Test
    void aCancelledRunIsNotMadeNorTriedAgain() {
        ReportScheduler scheduler = scheduler(daily(true));
        scheduler.cancel("orders@2026-03-02T18:00:00Z", ADA, "holiday");
        log.at("2026-03-03T18:00:00Z");

        assertThat(scheduler.runDue().succeeded()).containsExactly("orders@2026-03-03T18:00:00Z");
        assertThat(count("schedule.run_started")).isOne();
        assertThat(scheduler(daily(true)).runDue().succeeded()).isEmpty();
        assertThatThrownBy(() -> scheduler.cancel("orders@2026-03-02T18:00:00Z", ADA, "again"))
                .isInstanceOf(ReportState.class);
        assertThatThrownBy(() -> scheduler.cancel("orders", ADA, "why")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> scheduler.cancel("orders@x", ADA, " ")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aRunUnderWayStopsAtItsNextStep() {
        ReportScheduler[] self = new ReportScheduler[1];
        self[0] = ReportScheduler.in(log.journal, log.keys(), (key, step, done, of) -> {
            if (step.equals("published")) {
                self[0].cancel(key, ADA, "wrong period");
            }
        });
        self[0].add(daily(true));
        log.at("2026-03-02T18:00:00Z");

        assertThat(self[0].runDue().succeeded()).isEmpty();
        assertThat(mailbox.parcels).isEmpty();
        assertThat(count("schedule.run_succeeded")).isZero();
    }

    @Test
    void aChangedRecurrenceBeginsAnew() {
        scheduler(daily(true));
        log.at("2026-03-05T09:00:00Z");
        ScheduledReport moved = ScheduledReport.of(
                "orders",
                new OrderCount(),
                Recurrence.afterBusinessDays(1, LocalTime.of(17, 0), HolidayCalendars.of("TARGET"), ZoneOffset.UTC),
                ReportSchedulerTest::day,
                mailbox);

        assertThat(scheduler(moved).runDue().missed()).isEmpty();
        log.at("2026-03-05T17:00:00Z");
        assertThat(scheduler(moved).runDue().succeeded()).containsExactly("orders@2026-03-05T17:00:00Z");
    }

    @Test
    void badSchedulesAreRefused() {
        ReportScheduler scheduler = scheduler(daily(true));
        assertThatThrownBy(() -> scheduler.add(daily(true))).isInstanceOf(InvalidInput.class);
        for (String id : List.of("", "a@b", "a b", "x".repeat(101))) {
            assertThatThrownBy(() -> ScheduledReport.of(
                            id,
                            new OrderCount(),
                            Recurrence.daily(LocalTime.NOON, ZoneOffset.UTC),
                            ReportSchedulerTest::day))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> ScheduledReport.of(
                        "a",
                        new OrderCount(),
                        Recurrence.daily(LocalTime.NOON, ZoneOffset.UTC),
                        ReportSchedulerTest::day,
                        mailbox,
                        mailbox))
                .isInstanceOf(InvalidInput.class);
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> new RunRetries(0, minute, minute)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RunRetries(1, minute.negated(), minute)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RunRetries(1, minute, Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThat(RunRetries.standard().waitAfter(5)).isEqualTo(Duration.ofMinutes(16));
        assertThat(RunRetries.standard().waitAfter(60)).isEqualTo(Duration.ofMinutes(30));
    }
}
