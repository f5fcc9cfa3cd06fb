package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.report.transaction.TransactionReportFactory.Made;
import io.bondtrader.compliance.report.transaction.TransactionReportFactory.Result;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of several clients in one, accounts of several owners, decisions by others, and whose membership was used. */
final class GroupedOrdersTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final Lei FIRM = SampleReports.FIRM;
    private static final Country FRANCE = Country.of("FR");
    private static final TransactionReportFactory FACTORY = TransactionReportFactory.of(
                    FIRM, FIRM, SampleReports.VENUES)
            .reading(SealedPersons.READER)
            .comparing(new Registers())
            .establishedIn(Country.of("DE"));

    private static PersonRecord person(String first, String last, String country) {
        return new PersonRecord(
                first, last, LocalDate.of(1980, 7, 15), new TreeSet<>(Set.of(Country.of(country))), Map.of());
    }

    @SuppressWarnings("NullAway") // does not see the annotation of a nested type in a record's class file
    private static TradeEvent executed(
            String name,
            String order,
            Side side,
            Responsible.@Nullable Decider decision,
            @Nullable Country membership) {
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
                TradingCapacity.AOTC,
                new Party.AnonymousVenue(Mic.of("XBER")),
                Mic.of("XBER"),
                true,
                "MATCH42",
                decision,
                new Responsible.Algorithm("ROUTER1"),
                Set.of(Waiver.SIZE),
                side == Side.SELL ? ShortSale.SELL : null,
                Set.of(),
                membership);
    }

    private static TradeEvent allocated(String name, String order, String nominal) {
        return new TradeEvent.OrderAllocated(
                TransactionReference.of(name),
                TransactionReference.of("BLOCK1"),
                order,
                new BigDecimal(nominal),
                new BigDecimal("110"));
    }

    /** A block for an entity by mandate and for a person. */
    private static MemoryTrail block(Side side) {
        return block(side, new Responsible.Algorithm("QUOTER7"));
    }

    private static MemoryTrail block(Side side, Responsible.Decider decider) {
        return new MemoryTrail()
                .add(new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, true))
                .add(new TradeEvent.ClientRecorded("fund", SampleReports.CLIENT, null))
                .add(new TradeEvent.ClientRecorded("voss", null, SealedPersons.of(person("Günter", "Voß", "DE"))))
                .add(new TradeEvent.OrderReceived("block", List.of(), null, SampleReports.OTHER_FIRM, false, null))
                .add(new TradeEvent.OrderReceived("o1", "fund", null, SampleReports.OTHER_FIRM, true))
                .add(new TradeEvent.OrderReceived("o2", "voss", FRANCE, null, false))
                .add(executed("BLOCK1", "block", side, decider, null)) // 6
                .add(allocated("ALLOC1", "o1", "600000")) // 7
                .add(allocated("ALLOC2", "o2", "400000"));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aBlockGoesThroughTheAggregateAccountToItsClients(Side side) {
        Result result = FACTORY.make(block(side), 9, NOW);

        assertThat(result.failed()).isEmpty();
        assertThat(result.together()).isEmpty();
        assertThat(result.made())
                .extracting(made -> made.report().reference().text())
                .containsExactly("ALLOC1", "ALLOC2", "BLOCK1");
        assertThat(result.made())
                .allSatisfy(made -> assertThat(made.violations()).isEmpty());
        TransactionReport market = result.made().get(2).report();
        PartySide account = side == Side.BUY ? market.buyer() : market.seller();
        assertThat(account).isEqualTo(PartySide.of(new Party.AggregateAccount()));
        assertThat(market.investmentDecision()).isNull();
        assertThat(market.shortSale()).isNull();
        assertThat(market.transmission()).isEqualTo(Transmission.none());
        TransactionReport fund = result.made().get(0).report();
        PartySide client = side == Side.BUY ? fund.buyer() : fund.seller();
        assertThat(side == Side.BUY ? fund.seller() : fund.buyer())
                .isEqualTo(PartySide.of(new Party.AggregateAccount()));
        assertThat(client.has(SampleReports.CLIENT)).isTrue();
        assertThat(client.decisionMakers()).containsExactly(new Party.LegalEntity(FIRM));
        assertThat(client.owners().get(0).branch()).isEqualTo(Country.of("DE")); // no branch: the firm's home
        assertThat(fund.nominal()).isEqualByComparingTo("600000");
        assertThat(fund.netAmount()).isEqualByComparingTo("666764.41"); // 0.6 of QA 1690, 1111274.0108960820
        assertThat(fund.venue()).isEqualTo(Mic.of("XOFF"));
        assertThat(fund.venueTransactionId()).isNull();
        assertThat(fund.waivers()).isEmpty();
        assertThat(fund.investmentDecision()).isNotNull();
        assertThat(
                        side == Side.BUY
                                ? fund.transmission().buyerFirm()
                                : fund.transmission().sellerFirm())
                .isEqualTo(SampleReports.OTHER_FIRM);
        assertThat(fund.provenance().of(ReportField.QUANTITY)).hasToString("6,7");
        TransactionReport voss = result.made().get(1).report();
        assertThat(voss.investmentDecision()).isNull();
        PartySide natural = side == Side.BUY ? voss.buyer() : voss.seller();
        assertThat(natural.owners().get(0).branch()).isEqualTo(FRANCE);
        assertThat(natural.owners().get(0).party()).isInstanceOf(Party.Person.class);
        assertThat(voss.shortSale()).isEqualTo(side == Side.SELL ? ShortSale.SELL : null);
    }

    @Test
    void whoDecidedUnderTheMandateIsNamedWhereTheMandateIs() {
        MemoryTrail trail = block(Side.BUY, SampleReports.named())
                .add(new TradeEvent.EmployeeRecorded("trader 1", SealedPersons.of(SampleReports.STAFF)));

        List<Made> made = FACTORY.make(trail, 10, NOW).made();

        assertThat(made)
                .extracting(one -> one.report().investmentDecision())
                .containsExactly(SampleReports.employee(), null, null);
        assertThat(made)
                .extracting(one -> one.report().provenance().of(ReportField.INVESTMENT_DECISION) + "")
                .containsExactly("6,7,9", "6,8", "6");
    }

    @Test
    void whatStaysInTheAggregateAccountIsFound() {
        Result result = FACTORY.make(block(Side.BUY), 8, NOW);

        assertThat(result.together()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(AggregateCheck.NETS_TO_ZERO);
            assertThat(violation.value()).endsWith(": 400000");
        });
    }

    @Test
    void aBlockThatWasNotAllocatedHasNoReport() {
        Result result = FACTORY.make(block(Side.BUY), 7, NOW);

        assertThat(result.made()).isEmpty();
        assertThat(result.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.execution().text()).isEqualTo("BLOCK1");
            assertThat(failed.reason()).contains("was not allocated");
        });
    }

    @Test
    void anAllocationOfNothingKnownIsNamed() {
        MemoryTrail trail = block(Side.BUY)
                .add(new TradeEvent.OrderAllocated(
                        TransactionReference.of("ALLOC3"),
                        TransactionReference.of("BLOCK9"),
                        "o1",
                        BigDecimal.ONE,
                        BigDecimal.TEN));

        assertThat(FACTORY.make(trail, 10, NOW).failed()).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).contains("execution BLOCK9");
            assertThat(failed.events()).hasToString("9");
        });
    }

    @Test
    void aReferenceIsUsedForOneTransactionOnly() {
        MemoryTrail trail = block(Side.BUY).add(allocated("BLOCK1", "o1", "1"));
        InMemoryReferenceRegistry registry = new InMemoryReferenceRegistry();

        Result claimed = FACTORY.claiming(registry).make(trail, 10, NOW);
        assertThat(claimed.made())
                .filteredOn(made -> !made.sendable())
                .singleElement()
                .satisfies(made -> assertThat(made.violations())
                        .extracting(Violation::rule)
                        .containsExactly(AggregateCheck.REFERENCE_ONCE));
        assertThat(FACTORY.claiming(registry).make(block(Side.BUY), 9, NOW).made())
                .allMatch(Made::sendable);
        assertThat(FACTORY.make(block(Side.BUY), 9, NOW).made())
                .allSatisfy(made -> assertThat(made.unchecked()).containsExactly(AggregateCheck.REFERENCE_ONCE));
        assertThat(FACTORY.claiming(registry).make(block(Side.BUY), 9, NOW).made())
                .allSatisfy(made -> assertThat(made.unchecked()).isEmpty());
        assertThat(claimed.together()).extracting(Violation::rule).contains(AggregateCheck.REFERENCE_ONCE);
    }

    @Test
    void withoutRegistersTheAnswerSaysWhatWasNotChecked() {
        Result result = TransactionReportFactory.of(FIRM, FIRM, SampleReports.VENUES)
                .reading(SealedPersons.READER)
                .make(block(Side.BUY), 9, NOW);

        assertThat(result.made())
                .allSatisfy(made ->
                        assertThat(made.unchecked()).contains("TR-04-1", "TR-07-21", "TR-16-22", "TR-41-2", "TS-02-1"));
    }

    @Test
    void aJointAccountHasSeveralOwners() {
        MemoryTrail trail = new MemoryTrail()
                .add(new TradeEvent.InstrumentRecorded(SampleReports.BUND, "DBFTFB", true, true))
                .add(new TradeEvent.ClientRecorded("ann", null, SealedPersons.of(person("Ann", "Roe", "FR"))))
                .add(new TradeEvent.ClientRecorded("bob", null, SealedPersons.of(person("Bob", "Roe", "AT"))))
                .add(new TradeEvent.ClientRecorded("eve", null, SealedPersons.of(person("Eve", "Poe", "FR"))))
                .add(new TradeEvent.OrderReceived("o1", List.of("ann", "bob"), FRANCE, null, false, "eve"))
                .add(executed("EX1", "o1", Side.BUY, null, null));

        Result result = FACTORY.make(trail, 6, NOW);

        assertThat(result.failed()).isEmpty();
        Made made = result.made().get(0);
        assertThat(made.violations()).isEmpty();
        assertThat(made.report().buyer().owners())
                .extracting(owner -> ((Party.Person) owner.party()).id().text() + " " + owner.branch())
                .containsExactly("FR19800715ANN##ROE## FR", "AT19800715BOB##ROE## FR");
        assertThat(made.report().buyer().decisionMakers())
                .extracting(maker -> ((Party.Person) maker).surnames())
                .containsExactly("POE");
        assertThat(made.report().provenance().of(ReportField.BUYER)).hasToString("1-5");
        assertThat(made.report().provenance().of(ReportField.SELLER)).hasToString("5");
    }

    @Test
    void theMembershipIsThatOfTheBranchOrOfTheFirm() {
        MemoryTrail trail = block(Side.BUY)
                .add(new TradeEvent.OrderReceived("o3", "fund", null, null, false))
                .add(executed("EX1", "o3", Side.BUY, null, FRANCE))
                .add(executed("EX2", "o3", Side.BUY, null, null));

        List<Made> made = FACTORY.make(trail, 12, NOW).made();

        assertThat(made)
                .extracting(one -> String.valueOf(one.report().venueBranch()))
                .containsExactly("null", "null", "DE", "FR", "DE");
        TransactionReportFactory homeless =
                TransactionReportFactory.of(FIRM, FIRM, SampleReports.VENUES).reading(SealedPersons.READER);
        assertThat(homeless.make(trail, 12, NOW).made().get(4).violations())
                .extracting(Violation::rule)
                .containsExactly("TR-37-2");
    }

    @Test
    void eventsAreReadAsTheyWereWritten() {
        List<TradeEvent> events = List.of(
                allocated("A1", "o1", "12.5"),
                executed("EX1", "o1", Side.SELL, null, FRANCE),
                new TradeEvent.OrderReceived("o1", List.of("a", "b"), null, null, false, "c"));
        for (TradeEvent event : events) {
            assertThat(TradeEvent.read(event.action(), event.body())).isEqualTo(event);
        }
    }

    @Test
    void ordersOutOfFormAreRefused() {
        assertThatThrownBy(() -> new TradeEvent.OrderReceived("o", List.of("a", "a"), null, null, false, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.OrderReceived("o", List.of("a", " "), null, null, false, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.OrderReceived("o", List.of(), null, null, false, "c"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeEvent.OrderReceived("o", List.of("c"), null, null, false, "c"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> allocated("A1", "o1", "0")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> allocated("A1", " ", "1")).isInstanceOf(InvalidInput.class);
        String both = new TradeEvent.OrderReceived("o1", List.of("a", "b"), null, null, false, null)
                .body()
                .text();
        for (String wrong : List.of(
                both.replace("[\"a\",\"b\"]", "[\"a\"]"), both.replace("\"order\"", "\"client\":\"c\",\"order\""))) {
            assertThat(wrong).isNotEqualTo(both);
            assertThatThrownBy(() -> TradeEvent.read("order.received", CanonicalJson.of(JsonTexts.read(wrong))))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void noPersonStandsInAnEventInTheClear() {
        assertThatThrownBy(() ->
                        SealedPerson.of(person("Ann", "Roe", "FR"), text -> CanonicalJson.of(JsonTexts.read(text))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining("Roe");
        assertThatThrownBy(() -> SealedPerson.of(person("Ann", "Roe", "FR"), CanonicalJson::of))
                .isInstanceOf(InvalidInput.class);
    }
}
