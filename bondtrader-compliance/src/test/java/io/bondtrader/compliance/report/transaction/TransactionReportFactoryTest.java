package io.bondtrader.compliance.report.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.transaction.TransactionReportFactory.Made;
import io.bondtrader.compliance.report.transaction.TransactionReportFactory.Result;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.compliance.report.transaction.xml.MessageHeader;
import io.bondtrader.compliance.report.transaction.xml.TransactionFile;
import io.bondtrader.compliance.report.transaction.xml.TransactionXml;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports are made of the log alone, and the same log gives the same bytes. */
final class TransactionReportFactoryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final Lei FIRM = SampleReports.FIRM;
    private static final TransactionReportFactory FACTORY = TransactionReportFactory.of(
                    FIRM, FIRM, SampleReports.VENUES)
            .reading(SealedPersons.READER)
            .establishedIn(Country.of("DE"));
    private static final PersonRecord PERSON = new PersonRecord(
            "Günter",
            "Voß",
            LocalDate.of(1980, 7, 15),
            new TreeSet<>(Set.of(Country.of("US"), Country.of("DE"))),
            Map.of("US:PASSPORT", "123456789"));

    @SuppressWarnings("NullAway") // does not see the annotation of a nested type in a record's class file
    private static TradeEvent.OrderExecuted executed(String name, String order, Side side, TradingCapacity capacity) {
        boolean own = capacity == TradingCapacity.DEAL;
        return new TradeEvent.OrderExecuted(
                TransactionReference.of(name),
                order,
                side,
                SampleReports.BUND,
                new BigDecimal("1000000"),
                CurrencyCode.of("EUR"),
                new BigDecimal("110"),
                new BigDecimal("0.02821918"),
                new BigDecimal("1.009990"),
                TradingTime.parse("2026-11-20T09:30:00.123Z"),
                TradingActivity.OTHER_ELECTRONIC,
                capacity,
                own ? new Party.LegalEntity(SampleReports.COUNTERPARTY) : new Party.AnonymousVenue(Mic.of("XBER")),
                Mic.of("XBER"),
                true,
                "MATCH42",
                own ? new Responsible.Algorithm("QUOTER7") : null,
                SampleReports.named(),
                Set.of(Waiver.SIZE),
                side == Side.SELL ? ShortSale.SELL : null,
                Set.of());
    }

    private static MemoryTrail day() {
        return new MemoryTrail()
                .add(new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, true))
                .add(new TradeEvent.ClientRecorded("c1", null, SealedPersons.of(PERSON)))
                .add(new TradeEvent.ClientRecorded("c2", SampleReports.CLIENT, null))
                .add(new TradeEvent.EmployeeRecorded("trader 1", SealedPersons.of(SampleReports.STAFF)))
                .add(new TradeEvent.OrderReceived("o1", null, null, null, false))
                .add(executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL))
                .add(new TradeEvent.OrderReceived("o2", "c1", Country.of("DE"), null, false))
                .add(executed("EX2", "o2", Side.SELL, TradingCapacity.AOTC))
                .add(new TradeEvent.OrderReceived("o3", "c2", Country.of("FR"), SampleReports.OTHER_FIRM, false))
                .add(executed("EX3", "o3", Side.BUY, TradingCapacity.MTCH));
    }

    @Test
    void aDaysExecutionsBecomeReportsThatKeepTheRules() {
        Result result = FACTORY.make(day(), 10, NOW);

        assertThat(result.failed()).isEmpty();
        assertThat(result.made())
                .extracting(made -> made.report().reference().text())
                .containsExactly("EX1", "EX2", "EX3");
        assertThat(result.made())
                .allSatisfy(made -> assertThat(made.violations()).isEmpty());
        assertThat(result.made()).allMatch(Made::sendable);
        TransactionReport own = result.made().get(0).report();
        assertThat(own.buyer()).isEqualTo(PartySide.of(FIRM));
        assertThat(own.seller()).isEqualTo(PartySide.of(SampleReports.COUNTERPARTY));
        assertThat(own.netAmount()).isEqualByComparingTo("1111274.01");
        TransactionReport person = result.made().get(1).report();
        assertThat(person.seller().owners()).singleElement().satisfies(owner -> {
            assertThat(owner.branch()).isEqualTo(Country.of("DE"));
            assertThat(owner.party()).isInstanceOfSatisfying(Party.Person.class, party -> {
                assertThat(party.id().text()).isEqualTo("DE19800715GUNTEVOS##");
                assertThat(party.surnames()).isEqualTo("VOẞ");
            });
        });
        TransactionReport passed = result.made().get(2).report();
        assertThat(passed.transmission()).isEqualTo(new Transmission(false, SampleReports.OTHER_FIRM, null));
        assertThat(passed.buyer().has(SampleReports.CLIENT)).isTrue();
        assertThat(passed.seller().anonymous()).isTrue();
    }

    @Test
    void everyFieldSaysWhichEventsItCameFrom() {
        List<Made> made = FACTORY.make(day(), 10, NOW).made();

        Provenance own = made.get(0).report().provenance();
        assertThat(own.of(ReportField.PRICE)).hasToString("5");
        assertThat(own.of(ReportField.BUYER)).hasToString("5");
        assertThat(own.of(ReportField.INSTRUMENT)).hasToString("0,5");
        Provenance person = made.get(1).report().provenance();
        assertThat(person.of(ReportField.SELLER)).hasToString("1,6,7");
        assertThat(person.of(ReportField.SELLER_DECISION_BIRTH_DATE)).hasToString("1,6,7");
        assertThat(person.of(ReportField.BUYER)).hasToString("7");
        assertThat(made.get(2).report().provenance().of(ReportField.BUYER_TRANSMITTING_FIRM))
                .hasToString("8,9");
        assertThat(own.of(ReportField.EXECUTION)).hasToString("3,5");
        assertThat(own.of(ReportField.EXECUTION_BRANCH)).hasToString("3,5");
        assertThat(own.of(ReportField.INVESTMENT_DECISION)).hasToString("5");
        for (ReportField field : ReportField.values()) {
            assertThat(own.of(field).isEmpty()).isEqualTo(field.notForBonds().isPresent());
        }
    }

    @Test
    void theSameLogGivesTheSameBytes() {
        byte[] once = xml(FACTORY.make(day(), 10, NOW));
        byte[] again = xml(FACTORY.make(day(), 10, NOW));
        byte[] grown = xml(FACTORY.make(day().add(executed("EX4", "o1", Side.BUY, TradingCapacity.DEAL)), 10, NOW));
        byte[] busier = xml(FACTORY.make(
                day().add("session.opened", CanonicalJson.of(Map.of("by", "somebody")), Outcome.SUCCESS), 11, NOW));

        assertThat(again).isEqualTo(once);
        assertThat(grown).isEqualTo(once);
        assertThat(busier).isEqualTo(once);
        assertThat(TransactionXml.read(new ByteArrayInputStream(once)).messages())
                .hasSize(3);
        assertThat(new String(once, UTF_8)).contains("<Id>DE19800715GUNTEVOS##</Id>");
    }

    private static byte[] xml(Result result) {
        MessageHeader header = new MessageHeader(FIRM.value(), "DE", "F1", "auth.016.001.01", NOW);
        List<TransactionMessage> reports =
                result.made().stream().<TransactionMessage>map(Made::report).toList();
        return TransactionXml.write(new TransactionFile(header, reports));
    }

    @Test
    void theLaterEventOfAnExecutionCounts() {
        TradeEvent.OrderExecuted mistyped = executed("EX1", "o1", Side.SELL, TradingCapacity.DEAL);
        MemoryTrail trail = day().add(mistyped);

        assertThat(FACTORY.make(trail, 11, NOW).made().get(0).report().seller().has(FIRM))
                .isTrue();
        assertThat(FACTORY.make(trail, 10, NOW).made().get(0).report().buyer().has(FIRM))
                .isTrue();
    }

    @Test
    void whatWasRefusedWasNotDone() {
        TradeEvent event = executed("EX9", "o1", Side.BUY, TradingCapacity.DEAL);
        MemoryTrail trail = day().add(event.action(), event.body(), Outcome.DENIED);

        assertThat(FACTORY.make(trail, 11, NOW).made()).hasSize(3);
    }

    @Test
    void onePersonsTradesSayWhoExecutedByTheIdentifierOfTheDay() {
        TransactionReport report = FACTORY.make(day(), 10, NOW).made().get(0).report();

        assertThat(report.execution()).isEqualTo(SampleReports.employee());
        assertThat(report.investmentDecision()).isEqualTo(new Responsible.Algorithm("QUOTER7"));
        assertThat(executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL).body().text())
                .contains("{\"branch\":\"DE\",\"employee\":\"trader 1\"}");
    }

    @Test
    void theLaterEventOfAPersonCounts() {
        MemoryTrail trail = day().add(new TradeEvent.EmployeeRecorded("trader 1", SealedPersons.of(PERSON)))
                .add(new TradeEvent.EmployeeRecorded("trader 2", SealedPersons.of(SampleReports.STAFF)));
        PersonRecord later = new PersonRecord(
                "Greta", "Voß", LocalDate.of(1980, 7, 15), new TreeSet<>(Set.of(Country.of("DE"))), Map.of());
        trail.add(new TradeEvent.EmployeeRecorded("trader 1", SealedPersons.of(later)));

        assertThat(FACTORY.make(trail, 13, NOW).made().get(0).report().execution())
                .isInstanceOfSatisfying(
                        Responsible.Employee.class,
                        employee -> assertThat(employee.id().text()).isEqualTo("DE19800715GRETAVOS##"));
    }

    @Test
    void anExecutionBySomebodyOfWhomTheLogDoesNotTellIsNamed() {
        MemoryTrail trail = new MemoryTrail()
                .add(new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, true))
                .add(new TradeEvent.OrderReceived("o1", null, null, null, false))
                .add(executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL));

        Result result = FACTORY.make(trail, 3, NOW);

        assertThat(result.complete()).isFalse();
        assertThat(result.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).contains("employee trader 1"));
    }

    @Test
    void nobodyOfTheFirmStandsInTheLogInTheClear() {
        TradeEvent.OrderExecuted event = executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL);
        String clear = event.body()
                .text()
                .replace(
                        "{\"branch\":\"DE\",\"employee\":\"trader 1\"}",
                        "{\"branch\":\"DE\",\"person\":\"DE19800715GUNTEVOS##\",\"scheme\":\"CONCAT\"}");

        assertThat(clear).contains("CONCAT");
        assertThatThrownBy(() -> TradeEvent.read(event.action(), CanonicalJson.of(JsonTexts.read(clear))))
                .isInstanceOf(InvalidInput.class);
        for (boolean decided : new boolean[] {true, false}) {
            assertThatThrownBy(() -> by(event, decided))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageNotContaining("GUNTE");
        }
        assertThatThrownBy(() -> new Responsible.Named(" ", Country.of("DE"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.EmployeeRecorded("", SealedPersons.of(PERSON)))
                .isInstanceOf(InvalidInput.class);
        for (boolean decided : new boolean[] {true, false}) {
            TransactionReport.Builder report = SampleReports.ownAccount().toBuilder();
            Responsible.Named named = SampleReports.named();
            assertThatThrownBy(() -> (decided ? report.investmentDecision(named) : report.execution(named)).build())
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private static TradeEvent by(TradeEvent.OrderExecuted event, boolean decided) {
        return new TradeEvent.OrderExecuted(
                event.execution(),
                event.order(),
                event.side(),
                event.isin(),
                event.nominal(),
                event.currency(),
                event.cleanPricePct(),
                event.accruedPct(),
                event.indexRatio(),
                event.time(),
                event.activity(),
                event.capacity(),
                event.counterparty(),
                event.venue(),
                event.marketSide(),
                event.venueTransactionId(),
                decided ? SampleReports.employee() : event.decision(),
                decided ? event.executor() : SampleReports.employee(),
                event.waivers(),
                event.shortSale(),
                event.flags());
    }

    @Test
    void anEventOutOfFormIsListedAndStopsNoOther() {
        MemoryTrail trail = day().add("order.executed", CanonicalJson.of(Map.of("execution", "EX8")), Outcome.SUCCESS)
                .add(executed("EX9", "o1", Side.BUY, TradingCapacity.DEAL));

        Result result = FACTORY.make(trail, 12, NOW);

        assertThat(result.made()).hasSize(4);
        assertThat(result.failed()).isEmpty();
        assertThat(result.complete()).isFalse();
        assertThat(result.unreadable()).singleElement().satisfies(event -> {
            assertThat(event.event()).isEqualTo(10);
            assertThat(event.code()).isEqualTo(CoreErrorCode.INVALID_INPUT);
            assertThat(event.reason()).contains("order.executed.");
        });
        assertThat(FACTORY.make(day(), 10, NOW).complete()).isTrue();
    }

    @Test
    void anExecutionWithoutItsOrderClientOrBondIsNamed() {
        MemoryTrail trail = day().add(executed("EX5", "o9", Side.BUY, TradingCapacity.DEAL))
                .add(new TradeEvent.OrderReceived("o5", "c9", null, null, false))
                .add(executed("EX6", "o5", Side.BUY, TradingCapacity.AOTC))
                .add(executed("EX7", "o1", Side.BUY, TradingCapacity.AOTC));

        Result result = FACTORY.make(trail, 14, NOW);

        assertThat(result.made()).hasSize(3);
        assertThat(result.failed())
                .extracting(failed -> failed.execution() + " " + failed.events())
                .containsExactly("EX5 10", "EX6 12", "EX7 13");
        Result withoutBond = FACTORY.make(
                new MemoryTrail()
                        .add(new TradeEvent.OrderReceived("o1", null, null, null, false))
                        .add(executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL)),
                2,
                NOW);
        assertThat(withoutBond.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).contains("instrument DE0001030567"));
    }

    @Test
    void aReportThatBreaksARuleIsMadeAndHeldBack() {
        MemoryTrail trail = day().add(new TradeEvent.InstrumentRecorded(SampleReports.BUND, "ESVUFR", true, true));

        assertThat(FACTORY.make(trail, 11, NOW).made().get(0))
                .satisfies(made -> assertThat(made.violations())
                        .extracting(Violation::rule)
                        .containsExactly("TR-41-1"))
                .satisfies(made -> assertThat(made.sendable()).isFalse());
    }

    @Test
    void moreThanTheCheckpointIsNotRead() {
        assertThatThrownBy(() -> FACTORY.make(day(), 11, NOW)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FACTORY.make(day(), -1, NOW)).isInstanceOf(InvalidInput.class);
        assertThat(FACTORY.make(day(), 0, NOW).made()).isEmpty();
    }

    @Test
    void eventsAreReadAsTheyWereWritten() {
        List<TradeEvent> events = List.of(
                executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL),
                executed("EX2", "o2", Side.SELL, TradingCapacity.AOTC),
                new TradeEvent.ClientRecorded("c1", null, SealedPersons.of(PERSON)),
                new TradeEvent.ClientRecorded("c2", SampleReports.CLIENT, null),
                new TradeEvent.EmployeeRecorded("trader 1", SealedPersons.of(PERSON)),
                new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, false),
                new TradeEvent.OrderReceived("o3", "c2", Country.of("FR"), SampleReports.OTHER_FIRM, true));
        for (TradeEvent event : events) {
            assertThat(TradeEvent.read(event.action(), event.body())).isEqualTo(event);
        }
        assertThat(TradeEvent.read("session.opened", CanonicalJson.of(Map.of())))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order|x",
                "discretionary|x",
                "client|1",
                "branch|XQ",
                "transmittingFirm|529900T8BM49AURSDO54",
                "more|x"
            })
    void anOrderOutOfFormIsRefused(String change) {
        String name = change.substring(0, change.indexOf('|'));
        String value = change.substring(change.indexOf('|') + 1);
        Map<String, Object> body = new TreeMap<>(Map.of("order", "o1", "discretionary", false));
        if (name.equals("order")) {
            body.remove("order");
        } else {
            body.put(name, name.equals("client") ? (Object) 1 : value);
        }
        assertThatThrownBy(() -> TradeEvent.read("order.received", CanonicalJson.of(body)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"nominal\":\"1000000\"|\"nominal\":\"1E6\"",
                "\"nominal\":\"1000000\"|\"nominal\":\"1.0.0\"",
                "\"nominal\":\"1000000\"|\"nominal\":\"\"",
                "\"side\":\"BUY\"|\"side\":\"buy\"",
                "\"waivers\":[\"SIZE\"]|\"waivers\":\"SIZE\"",
                "\"waivers\":[\"SIZE\"]|\"waivers\":[\"BIG\"]",
                "\"waivers\":[\"SIZE\"]|\"waivers\":[1]",
                "\"marketSide\":true|\"marketSide\":\"true\"",
                "{\"algorithm\":\"QUOTER7\"}|{\"client\":true}",
                "{\"algorithm\":\"QUOTER7\"}|{\"algorithm\":\"QUOTER7\",\"branch\":\"DE\"}",
                "{\"algorithm\":\"QUOTER7\"}|7",
                "\"employee\":\"trader 1\"|\"employee\":\" \"",
                "{\"lei\":\"213800WSGIIZCXF1P572\"}|{}"
            })
    void anExecutionOutOfFormIsRefused(String change) {
        String from = change.substring(0, change.indexOf('|'));
        String text =
                executed("EX1", "o1", Side.BUY, TradingCapacity.DEAL).body().text();
        assertThat(text).contains(from);
        Map<String, Object> body = JsonTexts.read(text.replace(from, change.substring(change.indexOf('|') + 1)));

        assertThatThrownBy(() -> TradeEvent.read("order.executed", CanonicalJson.of(body)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void clientsAndCounterpartiesAreOneOrTheOther() {
        assertThatThrownBy(() -> new TradeEvent.ClientRecorded("c", null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.ClientRecorded("c", FIRM, SealedPersons.of(PERSON)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.ClientRecorded(" ", FIRM, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.OrderReceived("", null, null, null, false))
                .isInstanceOf(InvalidInput.class);
    }
}
