package io.bondtrader.compliance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.overview.Deadline;
import io.bondtrader.compliance.overview.Overview;
import io.bondtrader.compliance.report.sox.AccessJournal;
import io.bondtrader.compliance.report.sox.AccessMatrixReport;
import io.bondtrader.compliance.report.sox.ChangeManagement;
import io.bondtrader.compliance.report.sox.DutyViolationsReport;
import io.bondtrader.compliance.schedule.FolderDelivery;
import io.bondtrader.compliance.schedule.Recurrence;
import io.bondtrader.compliance.schedule.ReportScheduler;
import io.bondtrader.compliance.schedule.ScheduledReport;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the handbook's pages about reports and schedules. */
final class ReportsPageSampleTest {

    private final ReportLog sample = new ReportLog();
    private final AuditLog log = sample.sample.log;
    private final AuditJournal journal = sample.journal;
    private final TrustedKeys keys = sample.keys();
    private final Instant now = sample.now();

    @TempDir
    Path folder;

    @Test
    void aReportItsProofAndItsRecomputation() {
        AccessJournal access = AccessJournal.of(journal);
        access.accountOpened(PersonId.of("ada"), AccountId.of("front-1"), PersonId.of("carol"));
        access.accountOpened(PersonId.of("ada"), AccountId.of("back-1"), PersonId.of("carol"));
        access.roleGranted(PersonId.of("ada"), PersonId.of("ben"), AccountId.of("front-1"), "trader", "book-7");
        access.roleGranted(PersonId.of("ada"), PersonId.of("ben"), AccountId.of("back-1"), "settler", "");
        access.dutyDefined(PersonId.of("ada"), "front-back", "trader", "settler");

        ReportParameters first =
                ReportParameters.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
        Report report = new DutyViolationsReport().compute(VerifiedLog.newest(log, keys), first);
        ReportPublisher publisher = ReportPublisher.of(journal);
        long publication = publisher.publish(report, "compliance");
        String json = report.toJson().text(); // also toCsv() and toHtml()

        // One row, for somebody who may not see the others: the log's public key is all that it takes.
        String proof =
                publisher.prove(report, "Toxic pairs", 0, publication).toJson().text();
        ReportFieldProof.ProvenRow row = ReportFieldProof.parse(proof).require("example.com/audit", keys);
        String person = row.cell("Person").value(); // carol, from events 0,1,2,3

        // The whole, for somebody who has the log.
        Recomputation again =
                Recomputation.from(log, keys, List.of(new DutyViolationsReport(), new AccessMatrixReport()));
        Optional<Recomputation.Difference> difference = again.compare(json); // empty: the same to the byte

        assertThat(person).isEqualTo("carol");
        assertThat(row.cell("Person").events().toString()).isEqualTo("0-3");
        assertThat(difference).isEmpty();
    }

    @Test
    void aChangeThatNeedsTwo() {
        ChangeManagement changes = ChangeManagement.in(journal);
        changes.propose("chg-1", "limit of book-7", "1000000", "2000000", "new mandate", PersonId.of("ada"));
        changes.approve("chg-1", PersonId.of("ben")); // ada herself: BT-6052, and the attempt is in the log
        changes.apply("chg-1", PersonId.of("ben"), () -> setLimit("2000000"));

        assertThat(changes.waiting()).isEmpty();
    }

    private static void setLimit(String amount) {
        assertThat(amount).isEqualTo("2000000");
    }

    @Test
    void aScheduleThatDelivers() throws Exception {
        ReportScheduler scheduler = ReportScheduler.in(journal, keys, (key, step, done, of) -> {});
        Recurrence fifth =
                Recurrence.parse("monthly 5 09:00", HolidayCalendars.of("TARGET"), ZoneId.of("Europe/Berlin"));
        scheduler.add(ScheduledReport.of(
                "access-matrix",
                new AccessMatrixReport(),
                fifth,
                due -> ReportParameters.between(Instant.EPOCH, due.due()),
                FolderDelivery.to("auditors", folder)));

        scheduler.runDue(); // every minute, from a thread of the host

        sample.at("2026-03-06T09:00:00Z");
        assertThat(scheduler.runDue().succeeded()).containsExactly("access-matrix@2026-03-06T08:00:00Z");
        String delivered = Files.readString(
                FolderDelivery.to("auditors", folder)
                        .folderOf("access-matrix@2026-03-06T08:00:00Z")
                        .resolve("report.json"),
                UTF_8);
        assertThat(Report.parse(delivered).header().kind()).isEqualTo("sox.access_matrix");
    }

    @Test
    void theOverview() {
        Overview overview = Overview.of(VerifiedLog.newest(log, keys), now)
                .deadline(new Deadline("Transaction reports of 2 March", now.plusSeconds(3_600), Optional.empty()))
                .build();
        String page = overview.toHtml();

        assertThat(page).contains("Transaction reports of 2 March", "in 1 h 0 min");
    }
}
