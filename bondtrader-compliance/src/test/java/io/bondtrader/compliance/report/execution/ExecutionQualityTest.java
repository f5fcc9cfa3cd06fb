package io.bondtrader.compliance.report.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.report.Recomputation;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.report.transaction.Party;
import io.bondtrader.compliance.report.transaction.Responsible;
import io.bondtrader.compliance.report.transaction.TradeEvent;
import io.bondtrader.compliance.report.transaction.TradingActivity;
import io.bondtrader.compliance.report.transaction.TradingCapacity;
import io.bondtrader.compliance.report.transaction.TradingTime;
import io.bondtrader.compliance.report.transaction.TransactionReference;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.signing.Checkpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecutionQualityTest {

    private static final Isin BOND = Isin.of("DE0007164600");

    private final TestLog test = new TestLog();

    private void log(String action, CanonicalJson body, Outcome outcome) {
        test.append(
                test.event("desk", action, "", Map.of()),
                event -> new AuditRecord(
                        event.id(),
                        event.time(),
                        event.actor(),
                        event.role(),
                        null,
                        action,
                        "",
                        outcome,
                        "",
                        event.tags(),
                        body));
    }

    private void quote(String time, String bid, String ask) {
        CompositeQuote quote = new CompositeQuote(BOND, at(time), new BigDecimal(bid), new BigDecimal(ask));
        log(CompositeQuote.ACTION, quote.body(), Outcome.OBSERVED);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + "Z");
    }

    private void order(String name, Side side, String nominal, String time) {
        OrderArrived order = new OrderArrived(
                name, "PROFESSIONAL", "SOVEREIGN", BOND, side, new BigDecimal(nominal), "EUR", at(time));
        log(OrderArrived.ACTION, order.body(), Outcome.SUCCESS);
    }

    private void fill(String name, String order, Side side, String nominal, String price, String time, String venue) {
        TradeEvent fill = new TradeEvent.OrderExecuted(
                TransactionReference.of(name),
                order,
                side,
                BOND,
                new BigDecimal(nominal),
                CurrencyCode.of("EUR"),
                new BigDecimal(price),
                BigDecimal.ZERO,
                BigDecimal.ONE,
                TradingTime.parse("2026-11-20T" + time + "Z"),
                TradingActivity.OTHER_ELECTRONIC,
                TradingCapacity.DEAL,
                new Party.AnonymousVenue(Mic.of(venue)),
                Mic.of(venue),
                true,
                "MATCH1",
                new Responsible.Algorithm("QUOTER7"),
                new Responsible.Algorithm("ROUTER1"),
                Set.of(),
                null,
                Set.of());
        log(fill.action(), fill.body(), Outcome.SUCCESS);
    }

    private ExecutionQuality quality() {
        return ExecutionQuality.of(test.log, test.log.checkpoint(), ExecutionQualitySettings.standard());
    }

    private void day() {
        quote("09:59:30", "99.90", "100.10");
        order("o1", Side.BUY, "1000000", "10:00:00");
        quote("10:00:10", "100.00", "100.20");
        order("o2", Side.SELL, "500000", "10:00:10");
        fill("E1", "o1", Side.BUY, "600000", "100.15", "10:00:20", "XBER");
        fill("E2", "o1", Side.BUY, "200000", "100.25", "10:00:30", "XETR");
        fill("E3", "o2", Side.SELL, "500000", "100.05", "10:00:40", "XBER");
        order("o3", Side.BUY, "1000000", "10:00:41");
    }

    private static QualityCell cell(ExecutionQuality quality, String dimension, String key) {
        return quality.cells().stream()
                .filter(cell -> cell.dimension().equals(dimension) && cell.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachExecutionIsMeasuredAgainstTheCompositeAtArrivalAndThen() {
        day();
        List<FillQuality> fills = quality().fills();

        // Bought at 100.15: 0.15 above the mid of 100.00 at arrival, 0.05 above the mid and 0.05 below the ask of then.
        assertThat(fills.get(0).arrivalBp()).isEqualByComparingTo("15");
        assertThat(fills.get(0).effectiveSpreadBp()).isEqualByComparingTo("10");
        assertThat(fills.get(0).improvementBp()).isEqualByComparingTo("5");
        assertThat(fills.get(0).millis()).isEqualTo(20_000);
        assertThat(fills.get(0).events().toString()).isEqualTo("0-2,4");
        assertThat(fills.get(1).improvementBp()).isEqualByComparingTo("-5");
        // Sold at 100.05: 0.05 below the mid of 100.10, 0.05 above the bid.
        assertThat(fills.get(2).arrivalBp()).isEqualByComparingTo("5");
        assertThat(fills.get(2).effectiveSpreadBp()).isEqualByComparingTo("10");
        assertThat(fills.get(2).improvementBp()).isEqualByComparingTo("5");
    }

    @Test
    void averagesAreWeightedByNominal() {
        day();
        QualityCell venue = cell(quality(), "VENUE", "XBER");
        // (15 x 600 + 5 x 500) / 1100 and (20 x 600 + 30 x 500) / 1100.
        assertThat(venue.arrivalBp()).isEqualByComparingTo("10.4545");
        assertThat(venue.effectiveSpreadBp()).isEqualByComparingTo("10");
        assertThat(venue.seconds()).isEqualByComparingTo("24.5455");
        assertThat(venue.fillRatePct()).isEmpty();
        QualityCell clients = cell(quality(), "CLIENT_CLASS", "PROFESSIONAL");
        assertThat(clients.fills()).isEqualTo(3);
        assertThat(clients.arrivalBp()).isEqualByComparingTo("12.6923");
        assertThat(clients.effectiveSpreadBp()).isEqualByComparingTo("13.0769");
        // 1.3 of 2.5 million, with the order that nobody filled.
        assertThat(clients.fillRatePct()).isEqualTo("52.00");
        assertThat(clients.events().contains(7)).isTrue();
        assertThat(cell(quality(), "SIZE_BAND", "<= 1000000").fills()).isEqualTo(3);
        assertThat(cell(quality(), "INSTRUMENT_CLASS", "SOVEREIGN").fills()).isEqualTo(3);
    }

    @Test
    void theReviewRanksVenuesByVolumeAndShowsWhatTheyCostAboveTheCheapest() {
        day();
        List<VenueShare> review = quality().policyReview();

        assertThat(review).extracting(VenueShare::venue).containsExactly("XBER", "XETR");
        assertThat(review.get(0).volumePct()).isEqualByComparingTo("84.62");
        assertThat(review.get(0).fillsPct()).isEqualByComparingTo("66.67");
        assertThat(review.get(0).aboveCheapestBp()).isEqualByComparingTo("0");
        assertThat(review.get(1).rank()).isEqualTo(2);
        assertThat(review.get(1).aboveCheapestBp()).isEqualByComparingTo("20");
    }

    @Test
    void fiveVenuesAreTheTop() {
        quote("09:59:30", "99.90", "100.10");
        order("o1", Side.BUY, "1000000", "10:00:00");
        List<String> venues = List.of("XAAA", "XBBB", "XCCC", "XDDD", "XEEE", "XFFF");
        for (int i = 0; i < venues.size(); i++) {
            fill("E" + i, "o1", Side.BUY, Integer.toString(100 - i), "100.05", "10:00:10", venues.get(i));
        }

        assertThat(quality().topFiveVenues())
                .extracting(VenueShare::venue)
                .containsExactly("XAAA", "XBBB", "XCCC", "XDDD", "XEEE");
    }

    @Test
    void whatCannotBeComparedIsNamedAndNotAveraged() {
        quote("09:58:00", "99.90", "100.10");
        order("o1", Side.BUY, "1000000", "10:00:00");
        quote("10:00:10", "100.00", "100.20");
        fill("E1", "o1", Side.BUY, "100", "100.15", "10:00:20", "XBER");
        fill("E2", "none", Side.BUY, "100", "100.15", "10:00:20", "XBER");
        order("o2", Side.BUY, "1000000", "10:00:20");
        fill("E3", "o2", Side.SELL, "100", "100.15", "10:00:30", "XBER");
        fill("E4", "o2", Side.BUY, "100", "100.15", "10:00:19", "XBER");

        assertThat(quality().fills()).isEmpty();
        assertThat(quality().unmeasured().toString()).isEqualTo("3,4,6,7");
        assertThat(quality().policyReview()).isEmpty();
    }

    @Test
    void aCompositeOfExactlyAMinuteIsNewEnough() {
        quote("09:59:00", "99.90", "100.10");
        order("o1", Side.BUY, "1000000", "10:00:00");
        fill("E1", "o1", Side.BUY, "100", "100.15", "10:00:00", "XBER");

        assertThat(quality().fills()).hasSize(1);
    }

    @Test
    void aLaterEventOfAnExecutionCorrectsIt() {
        day();
        fill("E1", "o1", Side.BUY, "600000", "100.10", "10:00:20", "XBER");

        assertThat(quality().fills()).hasSize(3);
        assertThat(quality().fills().get(0).arrivalBp()).isEqualByComparingTo("10");
    }

    private void manyFills(int count) {
        quote("09:59:30", "99.90", "100.10");
        order("o1", Side.BUY, "1000000", "10:00:00");
        for (int i = 1; i < count; i++) {
            fill("E" + i, "o1", Side.BUY, "100", "100.0" + i, "10:00:10", "XBER");
        }
        fill("FAR", "o1", Side.BUY, "100", "102", "10:00:10", "XBER");
    }

    @Test
    void anExecutionFarFromItsClassIsFlagged() {
        manyFills(8);

        assertThat(quality().outliers()).extracting(FillQuality::execution).containsExactly("FAR");
        assertThat(quality().toJson().text()).contains("\"execution\":\"FAR\"");
    }

    @Test
    void amongFewNothingIsFar() {
        manyFills(7);

        assertThat(quality().outliers()).isEmpty();
    }

    @Test
    void theSameLogGivesTheSameBytesAndAPrefixThoseOfItsTime() {
        day();
        Checkpoint early = test.log.checkpoint();
        String json = quality().toJson().text();
        String csv = quality().toCsv();
        fill("E9", "o1", Side.BUY, "100", "100.10", "10:00:45", "XBER");

        ExecutionQuality again = ExecutionQuality.of(test.log, early, ExecutionQualitySettings.standard());
        assertThat(again.toJson().text()).isEqualTo(json);
        assertThat(again.toCsv()).isEqualTo(csv).isNotEqualTo(quality().toCsv());
        assertThat(csv.lines().skip(1).findFirst())
                .contains("VENUE,XBER,EUR,2,1100000,10.4545,10.0000,5.0000,24.5455,,\"0-4,6\"");
    }

    private static final ReportParameters DAY =
            ReportParameters.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

    private Report report(ReportParameters parameters) {
        return new ExecutionQualityReport().compute(VerifiedLog.newest(test.log, test.keys), parameters);
    }

    private static List<String> rows(Report report, String table) {
        return report.table(table).rows().stream()
                .map(row -> String.join(" ", row.stream().map(ReportCell::value).toList()))
                .toList();
    }

    @Test
    void theReportHasTheFiguresAndTheirEvents() {
        day();
        Report report = report(DAY);

        assertThat(rows(report, "Averages"))
                .contains(
                        "VENUE XBER EUR 2 1100000 10.4545 10.0000 5.0000 24.5455 ",
                        "CLIENT_CLASS PROFESSIONAL EUR 3 1300000 12.6923 13.0769 3.4615 25.3846 52.00");
        assertThat(rows(report, "Executions").get(0))
                .isEqualTo("E1 o1 PROFESSIONAL SOVEREIGN XBER 600000 EUR 15 10 5 20000 no");
        assertThat(report.table("Executions").rows().get(0).get(7).events()).hasToString("0-2,4");
        assertThat(rows(report, "Venues by class"))
                .containsExactly(
                        "PROFESSIONAL SOVEREIGN EUR 1 XBER 84.62 66.67 10.0000 0.0000",
                        "PROFESSIONAL SOVEREIGN EUR 2 XETR 15.38 33.33 30.0000 20.0000");
        assertThat(rows(report, Report.SUMMARY))
                .containsExactly("Executions measured 3", "Executions that could not be measured 0", "Outliers 0");
        assertThat(report.toHtml()).contains("Venues by class", "XETR");
        assertThat(Recomputation.from(test.log, test.keys, List.of(new ExecutionQualityReport()))
                        .compare(report.toJson().text()))
                .isEmpty();
    }

    @Test
    void aPeriodHasTheOrdersThatArrivedInIt() {
        day();
        fill("E8", "nowhere", Side.BUY, "1", "100.15", "10:00:20", "XBER");
        Instant between = at("10:00:05");
        Report first = report(new ReportParameters(DAY.from(), between, DAY.values()));
        Report second = report(new ReportParameters(between, DAY.until(), DAY.values()));

        // The log's events are of March: both ends are of the orders' own time, in November.
        assertThat(rows(first, "Executions"))
                .extracting(row -> row.substring(0, 5))
                .containsExactly("E1 o1", "E2 o1");
        assertThat(rows(second, "Executions"))
                .extracting(row -> row.substring(0, 5))
                .containsExactly("E3 o2");
        assertThat(rows(first, Report.SUMMARY)).contains("Executions that could not be measured 0");
        assertThat(rows(second, Report.SUMMARY)).contains("Executions that could not be measured 1");
        assertThat(rows(first, "Averages")).anyMatch(row -> row.startsWith("CLIENT_CLASS") && row.endsWith(" 80.00"));
    }

    @Test
    void anEventOfAnotherFormHidesNoOther() {
        day();
        log("order.executed", CanonicalJson.of(Map.of("n", 1)), Outcome.SUCCESS);
        Report report = report(DAY);

        assertThat(rows(report, Report.SUMMARY))
                .contains("Executions measured 3", "Executions that could not be measured 1");
        assertThat(report.summary().rows().get(1).get(1).events()).hasToString("8");
    }

    @Test
    void whatWasLoggedAfterThePeriodIsNotRead() {
        day();
        ReportParameters early = ReportParameters.between(Instant.parse("2026-01-01T00:00:00Z"), TestLog.START);
        assertThat(rows(report(early), "Executions")).isEmpty();
    }

    @Test
    void settingsComeFromParameters() {
        day();
        assertThat(rows(report(DAY.with("oldestQuote", "PT15S")), Report.SUMMARY))
                .contains("Executions measured 0", "Executions that could not be measured 3");
        assertThat(rows(report(DAY.with("sizeBands", "10,20.5")), "Averages"))
                .anyMatch(row -> row.startsWith("SIZE_BAND > 20.5 EUR 3"));
        manyFills(5);
        assertThat(rows(report(DAY.with("outlierLeast", "5").with("outlierScore", "3")), Report.SUMMARY))
                .doesNotContain("Outliers 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oldestQuote=1m",
                "sizeBands=2,1",
                "sizeBands=a",
                "sizeBands=1,,2",
                "outlierScore=x",
                "outlierScore=0",
                "outlierLeast=2",
                "outlierLeast=3.5",
                "outlierLeast=99999999999"
            })
    void parametersOutOfFormAreRefused(String parameter) {
        int equals = parameter.indexOf('=');
        assertThatThrownBy(() -> report(DAY.with(parameter.substring(0, equals), parameter.substring(equals + 1))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLogWithoutItsOldEntriesIsNotMeasuredInPart() {
        day();
        test.log.forgetEntries(3);

        assertThatThrownBy(this::quality).isInstanceOf(MissingData.class);
    }

    @Test
    void badInputIsRefused() {
        BigDecimal one = BigDecimal.ONE;
        assertThatThrownBy(() -> new CompositeQuote(BOND, at("10:00:00"), new BigDecimal(2), one))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CompositeQuote(BOND, at("10:00:00"), BigDecimal.ZERO, one))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> order(" ", Side.BUY, "1", "10:00:00")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> order("o", Side.BUY, "0", "10:00:00")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CompositeQuote.read(CanonicalJson.of(Map.of())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OrderArrived.read(CanonicalJson.of(Map.of("order", 7))))
                .isInstanceOf(InvalidInput.class);
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> new ExecutionQualitySettings(minute.negated(), List.of(), 3.5, 8))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ExecutionQualitySettings(minute, List.of(one, one), 3.5, 8))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ExecutionQualitySettings(minute, List.of(), Double.NaN, 8))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ExecutionQualitySettings(minute, List.of(), 3.5, 2))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        OrderArrived order = new OrderArrived(
                "o1", "RETAIL", "COVERED", BOND, Side.SELL, new BigDecimal("0.01"), "EUR", at("10:00:00"));
        assertThat(OrderArrived.read(order.body())).isEqualTo(order);
    }
}
