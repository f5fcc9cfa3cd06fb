package io.bondtrader.examples.compliance;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.report.transaction.ReportDeadlines;
import io.bondtrader.compliance.report.transaction.ReportField;
import io.bondtrader.compliance.report.transaction.TransactionMessage;
import io.bondtrader.compliance.report.transaction.TransactionReport;
import io.bondtrader.compliance.report.transaction.TransactionReportFactory;
import io.bondtrader.compliance.report.transaction.xml.TransactionFile;
import io.bondtrader.compliance.report.transaction.xml.TransactionXml;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.time.HolidayCalendars;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The transactions of the day for the authority, made from the log. */
final class ReportingEvening {

    private static final Lei FIRM = Lei.of("529900T8BM49AURSDO55");

    private final Day day;
    private final AuditJournal journal;

    ReportingEvening(Day day, AuditJournal journal) {
        this.day = day;
        this.journal = journal;
    }

    void run() throws IOException {
        day.step("Transaction reports (RTS 22)");
        day.pass(Duration.ofHours(6));
        TransactionReportFactory.Result result = result();
        for (TransactionReportFactory.Made made : result.made()) {
            made.violations().forEach(violation -> day.say("rule: " + violation));
            TransactionReport report = made.report();
            day.say(report.reference() + ": net amount " + report.netAmount() + ", made from event "
                    + report.provenance().of(ReportField.NET_AMOUNT));
        }
        day.check(
                "every execution is reported",
                result.complete()
                        && result.made().stream()
                                        .filter(TransactionReportFactory.Made::sendable)
                                        .count()
                                == 2);
        byte[] xml = file(result);
        Files.write(day.file("transactions.xml"), xml);
        List<TransactionMessage> read =
                TransactionXml.read(new ByteArrayInputStream(xml)).messages();
        day.say("transactions.xml holds " + read.size() + " reports, " + xml.length + " bytes of auth.016");
        day.check("the same log gives the same bytes", Arrays.equals(xml, file(result())));
        ReportDeadlines deadlines =
                ReportDeadlines.of(HolidayCalendars.of("TARGET"), ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0));
        day.say("due by " + deadlines.deadline(day.now()));
    }

    private TransactionReportFactory.Result result() {
        TransactionReportFactory factory = TransactionReportFactory.of(FIRM, FIRM, (mic, date) -> Optional.empty());
        return factory.make(journal.log(), journal.log().checkpoint().size(), day.now());
    }

    private static byte[] file(TransactionReportFactory.Result result) {
        List<TransactionMessage> sendable = new ArrayList<>();
        for (TransactionReportFactory.Made made : result.made()) {
            if (made.sendable()) {
                sendable.add(made.report());
            }
        }
        return TransactionXml.write(new TransactionFile(null, sendable));
    }
}
