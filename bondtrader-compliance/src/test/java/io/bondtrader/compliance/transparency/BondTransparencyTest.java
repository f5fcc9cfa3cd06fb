package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BondTransparencyTest {

    private static final BondProfile BUND =
            Requests.bond(BondClass.SOVEREIGN, "25000000000", "EUR").inGroup("1");
    private static final BondProfile ILLIQUID =
            Requests.bond(BondClass.CORPORATE, "300000000", "EUR").withLiquidity(Requests.status(false));

    private static List<String> times(TransparencyDecision decision) {
        return decision.postTrade().stream()
                .map(step -> step.notLaterThan() + " " + step.content() + " " + step.flag())
                .toList();
    }

    private static TransparencyDecision decide(TransparencyRequest request) {
        return Requests.RULES.decide(request);
    }

    private static TransparencyRequest inBerlin(BondProfile bond, String size, String at) {
        return TransparencyRequest.of(
                "o1",
                Jurisdiction.EU,
                bond,
                ExecutionPlace.MTF,
                TradingSystem.REQUEST_FOR_QUOTE,
                new BigDecimal(size),
                Instant.parse(at),
                Requests.BERLIN);
    }

    @Test
    void anIlliquidBondIsPublishedAtSevenOnTheSecondWorkingDayOfThePlace() {
        // Thursday before Easter 2019, with the calendar of the euro: the second working day is the Wednesday after.
        HolidayCalendar target = HolidayCalendars.of("TARGET");
        TransparencyDecision decision = BondTransparency.of(Requests.TABLES, target)
                .decide(inBerlin(ILLIQUID, "100000", "2019-04-18T09:00:00Z"));
        assertThat(times(decision)).containsExactly("2019-04-24T17:00:00Z ALL ILQD");
        assertThat(decision.deferred()).isTrue();
    }

    @Test
    void beforeMidnightInBerlinTheDayIsBerlins() {
        // 23:30 UTC is the next day in Berlin, and the review applies there already.
        TransparencyRequest late = inBerlin(BUND, "1000000", "2024-03-27T23:30:00Z");
        assertThat(decide(late).preTrade()).isEqualTo(PreTradeDuty.NOT_REQUIRED);
        assertThat(decide(inBerlin(BUND, "1000000", "2024-03-27T22:30:00Z")).preTrade())
                .isEqualTo(PreTradeDuty.PUBLISH);
    }

    @Test
    void aMediumTradeInLiquidSovereignDebtOfGroupOneHidesItsVolumeUntilTheEndOfTheDay() {
        // ESMA, list of supplementary deferrals for sovereign bonds: from 4 May 2026, medium size, liquid, group 1.
        TransparencyRequest trade = inBerlin(BUND, "15000000", "2026-05-04T08:00:00Z")
                .withSupplementary(SupplementaryDeferral.SOVEREIGN_VOLUME)
                .withEndOfDay(LocalTime.of(17, 30));
        assertThat(times(decide(trade)))
                .containsExactly("2026-05-04T08:15:00Z ALL_BUT_VOLUME OMIS", "2026-05-04T15:30:00Z ALL FULO");
        assertThat(decide(trade).flags()).containsExactly("FULO", "MLF1", "OMIS");
        assertThat(times(decide(trade.withSupplementary(SupplementaryDeferral.NONE))))
                .containsExactly("2026-05-04T08:15:00Z ALL MLF1");
        assertThat(times(decide(trade.withSize(new BigDecimal("50000000")))))
                .as("large trades have none")
                .containsExactly("2026-05-05T15:30:00Z ALL_BUT_VOLUME LLF3", "2026-05-11T15:30:00Z ALL LLF3");
    }

    @Test
    void beforeTheFourthOfMayTheSupplementaryDeferralChangesNothing() {
        TransparencyRequest trade = inBerlin(BUND, "15000000", "2026-05-01T08:00:00Z")
                .withSupplementary(SupplementaryDeferral.SOVEREIGN_VOLUME);
        assertThat(times(decide(trade))).containsExactly("2026-05-01T08:15:00Z ALL MLF1");
    }

    @Test
    void theVolumeIsNeverDueBeforeThePrice() {
        TransparencyRequest trade = inBerlin(BUND, "15000000", "2026-05-04T15:25:00Z")
                .withSupplementary(SupplementaryDeferral.SOVEREIGN_VOLUME)
                .withEndOfDay(LocalTime.of(17, 30));
        assertThat(times(decide(trade)))
                .containsExactly("2026-05-04T15:40:00Z ALL_BUT_VOLUME OMIS", "2026-05-04T15:40:00Z ALL FULO");
    }

    @Test
    void whatIsDoneAfterTheEndOfTheDayIsDueInRealTimeAndNotBeforeItHappened() {
        BondProfile small = Requests.bond(BondClass.SOVEREIGN, "500000000", "EUR");
        TransparencyRequest trade =
                inBerlin(small, "5000000", "2026-05-04T17:00:00Z").withEndOfDay(LocalTime.of(17, 30));
        assertThat(times(decide(trade))).containsExactly("2026-05-04T17:05:00Z ALL MIF2");
    }

    @Test
    void theUnionsAuthoritiesCouldHideVolumeAddTradesUpOrBoth() {
        TransparencyRequest trade = inBerlin(ILLIQUID, "100000", "2019-04-17T09:00:00Z");
        assertThat(times(decide(trade.withSupplementary(SupplementaryDeferral.LIMITED_DETAILS))))
                .containsExactly("2019-04-17T09:15:00Z ALL_BUT_VOLUME LMTF", "2019-04-19T17:00:00Z ALL FULF");
        assertThat(times(decide(trade.withSupplementary(SupplementaryDeferral.DAILY_AGGREGATE))))
                .containsExactly("2019-04-18T07:00:00Z AGGREGATE DATF", "2019-04-19T17:00:00Z ALL FULA");
        assertThat(times(decide(trade.withSupplementary(SupplementaryDeferral.VOLUME_OMISSION))))
                .containsExactly("2019-04-19T17:00:00Z ALL_BUT_VOLUME VOLO", "2019-05-15T07:00:00Z ALL FULV");
        TransparencyDecision weekly = decide(trade.withSupplementary(SupplementaryDeferral.WEEKLY_AGGREGATE));
        assertThat(times(weekly))
                .containsExactly("2019-04-23T07:00:00Z AGGREGATE FWAF", "2019-05-15T07:00:00Z ALL FULJ");
        assertThat(weekly.flags()).containsExactly("FULJ", "FWAF", "ILQD");
    }

    @Test
    void aWeekOfSovereignDebtMayStayAddedUpForEver() {
        BondProfile bond =
                Requests.bond(BondClass.SOVEREIGN, "300000000", "EUR").withLiquidity(Requests.status(false));
        TransparencyDecision decision = decide(inBerlin(bond, "100000", "2019-04-22T09:00:00Z")
                .withSupplementary(SupplementaryDeferral.INDEFINITE_AGGREGATE));
        assertThat(times(decision)).containsExactly("2019-04-30T07:00:00Z AGGREGATE IDAF");
        assertThat(decision.flags()).containsExactly("IDAF", "ILQD");
    }

    @Test
    void giltsAreGroupedByWhatIsLeftOfTheirLife() {
        BondProfile gilt = BondProfile.of(
                Requests.ISIN,
                BondClass.SOVEREIGN,
                "GB",
                new BigDecimal("30000000000"),
                "GBP",
                LocalDate.of(2030, 12, 1));
        TransparencyRequest five = Requests.order(Jurisdiction.UK, gilt, "15000000", "2025-12-01");
        assertThat(decide(five).deferred()).isFalse();
        assertThat(times(decide(five.withSize(new BigDecimal("15000000.01")))))
                .containsExactly("2025-12-02T18:00:00Z ALL LRGS");
        assertThat(times(decide(five.withSize(new BigDecimal("500000001")))))
                .containsExactly("2026-03-01T18:00:00Z ALL LRGS");
    }

    @Test
    void aDollarBondIsMeasuredInTheCurrencyOfTheTable() {
        BondProfile bond = Requests.bond(BondClass.CORPORATE, "600000000", "USD");
        TransparencyRequest trade = TransparencyRequest.of(
                "o1",
                Jurisdiction.EU,
                bond,
                ExecutionPlace.OTC,
                TradingSystem.VOICE,
                new BigDecimal("1200000"),
                Requests.noon("2026-03-02"),
                Requests.BERLIN);
        assertThatThrownBy(() -> decide(trade)).isInstanceOf(MissingData.class).hasMessageContaining("USD in EUR");
        TransparencyDecision cheap = decide(trade.withRate("EUR", new BigDecimal("0.8333")));
        assertThat(cheap.liquid()).as("499.98 million euro").isFalse();
        assertThat(cheap.deferred()).as("999,960 euro").isFalse();
        TransparencyDecision dear = decide(trade.withRate("EUR", new BigDecimal("0.8334")));
        assertThat(dear.liquid()).isTrue();
        assertThat(dear.flags()).containsExactly("MLF1");
    }

    @Test
    void whatIsTradedOnNoVenueIsPublishedByNoFirm() {
        TransparencyRequest trade = new TransparencyRequest(
                "o1",
                Jurisdiction.EU,
                ILLIQUID.notTradedOnVenue(),
                ExecutionPlace.SYSTEMATIC_INTERNALISER,
                TradingSystem.VOICE,
                InterestKind.QUOTE,
                new BigDecimal("100000"),
                Requests.noon("2019-04-17"),
                Requests.BERLIN,
                LocalTime.of(18, 0),
                false,
                SupplementaryDeferral.NONE,
                java.util.Optional.empty(),
                java.util.Map.of());
        assertThat(decide(trade).postTrade()).isEmpty();
        assertThat(decide(trade).quotes()).isEqualTo(QuoteDuty.NONE);
    }

    @Test
    void whatIsDoneOnAVenueIsPublishedWhateverTheProfileSays() {
        TransparencyRequest trade =
                Requests.order(Jurisdiction.EU, ILLIQUID.notTradedOnVenue(), "100000", "2019-04-17");
        assertThat(decide(trade).postTrade()).isNotEmpty();
    }

    @Test
    void aDayWithoutWorkEndsWithTheNextWorkingDay() {
        BondProfile small = Requests.bond(BondClass.SOVEREIGN, "500000000", "EUR");
        TransparencyRequest saturday = inBerlin(small, "5000000", "2026-05-02T10:00:00Z");
        assertThat(times(decide(saturday))).containsExactly("2026-05-04T16:00:00Z ALL MIF2");
    }

    @Test
    void whatIsNotKnownNeverDefers() {
        BondProfile unknown = Requests.bond(BondClass.CORPORATE, "300000000", "EUR");
        TransparencyRequest large =
                inBerlin(unknown, "900000000", "2019-04-17T09:00:00Z").onOwnAccount();
        assertThat(decide(large).liquid()).isTrue();
        assertThat(decide(large).deferred()).isFalse();
        assertThat(decide(large).preTrade()).isEqualTo(PreTradeDuty.PUBLISH);
        SizeThresholds old = new SizeThresholds(
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                LocalDate.of(2018, 1, 3),
                LocalDate.of(2019, 4, 17),
                "last year's");
        assertThat(decide(large.withThresholds(old)).deferred())
                .as("thresholds of another day count for nothing")
                .isFalse();
    }

    @Test
    void eachReasonNamesItsRuleAndWhetherItWasCompared() {
        TransparencyDecision decision = decide(inBerlin(ILLIQUID, "100000", "2019-04-17T09:00:00Z"));
        assertThat(decision.reasons())
                .extracting(reason -> reason.subject() + ": " + reason.citation())
                .containsExactly(
                        "liquidity: Delegated Regulation (EU) 2017/583, Articles 13(18) and 17(1), Annex III Tables 2.1 and 2.2,"
                                + " stage S1",
                        "preTrade: Regulation (EU) No 600/2014, Articles 8 and 9(1)",
                        "postTrade: Delegated Regulation (EU) 2017/583, Articles 8 and 11 (to be compared)");
        assertThat(decision.tablesVersion()).isEqualTo("2026-11");
        assertThat(decision.tablesSha256()).hasSize(64).isEqualTo(Requests.TABLES.sha256());
    }

    @Test
    void daysAndLawsWithoutRulesAreSaid() {
        TransparencyRequest early = Requests.order(Jurisdiction.EU, ILLIQUID, "1", "2018-01-02");
        assertThatThrownBy(() -> decide(early)).isInstanceOf(NoRuleInForce.class);
        TransparencyRequest american = Requests.order(Jurisdiction.US, ILLIQUID, "1", "2026-01-02");
        assertThatThrownBy(() -> decide(american)).isInstanceOf(NoRuleInForce.class);
    }

    @Test
    void onlyTwoWaiversHaveACodeInTransactionReports() {
        assertThat(TransparencyWaiver.ILLIQUID.transactionReportCode()).contains("ILQD");
        assertThat(TransparencyWaiver.SIZE_SPECIFIC.transactionReportCode()).contains("SIZE");
        assertThat(TransparencyWaiver.LARGE_IN_SCALE.transactionReportCode()).isEmpty();
        assertThat(TransparencyWaiver.ORDER_MANAGEMENT.transactionReportCode()).isEmpty();
    }

    @Test
    void badInputIsRefused() {
        TransparencyRequest good = Requests.order(Jurisdiction.EU, ILLIQUID, "1", "2026-01-02");
        assertThatThrownBy(() -> good.withSize(BigDecimal.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.withRate("EUR", BigDecimal.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.withSupplementary(SupplementaryDeferral.INDEFINITE_AGGREGATE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> good.withSupplementary(SupplementaryDeferral.SOVEREIGN_VOLUME))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Requests.order(Jurisdiction.EU, BUND, "1", "2026-01-02")
                        .withSupplementary(SupplementaryDeferral.WEEKLY_AGGREGATE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Requests.bond(BondClass.OTHER, "0", "EUR")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Requests.bond(BondClass.OTHER, "1", "eur")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ILLIQUID.withLiquidity(Requests.status(true), Requests.status(false)))
                .isInstanceOf(InvalidInput.class);
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new LiquidityStatus(true, day, day, "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new LiquidityStatus(true, day, day.plusDays(1), " "))
                .isInstanceOf(InvalidInput.class);
        BigDecimal one = BigDecimal.ONE;
        assertThatThrownBy(() -> new SizeThresholds(BigDecimal.TEN, one, one, one, day, day.plusDays(1), "x"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SizeThresholds(one, one, BigDecimal.TEN, one, day, day.plusDays(1), "x"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SizeThresholds(one, one, one, one, day, day, "x"))
                .isInstanceOf(InvalidInput.class);
    }
}
