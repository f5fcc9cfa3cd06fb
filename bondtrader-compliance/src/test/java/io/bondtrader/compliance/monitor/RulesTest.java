package io.bondtrader.compliance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.client.ClientCategories;
import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.compliance.client.ClientStanding;
import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RulesTest {

    private static final Citation HOUSE_RULE = new Citation(Jurisdiction.HOUSE, "Rows", "1", true);
    private static final BigDecimal BILLION = new BigDecimal("1000000000");

    private static ListEntry entry(String subject, boolean restricted, boolean houseOnly) {
        return new ListEntry(subject, restricted, houseOnly, Trades.NOW, Trades.NOW.plusSeconds(60));
    }

    private static Effect listed(ListEntry entry, TradeParty party, Instant at) {
        RestrictedListRule rule = RestrictedListRule.of(Trades.bonds(), List.of(entry));
        MonitoredTrade trade = Trades.trade(party, Side.BUY, Trades.CORPORATE, "1", "");
        return rule.check(trade, new TradeStage(false, at)).effect();
    }

    @Test
    void bondsAndIssuersOfTheRestrictedListAreRefusedWhileTheyAreOnIt() {
        String isin = Trades.CORPORATE.value();
        assertThat(listed(entry(isin, true, false), Trades.CLIENT, Trades.NOW)).isEqualTo(Effect.BLOCK);
        assertThat(listed(entry("Company", true, false), Trades.CLIENT, Trades.NOW))
                .isEqualTo(Effect.BLOCK);
        assertThat(listed(entry("Company", false, false), Trades.CLIENT, Trades.NOW))
                .isEqualTo(Effect.REPORT);
        assertThat(listed(entry("Country", true, false), Trades.CLIENT, Trades.NOW))
                .isEqualTo(Effect.ALLOW);
        assertThat(listed(entry(isin, true, false), Trades.CLIENT, Trades.NOW.minusNanos(1)))
                .isEqualTo(Effect.ALLOW);
        assertThat(listed(entry(isin, true, false), Trades.CLIENT, Trades.NOW.plusSeconds(60)))
                .isEqualTo(Effect.ALLOW);
    }

    @Test
    void entriesForTheHouseDoNotBindClients() {
        assertThat(listed(entry("Company", true, true), Trades.CLIENT, Trades.NOW))
                .isEqualTo(Effect.ALLOW);
        assertThat(listed(entry("Company", true, true), Trades.HOUSE, Trades.NOW))
                .isEqualTo(Effect.BLOCK);
    }

    private static BorderRow allow(String booking, String client) {
        return new BorderRow(
                "HOUSE-" + booking + client,
                Set.of(booking),
                Set.of(client),
                Set.of(),
                Set.of("XETR"),
                null,
                Effect.ALLOW,
                HOUSE_RULE,
                "licensed");
    }

    private static Finding border(String country, Set<PartyStatus> statuses, String... regimes) {
        List<BorderRow> house = List.of(allow("DE", "FR"), allow("DE", "US"));
        BorderRule rule = BorderRule.of(Trades.bonds(regimes), BorderRows.with(BorderRows.standard(), house));
        TradeParty party = new TradeParty("c1", "Example Fund", null, country, statuses);
        return rule.check(Trades.trade(party, Side.BUY, Trades.CORPORATE, "1", ""), Trades.BEFORE);
    }

    @Test
    void whatNoRowAllowsIsRefusedEvenIfRowsWantItReported() {
        assertThat(border("FR", Set.of()).effect()).isEqualTo(Effect.ALLOW);
        assertThat(border("JP", Set.of()).effect()).isEqualTo(Effect.BLOCK);
        assertThat(border("JP", Set.of(), "EU_VENUE").effect()).isEqualTo(Effect.BLOCK);
        assertThat(border("FR", Set.of(), "EU_VENUE").effect()).isEqualTo(Effect.REPORT);
        assertThat(border("FR", Set.of(), "UK_VENUE", "TRACE").effect()).isEqualTo(Effect.ALLOW);
    }

    @Test
    void regulationSAndRule144AKeepBondsFromAmericans() {
        Set<PartyStatus> qib = Set.of(PartyStatus.QUALIFIED_INSTITUTIONAL_BUYER);
        assertThat(border("US", Set.of()).effect()).isEqualTo(Effect.ALLOW);
        assertThat(border("US", qib, "REG_S").effect()).isEqualTo(Effect.BLOCK);
        assertThat(border("US", Set.of(), "RULE_144A").effect()).isEqualTo(Effect.BLOCK);
        assertThat(border("US", qib, "RULE_144A").effect()).isEqualTo(Effect.ALLOW);
        assertThat(border("FR", Set.of(), "REG_S").effect()).isEqualTo(Effect.ALLOW);
        assertThat(border("US", Set.of(), "REG_S").citation().jurisdiction()).isEqualTo(Jurisdiction.US);
    }

    @Test
    void rowsAreThoseOfTheDayAndNoneBeforeTheirFirst() {
        BorderRule rule = BorderRule.of(Trades.bonds(), BorderRows.standard());
        TradeStage early = new TradeStage(false, Instant.parse("2020-12-31T23:59:59Z"));
        assertThatThrownBy(() -> rule.check(Trades.trade(Side.BUY, Trades.CORPORATE, "1"), early))
                .isInstanceOf(NoRuleInForce.class);
        assertThatThrownBy(() -> BorderRows.with(BorderRows.standard(), List.of(allow("DE", "FR"), allow("DE", "FR"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void americanAndBritishBooksReportToTheirOwn() {
        List<BorderRow> house = List.of(allow("US", "FR"), allow("GB", "FR"));
        BorderRule rule = BorderRule.of(
                Trades.bonds("TRACE", "UK_VENUE", "EU_VENUE"), BorderRows.with(BorderRows.standard(), house));
        assertThat(rule.check(booked("US"), Trades.BEFORE).reason()).startsWith("US-TRACE");
        assertThat(rule.check(booked("GB"), Trades.BEFORE).reason()).startsWith("UK-MIFIR-26");
    }

    private static MonitoredTrade booked(String country) {
        MonitoredTrade trade = Trades.trade(Trades.CLIENT, Side.BUY, Trades.CORPORATE, "1", "");
        return new MonitoredTrade(
                trade.order(),
                trade.trader(),
                trade.account(),
                country,
                trade.party(),
                trade.side(),
                trade.isin(),
                trade.nominal(),
                trade.venue(),
                "");
    }

    private static ShortSaleRule shortSale(InMemoryPositions positions, BigDecimal debt, boolean future) {
        return ShortSaleRule.of(
                Trades.bonds(),
                positions,
                List.of(new SovereignDebt("Country", debt, future)),
                NetShortThresholds.europeanUnion());
    }

    @Test
    void aShortSaleOfSovereignDebtNeedsALocate() {
        InMemoryPositions positions = Trades.positions();
        positions.add("book", Trades.SOVEREIGN, "Country", new BigDecimal("100"));
        ShortSaleRule rule = shortSale(positions, BILLION, false);
        assertThat(rule.check(Trades.trade(Side.SELL, Trades.SOVEREIGN, "100"), Trades.BEFORE)
                        .effect())
                .isEqualTo(Effect.ALLOW);
        assertThat(rule.check(Trades.trade(Side.SELL, Trades.SOVEREIGN, "100.01"), Trades.BEFORE)
                        .effect())
                .isEqualTo(Effect.BLOCK);
        MonitoredTrade located = Trades.trade(Trades.HOUSE, Side.SELL, Trades.SOVEREIGN, "101", "repo-7");
        assertThat(rule.check(located, Trades.BEFORE).effect()).isEqualTo(Effect.ALLOW);
        TradeParty dealer =
                new TradeParty("", "Example Bank", null, "DE", Set.of(PartyStatus.EXEMPT_FROM_SHORT_SALE_RULES));
        MonitoredTrade exempt = Trades.trade(dealer, Side.SELL, Trades.SOVEREIGN, "101", "");
        assertThat(rule.check(exempt, Trades.BEFORE).effect()).isEqualTo(Effect.ALLOW);
        assertThat(rule.check(Trades.trade(Side.SELL, Trades.CORPORATE, "101"), Trades.BEFORE)
                        .effect())
                .isEqualTo(Effect.ALLOW);
    }

    @Test
    void afterTheTradePositionsContainIt() {
        InMemoryPositions positions = Trades.positions();
        positions.add("book", Trades.SOVEREIGN, "Country", new BigDecimal("-1"));
        ShortSaleRule rule = shortSale(positions, BILLION, false);
        assertThat(rule.check(Trades.trade(Side.SELL, Trades.SOVEREIGN, "100"), Trades.AFTER)
                        .effect())
                .isEqualTo(Effect.BLOCK);
        positions.add("book", Trades.SOVEREIGN, "Country", BigDecimal.ONE);
        assertThat(rule.check(Trades.trade(Side.SELL, Trades.SOVEREIGN, "100"), Trades.AFTER)
                        .effect())
                .isEqualTo(Effect.ALLOW);
    }

    @Test
    void aNetShortPositionIsToldWhenItCrossesAThresholdEitherWay() {
        InMemoryPositions positions = Trades.positions();
        ShortSaleRule rule = shortSale(positions, BILLION, false);
        MonitoredTrade sale = Trades.trade(Trades.HOUSE, Side.SELL, Trades.SOVEREIGN, "1000000", "repo-7");
        assertThat(rule.check(sale, Trades.BEFORE).effect()).isEqualTo(Effect.REPORT);
        MonitoredTrade less = Trades.trade(Trades.HOUSE, Side.SELL, Trades.SOVEREIGN, "999999.99", "repo-7");
        assertThat(rule.check(less, Trades.BEFORE).effect()).isEqualTo(Effect.ALLOW);
        positions.add("book", Trades.SOVEREIGN, "Country", new BigDecimal("-1000000"));
        assertThat(rule.check(sale, Trades.AFTER).effect()).isEqualTo(Effect.REPORT);
        assertThat(rule.check(Trades.trade(Side.BUY, Trades.SOVEREIGN, "0.01"), Trades.BEFORE)
                        .effect())
                .isEqualTo(Effect.REPORT);
    }

    @Test
    void thresholdsAreThoseOfArticle21() {
        NetShortThresholds thresholds = NetShortThresholds.europeanUnion()
                .on(LocalDate.of(2026, 11, 20))
                .content();
        SovereignDebt small = new SovereignDebt("S", new BigDecimal("500000000000"), false);
        SovereignDebt large = new SovereignDebt("L", new BigDecimal("500000000000.01"), false);
        SovereignDebt future = new SovereignDebt("F", BILLION, true);
        assertThat(thresholds.firstPct(small)).isEqualByComparingTo("0.1");
        assertThat(thresholds.firstPct(large)).isEqualByComparingTo("0.5");
        assertThat(thresholds.firstPct(future)).isEqualByComparingTo("0.5");
        // 0.1 %, 0.15 %, 0.20 % of 500 billion are 500, 750 and 1000 million.
        assertThat(thresholds.reached(new BigDecimal("499999999.99"), small)).isZero();
        assertThat(thresholds.reached(new BigDecimal("500000000"), small)).isEqualTo(1);
        assertThat(thresholds.reached(new BigDecimal("749999999.99"), small)).isEqualTo(1);
        assertThat(thresholds.reached(new BigDecimal("750000000"), small)).isEqualTo(2);
        assertThat(thresholds.reached(new BigDecimal("1000000000"), small)).isEqualTo(3);
        // 0.5 % and 0.75 % of a billion are 5 and 7.5 million.
        assertThat(thresholds.reached(new BigDecimal("5000000"), future)).isEqualTo(1);
        assertThat(thresholds.reached(new BigDecimal("7500000"), future)).isEqualTo(2);
        assertThat(thresholds.reached(new BigDecimal("-7500000"), future)).isZero();
    }

    @Test
    void whatIsNotKnownIsRefused() {
        InMemoryPositions none = new InMemoryPositions();
        MonitoredTrade sovereign = Trades.trade(Side.BUY, Trades.SOVEREIGN, "1");
        MonitoredTrade unknown = Trades.trade(Trades.CLIENT, Side.BUY, Trades.UNKNOWN, "1", "");
        ConcentrationLimit limit = new ConcentrationLimit(BILLION, BILLION);
        List<Finding> findings = new ArrayList<>();
        findings.add(shortSale(none, BILLION, false).check(sovereign, Trades.BEFORE));
        findings.add(shortSale(Trades.positions(), BILLION, false).check(unknown, Trades.BEFORE));
        findings.add(ShortSaleRule.of(Trades.bonds(), Trades.positions(), List.of(), NetShortThresholds.europeanUnion())
                .check(sovereign, Trades.BEFORE));
        findings.add(ConcentrationRule.of(Trades.bonds(), none, limit, limit).check(sovereign, Trades.BEFORE));
        findings.add(ConcentrationRule.of(Trades.bonds(), Trades.positions(), limit, limit)
                .check(unknown, Trades.BEFORE));
        findings.add(RestrictedListRule.of(Trades.bonds(), List.of()).check(unknown, Trades.BEFORE));
        findings.add(BorderRule.of(Trades.bonds(), BorderRows.standard()).check(unknown, Trades.BEFORE));
        findings.add(SuitabilityRule.of(Trades.bonds(), clients(ClientCategory.RETAIL), Set.of())
                .check(unknown, Trades.BEFORE));
        findings.add(SuitabilityRule.of(Trades.bonds(), new ClientCategories(Map.of(), 0), Set.of())
                .check(Trades.trade(Trades.CLIENT, Side.BUY, Trades.SOVEREIGN, "1", ""), Trades.BEFORE));

        assertThat(findings).allMatch(finding -> finding.effect() == Effect.BLOCK);
    }

    private static Effect concentration(String held, Side side, String nominal) {
        InMemoryPositions positions = Trades.positions();
        positions.add("book", Trades.CORPORATE, "Company", new BigDecimal(held));
        ConcentrationRule rule = ConcentrationRule.of(
                Trades.bonds(),
                positions,
                new ConcentrationLimit(new BigDecimal("100"), new BigDecimal("200")),
                new ConcentrationLimit(new BigDecimal("150"), new BigDecimal("180")));
        return rule.check(Trades.trade(side, Trades.CORPORATE, nominal), Trades.BEFORE)
                .effect();
    }

    @Test
    void aPositionGrowsToItsLimitsAndMayAlwaysShrink() {
        assertThat(concentration("60", Side.BUY, "40")).isEqualTo(Effect.ALLOW);
        assertThat(concentration("60", Side.BUY, "40.01")).isEqualTo(Effect.NEEDS_APPROVAL);
        assertThat(concentration("60", Side.BUY, "120")).isEqualTo(Effect.NEEDS_APPROVAL);
        // 181 of the issuer is above 180, though the bond may go to 200.
        assertThat(concentration("60", Side.BUY, "121")).isEqualTo(Effect.BLOCK);
        assertThat(concentration("900", Side.SELL, "1")).isEqualTo(Effect.ALLOW);
        assertThat(concentration("-60", Side.SELL, "121")).isEqualTo(Effect.BLOCK);
    }

    @Test
    void afterTheTradeTheLimitIsHeldToThePositionWithIt() {
        InMemoryPositions positions = Trades.positions();
        positions.add("book", Trades.CORPORATE, "Company", new BigDecimal("101"));
        ConcentrationLimit limit = new ConcentrationLimit(new BigDecimal("100"), new BigDecimal("200"));
        ConcentrationRule rule = ConcentrationRule.of(Trades.bonds(), positions, limit, limit);

        assertThat(rule.check(Trades.trade(Side.BUY, Trades.CORPORATE, "100"), Trades.AFTER)
                        .effect())
                .isEqualTo(Effect.NEEDS_APPROVAL);
    }

    private static ClientCategories clients(ClientCategory category) {
        LocalDate since = LocalDate.of(2026, 1, 1);
        ClientStanding standing =
                new ClientStanding("c1", category, category, since, since.plusYears(2), EventIndices.of(1));
        return new ClientCategories(Map.of("c1", standing), 2);
    }

    private static Effect suits(ClientCategory category, Side side, Set<String> tested) {
        SuitabilityRule rule = SuitabilityRule.of(Trades.bonds(), clients(category), tested);
        return rule.check(Trades.trade(Trades.CLIENT, side, Trades.CORPORATE, "1", ""), Trades.BEFORE)
                .effect();
    }

    @Test
    void clientsBuyWhatWasMadeForThemAndSellWhatTheyWish() {
        assertThat(suits(ClientCategory.PROFESSIONAL, Side.BUY, Set.of())).isEqualTo(Effect.ALLOW);
        assertThat(suits(ClientCategory.ELIGIBLE_COUNTERPARTY, Side.BUY, Set.of()))
                .isEqualTo(Effect.BLOCK);
        assertThat(suits(ClientCategory.ELIGIBLE_COUNTERPARTY, Side.SELL, Set.of()))
                .isEqualTo(Effect.ALLOW);
        assertThat(suits(ClientCategory.RETAIL, Side.BUY, Set.of())).isEqualTo(Effect.NEEDS_APPROVAL);
        assertThat(suits(ClientCategory.RETAIL, Side.BUY, Set.of("c1"))).isEqualTo(Effect.ALLOW);
    }

    @Test
    void aClientOutsideTheTargetMarketNeedsApproval() {
        BondFacts bond = new BondFacts(
                Trades.CORPORATE, "Company", false, false, Set.of(), Set.of(ClientCategory.PROFESSIONAL), Set.of());
        SuitabilityRule rule = SuitabilityRule.of(Bonds.of(List.of(bond)), clients(ClientCategory.RETAIL), Set.of());
        assertThat(rule.check(Trades.trade(Trades.CLIENT, Side.BUY, Trades.CORPORATE, "1", ""), Trades.BEFORE)
                        .effect())
                .isEqualTo(Effect.NEEDS_APPROVAL);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> Trades.trade(Side.BUY, Trades.CORPORATE, "0")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeParty("", " ", null, "DE", Set.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradeParty("", "X", null, "De", Set.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> booked("GER")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Bonds.of(List.of(Trades.sovereign(), Trades.sovereign())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ListEntry("X", true, true, Trades.NOW, Trades.NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SovereignDebt("X", BigDecimal.ZERO, true)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new ConcentrationLimit(BILLION, BigDecimal.ONE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NetShortThresholds(BILLION, BILLION, BILLION, BigDecimal.ZERO))
                .isInstanceOf(InvalidInput.class);
        SovereignDebt debt = new SovereignDebt("X", BILLION, true);
        assertThatThrownBy(() -> ShortSaleRule.of(
                        Trades.bonds(), Trades.positions(), List.of(debt, debt), NetShortThresholds.europeanUnion()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Trades.positions().open("book")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Trades.positions().add("x", Trades.CORPORATE, "I", BILLION))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Finding(" ", Effect.ALLOW, HOUSE_RULE, "x"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Screening(Screening.Match.NONE, List.of("x"), LocalDate.MIN))
                .isInstanceOf(InvalidInput.class);
    }
}
