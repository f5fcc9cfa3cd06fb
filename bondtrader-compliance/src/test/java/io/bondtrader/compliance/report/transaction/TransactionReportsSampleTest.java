package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.privacy.InMemorySubjectKeys;
import io.bondtrader.compliance.privacy.PersonalFields;
import io.bondtrader.compliance.privacy.SubjectId;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.compliance.report.transaction.xml.TransactionFile;
import io.bondtrader.compliance.report.transaction.xml.TransactionXml;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The samples of the handbook's page on transaction reports. */
final class TransactionReportsSampleTest {

    private static final VenueRegister venues = SampleReports.VENUES;
    private static final ReferenceData registers = new Registers();
    private static final PersonRecord person = SampleReports.STAFF;

    private final SecureRandom random = new SecureRandom();
    private final PersonalFields fields = PersonalFields.of(
            new InMemorySubjectKeys(),
            KeyWrapping.under(SymmetricKey.generate(random), random),
            random,
            () -> Instant.EPOCH);

    @Test
    void fromTheLogToTheFileAndBack() {
        Instant now = Instant.parse("2026-11-20T18:00:00Z");
        ReportLog test = new ReportLog().at(now.toString());
        AuditJournal journal = test.journal;
        AuditTrail log = journal.log();
        logged().forEach(event -> journal.write("desk", event.action(), "", Outcome.SUCCESS, event.body()));
        UUID event = journal.nextId();
        SubjectId ann = SubjectId.next(random); // whose key is destroyed when she is erased
        SealedPerson onFile =
                SealedPerson.of(person, text -> fields.encrypt(ann, RecordClass.ORDER, event, SealedPerson.PATH, text));
        TradeEvent trader = new TradeEvent.EmployeeRecorded("trader 1", onFile);
        journal.write(event, "desk", trader.action(), "", Outcome.SUCCESS, trader.body(), ann.tag());

        Lei firm = Lei.of("529900T8BM49AURSDO55");
        TransactionReportFactory factory = TransactionReportFactory.of(firm, firm, venues)
                .establishedIn(Country.of("DE")) // fields 8, 17 and 37
                .comparing(registers) // entities and bonds as of the day of the trade
                .reading(fields::decrypt); // the persons in the log
        TransactionReportFactory.Result result =
                factory.make(log, log.checkpoint().size(), now);
        boolean whole = result.complete(); // if not, failed() and unreadable() say what is missing

        List<TransactionMessage> sendable = new ArrayList<>();
        for (TransactionReportFactory.Made made : result.made()) {
            if (made.sendable()) {
                sendable.add(made.report());
            }
            made.violations().forEach(System.out::println); // TR-29-1 ERROR, field 29 'DEAL': ...
        }
        byte[] xml = TransactionXml.write(new TransactionFile(null, sendable));

        EventIndices price = result.made().get(0).report().provenance().of(ReportField.PRICE); // 2

        ReportingEvent sent = ReportingEvent.FileSent.of("F1", sendable, xml);
        journal.write("reporter", sent.action(), "F1", Outcome.SUCCESS, sent.body(), "mifid2");
        Feedback accepted = new Feedback("F1", Feedback.FileStatus.ACPT, List.of(), List.of(), Map.of());
        ReportingEvent heard = new ReportingEvent.FeedbackRead("F1", accepted); // of FeedbackXml.read
        journal.write("reporter", heard.action(), "F1", Outcome.SUCCESS, heard.body(), "mifid2");

        ReportDeadlines deadlines =
                ReportDeadlines.of(HolidayCalendars.WEEKENDS, ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0));
        LoggedReporting life = LoggedReporting.of(log, log.checkpoint().size());
        TransactionReference reference = sendable.get(0).reference();
        ReportingState state = life.reporting().state(reference); // ACCEPTED
        List<ReportDeadlines.Due> due = life.due(deadlines, now, Duration.ofHours(4)); // by Monday, 22:00 in Berlin

        assertThat(whole).isTrue();
        assertThat(price).hasToString("2");
        assertThat(state).isEqualTo(ReportingState.ACCEPTED);
        assertThat(due)
                .containsExactly(new ReportDeadlines.Due(
                        "EX1", Instant.parse("2026-11-23T21:00:00Z"), ReportDeadlines.State.ON_TIME));
        assertThat(TransactionXml.read(new ByteArrayInputStream(xml)).messages())
                .containsExactly(SampleReports.ownAccount().toBuilder()
                        .reference(reference)
                        .tradingTime(TradingTime.parse("2026-11-20T09:30:00.123Z"))
                        .build());
    }

    private static List<TradeEvent> logged() {
        TradeEvent executed = new TradeEvent.OrderExecuted(
                TransactionReference.of("EX1"),
                "order 1",
                Side.BUY,
                Isin.of("DE0001030567"),
                new BigDecimal("1000000"),
                CurrencyCode.of("EUR"),
                new BigDecimal("110"), // clean price, per cent
                new BigDecimal("0.02821918"), // accrued interest, per cent
                new BigDecimal("1.009990"), // index ratio
                TradingTime.parse("2026-11-20T09:30:00.123Z"),
                TradingActivity.OTHER_ELECTRONIC,
                TradingCapacity.DEAL,
                new Party.LegalEntity(Lei.of("213800WSGIIZCXF1P572")),
                Mic.of("XBER"),
                true,
                "MATCH42",
                new Responsible.Named("trader 1", Country.of("DE")),
                new Responsible.Algorithm("QUOTER7"),
                Set.of(Waiver.SIZE),
                null,
                Set.of());
        return List.of(
                new TradeEvent.InstrumentRecorded(Isin.of("DE0001030567"), "DBFTFB", true, true),
                new TradeEvent.OrderReceived("order 1", null, null, null, false),
                executed);
    }
}
