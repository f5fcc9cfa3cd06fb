package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.Recomputation;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.transaction.Feedback.BrokenRule;
import io.bondtrader.compliance.report.transaction.Feedback.FileStatus;
import io.bondtrader.compliance.report.transaction.Feedback.RecordFeedback;
import io.bondtrader.compliance.report.transaction.Feedback.RecordStatus;
import io.bondtrader.compliance.report.transaction.ReportingEvent.CorrectionDecided;
import io.bondtrader.compliance.report.transaction.ReportingEvent.FeedbackRead;
import io.bondtrader.compliance.report.transaction.ReportingEvent.FileSent;
import io.bondtrader.compliance.report.transaction.ReportingEvent.Remedy;
import io.bondtrader.compliance.report.transaction.ReportingEvent.SentMessage;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of reports, what is late and what was never sent, told by the log alone. */
final class LoggedReportingTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final ReportDeadlines DEADLINES =
            ReportDeadlines.of(HolidayCalendars.WEEKENDS, ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0));
    /** Friday's trades are due on Monday at 22:00 in Berlin. */
    private static final Instant DUE = Instant.parse("2026-11-23T21:00:00Z");

    private final ReportLog log = new ReportLog().at("2026-11-20T09:30:00Z");

    private long write(String action, CanonicalJson body) {
        return log.journal.write("reporter", action, "", Outcome.SUCCESS, body, "mifid2");
    }

    private long write(ReportingEvent event) {
        return write(event.action(), event.body());
    }

    private long trade(String reference) {
        return trade(reference, "1000000");
    }

    @SuppressWarnings("NullAway") // does not see the annotation of a nested type in a record's class file
    private long trade(String reference, String nominal) {
        TradeEvent event = new TradeEvent.OrderExecuted(
                TransactionReference.of(reference),
                "o1",
                Side.BUY,
                SampleReports.BUND,
                new BigDecimal(nominal),
                CurrencyCode.of("EUR"),
                new BigDecimal("110"),
                new BigDecimal("0.02821918"),
                new BigDecimal("1.009990"),
                TradingTime.parse("2026-11-20T09:30:00.123Z"),
                TradingActivity.OTHER_ELECTRONIC,
                TradingCapacity.DEAL,
                new Party.LegalEntity(SampleReports.COUNTERPARTY),
                Mic.of("XOFF"),
                false,
                null,
                new Responsible.Algorithm("QUOTER7"),
                new Responsible.Algorithm("QUOTER7"),
                Set.of(),
                null,
                Set.of());
        return write(event.action(), event.body());
    }

    private long sent(String file, String... messages) {
        List<SentMessage> all = new ArrayList<>();
        for (String message : messages) {
            boolean cancellation = message.startsWith("-");
            all.add(new SentMessage(
                    TransactionReference.of(cancellation ? message.substring(1) : message), cancellation));
        }
        return write(new FileSent(file, all, DIGEST));
    }

    private long heard(String file, FileStatus status, RecordFeedback... records) {
        return write(new FeedbackRead(file, new Feedback(file, status, List.of(), List.of(records), Map.of())));
    }

    private static RecordFeedback refused(String reference) {
        return new RecordFeedback(
                reference, RecordStatus.RJCT, List.of(new BrokenRule("CON-412", "Instrument is not valid")));
    }

    private LoggedReporting computed() {
        return LoggedReporting.of(log.sample.log, log.sample.log.checkpoint().size());
    }

    private static ReportDeadlines.State due(LoggedReporting reporting, String reference, Instant now) {
        return reporting.due(DEADLINES, now, Duration.ofHours(4)).stream()
                .filter(due -> due.transaction().equals(reference))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /**
     * Steps on Friday's trade: N sent, C cancellation, A accepted, R refused, P pending, D decided to replace, W decided to
     * withdraw; each on Friday until the deadline passes at |.
     */
    @ParameterizedTest
    @CsvSource({
        "'|', LATE, , false",
        "'N |', ON_TIME, SENT, false",
        "'N P |', ON_TIME, PENDING, false",
        "'N A |', ON_TIME, ACCEPTED, false",
        "'N R |', LATE, REJECTED, false",
        "'N R N |', ON_TIME, SENT, false",
        "'| N', REPORTED_LATE, SENT, false",
        "'N R | N A', REPORTED_LATE, ACCEPTED, false",
        "'N A D |', ON_TIME, ACCEPTED, true",
        "'N A D | C', ON_TIME, CANCELLATION_SENT, true",
        "'N A D | C A', LATE, CANCELLED, true",
        "'N A D | C A N', ON_TIME, SENT, false", // a correction of what was reported in time
        "'N A | D C A N R', LATE, REJECTED, false",
        "'N A | D C A N R N A', REPORTED_LATE, ACCEPTED, false",
        "'N A C R |', ON_TIME, ACCEPTED, false",
        "'N A C A |', LATE, CANCELLED, false", // nobody said that there was nothing to report
        "'N A W C A | N', REPORTED_LATE, SENT, false",
    })
    void theDeadlineIsHeldAgainstWhatTheAuthorityHas(String steps, String deadline, String state, boolean open) {
        trade("EX1");
        int file = 0;
        for (String step : List.of(steps.split(" "))) {
            switch (step) {
                case "|" -> log.at("2026-11-24T08:00:00Z");
                case "N" -> sent("F" + ++file, "EX1");
                case "C" -> sent("F" + ++file, "-EX1");
                case "A" -> heard("F" + file, FileStatus.ACPT);
                case "R" -> heard("F" + file, FileStatus.PART, refused("EX1"));
                case "P" -> heard("F" + file, FileStatus.RCVD, new RecordFeedback("EX1", RecordStatus.PDNG, List.of()));
                case "D" -> write(new CorrectionDecided(TransactionReference.of("EX1"), Remedy.REPLACE, "price"));
                case "W" -> write(new CorrectionDecided(TransactionReference.of("EX1"), Remedy.WITHDRAW, "no trade"));
                default -> throw new IllegalArgumentException(step);
            }
        }
        LoggedReporting reporting = computed();

        assertThat(reporting.anomalies()).isEmpty();
        assertThat(due(reporting, "EX1", Instant.parse("2026-11-24T09:00:00Z")))
                .isEqualTo(ReportDeadlines.State.valueOf(deadline));
        LoggedReporting.Standing standing = reporting.standings().get(0);
        assertThat(standing.state().map(Enum::name).orElse(null)).isEqualTo(state);
        assertThat(standing.correction().isPresent()).isEqualTo(open);
        assertThat(standing.changed()).isFalse();
        assertThat(standing.withdrawn()).isFalse();
    }

    @Test
    void beforeTheDeadlineNothingIsLate() {
        trade("EX1");

        assertThat(due(computed(), "EX1", DUE.minus(Duration.ofHours(4)).minusNanos(1)))
                .isEqualTo(ReportDeadlines.State.OPEN);
        assertThat(due(computed(), "EX1", DUE.minus(Duration.ofHours(4)))).isEqualTo(ReportDeadlines.State.DUE_SOON);
        assertThat(due(computed(), "EX1", DUE)).isEqualTo(ReportDeadlines.State.DUE_SOON);
        assertThat(due(computed(), "EX1", DUE.plusNanos(1))).isEqualTo(ReportDeadlines.State.LATE);
    }

    @Test
    void whatWasWithdrawnHasNoDeadline() {
        trade("EX1");
        sent("F1", "EX1");
        heard("F1", FileStatus.ACPT);
        write(new CorrectionDecided(TransactionReference.of("EX1"), Remedy.WITHDRAW, "booked in error"));
        sent("F2", "-EX1");
        assertThat(computed().standings().get(0).correction()).contains(Remedy.WITHDRAW);
        heard("F2", FileStatus.ACPT);

        assertThat(computed().standings()).singleElement().satisfies(standing -> {
            assertThat(standing.withdrawn()).isTrue();
            assertThat(standing.correction()).isEmpty();
            assertThat(standing.reported()).isEmpty();
            assertThat(standing.events()).hasToString("0-5");
        });
        assertThat(computed().due(DEADLINES, DUE.plusSeconds(1), Duration.ZERO)).isEmpty();
    }

    @Test
    void aTradeThatChangedAfterItWasReportedIsToBeCorrected() {
        trade("EX1");
        sent("F1", "EX1");
        assertThat(computed().standings().get(0).changed()).isFalse();
        trade("EX1", "900000");
        assertThat(computed().standings().get(0).changed()).isTrue();
        sent("F2", "-EX1");
        heard("F2", FileStatus.ACPT);
        sent("F3", "EX1");
        assertThat(computed().standings().get(0).changed()).isFalse();
        assertThat(computed().anomalies()).isEmpty();
    }

    @Test
    void whatNoVenueTradesIsNotToBeReported() {
        trade("EX1");
        TradeEvent unlisted = new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, false);
        write(unlisted.action(), unlisted.body());

        assertThat(computed().standings()).isEmpty();
    }

    @Test
    void allocationsAreReportedToo() {
        trade("EX1");
        TradeEvent allocation = new TradeEvent.OrderAllocated(
                TransactionReference.of("AL1"), TransactionReference.of("EX1"), "o2", BigDecimal.ONE, BigDecimal.TEN);
        write(allocation.action(), allocation.body());
        sent("F1", "EX1", "AL1");

        assertThat(computed().standings())
                .extracting(standing -> standing.reference().text())
                .containsExactly("AL1", "EX1");
        assertThat(computed().unfounded()).isEmpty();
        assertThat(computed().standings())
                .allMatch(standing -> standing.reported().isPresent());
        assertThat(computed().standings()).noneMatch(LoggedReporting.Standing::changed);
        trade("EX1", "900000"); // what was allocated of it changed too
        assertThat(computed().standings()).allMatch(LoggedReporting.Standing::changed);
    }

    @Test
    void whatCannotBeIsNamedAndChangesNothing() {
        trade("EX1"); // 0
        heard("F9", FileStatus.ACPT); // 1: never sent
        sent("F1", "EX1", "-EX2"); // 2: there is nothing to cancel
        sent("F1", "EX3"); // 3: a file of that name was sent
        sent("F2", "EX1"); // 4: it stands
        heard("F1", FileStatus.ACPT); // 5
        heard("F1", FileStatus.RJCT); // 6: decided otherwise
        heard("F1", FileStatus.PART, refused("EX7")); // 7: not of the file
        write(new CorrectionDecided(TransactionReference.of("EX9"), Remedy.REPLACE, "?")); // 8
        sent("F3", "EX8"); // no anomaly of its own, but no such trade
        log.journal.write(
                "reporter",
                "transaction.file_sent",
                "",
                Outcome.FAILURE,
                new FileSent("F4", List.of(new SentMessage(TransactionReference.of("EX1"), true)), DIGEST).body());

        LoggedReporting reporting = computed();
        assertThat(reporting.anomalies())
                .extracting(LoggedReporting.Anomaly::event)
                .containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L);
        assertThat(reporting.reporting().states())
                .isEqualTo(Map.of(
                        TransactionReference.of("EX1"),
                        ReportingState.ACCEPTED,
                        TransactionReference.of("EX8"),
                        ReportingState.SENT));
        assertThat(reporting.unfounded()).containsExactly(TransactionReference.of("EX8"));
    }

    @Test
    void anEventOutOfFormIsNamedAndHidesNoOther() {
        write("order.executed", CanonicalJson.of(Map.of("n", 1)));
        write("transaction.file_sent", CanonicalJson.of(Map.of("file", "F1")));
        trade("EX1");

        assertThat(computed().anomalies())
                .extracting(LoggedReporting.Anomaly::event)
                .containsExactly(0L, 1L);
        assertThat(computed().standings()).hasSize(1);
    }

    @Test
    void theReportNamesWhatIsLateAndWhyAndIsComputedAgain() {
        trade("EX1"); // 0
        trade("EX2"); // 1
        trade("EX3"); // 2
        trade("EX4"); // 3
        sent("F1", "EX1", "EX2"); // 4
        heard("F1", FileStatus.PART, refused("EX2")); // 5
        write(new CorrectionDecided(TransactionReference.of("EX1"), Remedy.REPLACE, "price")); // 6
        log.at("2026-11-24T08:00:00Z");
        sent("F2", "EX4"); // 7
        ReportParameters parameters = ReportParameters.between(
                        Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-24T09:00:00Z"))
                .with("zone", "Europe/Berlin")
                .with("close", "22:00")
                .with("calendar", "TARGET");

        Report report = new TransactionReportingReport().compute(log.verified(), parameters);

        assertThat(values(report, "Transactions"))
                .containsExactly(
                        "EX1 2026-11-20T09:30:00.123Z 2026-11-23T21:00:00Z 2026-11-20T09:30:00Z ON_TIME ACCEPTED",
                        "EX2 2026-11-20T09:30:00.123Z 2026-11-23T21:00:00Z  LATE REJECTED",
                        "EX3 2026-11-20T09:30:00.123Z 2026-11-23T21:00:00Z  LATE NEVER SENT",
                        "EX4 2026-11-20T09:30:00.123Z 2026-11-23T21:00:00Z 2026-11-24T08:00:00Z REPORTED_LATE SENT");
        assertThat(values(report, "Not reported after the deadline"))
                .containsExactly(
                        "EX2 2026-11-23T21:00:00Z the authority refused it and it was not sent again",
                        "EX3 2026-11-23T21:00:00Z never sent");
        assertThat(values(report, "Rules broken by the authority's word"))
                .containsExactly("EX2 CON-412 Instrument is not valid");
        assertThat(values(report, "To be corrected")).containsExactly("EX1 REPLACE");
        assertThat(values(report, Report.SUMMARY))
                .containsExactly(
                        "Transactions 4",
                        "Not reported after the deadline 2",
                        "Reported late 1",
                        "To be corrected 1",
                        "Events that cannot be 0");
        assertThat(report.table("Transactions").rows().get(1).get(4).events()).hasToString("1,4,5");
        Recomputation again = Recomputation.from(log.sample.log, log.keys(), List.of(new TransactionReportingReport()));
        assertThat(again.compare(report.toJson().text())).isEmpty();
        // As of an earlier instant, what came later is not there.
        Report before = new TransactionReportingReport()
                .compute(
                        log.verified(),
                        new ReportParameters(
                                parameters.from(), Instant.parse("2026-11-24T08:00:00Z"), parameters.values()));
        assertThat(values(before, "Not reported after the deadline")).hasSize(3);
    }

    private static List<String> values(Report report, String table) {
        return report.table(table).rows().stream()
                .map(row -> String.join(" ", row.stream().map(ReportCell::value).toList()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zone=Mars", "close=25:00", "soon=4h", "calendar=NOWHERE", "soon=-PT1H"})
    void parametersOutOfFormAreRefused(String parameter) {
        int equals = parameter.indexOf('=');
        ReportParameters parameters =
                ReportLog.year().with(parameter.substring(0, equals), parameter.substring(equals + 1));
        assertThatThrownBy(() -> new TransactionReportingReport().compute(log.verified(), parameters))
                .isInstanceOf(BondTraderException.class);
    }

    @Test
    void eventsAreReadAsTheyWereWritten() {
        List<ReportingEvent> events = List.of(
                FileSent.of(
                        "F1",
                        List.of(SampleReports.ownAccount(), Cancellation.of(SampleReports.agency())),
                        new byte[] {1, 2}),
                new FeedbackRead(
                        "F1",
                        new Feedback(
                                null,
                                FileStatus.PART,
                                List.of(new BrokenRule("FIL-105", "of the file")),
                                List.of(refused("EX1")),
                                Map.of(RecordStatus.RJCT, 1L, RecordStatus.ACPT, 2L))),
                new FeedbackRead("F1", new Feedback("F1", FileStatus.ACPT, List.of(), List.of(), Map.of())),
                new CorrectionDecided(TransactionReference.of("EX1"), Remedy.WITHDRAW, "booked twice"));
        for (ReportingEvent event : events) {
            assertThat(ReportingEvent.read(event.action(), event.body())).isEqualTo(event);
        }
        assertThat(((FileSent) events.get(0)).sha256())
                .isEqualTo("a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222"); // sha256sum of 01 02
        assertThat(ReportingEvent.read("transaction.other", CanonicalJson.of(Map.of())))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"NEWT\"|\"RPLC\"",
                "\"reference\":\"EX1\"|\"reference\":\"ex1\"",
                "\"file\":\"F1\"|\"file\":\" \"",
                "\"file\":\"F1\"|\"file\":\"F1\",\"more\":1",
                "0123|012x",
                "[{|[1,{",
                "\"messages\"|\"message\""
            })
    void aFileOutOfFormIsRefused(String change) {
        String text = new FileSent("F1", List.of(new SentMessage(TransactionReference.of("EX1"), false)), DIGEST)
                .body()
                .text();
        String from = change.substring(0, change.indexOf('|'));
        assertThat(text).contains(from);
        String wrong = text.replaceFirst(Pattern.quote(from), change.substring(change.indexOf('|') + 1));
        assertThatThrownBy(() -> ReportingEvent.read("transaction.file_sent", CanonicalJson.of(JsonTexts.read(wrong))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void emptyEventsAreRefused() {
        assertThatThrownBy(() -> new FileSent("F1", List.of(), DIGEST)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new FileSent("F1", List.of(new SentMessage(TransactionReference.of("A"), true)), "x"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CorrectionDecided(TransactionReference.of("A"), Remedy.REPLACE, " "))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LoggedReporting.of(log.sample.log, 1)).isInstanceOf(InvalidInput.class);
    }
}
