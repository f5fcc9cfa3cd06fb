package io.bondtrader.compliance.surveillance;

import static io.bondtrader.compliance.surveillance.Scenario.MILLION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Abuse by orders: what is found, what only looks like it, and where the line runs. */
final class OrderDetectorsTest {

    private static void found(Scenario scenario, DetectorKind kind, String owner) {
        assertThat(scenario.alerts(kind)).hasSize(1).first().satisfies(alert -> {
            assertThat(alert.owner()).isEqualTo(owner);
            assertThat(alert.detector()).isEqualTo(kind);
            assertThat(alert.events()).contains(alert.toIndex()).isSorted();
            assertThat(alert.fromIndex()).isEqualTo(alert.events().get(0));
        });
    }

    private static void notFound(Scenario scenario, DetectorKind kind) {
        assertThat(scenario.alerts(kind)).isEmpty();
    }

    /** Usual orders are a million; the half-spread is half a point. */
    private static Scenario spoof(double size, double price, double fill, double wait, double withdrawn) {
        return new Scenario()
                .usualDay()
                .bid("show", "ann/1", price, size)
                .after(wait)
                .offer("real", "ann/2", 100.5, fill)
                .fill("real", 100.5, fill, "bob")
                .after(withdrawn)
                .cancel("show");
    }

    @Test
    void aLargeDeepBidWithdrawnAfterASaleOfTheSameOwnerIsSpoofing() {
        found(spoof(10 * MILLION, 98, MILLION, 60, 5), DetectorKind.SPOOFING_ORDER, "ann");
    }

    @Test
    void theAlertTellsWhatWasMeasured() {
        SurveillanceAlert alert = spoof(10 * MILLION, 98, MILLION, 60, 5)
                .alerts(DetectorKind.SPOOFING_ORDER)
                .get(0);

        assertThat(alert.conditions())
                .extracting(Condition::name)
                .containsExactly(
                        "sizeMultiple",
                        "halfSpreadsFromBest",
                        "sizeToOppositeFill",
                        "shownToOppositeShown",
                        "likeShare",
                        "filledShare",
                        "fillWithinSeconds",
                        "withdrawnWithinSeconds");
        assertThat(alert.conditions().get(0).measured()).isEqualTo(10);
        assertThat(alert.conditions().get(1).measured()).isCloseTo(3, within(1e-12));
        assertThat(alert.conditions().get(6).measured()).isEqualTo(60);
        assertThat(alert.conditions().get(7).measured()).isEqualTo(5);
    }

    @Test
    void exactlyAtEveryBoundIsSpoofingToo() {
        // 2 × the mean and 5 × the fill, 2 half-spreads behind the bid of 99.5, 120 s and 30 s.
        found(spoof(2 * MILLION, 98.5, 0.4 * MILLION, 120, 30), DetectorKind.SPOOFING_ORDER, "ann");
    }

    @Test
    void aLittleInsideAnyBoundIsNot() {
        notFound(spoof(1.99 * MILLION, 98.5, 0.4 * MILLION, 60, 5), DetectorKind.SPOOFING_ORDER);
        notFound(spoof(2 * MILLION, 98.51, 0.4 * MILLION, 60, 5), DetectorKind.SPOOFING_ORDER);
        notFound(spoof(2 * MILLION, 98.5, 0.41 * MILLION, 60, 5), DetectorKind.SPOOFING_ORDER);
        notFound(spoof(2 * MILLION, 98.5, 0.4 * MILLION, 120.001, 5), DetectorKind.SPOOFING_ORDER);
        notFound(spoof(2 * MILLION, 98.5, 0.4 * MILLION, 60, 30.001), DetectorKind.SPOOFING_ORDER);
    }

    /** So many bids behind the market that rested for an hour, and then a large one that goes after a sale. */
    private static Scenario spoofAfter(int earnest, double size, double price) {
        Scenario scenario = new Scenario().usualDay();
        for (int i = 0; i < earnest; i++) {
            scenario.bid("earnest" + i, "ann/1", price, size).after(3600).cancel("earnest" + i);
        }
        return scenario.bid("show", "ann/1", 98, 10 * MILLION)
                .after(60)
                .offer("real", "ann/2", 100.5, MILLION)
                .fill("real", 100.5, MILLION, "bob")
                .after(5)
                .cancel("show");
    }

    @Test
    void whoRestsBidsInEarnestWithdrawsALargeOneAfterASaleByChance() {
        found(spoofAfter(9, 3 * MILLION, 98), DetectorKind.SPOOFING_ORDER, "ann");
        notFound(spoofAfter(10, 3 * MILLION, 98), DetectorKind.SPOOFING_ORDER);
    }

    @Test
    void smallBidsBehindTheMarketTellOfTheCustomAsWellAsLargeOnes() {
        found(spoofAfter(9, 0.1 * MILLION, 99.4), DetectorKind.SPOOFING_ORDER, "ann");
        notFound(spoofAfter(10, 0.1 * MILLION, 99.4), DetectorKind.SPOOFING_ORDER);
    }

    @Test
    void bidsAtTheBestPriceTellNothingOfOrdersBehindIt() {
        found(spoofAfter(30, 3 * MILLION, 99.5), DetectorKind.SPOOFING_ORDER, "ann");
    }

    /** A large bid and beside it an offer of a size, withdrawn together after another offer was met. */
    private static Scenario spoofBesideAnOffer(double size) {
        return new Scenario()
                .usualDay()
                .bid("show", "ann", 98, 10 * MILLION)
                .offer("other", "ann", 102, size)
                .after(60)
                .offer("real", "ann", 100.5, MILLION)
                .fill("real", 100.5, MILLION, "bob")
                .after(5)
                .cancel("other")
                .cancel("show");
    }

    @Test
    void whoShowsBothSidesMakesAMarket() {
        // What was sold was shown as well: three times 3.33 million is ten.
        found(spoofBesideAnOffer(2.33 * MILLION), DetectorKind.SPOOFING_ORDER, "ann");
        notFound(spoofBesideAnOffer(2.34 * MILLION), DetectorKind.SPOOFING_ORDER);
    }

    @Test
    void anOrderThatTradedWasMeant() {
        Scenario traded = new Scenario()
                .usualDay()
                .bid("show", "ann", 98, 10 * MILLION)
                .fill("show", 98, 1.01 * MILLION, "bob")
                .offer("real", "ann", 100.5, MILLION)
                .fill("real", 100.5, MILLION, "bob")
                .after(5)
                .cancel("show");

        notFound(traded, DetectorKind.SPOOFING_ORDER);
    }

    @Test
    void aSaleByAnOrderThatWasThereBeforeIsNoReasonToSpoof() {
        Scenario earlier = new Scenario()
                .usualDay()
                .offer("real", "ann", 100.5, MILLION)
                .bid("show", "ann", 98, 10 * MILLION)
                .after(5)
                .fill("real", 100.5, MILLION, "bob")
                .after(5)
                .cancel("show");

        notFound(earlier, DetectorKind.SPOOFING_ORDER);
    }

    /** Shows bids of a size, sells a million each time, and withdraws the bid seconds later. */
    private static Scenario cycles(int number, double shown, double bidBySide) {
        Scenario scenario = new Scenario().usualDay();
        for (int i = 0; i < number; i++) {
            scenario.bid("show" + i, "ann", 99.5, shown)
                    .after(20)
                    .offer("real" + i, "ann", 100.5, bidBySide)
                    .fill("real" + i, 100.5, Math.min(MILLION, bidBySide), "bob")
                    .after(10)
                    .cancel("show" + i)
                    .after(60);
        }
        return scenario;
    }

    @Test
    void bidsWithdrawnThreeTimesAfterSmallSalesAreAPattern() {
        found(cycles(3, 10 * MILLION, MILLION), DetectorKind.SPOOFING_PATTERN, "ann");
    }

    @Test
    void twiceIsNoPattern() {
        notFound(cycles(2, 10 * MILLION, MILLION), DetectorKind.SPOOFING_PATTERN);
    }

    @Test
    void whoShowsBothSidesAlikeMakesAMarket() {
        notFound(cycles(6, 10 * MILLION, 10 * MILLION), DetectorKind.SPOOFING_PATTERN);
    }

    @Test
    void threeTimesTheOtherSideIsTheLine() {
        found(cycles(4, 3 * MILLION, MILLION), DetectorKind.SPOOFING_PATTERN, "ann");
        notFound(cycles(4, 2.99 * MILLION, MILLION), DetectorKind.SPOOFING_PATTERN);
    }

    /** Layers below the bid, a rise of the market, a sale, and the layers are gone. */
    private static Scenario layers(int levels, double each, double rise, int withdrawn) {
        Scenario scenario = new Scenario().market(100);
        for (int i = 0; i < levels; i++) {
            scenario.bid("layer" + i, "ann/" + (1 + i % 2), 99.5 - 0.1 * i, each)
                    .after(5);
        }
        scenario.market(100 + rise)
                .offer("real", "ann/3", 100.5, 2 * MILLION)
                .fill("real", 100.5, 2 * MILLION, "bob")
                .after(3);
        for (int i = 0; i < withdrawn; i++) {
            scenario.cancel("layer" + i).after(1);
        }
        return scenario;
    }

    @Test
    void layersWithdrawnAfterASaleAtTheBetterPriceAreLayering() {
        found(layers(4, 10 * MILLION, 0.5, 4), DetectorKind.LAYERING, "ann");
    }

    @Test
    void threeLevelsOfAThirdOfTheDepthAreTheLine() {
        found(layers(3, 10 * MILLION, 0.125, 3), DetectorKind.LAYERING, "ann");
        notFound(layers(2, 20 * MILLION, 0.5, 2), DetectorKind.LAYERING);
        notFound(layers(3, 9.99 * MILLION, 0.5, 3), DetectorKind.LAYERING);
        notFound(layers(3, 10 * MILLION, 0.12, 3), DetectorKind.LAYERING);
    }

    @Test
    void layersThatMostlyStayWereMeant() {
        notFound(layers(10, 5 * MILLION, 0.5, 8), DetectorKind.LAYERING);
        found(layers(10, 5 * MILLION, 0.5, 9), DetectorKind.LAYERING, "ann");
    }

    @Test
    void aQuoteThatAClientAskedForIsNoLevelOfTheBook() {
        // Two levels of the book and a quote on request, or three levels of the book.
        for (String venue : List.of("RFQ", "XOFF")) {
            Scenario scenario = new Scenario()
                    .market(100)
                    .bid("layer0", "ann/1", 99.5, 10 * MILLION)
                    .bid("layer1", "ann/1", 99.4, 10 * MILLION)
                    .on(venue)
                    .bid("layer2", "ann/1", 99.3, 20 * MILLION)
                    .on("XOFF")
                    .after(5)
                    .market(100.5)
                    .offer("real", "ann/3", 100.5, 2 * MILLION)
                    .fill("real", 100.5, 2 * MILLION, "bob")
                    .after(3)
                    .cancel("layer0")
                    .cancel("layer1")
                    .cancel("layer2");
            if (venue.equals("XOFF")) {
                found(scenario, DetectorKind.LAYERING, "ann");
            } else {
                notFound(scenario, DetectorKind.LAYERING);
            }
        }
    }

    @Test
    void severalOrdersThatGoAfterOneSaleAreOneTime() {
        Scenario scenario = new Scenario().usualDay();
        for (int i = 0; i < 2; i++) {
            for (int order = 0; order < 3; order++) {
                scenario.bid("show" + i + order, "ann", 99.5 - 0.1 * order, 10 * MILLION);
            }
            scenario.after(20).offer("real" + i, "ann", 100.5, MILLION).fill("real" + i, 100.5, MILLION, "bob");
            for (int order = 0; order < 3; order++) {
                scenario.after(2).cancel("show" + i + order);
            }
        }
        notFound(scenario, DetectorKind.SPOOFING_PATTERN);
    }

    @Test
    void aMakerOfMarketsWithALadderOnEitherSideIsNoLayerer() {
        Scenario ladder = new Scenario().market(100);
        for (int i = 0; i < 4; i++) {
            ladder.bid("bid" + i, "maker", 99.5 - 0.1 * i, 10 * MILLION)
                    .offer("offer" + i, "maker", 100.5 + 0.1 * i, 10 * MILLION);
        }
        ladder.after(5).market(100.5).fill("offer0", 100.5, 10 * MILLION, "bob").after(3);
        for (int i = 0; i < 4; i++) {
            ladder.cancel("bid" + i);
        }

        notFound(ladder, DetectorKind.LAYERING);
    }

    /** Orders a few milliseconds apart, each withdrawn after some milliseconds. */
    private static Scenario burst(int orders, double life) {
        Scenario scenario = new Scenario().market(100);
        for (int i = 0; i < orders; i++) {
            scenario.bid("q" + i, "ann", 99, MILLION)
                    .after(life)
                    .cancel("q" + i)
                    .after(0.001);
        }
        return scenario;
    }

    @Test
    void aHundredMessagesInASecondAllWithdrawnAtOnceAreStuffing() {
        found(burst(50, 0.004), DetectorKind.QUOTE_STUFFING, "ann");
        notFound(burst(49, 0.004), DetectorKind.QUOTE_STUFFING);
    }

    @Test
    void ordersThatCouldHaveTradedAreNoStuffing() {
        Scenario slow = new Scenario().market(100);
        for (int i = 0; i < 100; i++) {
            slow.bid("q" + i, "ann", 99, MILLION).after(0.003);
        }
        for (int i = 0; i < 100; i++) {
            slow.cancel("q" + i).after(0.003);
        }

        notFound(slow, DetectorKind.QUOTE_STUFFING);
    }

    @Test
    void aBusyVenueRaisesTheLine() {
        // 1,100 seconds of 64 messages: then a burst of 100 is above the line of 80 that bins allow, one of 70 is not.
        Scenario busy = new Scenario().market(100);
        for (int second = 0; second < 1100; second++) {
            for (int i = 0; i < 64; i++) {
                busy.bid("b" + second + "-" + i, "crowd" + i, 99, MILLION);
            }
            busy.after(1);
        }
        SurveillanceRules low = SurveillanceRules.standard()
                .only(DetectorKind.QUOTE_STUFFING)
                .with(DetectorKind.QUOTE_STUFFING, "messagesPerSecond", 20);
        for (int i = 0; i < 35; i++) {
            busy.bid("q" + i, "ann", 99, MILLION).after(0.001).cancel("q" + i);
        }
        assertThat(busy.alerts(low)).isEmpty();
        for (int i = 35; i < 50; i++) {
            busy.bid("q" + i, "ann", 99, MILLION).after(0.001).cancel("q" + i);
        }
        assertThat(busy.alerts(low)).hasSize(1);
    }

    private static Scenario session(int orders, int trades) {
        Scenario scenario = new Scenario().market(100);
        for (int i = 0; i < orders; i++) {
            scenario.bid("o" + i, "ann", 99, MILLION).after(10).cancel("o" + i);
        }
        for (int i = 0; i < trades; i++) {
            scenario.bid("t" + i, "ann", 100.5, MILLION).fill("t" + i, 100.5, MILLION, "bob");
        }
        return scenario;
    }

    @Test
    void ordersOverTradesLessOneIsMeasuredAtTheEndOfTheDay() {
        // 2 × 250 messages and 2 orders that traded: 502 / 2 - 1 = 250.
        found(session(250, 2), DetectorKind.ORDER_TO_TRADE, "ann");
        notFound(session(250, 3), DetectorKind.ORDER_TO_TRADE);
        notFound(session(249, 2), DetectorKind.ORDER_TO_TRADE);
    }

    @Test
    void aDayWithoutATradeBreachesByItsOrders() {
        found(session(250, 0), DetectorKind.ORDER_TO_TRADE, "ann");
        notFound(session(249, 0), DetectorKind.ORDER_TO_TRADE);
    }

    @Test
    void aChangeCountsTwice() {
        Scenario scenario = new Scenario().market(100);
        for (int i = 0; i < 125; i++) {
            scenario.bid("o" + i, "ann", 99, MILLION)
                    .amend("o" + i, 98.9, MILLION)
                    .cancel("o" + i);
        }
        found(scenario, DetectorKind.ORDER_TO_TRADE, "ann");
    }

    /** Five days that move by one point, so that a daily deviation is sqrt(pi / 2) points; then a deep bid. */
    private static Scenario deep(double deviations, double size, double rested) {
        Scenario scenario = new Scenario();
        for (int day = 0; day < 7; day++) {
            scenario.day(day).market(100 + day % 2);
        }
        scenario.bid("usual", "bob", 99, MILLION).day(7).market(101);
        double price = 101 - deviations * Math.sqrt(Math.PI / 2);
        return scenario.bid("deep", "ann", price, size).after(rested).cancel("deep");
    }

    @Test
    void aLargeBidFourDailyMovesBelowTheMarketIsNotMeant() {
        found(deep(4.001, 2 * MILLION, 60), DetectorKind.NO_INTENT, "ann");
        notFound(deep(3.999, 2 * MILLION, 60), DetectorKind.NO_INTENT);
        notFound(deep(5, 1.99 * MILLION, 60), DetectorKind.NO_INTENT);
        notFound(deep(5, 2 * MILLION, 59.9), DetectorKind.NO_INTENT);
    }

    @Test
    void aBidThatWasBroughtNearerWasMeant() {
        Scenario scenario = new Scenario();
        for (int day = 0; day < 7; day++) {
            scenario.day(day).market(100 + day % 2);
        }
        scenario.bid("usual", "bob", 99, MILLION)
                .day(7)
                .market(101)
                .bid("deep", "ann", 90, 10 * MILLION)
                .after(100)
                .amend("deep", 99, 10 * MILLION)
                .after(100)
                .cancel("deep");

        notFound(scenario, DetectorKind.NO_INTENT);
    }

    @Test
    void oneWindowHasOneAlertAndTheNextHasItsOwn() {
        Scenario scenario = new Scenario().usualDay();
        for (int i = 0; i < 3; i++) {
            scenario.at(i < 2 ? "10:0" + i + ":00" : "11:05:00")
                    .bid("show" + i, "ann", 98, 10 * MILLION)
                    .after(5)
                    .offer("real" + i, "ann", 100.5, MILLION)
                    .fill("real" + i, 100.5, MILLION, "bob")
                    .after(5)
                    .cancel("show" + i);
        }
        List<SurveillanceAlert> alerts = scenario.alerts(DetectorKind.SPOOFING_ORDER);

        assertThat(alerts)
                .extracting(alert -> alert.foundAt().toString())
                .containsExactly("2026-03-03T10:00:10Z", "2026-03-03T11:05:10Z");
    }
}
