package io.bondtrader.compliance.report.transaction;

import static io.bondtrader.compliance.report.transaction.SampleReports.agency;
import static io.bondtrader.compliance.report.transaction.SampleReports.allocation;
import static io.bondtrader.compliance.report.transaction.SampleReports.allocationFacts;
import static io.bondtrader.compliance.report.transaction.SampleReports.facts;
import static io.bondtrader.compliance.report.transaction.SampleReports.market;
import static io.bondtrader.compliance.report.transaction.SampleReports.offVenueFacts;
import static io.bondtrader.compliance.report.transaction.SampleReports.ownAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on content catches what breaks it and nothing else; each has a report that keeps it. */
final class TransactionRulesTest {

    private static final TransactionRules TODAY = TransactionRules.european(SampleReports.VENUES)
            .on(LocalDate.of(2026, 11, 20))
            .content();
    private static final LocalDate BIRTH = LocalDate.of(1980, 7, 15);
    private static final Party.LegalEntity FIRM = new Party.LegalEntity(SampleReports.FIRM);

    /** A report that breaks the rules named, and keeps all others. */
    private record Case(TransactionReport report, TradeFacts facts, Set<String> broken) {
        @Override
        public String toString() {
            return broken + " by " + report.reference();
        }
    }

    private static Case broken(TransactionReport.Builder report, TradeFacts facts, String... rules) {
        return new Case(report.build(), facts, Set.of(rules));
    }

    private static Party.Person person(
            String country, String number, IdentifierScheme scheme, String first, String last) {
        return new Party.Person(new NaturalPersonId(Country.of(country), number, scheme), first, last, BIRTH);
    }

    private static PartySide buyer(Party party) {
        return PartySide.of(party).withBranch(Country.of("DE")).decidedBy(SampleReports.german());
    }

    private static PartySide seller(Party party) {
        return PartySide.of(party).withBranch(Country.of("PL")).decidedBy(FIRM);
    }

    static Stream<Case> broken() {
        List<Case> cases = new ArrayList<>();
        TradeFacts own = facts().build();
        TradeFacts off = offVenueFacts();
        TradeFacts given = allocationFacts();
        // Venue and its reference.
        cases.add(broken(ownAccount().toBuilder().venueTransactionId(null), own, "TR-03-1"));
        cases.add(broken(agency().toBuilder().venueTransactionId("A1"), off, "TR-03-2"));
        cases.add(broken(
                ownAccount().toBuilder().venueBranch(null), facts().clientSide().build(), "TR-03-2"));
        cases.add(broken(ownAccount().toBuilder().venueBranch(null), own, "TR-37-2"));
        cases.add(broken(agency().toBuilder().venue(Mic.of("XNON")).flags(Set.of()), off, "TR-36-1"));
        cases.add(broken(agency().toBuilder().venue(Mic.of("XOPR")).flags(Set.of()), off, "TR-36-2"));
        cases.add(broken(
                agency().toBuilder(),
                facts().clientSide()
                        .activity(TradingActivity.OFF_VENUE)
                        .notAdmitted()
                        .build(),
                "TR-36-3"));
        cases.add(broken(agency().toBuilder().venue(Mic.of("XXXX")), off, "TR-36-4"));
        cases.add(broken(agency().toBuilder().venueBranch(Country.of("FR")), off, "TR-37-1"));
        cases.add(broken(agency().toBuilder().waivers(Set.of(Waiver.SIZE)), off, "TR-61-1"));
        cases.add(broken(ownAccount().toBuilder().waivers(Set.of(Waiver.RFPT)), own, "TR-61-2"));
        cases.add(broken(ownAccount().toBuilder().flags(Set.of(PostTradeFlag.LRGS)), own, "TR-63-1"));
        cases.add(broken(agency().toBuilder().flags(Set.of(PostTradeFlag.SDIV)), off, "TR-63-2"));
        // Buyers.
        cases.add(broken(
                market().toBuilder()
                        .buyer(PartySide.of(new Party.AnonymousVenue(Mic.of("XGER"))))
                        .seller(PartySide.of(SampleReports.COUNTERPARTY)),
                own,
                "TR-07-1"));
        cases.add(broken(
                market().toBuilder()
                        .buyer(new PartySide(
                                List.of(
                                        new PartySide.Owner(new Party.AggregateAccount(), null),
                                        new PartySide.Owner(new Party.LegalEntity(SampleReports.CLIENT), null)),
                                List.of())),
                own,
                "TR-07-2"));
        cases.add(broken(
                allocation().toBuilder().buyer(buyer(person("PL", "AB1234567", IdentifierScheme.CCPT, "JAN", "NOWAK"))),
                given,
                "TR-07-3"));
        cases.add(broken(
                allocation().toBuilder()
                        .buyer(buyer(person("DE", "19800715GUNTEVOSS#", IdentifierScheme.CONCAT, "GÜNTER", "VOß"))),
                given,
                "TR-07-4"));
        cases.add(broken(
                allocation().toBuilder()
                        .buyer(buyer(person("PL", "44051401358", IdentifierScheme.NIDN, "JAN", "NOWAK"))),
                given,
                "TR-07-5"));
        cases.add(broken(
                allocation().toBuilder().buyer(buyer(person("US", "123456789", IdentifierScheme.CCPT, "JOHN", "DOE"))),
                facts().clientSide().article4().buyers("US", "PL").build(),
                "TR-07-6"));
        cases.add(broken(
                ownAccount().toBuilder().buyer(PartySide.of(SampleReports.FIRM).withBranch(Country.of("DE"))),
                own,
                "TR-07-7"));
        cases.add(broken(
                allocation().toBuilder().buyer(buyer(person("US", "123456789", IdentifierScheme.CCPT, "John", "DOE"))),
                given,
                "TR-07-8"));
        cases.add(broken(
                allocation().toBuilder()
                        .buyer(PartySide.of(new Party.Person(
                                new NaturalPersonId(Country.of("US"), "1", IdentifierScheme.CCPT),
                                "JOHN",
                                "DOE",
                                LocalDate.of(1899, 12, 31)))),
                given,
                "TR-07-9"));
        cases.add(broken(
                allocation().toBuilder()
                        .buyer(PartySide.of(new Party.Person(
                                new NaturalPersonId(Country.of("US"), "1", IdentifierScheme.CCPT),
                                "JOHN",
                                "DOE",
                                LocalDate.of(2026, 11, 20)))),
                given,
                "TR-07-9"));
        cases.add(broken(
                ownAccount().toBuilder().buyer(PartySide.of(SampleReports.FIRM).decidedBy(SampleReports.german())),
                own,
                "TR-07-10"));
        cases.add(broken(
                allocation().toBuilder()
                        .buyer(PartySide.of(SampleReports.CLIENT)
                                .decidedBy(new Party.LegalEntity(SampleReports.CLIENT))),
                given,
                "TR-07-11"));
        cases.add(broken(allocation().toBuilder(), facts().clientSide().build(), "TR-07-12"));
        cases.add(broken(
                allocation().toBuilder().transmission(new Transmission(false, SampleReports.FIRM, null)),
                given,
                "TR-07-13"));
        // Sellers.
        cases.add(broken(
                market().toBuilder().seller(PartySide.of(new Party.AnonymousVenue(Mic.of("XGER")))), own, "TR-16-1"));
        cases.add(broken(
                allocation().toBuilder()
                        .seller(new PartySide(
                                List.of(
                                        new PartySide.Owner(new Party.AggregateAccount(), null),
                                        new PartySide.Owner(new Party.AggregateAccount(), null)),
                                List.of())),
                given,
                "TR-16-2"));
        TradeFacts unknown =
                facts().clientSide().activity(TradingActivity.OFF_VENUE).build();
        cases.add(broken(
                agency().toBuilder().seller(seller(person("ES", "AB1234567", IdentifierScheme.CCPT, "JAN", "NOWAK"))),
                unknown,
                "TR-16-3"));
        cases.add(broken(
                agency().toBuilder()
                        .seller(seller(person("DE", "19800716GUNTEVOS##", IdentifierScheme.CONCAT, "GÜNTER", "VOß"))),
                unknown,
                "TR-16-4"));
        cases.add(broken(
                agency().toBuilder().seller(seller(person("ES", "54362315L", IdentifierScheme.NIDN, "JAN", "NOWAK"))),
                unknown,
                "TR-16-5"));
        cases.add(broken(
                agency().toBuilder(),
                facts().clientSide()
                        .activity(TradingActivity.OFF_VENUE)
                        .sellers("PL", "CZ")
                        .build(),
                "TR-16-6"));
        cases.add(broken(
                allocation().toBuilder()
                        .seller(PartySide.of(new Party.AggregateAccount()).withBranch(Country.of("DE"))),
                given,
                "TR-16-7"));
        cases.add(broken(
                agency().toBuilder().seller(seller(person("US", "1", IdentifierScheme.CCPT, "JAN", "Nowak"))),
                unknown,
                "TR-16-8"));
        cases.add(broken(
                agency().toBuilder()
                        .seller(seller(new Party.Person(
                                new NaturalPersonId(Country.of("US"), "1", IdentifierScheme.CCPT),
                                "JAN",
                                "NOWAK",
                                LocalDate.of(2030, 1, 1)))),
                unknown,
                "TR-16-9"));
        cases.add(broken(
                market().toBuilder()
                        .seller(PartySide.of(new Party.AnonymousVenue(Mic.of("XBER")))
                                .decidedBy(SampleReports.german())),
                own,
                "TR-16-10"));
        cases.add(broken(
                agency().toBuilder()
                        .seller(PartySide.of(SampleReports.person())
                                .withBranch(Country.of("PL"))
                                .decidedBy(FIRM)
                                .decidedBy(SampleReports.person())),
                off,
                "TR-16-11"));
        cases.add(broken(
                agency().toBuilder().transmission(new Transmission(false, null, SampleReports.OTHER_FIRM)),
                off,
                "TR-16-12"));
        cases.add(broken(
                allocation().toBuilder()
                        .transmission(new Transmission(false, SampleReports.OTHER_FIRM, SampleReports.OTHER_FIRM)),
                given,
                "TR-16-12"));
        cases.add(broken(
                agency().toBuilder().transmission(new Transmission(false, null, SampleReports.FIRM)),
                facts().clientSide()
                        .article4()
                        .activity(TradingActivity.OFF_VENUE)
                        .build(),
                "TR-16-13"));
        cases.add(broken(
                market().toBuilder().seller(PartySide.of(new Party.AggregateAccount())), own, "TR-16-14", "TR-16-15"));
        cases.add(broken(
                ownAccount().toBuilder()
                        .seller(PartySide.of(SampleReports.FIRM))
                        .shortSale(ShortSale.SELL),
                own,
                "TR-16-15"));
        cases.add(broken(ownAccount().toBuilder().transmission(new Transmission(true, null, null)), own, "TR-25-1"));
        // Time.
        cases.add(broken(
                ownAccount().toBuilder(),
                facts().reportedAt("2026-11-20T09:29:59Z").build(),
                "TR-28-1"));
        cases.add(broken(
                ownAccount().toBuilder().tradingTime(TradingTime.parse("2018-01-02T23:59:59.999Z")), own, "TR-28-2"));
        cases.add(broken(
                ownAccount().toBuilder().tradingTime(TradingTime.parse("2026-11-20T09:30:00Z")), own, "TR-28-3"));
        cases.add(broken(
                ownAccount().toBuilder().tradingTime(TradingTime.parse("2026-11-20T09:30:00.123Z")),
                facts().activity(TradingActivity.HIGH_FREQUENCY).build(),
                "TR-28-3"));
        // One digit less than asked for is too few.
        cases.add(broken(
                ownAccount().toBuilder().tradingTime(TradingTime.parse("2026-11-20T09:30:00.12Z")), own, "TR-28-3"));
        cases.add(broken(
                ownAccount().toBuilder().tradingTime(TradingTime.parse("2026-11-20T09:30:00.12345Z")),
                facts().activity(TradingActivity.HIGH_FREQUENCY).build(),
                "TR-28-3"));
        // Capacity.
        cases.add(broken(ownAccount().toBuilder().buyer(PartySide.of(SampleReports.CLIENT)), own, "TR-29-1"));
        cases.add(broken(
                ownAccount().toBuilder().capacity(TradingCapacity.AOTC).investmentDecision(null), own, "TR-29-2"));
        cases.add(broken(
                ownAccount().toBuilder()
                        .capacity(TradingCapacity.MTCH)
                        .investmentDecision(null)
                        .buyer(PartySide.of(SampleReports.CLIENT))
                        .seller(PartySide.of(SampleReports.FIRM))
                        .shortSale(ShortSale.SELL),
                own,
                "TR-29-2"));
        // Amounts.
        cases.add(broken(ownAccount().toBuilder().nominalCurrency(CurrencyCode.of("DEM")), own, "TR-31-1"));
        cases.add(broken(ownAccount().toBuilder().price(new Price.Yield(new BigDecimal("2.5"))), own, "TR-33-1"));
        cases.add(broken(
                ownAccount().toBuilder().price(new Price.Monetary(new BigDecimal("1100"), CurrencyCode.of("HRK"))),
                own,
                "TR-33-1",
                "TR-34-1"));
        cases.add(broken(ownAccount().toBuilder().netAmount(null), own, "TR-35-1"));
        cases.add(broken(ownAccount().toBuilder().price(new Price.None(Price.Reason.PNDG, null)), own, "TR-35-2"));
        cases.add(broken(ownAccount().toBuilder().netAmount(new BigDecimal("1111274.02")), own, "TR-35-3"));
        cases.add(broken(ownAccount().toBuilder().netAmount(new BigDecimal("1111274")), own, "TR-35-3"));
        cases.add(broken(
                ownAccount().toBuilder().netAmount(new BigDecimal("1111274.0100")),
                facts().accrued("0.0282202").build(),
                "TR-35-3"));
        // The bond.
        cases.add(broken(ownAccount().toBuilder(), facts().cfi("ESVUFR").build(), "TR-41-1"));
        cases.add(broken(
                agency().toBuilder(),
                facts().clientSide()
                        .activity(TradingActivity.OFF_VENUE)
                        .corporate()
                        .build(),
                "TR-62-1"));
        cases.add(broken(agency().toBuilder().shortSale(null), off, "TR-62-2"));
        cases.add(broken(
                ownAccount().toBuilder()
                        .buyer(PartySide.of(SampleReports.COUNTERPARTY))
                        .seller(PartySide.of(SampleReports.FIRM)),
                own,
                "TR-62-2"));
        cases.add(broken(
                ownAccount().toBuilder()
                        .buyer(PartySide.of(SampleReports.COUNTERPARTY))
                        .seller(PartySide.of(SampleReports.FIRM))
                        .shortSale(ShortSale.UNDI),
                own,
                "TR-62-3"));
        cases.add(broken(ownAccount().toBuilder().securitiesFinancing(true), own, "TR-65-1"));
        // Who decided and executed.
        Responsible.Employee passport = new Responsible.Employee(
                new NaturalPersonId(Country.of("IT"), "YA1234567", IdentifierScheme.CCPT), Country.of("IT"));
        Responsible.Employee mistyped = new Responsible.Employee(
                new NaturalPersonId(Country.of("IT"), "RCCMNL83S18D969I", IdentifierScheme.NIDN), Country.of("IT"));
        cases.add(broken(ownAccount().toBuilder().investmentDecision(null), own, "TR-57-1"));
        cases.add(broken(agency().toBuilder().investmentDecision(null), off, "TR-57-1"));
        cases.add(broken(market().toBuilder().investmentDecision(new Responsible.Algorithm("A1")), own, "TR-57-2"));
        cases.add(broken(ownAccount().toBuilder().investmentDecision(passport), own, "TR-57-3"));
        cases.add(broken(ownAccount().toBuilder().execution(passport), own, "TR-59-1"));
        cases.add(broken(ownAccount().toBuilder().execution(mistyped), own, "TR-59-1"));
        cases.add(broken(
                ownAccount().toBuilder().execution(SampleReports.employee()),
                facts().activity(TradingActivity.HIGH_FREQUENCY).build(),
                "TR-59-2"));
        cases.add(broken(
                ownAccount().toBuilder(),
                facts().activity(TradingActivity.VOICE).build(),
                "TR-59-3"));
        return cases.stream();
    }

    /** Reports that keep every rule. */
    static Stream<Case> kept() {
        TradeFacts own = facts().build();
        TradeFacts off = offVenueFacts();
        return Stream.of(
                broken(ownAccount().toBuilder(), own),
                broken(agency().toBuilder(), off),
                broken(market().toBuilder(), own),
                broken(allocation().toBuilder(), allocationFacts()),
                broken(agency().toBuilder().transmission(new Transmission(true, null, null)), off),
                broken(
                        agency().toBuilder().transmission(new Transmission(false, null, SampleReports.OTHER_FIRM)),
                        facts().clientSide()
                                .article4()
                                .activity(TradingActivity.OFF_VENUE)
                                .build()),
                broken(
                        agency().toBuilder().venue(Mic.of("XXXX")),
                        facts().clientSide()
                                .activity(TradingActivity.OFF_VENUE)
                                .notAdmitted()
                                .build()),
                broken(agency().toBuilder().venue(Mic.of("XSIN")), off),
                broken(agency().toBuilder().venue(Mic.of("XTHI")).flags(Set.of()), off),
                broken(
                        ownAccount().toBuilder()
                                .price(new Price.None(Price.Reason.PNDG, null))
                                .netAmount(null),
                        own),
                broken(ownAccount().toBuilder().netAmount(new BigDecimal("1111274.01090")), own),
                broken(
                        ownAccount().toBuilder()
                                .price(new Price.Percentage(new BigDecimal("100")))
                                .netAmount(new BigDecimal("1009990")),
                        facts().accrued("0").build()),
                broken(
                        ownAccount().toBuilder(),
                        facts().activity(TradingActivity.HIGH_FREQUENCY).build()),
                broken(
                        ownAccount().toBuilder()
                                .execution(SampleReports.employee())
                                .tradingTime(TradingTime.parse("2026-11-20T09:30:00Z")),
                        facts().activity(TradingActivity.VOICE).build()),
                broken(
                        ownAccount().toBuilder()
                                .buyer(PartySide.of(SampleReports.COUNTERPARTY))
                                .seller(PartySide.of(SampleReports.FIRM))
                                .shortSale(ShortSale.SESH),
                        own),
                broken(ownAccount().toBuilder(), facts().corporate().build()),
                broken(
                        allocation().toBuilder().buyer(buyer(SampleReports.person())),
                        facts().clientSide().article4().buyers("US", "PL").build()),
                broken(
                        allocation().toBuilder()
                                .buyer(buyer(
                                        person("FR", "19800715GUNTEVOS##", IdentifierScheme.CONCAT, "GÜNTER", "VOß"))),
                        allocationFacts()),
                broken(
                        agency().toBuilder()
                                .seller(seller(
                                        person("DE", "19800715IVAN#PETRO", IdentifierScheme.CONCAT, "ИВАН", "ПЕТРОВ"))),
                        facts().clientSide().activity(TradingActivity.OFF_VENUE).build()),
                broken(
                        market().toBuilder()
                                .buyer(PartySide.of(new Party.AnonymousVenue(Mic.of("XBER"))))
                                .seller(PartySide.of(SampleReports.CLIENT)),
                        own));
    }

    /** Warnings about the form of a price, which a rule on its currency has nothing against. */
    private static final Case MONETARY = broken(
            ownAccount().toBuilder().price(new Price.Monetary(new BigDecimal("1100"), CurrencyCode.of("EUR"))),
            facts().build(),
            "TR-33-1");

    @ParameterizedTest
    @MethodSource("broken")
    void aRuleThatIsBrokenIsNamedAndNoOther(Case given) {
        assertThat(TODAY.check(given.report(), given.facts()))
                .extracting(Violation::rule)
                .containsExactlyInAnyOrderElementsOf(given.broken());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aReportThatKeepsAllRulesIsLeftAlone(Case given) {
        assertThat(TODAY.check(given.report(), given.facts())).isEmpty();
    }

    static Stream<TransactionRule> rules() {
        return TODAY.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAReportThatBreaksItAndOneThatKeepsIt(TransactionRule rule) {
        assertThat(broken().filter(given -> given.broken().contains(rule.id()))).isNotEmpty();
        assertThat(Stream.concat(kept(), Stream.of(MONETARY))
                        .filter(given -> rule.applies().test(given.report(), given.facts())
                                && rule.holds().test(given.report(), given.facts())))
                .isNotEmpty();
    }

    @Test
    void everyRuleHasAnIdOfItsOwnAndOfItsField() {
        Set<String> ids = new HashSet<>();
        for (TransactionRule rule : TODAY.rules()) {
            assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
            assertThat(rule.id()).matches("TR-[0-9]{2}-[0-9]{1,2}");
            assertThat(rule.field().notForBonds()).isEmpty();
        }
        assertThat(broken().flatMap(given -> given.broken().stream())).allMatch(ids::contains);
    }

    @Test
    void aViolationSaysFieldValueAndRuleAndNothingPersonal() {
        List<Violation> violations = TODAY.check(
                agency().toBuilder()
                        .seller(seller(person("ES", "54362315L", IdentifierScheme.NIDN, "JAN", "NOWAK")))
                        .venue(Mic.of("XNON"))
                        .flags(Set.of())
                        .build(),
                offVenueFacts());

        assertThat(violations).extracting(Violation::rule).contains("TR-16-5", "TR-36-1");
        assertThat(violations.toString())
                .contains("field 36 'XNON'")
                .contains("ES NIDN")
                .doesNotContain("54362315L", "NOWAK");
    }

    @Test
    void aPastDayHasThatDaysLaw() {
        TransactionRules then = TransactionRules.european(SampleReports.VENUES)
                .on(LocalDate.of(2019, 3, 1))
                .content();
        TransactionReport british = allocation().toBuilder()
                .tradingTime(TradingTime.parse("2019-03-01T09:30:00.123Z"))
                .buyer(buyer(person("GB", "AB123456C", IdentifierScheme.NIDN, "JOHN", "DOE")))
                .build();

        assertThat(then.check(british, allocationFacts())).isEmpty();
        assertThat(TODAY.check(british, allocationFacts()))
                .extracting(Violation::rule)
                .containsExactly("TR-07-3");
        assertThatThrownBy(() -> TransactionRules.european(SampleReports.VENUES).on(LocalDate.of(2017, 12, 31)))
                .isInstanceOf(NoRuleInForce.class);
    }

    @Test
    void whatEntersTheAggregateAccountLeavesIt() {
        TransactionReport half =
                allocation().toBuilder().nominal(new BigDecimal("500000")).build();
        TransactionReport rest = half.toBuilder()
                .reference(TransactionReference.of("ALC0000002"))
                .build();

        assertThat(AggregateCheck.check(List.of(market(), half, rest, ownAccount())))
                .isEmpty();
        assertThat(AggregateCheck.check(List.of(market(), half)))
                .extracting(Violation::rule)
                .containsExactly(AggregateCheck.NETS_TO_ZERO);
        assertThat(AggregateCheck.check(List.of(market(), half, half)))
                .extracting(Violation::rule)
                .containsExactly(AggregateCheck.REFERENCE_ONCE);
        TransactionReport later = rest.toBuilder()
                .tradingTime(TradingTime.parse("2026-11-21T00:00:00.000Z"))
                .build();
        assertThat(AggregateCheck.check(List.of(market(), half, later))).hasSize(2);
        assertThat(AggregateCheck.citation().checked()).isFalse();
    }

    @Test
    void factsOutOfFormAreRefused() {
        assertThatThrownBy(() -> facts().cfi("DBF").build()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> facts().cfi("dbftfb").build()).isInstanceOf(InvalidInput.class);
    }
}
