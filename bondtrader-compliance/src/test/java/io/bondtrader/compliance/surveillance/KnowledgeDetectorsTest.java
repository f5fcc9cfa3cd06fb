package io.bondtrader.compliance.surveillance;

import static io.bondtrader.compliance.surveillance.Scenario.MILLION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Abuse of knowledge, holdings and discretion: what is found, what only looks like it, and where the line runs. */
final class KnowledgeDetectorsTest {

    private static void found(Scenario scenario, DetectorKind kind, String... owners) {
        assertThat(scenario.alerts(kind)).extracting(SurveillanceAlert::owner).containsExactlyInAnyOrder(owners);
    }

    private static void notFound(Scenario scenario, DetectorKind kind) {
        assertThat(scenario.alerts(kind)).isEmpty();
    }

    /** A client buys so much; the desk buys before and sells after, at such a price. */
    private static Scenario ahead(double clientSize, double sold, double price, double after) {
        return new Scenario()
                .market(100)
                .bid("C1", "client", 105, clientSize)
                .knows("desk", "client", "C1", 1, clientSize)
                .after(30)
                .buys("desk", 100.5, 2 * MILLION)
                .after(30)
                .fill("C1", 101, clientSize, "street")
                .after(after)
                .sells("desk", price, sold);
    }

    @Test
    void whoBuysBeforeAClientsLargeOrderAndSellsAfterItRunsAhead() {
        // 10 % of 100 million a day; half a half-spread of profit is 0.25; half of it sold; within an hour.
        found(ahead(10 * MILLION, 2 * MILLION, 102, 60), DetectorKind.FRONT_RUNNING, "desk");
        found(ahead(10 * MILLION, MILLION, 100.75, 3600), DetectorKind.FRONT_RUNNING, "desk");
    }

    @Test
    void aSmallOrderALateSaleALossOrAPositionThatIsKeptAreNot() {
        notFound(ahead(9.9 * MILLION, 2 * MILLION, 102, 60), DetectorKind.FRONT_RUNNING);
        notFound(ahead(10 * MILLION, 2 * MILLION, 102, 3600.1), DetectorKind.FRONT_RUNNING);
        notFound(ahead(10 * MILLION, 2 * MILLION, 100.74, 60), DetectorKind.FRONT_RUNNING);
        notFound(ahead(10 * MILLION, 0.99 * MILLION, 102, 60), DetectorKind.FRONT_RUNNING);
    }

    @Test
    void aDealerThatHedgesAfterTheClientTradedDoesNotRunAhead() {
        Scenario hedge = new Scenario()
                .market(100)
                .bid("C1", "client", 105, 10 * MILLION)
                .knows("desk", "client", "C1", 1, 10 * MILLION)
                .after(30)
                .offer("D1", "desk", 100.5, 10 * MILLION)
                .fill("D1", 100.5, 10 * MILLION, "client")
                .fill("C1", 100.5, 10 * MILLION, "desk", true)
                .after(30)
                .buys("desk", 100.6, 10 * MILLION)
                .after(30)
                .sells("desk", 102, 10 * MILLION);

        notFound(hedge, DetectorKind.FRONT_RUNNING);
    }

    @Test
    void aHedgeOfOneClientIsNoTradeAheadOfAnother() {
        Scenario two = new Scenario()
                .market(100)
                .bid("C1", "client", 105, 10 * MILLION)
                .knows("desk", "client", "C1", 1, 10 * MILLION)
                .offer("D1", "desk", 100.5, 10 * MILLION)
                .fill("D1", 100.5, 10 * MILLION, "client")
                .fill("C1", 100.5, 10 * MILLION, "desk", true)
                .bid("C2", "other", 105, 10 * MILLION)
                .knows("desk", "other", "C2", 1, 10 * MILLION)
                .buys("desk", 100.5, 10 * MILLION)
                .after(30)
                .fill("C2", 101, 10 * MILLION, "street")
                .sells("desk", 102, 10 * MILLION);

        notFound(two, DetectorKind.FRONT_RUNNING);
    }

    /** A client takes three million, which the desk hedges in odd parts while it knows of another client's order. */
    private static Scenario oddHedge(double last) {
        return new Scenario()
                .market(100)
                .bid("C1", "client", 105, 3 * MILLION)
                .knows("desk", "client", "C1", 1, 3 * MILLION)
                .offer("D1", "desk", 100.5, 3 * MILLION)
                .fill("D1", 100.5, 3 * MILLION, "client")
                .fill("C1", 100.5, 3 * MILLION, "desk", true)
                .bid("C2", "other", 105, 10 * MILLION)
                .knows("desk", "other", "C2", 1, 10 * MILLION)
                .buys("desk", 100.5, 1_000_000.1)
                .buys("desk", 100.5, 1_000_000.1)
                .buys("desk", 100.5, last)
                .after(30)
                .fill("C2", 101, 10 * MILLION, "street")
                .sells("desk", 102, 10 * MILLION);
    }

    @Test
    void whatRoundingLeavesOfAHedgeIsNoPosition() {
        notFound(oddHedge(999_999.8), DetectorKind.FRONT_RUNNING);
        notFound(oddHedge(999_999.8 + 1e-9), DetectorKind.FRONT_RUNNING);
        found(oddHedge(1_100_000), DetectorKind.FRONT_RUNNING, "desk");
    }

    @Test
    void whoDoesNotKnowTheOrderCannotRunAheadOfIt() {
        Scenario stranger = new Scenario()
                .market(100)
                .bid("C1", "client", 105, 10 * MILLION)
                .knows("desk", "client", "C1", 1, 10 * MILLION)
                .buys("stranger", 100.5, 2 * MILLION)
                .fill("C1", 101, 10 * MILLION, "street")
                .sells("stranger", 102, 2 * MILLION);

        notFound(stranger, DetectorKind.FRONT_RUNNING);
    }

    /** Thirty days that move by a point; a purchase before news that lifts the bond by so much. */
    private static Scenario news(int days, double size, double jump, int customDays) {
        Scenario scenario = new Scenario();
        for (int day = 0; day < days; day++) {
            scenario.day(day).market(100 + day % 2);
            if (day < customDays) {
                scenario.buys("ann/1", 100.5, MILLION);
            }
            scenario.buys("crowd" + day, 100.5, MILLION);
        }
        return scenario.buys("ann/2", 100.5, size)
                .day(days)
                .market(100)
                .at("12:00:00")
                .news()
                .at("12:29:59")
                .market(100 + jump)
                .at("12:30:00")
                .market(100 + jump);
    }

    @Test
    void aFirstTradeOfALargePartOfTheVolumeBeforeGoodNewsIsSuspicious() {
        found(news(30, 15 * MILLION, 10, 0), DetectorKind.INSIDER_DEALING, "ann");
        notFound(news(30, 14.9 * MILLION, 10, 0), DetectorKind.INSIDER_DEALING);
    }

    @Test
    void foundOnlyOnceTheMarketHasTakenTheNewsIn() {
        assertThat(news(30, 15 * MILLION, 10, 0).alerts(DetectorKind.INSIDER_DEALING))
                .singleElement()
                .satisfies(alert -> assertThat(alert.foundAt()).hasToString("2026-04-01T12:30:00Z"));
    }

    @Test
    void newsThatMovesLittleAndAPurchaseBeforeBadNewsAreNot() {
        notFound(news(30, 15 * MILLION, 3, 0), DetectorKind.INSIDER_DEALING);
        notFound(news(30, 15 * MILLION, -10, 0), DetectorKind.INSIDER_DEALING);
    }

    @Test
    void nobodyIsKnownByItsCustomAfterTooFewDays() {
        notFound(news(19, 15 * MILLION, 10, 0), DetectorKind.INSIDER_DEALING);
    }

    @Test
    void whoAlwaysTradesMuchIsMeasuredByItsOwnCustom() {
        // A million on each of 20 days: four times as much on one day is the line.
        found(news(30, 4 * MILLION, 10, 20), DetectorKind.INSIDER_DEALING, "ann");
        notFound(news(30, 3.9 * MILLION, 10, 20), DetectorKind.INSIDER_DEALING);
    }

    private static Scenario quiet(int days) {
        Scenario scenario = new Scenario();
        for (int day = 0; day < days; day++) {
            scenario.day(day).market(100 + day % 2).buys("crowd" + day, 100.5, MILLION);
        }
        return scenario;
    }

    private static Scenario goodNews(Scenario scenario, int day, double before, double after) {
        return scenario.day(day)
                .market(before)
                .at("12:00:00")
                .news()
                .at("12:30:00")
                .market(after);
    }

    @Test
    void whoTradesBothWaysBeforeTheNewsKnewNothing() {
        // Net of gross: 45 of 55 million is 0.82, 45 of 57 million is 0.79.
        Scenario oneWay = quiet(30).buys("ann/1", 100.5, 50 * MILLION).sells("ann/2", 100, 5 * MILLION);
        Scenario bothWays = quiet(30).buys("ann/1", 100.5, 51 * MILLION).sells("ann/2", 100, 6 * MILLION);

        found(goodNews(oneWay, 30, 100, 110), DetectorKind.INSIDER_DEALING, "ann");
        notFound(goodNews(bothWays, 30, 100, 110), DetectorKind.INSIDER_DEALING);
    }

    @Test
    void aPurchaseOnTheMorningOfTheNewsCountsAndOneAfterItDoesNot() {
        Scenario morning = quiet(30)
                .day(30)
                .market(100)
                .at("09:00:00")
                .buys("ann/1", 100.5, 15 * MILLION)
                .at("12:00:00")
                .news()
                .at("12:30:00")
                .market(110);
        Scenario late = quiet(30)
                .day(30)
                .market(100)
                .at("12:00:00")
                .news()
                .after(1)
                .buys("ann/1", 100.5, 15 * MILLION)
                .at("12:30:00")
                .market(110);

        found(morning, DetectorKind.INSIDER_DEALING, "ann");
        notFound(late, DetectorKind.INSIDER_DEALING);
    }

    @Test
    void whoSellsIntoTheNewsHadBoughtBeforeIt() {
        Scenario sold = quiet(30)
                .day(30)
                .market(100)
                .buys("ann/1", 100.5, 15 * MILLION)
                .at("12:00:00")
                .news()
                .after(60)
                .sells("ann/1", 109, 15 * MILLION)
                .at("12:30:00")
                .market(110);

        found(sold, DetectorKind.INSIDER_DEALING, "ann");
    }

    @Test
    void whoMovesTheMarketByTheTradeTellsWhatOthersWouldHide() {
        // Days move by a point: a daily deviation is 1.2533, half of it 0.6267.
        Scenario hidden = quiet(30)
                .buys("ann", 100.5, 20 * MILLION)
                .after(1)
                .market(101.6)
                .at("17:00:00")
                .market(101);
        Scenario loud = quiet(30)
                .buys("ann", 100.5, 20 * MILLION)
                .after(1)
                .market(101.7)
                .at("17:00:00")
                .market(101);

        found(goodNews(hidden, 30, 100, 110), DetectorKind.INSIDER_DEALING, "ann");
        notFound(goodNews(loud, 30, 100, 110), DetectorKind.INSIDER_DEALING);
    }

    @Test
    void aPurchaseBeforeEarlierNewsHadItsRewardThen() {
        // A rise of 8 is beyond four deviations, one of 3 is not, and a fall of 10 was no reward.
        assertThat(twice(108)).containsExactly("2026-03-28T12:30:00Z");
        assertThat(twice(103)).containsExactly("2026-03-30T12:30:00Z");
        assertThat(twice(90)).containsExactly("2026-03-30T12:30:00Z");
    }

    /** A purchase, news that take the bond from 100 to a price, and good news two days later: when who bought is found. */
    private static List<String> twice(double first) {
        Scenario scenario = goodNews(quiet(25).buys("ann", 100.5, 20 * MILLION), 26, 100, first);
        return goodNews(scenario, 28, first, first + 12).alerts(DetectorKind.INSIDER_DEALING).stream()
                .map(alert -> alert.foundAt().toString())
                .toList();
    }

    @Test
    void theGainIsTheOneThatTheNewsGave() {
        // Bought at 100.5; the bond falls to 90, and the news lift it to 98: a loss, without the news a larger one.
        Scenario late = quiet(30).buys("ann", 100.5, 20 * MILLION);
        found(goodNews(late, 30, 90, 98), DetectorKind.INSIDER_DEALING, "ann");
        // The bond rises to 110 before the news, which take 8 of it away: a gain, but none by the news.
        Scenario early = quiet(30).buys("ann", 100.5, 20 * MILLION);
        notFound(goodNews(early, 30, 110, 102), DetectorKind.INSIDER_DEALING);
    }

    @Test
    void aGainAsManyHaveMadeBeforeProvesNothing() {
        // Ann gains 9.5 points of 15 million; of thirty days of others, two had gained 15 points of 15 million.
        Scenario rich = new Scenario();
        for (int day = 0; day < 30; day++) {
            rich.day(day).market(100 + day % 2).buys("crowd" + day, day < 2 ? 85 : 100.5, 15 * MILLION);
        }
        notFound(goodNews(rich.buys("ann", 100.5, 15 * MILLION), 30, 100, 110), DetectorKind.INSIDER_DEALING);
        found(goodNews(quiet(30).buys("ann", 100.5, 15 * MILLION), 30, 100, 110), DetectorKind.INSIDER_DEALING, "ann");
    }

    @Test
    void aThirdOfAnIssueThatOthersPayToBorrowIsASqueeze() {
        // 1,000 million outstanding.
        found(
                new Scenario().holds("ann/1", 200 * MILLION, 0, 25).holds("ann/2", 50 * MILLION, 50 * MILLION, 25),
                DetectorKind.CONCENTRATION,
                "ann");
        notFound(
                new Scenario().holds("ann/1", 200 * MILLION, 0, 25).holds("ann/2", 50 * MILLION, 49 * MILLION, 25),
                DetectorKind.CONCENTRATION);
        notFound(new Scenario().holds("ann", 900 * MILLION, 0, 24.9), DetectorKind.CONCENTRATION);
    }

    @Test
    void aNewReportOfAnAccountReplacesItsOld() {
        notFound(
                new Scenario().holds("ann/1", 200 * MILLION, 0, 0).holds("ann/1", 200 * MILLION, 0, 50),
                DetectorKind.CONCENTRATION);
    }

    @Test
    void theListThatBindsTheFirmBindsHouseAndStaffButNoClient() {
        Scenario list = new Scenario()
                .kind("prop", AccountKind.HOUSE)
                .kind("staff", AccountKind.PERSONAL)
                .market(100)
                .restrict("", 3600)
                .buys("prop", 100.5, MILLION)
                .buys("staff", 100.5, MILLION)
                .buys("client", 100.5, MILLION);

        found(list, DetectorKind.RESTRICTED_LIST, "prop", "staff");
    }

    @Test
    void whoIsBehindTheWallMayNotTradeUntilTheEnd() {
        found(
                new Scenario().restrict("ann/1", 60).after(59.9).bid("o", "ann/2", 99, MILLION),
                DetectorKind.RESTRICTED_LIST,
                "ann");
        notFound(
                new Scenario().restrict("ann/1", 60).after(60).bid("o", "ann/2", 99, MILLION),
                DetectorKind.RESTRICTED_LIST);
        notFound(
                new Scenario().restrict("ann/1", 60).after(1).bid("o", "bob", 99, MILLION),
                DetectorKind.RESTRICTED_LIST);
    }

    @Test
    void aPersonalTradeNeedsAClearanceOfItsSideThatStillHolds() {
        found(staff().buys("staff", 100.5, 1000), DetectorKind.PERSONAL_ACCOUNT, "staff");
        notFound(staff().clear("staff", 1, 60).after(59).buys("staff", 100.5, 1000), DetectorKind.PERSONAL_ACCOUNT);
        found(
                staff().clear("staff", 1, 60).after(60).buys("staff", 100.5, 1000),
                DetectorKind.PERSONAL_ACCOUNT,
                "staff");
        found(staff().clear("staff", -1, 60).buys("staff", 100.5, 1000), DetectorKind.PERSONAL_ACCOUNT, "staff");
        notFound(new Scenario().market(100).buys("client", 100.5, 1000), DetectorKind.PERSONAL_ACCOUNT);
    }

    private static Scenario staff() {
        return new Scenario().kind("staff", AccountKind.PERSONAL).market(100);
    }

    @Test
    void aPersonalTradeMayBeTurnedAfterThirtyDays() {
        notFound(turnedOn(30), DetectorKind.PERSONAL_ACCOUNT);
        found(turnedOn(29), DetectorKind.PERSONAL_ACCOUNT, "staff");
    }

    private static Scenario turnedOn(int day) {
        return staff().clear("staff", 1, 60)
                .buys("staff", 100.5, 1000)
                .day(day)
                .clear("staff", -1, 60)
                .sells("staff", 99.5, 1000);
    }

    /** Ten winners and ten losers; so many winners go to ann, the losers to bob. */
    private static Scenario allocations(int winnersForAnn, double delay) {
        Scenario scenario = new Scenario();
        for (int i = 0; i < 10; i++) {
            scenario.after(60).market(99).allocate(i < winnersForAnn ? "bob" : "ann", "desk", 100, MILLION, delay);
            scenario.after(60).market(101).allocate(i < winnersForAnn ? "ann" : "bob", "desk", 100, MILLION, delay);
        }
        return scenario;
    }

    @Test
    void allWinnersForOneAccountLongAfterTheTradeAreCherryPicked() {
        // Chi-square of 10, 0 against 0, 10 is 20; of 9, 1 against 1, 9 it is 12.8.
        found(allocations(10, 900), DetectorKind.LATE_ALLOCATION, "ann");
        notFound(allocations(9, 900), DetectorKind.LATE_ALLOCATION);
        notFound(allocations(10, 899), DetectorKind.LATE_ALLOCATION);
    }

    @Test
    void theChiSquareOfATableIsPearsons() {
        // By hand: 20 (10 · 10)² / 10⁴ and 20 (9 · 9 - 1)² / 10⁴.
        assertThat(LateAllocation.chiSquare(10, 0, 0, 10)).isEqualTo(20);
        assertThat(LateAllocation.chiSquare(9, 1, 1, 9)).isEqualTo(12.8);
        assertThat(LateAllocation.chiSquare(5, 5, 0, 0)).isZero();
    }
}
