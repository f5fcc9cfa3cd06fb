package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.xml.TransactionFile;
import io.bondtrader.compliance.report.transaction.xml.TransactionXml;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Side;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The samples of the handbook's page on transaction reports. */
final class TransactionReportsSampleTest {

    private static final VenueRegister venues = SampleReports.VENUES;

    @Test
    void fromTheLogToTheFileAndBack() {
        AuditTrail trail = log();
        Instant now = Instant.parse("2026-11-20T18:00:00Z");
        TransactionReporting reporting = new TransactionReporting();

        Lei firm = Lei.of("529900T8BM49AURSDO55");
        TransactionReportFactory factory = TransactionReportFactory.of(firm, firm, venues);
        TransactionReportFactory.Result result =
                factory.make(trail, trail.checkpoint().size(), now);

        List<TransactionMessage> sendable = new ArrayList<>();
        for (TransactionReportFactory.Made made : result.made()) {
            if (made.sendable()) {
                sendable.add(made.report());
            }
            made.violations().forEach(System.out::println); // TR-29-1 ERROR, field 29 'DEAL': ...
        }
        byte[] xml = TransactionXml.write(new TransactionFile(null, sendable));

        EventIndices price = result.made().get(0).report().provenance().of(ReportField.PRICE); // 2

        sendable.forEach(message -> reporting.sent(message, EventIndices.of(3)));
        TransactionReference reference = sendable.get(0).reference();
        reporting.heard(reference, Feedback.RecordStatus.ACPT, List.of(), EventIndices.of(4));
        reporting.sent(
                Cancellation.of((TransactionReport) sendable.get(0)), EventIndices.of(5)); // then a corrected NEWT

        ReportDeadlines deadlines =
                ReportDeadlines.of(HolidayCalendars.WEEKENDS, ZoneId.of("Europe/Berlin"), LocalTime.of(22, 0));
        Instant due = deadlines.deadline(now); // Friday's trade: Monday, 22:00 in Berlin

        assertThat(price).hasToString("2");
        assertThat(reporting.state(reference)).isEqualTo(ReportingState.CANCELLATION_SENT);
        assertThat(due).isEqualTo("2026-11-23T21:00:00Z");
        assertThat(TransactionXml.read(new ByteArrayInputStream(xml)).messages())
                .containsExactly(SampleReports.ownAccount().toBuilder()
                        .reference(reference)
                        .tradingTime(TradingTime.parse("2026-11-20T09:30:00.123Z"))
                        .build());
    }

    private static AuditTrail log() {
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
                SampleReports.employee(),
                new Responsible.Algorithm("QUOTER7"),
                Set.of(Waiver.SIZE),
                null,
                Set.of());
        return new MemoryTrail()
                .add(new TradeEvent.InstrumentRecorded(Isin.of("DE0001030567"), "DBFTFB", true, true))
                .add(new TradeEvent.OrderReceived("order 1", null, null, null, false))
                .add(executed);
    }
}
