package io.bondtrader.compliance.surveillance;

import static io.bondtrader.compliance.surveillance.Scenario.BOND;
import static io.bondtrader.compliance.surveillance.Scenario.FUTURE;
import static io.bondtrader.compliance.surveillance.Scenario.MILLION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Abuse by trades: what is found, what only looks like it, and where the line runs. */
final class TradeDetectorsTest {

    private static void found(Scenario scenario, DetectorKind kind, String... owners) {
        assertThat(scenario.alerts(kind)).extracting(SurveillanceAlert::owner).containsExactlyInAnyOrder(owners);
    }

    private static void notFound(Scenario scenario, DetectorKind kind) {
        assertThat(scenario.alerts(kind)).isEmpty();
    }

    @Test
    void twoAccountsOfOneOwnerThatTradeWithEachOtherWash() {
        found(new Scenario().market(100).trade("ann/1", "ann/2", 100, MILLION), DetectorKind.WASH_TRADE, "ann");
    }

    @Test
    void accountsOfTwoOwnersDoNot() {
        notFound(new Scenario().market(100).trade("ann/1", "bob/1", 100, MILLION), DetectorKind.WASH_TRADE);
    }

    @Test
    void aWashTradeMayBeExemptBelowASize() {
        SurveillanceRules rules = SurveillanceRules.standard()
                .only(DetectorKind.WASH_TRADE)
                .with(DetectorKind.WASH_TRADE, "size", MILLION);

        assertThat(new Scenario().trade("ann/1", "ann/2", 100, MILLION).alerts(rules))
                .hasSize(1);
        assertThat(new Scenario().trade("ann/1", "ann/2", 100, MILLION - 1).alerts(rules))
                .isEmpty();
    }

    @Test
    void thereAndBackTwiceByOrdersEnteredTogetherIsPrearranged() {
        Scenario four = new Scenario().market(100);
        for (int i = 0; i < 2; i++) {
            four.trade("ann", "bob", 100, 3 * MILLION)
                    .after(60)
                    .trade("bob", "ann", 100, 3 * MILLION)
                    .after(60);
        }

        found(four, DetectorKind.WASH_MATCHED, "ann");
        assertThat(four.alerts(DetectorKind.WASH_MATCHED).get(0).others()).containsExactly("bob");
    }

    @Test
    void thereAndBackOnceIsNot() {
        notFound(
                new Scenario()
                        .market(100)
                        .trade("ann", "bob", 100, 3 * MILLION)
                        .trade("bob", "ann", 100, 3 * MILLION)
                        .trade("bob", "ann", 100, 5 * MILLION),
                DetectorKind.WASH_MATCHED);
    }

    @Test
    void aSubsetThatCancelsOutIsFoundAmongOtherTrades() {
        // 3 + 4 - 5 - 2 = 0; the 1.7 belongs to no subset.
        Scenario mixed = new Scenario()
                .market(100)
                .trade("ann", "bob", 100, 3 * MILLION)
                .trade("ann", "bob", 100, 1.7 * MILLION)
                .trade("ann", "bob", 100, 4 * MILLION)
                .trade("bob", "ann", 100, 5 * MILLION)
                .trade("bob", "ann", 100, 2 * MILLION);

        found(mixed, DetectorKind.WASH_MATCHED, "ann");
        assertThat(mixed.alerts(DetectorKind.WASH_MATCHED)
                        .get(0)
                        .conditions()
                        .get(0)
                        .measured())
                .isEqualTo(4);
    }

    @Test
    void ordersEnteredOverASecondApartAreNoArrangement() {
        Scenario apart = new Scenario().market(100);
        for (int i = 0; i < 3; i++) {
            for (String[] way : new String[][] {{"ann", "bob"}, {"bob", "ann"}}) {
                String id = way[0] + i;
                apart.offer("s" + id, way[0], 100, MILLION)
                        .after(1.001)
                        .bid("b" + id, way[1], 100, MILLION)
                        .fill("b" + id, 100, MILLION, way[0], true)
                        .fill("s" + id, 100, MILLION, way[1]);
            }
        }
        notFound(apart, DetectorKind.WASH_MATCHED);
    }

    private static Scenario circle(double last, double price) {
        return new Scenario()
                .market(100)
                .trade("ann", "bob", 100, 10 * MILLION)
                .after(60)
                .trade("bob", "cat", 100, 10 * MILLION)
                .after(60)
                .trade("cat", "ann", price, last);
    }

    @Test
    void aBondThatGoesRoundAmongThreeAndComesBackIsAWash() {
        found(circle(10 * MILLION, 100), DetectorKind.WASH_CYCLE, "ann");
        assertThat(circle(10 * MILLION, 100)
                        .alerts(DetectorKind.WASH_CYCLE)
                        .get(0)
                        .others())
                .containsExactly("bob", "cat");
    }

    @Test
    void onePercentOfTheGrossMayStayWithAMember() {
        // ann: (10 - 9.81) / 19.81 = 0.96 %; with 9.79: 1.06 %.
        found(circle(9.81 * MILLION, 100), DetectorKind.WASH_CYCLE, "ann");
        notFound(circle(9.79 * MILLION, 100), DetectorKind.WASH_CYCLE);
    }

    @Test
    void whoPaysTheSpreadOnTheWayTradesInEarnest() {
        // ann sold at 100 and bought at 100.14: 0.14 / 2 = 0.07, of half-spreads of 0.5 it is 0.14; at 100.16 it is
        // 0.16.
        found(circle(10 * MILLION, 100.14), DetectorKind.WASH_CYCLE, "ann");
        notFound(circle(10 * MILLION, 100.16), DetectorKind.WASH_CYCLE);
    }

    @Test
    void anOpenChainIsNoCircle() {
        notFound(
                new Scenario()
                        .market(100)
                        .trade("ann", "bob", 100, 10 * MILLION)
                        .trade("bob", "cat", 100, 10 * MILLION)
                        .trade("cat", "dan", 100, 10 * MILLION),
                DetectorKind.WASH_CYCLE);
    }

    @Test
    void aCircleIsFoundBehindAMakerOfMarketsWhoTradesWithEverybody() {
        Scenario crowd = new Scenario()
                .market(100)
                .trade("maker", "ann", 100.5, 2 * MILLION)
                .trade("bob", "maker", 99.5, 7 * MILLION)
                .trade("eve", "fay", 100, 10 * MILLION)
                .trade("fay", "gil", 100, 10 * MILLION)
                .trade("maker", "gil", 100.5, 3 * MILLION)
                .trade("gil", "maker", 99.5, 1 * MILLION)
                .trade("gil", "eve", 100, 10 * MILLION);

        found(crowd, DetectorKind.WASH_CYCLE, "eve");
        assertThat(crowd.alerts(DetectorKind.WASH_CYCLE).get(0).others()).containsExactly("fay", "gil");
    }

    /** A bond goes round among three, each of whom buys as much or so of others meanwhile. */
    private static Scenario busyCircle(double besides) {
        Scenario scenario = new Scenario().market(100);
        for (String member : List.of("ann", "bob", "cat")) {
            scenario.trade("street " + member, member, 100, besides);
        }
        return scenario.trade("ann", "bob", 100, 10 * MILLION)
                .trade("bob", "cat", 100, 10 * MILLION)
                .trade("cat", "ann", 100, 10 * MILLION);
    }

    @Test
    void amongThoseWhoTradeWithEverybodyABondGoesRoundByChance() {
        // Twenty million of each member are inside.
        found(busyCircle(20 * MILLION), DetectorKind.WASH_CYCLE, "ann");
        notFound(busyCircle(20.1 * MILLION), DetectorKind.WASH_CYCLE);
    }

    private static Scenario prints(int pairs, double price, int others) {
        Scenario scenario = new Scenario().market(100);
        for (int i = 0; i < pairs; i++) {
            scenario.trade("ann", "bob", price, MILLION)
                    .after(20)
                    .trade("bob", "ann", price, MILLION)
                    .after(20);
            if (i < others) {
                scenario.trade("cat" + i, "dan" + i, 100, MILLION);
            }
        }
        return scenario;
    }

    @Test
    void eightPrintsThatChangeNobodysPositionPaintTheTape() {
        found(prints(4, 100, 0), DetectorKind.PAINTING_TAPE, "ann");
        notFound(prints(3, 100, 0), DetectorKind.PAINTING_TAPE);
    }

    @Test
    void aPrintFarFromTheMiddleIsNoPaint() {
        // Three quarters of a half-spread of half a point.
        found(prints(4, 100.375, 0), DetectorKind.PAINTING_TAPE, "ann");
        notFound(prints(4, 100.376, 0), DetectorKind.PAINTING_TAPE);
    }

    /** The market moves between there and back: who sells at the new bid what it bought at the old ask has paid twice. */
    private static Scenario printsAcross(double halfMove) {
        Scenario scenario = new Scenario();
        for (int i = 0; i < 4; i++) {
            scenario.market(100 - halfMove)
                    .trade("ann", "bob", 100, MILLION)
                    .after(20)
                    .market(100 + halfMove)
                    .trade("bob", "ann", 100, MILLION)
                    .after(20);
        }
        return scenario;
    }

    @Test
    void whoPaysTheSpreadForEachPrintPaintsNothing() {
        // Half a half-spread of half a point is a quarter.
        found(printsAcross(0.25), DetectorKind.PAINTING_TAPE, "ann");
        notFound(printsAcross(0.26), DetectorKind.PAINTING_TAPE);
    }

    /** A circle of three whose orders rest before they are met, each for so long. */
    private static Scenario patientCircle(double... seconds) {
        Scenario scenario = new Scenario().market(100);
        String[] ring = {"ann", "bob", "cat"};
        for (int i = 0; i < 3; i++) {
            scenario.offer("s" + i, ring[i], 100, MILLION)
                    .after(seconds[i])
                    .bid("b" + i, ring[(i + 1) % 3], 100, MILLION)
                    .fill("s" + i, 100, MILLION, ring[(i + 1) % 3])
                    .fill("b" + i, 100, MILLION, ring[i], true);
        }
        return scenario;
    }

    @Test
    void printsOfOrdersThatWaitedPaintNothing() {
        for (double seconds : new double[] {60, 60.1}) {
            Scenario scenario = new Scenario().market(100);
            for (int i = 0; i < 8; i++) {
                String seller = i % 2 == 0 ? "ann" : "bob";
                String buyer = i % 2 == 0 ? "bob" : "ann";
                scenario.offer("s" + i, seller, 100, MILLION)
                        .after(seconds)
                        .bid("b" + i, buyer, 100, MILLION)
                        .fill("s" + i, 100, MILLION, buyer)
                        .fill("b" + i, 100, MILLION, seller, true);
            }
            if (seconds <= 60) {
                found(scenario, DetectorKind.PAINTING_TAPE, "ann");
            } else {
                notFound(scenario, DetectorKind.PAINTING_TAPE);
            }
        }
    }

    @Test
    void anOrderThatWaitedInTheBookMetWhoeverCame() {
        found(patientCircle(30, 30, 30), DetectorKind.WASH_CYCLE, "ann");
        notFound(patientCircle(0, 30.1, 0), DetectorKind.WASH_CYCLE);
    }

    @Test
    void printsThatDrownInTheTapePaintNothing() {
        Scenario drowned = new Scenario().market(100);
        for (int i = 0; i < 4; i++) {
            drowned.trade("ann", "bob", 100, MILLION);
            for (int other = 0; other < 5; other++) {
                drowned.trade("cat" + i + other, "dan" + i + other, 100, MILLION);
            }
            drowned.trade("bob", "ann", 100, MILLION).after(20);
        }
        notFound(drowned, DetectorKind.PAINTING_TAPE);
    }

    /** A quiet hour with a known volatility, then purchases that lift the market, then sales. */
    private static Scenario ramp(int purchases, double step, double sold) {
        return ramp(new Scenario(), purchases, step, sold, 1);
    }

    private static Scenario ramp(Scenario scenario, int purchases, double step, double sold, double answer) {
        for (int i = 0; i < 60; i++) {
            scenario.market(i % 2 == 0 ? 100 : 100.01, 0.05).after(60);
        }
        for (int i = 0; i < purchases; i++) {
            scenario.market(100 + step * i, 0.05)
                    .buys("ann/" + (1 + i % 2), 100.05 + step * i, MILLION)
                    .after(answer)
                    .market(100 + step * (i + 1), 0.05)
                    .after(20 - answer);
        }
        return scenario.sells("ann/3", 100 + step * purchases, sold);
    }

    @Test
    void fivePurchasesThatLiftTheMarketAndASaleIntoItAreARamp() {
        found(ramp(5, 0.1, 3 * MILLION), DetectorKind.RAMPING, "ann");
        notFound(ramp(4, 0.1, 3 * MILLION), DetectorKind.RAMPING);
    }

    @Test
    void whoKeepsHalfOfItInvests() {
        found(ramp(6, 0.1, 3 * MILLION), DetectorKind.RAMPING, "ann");
        notFound(ramp(6, 0.1, 2.99 * MILLION), DetectorKind.RAMPING);
    }

    @Test
    void aMarketThatRisesBetweenThePurchasesIsNotRampedByThem() {
        found(ramp(new Scenario(), 6, 0.1, 6 * MILLION, 5), DetectorKind.RAMPING, "ann");
        notFound(ramp(new Scenario(), 6, 0.1, 6 * MILLION, 5.1), DetectorKind.RAMPING);
    }

    @Test
    void whoBuysBackWhatAClientTookBuildsNoPosition() {
        // After an hour of quotes a client takes four or three million, then six are bought.
        Scenario hedge = ramp(0, 0.1, 4 * MILLION);
        Scenario open = ramp(0, 0.1, 3 * MILLION);
        for (Scenario scenario : List.of(hedge, open)) {
            for (int i = 0; i < 6; i++) {
                scenario.after(20)
                        .market(100 + 0.1 * i, 0.05)
                        .buys("ann/1", 100.05 + 0.1 * i, MILLION)
                        .after(1)
                        .market(100.1 + 0.1 * i, 0.05);
            }
            scenario.after(20).sells("ann/3", 100.6, 3 * MILLION);
        }
        notFound(hedge, DetectorKind.RAMPING);
        found(open, DetectorKind.RAMPING, "ann");
    }

    /** A block of others among six purchases. */
    private static Scenario rampBesideABlock(String venue) {
        Scenario scenario =
                ramp(0, 0.1, 0).on(venue).trade("eve", "fay", 100, 40 * MILLION).on("XOFF");
        return purchases(
                        purchases(scenario, 1)
                                .on(venue)
                                .trade("eve", "fay", 100, 40 * MILLION)
                                .on("XOFF"),
                        5)
                .sells("ann/3", 100, 6 * MILLION);
    }

    private static Scenario purchases(Scenario scenario, int number) {
        for (int i = 0; i < number; i++) {
            double mid = 100 + 0.1 * (number == 1 ? 0 : i + 1);
            scenario.after(20)
                    .market(mid, 0.05)
                    .buys("ann/1", mid + 0.05, MILLION)
                    .after(1)
                    .market(mid + 0.1, 0.05);
        }
        return scenario;
    }

    @Test
    void aBlockThatWasTalkedOverIsNoVolumeOfTheBook() {
        found(rampBesideABlock("VOICE"), DetectorKind.RAMPING, "ann");
        notFound(rampBesideABlock("XOFF"), DetectorKind.RAMPING);
    }

    @Test
    void whatIsUsualIsNotKnownAfterTenMinutes() {
        Scenario early = new Scenario();
        for (int i = 0; i < 10; i++) {
            early.market(i % 2 == 0 ? 100 : 100.01, 0.05).after(60);
        }
        notFound(purchases(purchases(early, 1), 5).sells("ann/3", 100, 6 * MILLION), DetectorKind.RAMPING);
    }

    @Test
    void aJumpBeforehandIsNoVolatilityThatHidesARamp() {
        Scenario jumped = new Scenario();
        for (int i = 0; i < 60; i++) {
            jumped.market((i < 30 ? 97 : 100) + (i % 2 == 0 ? 0 : 0.01), 0.05).after(60);
        }
        found(purchases(purchases(jumped, 1), 5).sells("ann/3", 100, 6 * MILLION), DetectorKind.RAMPING, "ann");
    }

    @Test
    void aMarketThatHardlyMovesIsNotRamped() {
        notFound(ramp(8, 0.001, 8 * MILLION), DetectorKind.RAMPING);
    }

    @Test
    void rankCorrelationSharesTheRanksOfEqualPrices() {
        Scenario scenario = new Scenario();
        MarketReference reference = scenario.reference();
        InstrumentFlow flow = new InstrumentFlow(reference.termsOf(BOND), 0);
        Activity ann = new Activity("ann", AccountKind.CLIENT, flow, 0);
        List<Fill> fills = new java.util.ArrayList<>();
        // Spearman of times 1..4 and prices 1, 3, 3, 5: ranks 1, 2.5, 2.5, 4 give 4.5 / sqrt(5 * 4.5) by hand.
        for (double middle : new double[] {1, 3, 3, 5}) {
            flow.quote(FlowEvent.quoted(0, 0, BOND, middle, middle, 1, 1));
            fills.add(new Fill(FlowEvent.filled(0, 0, "ann", BOND, "XOFF", "o", 1, middle, 1, "", true), ann, null));
        }
        assertThat(Ramping.spearman(fills)).isCloseTo(4.5 / Math.sqrt(5 * 4.5), within(1e-12));
    }

    private static Scenario cross(int purchases, double back, double displaced) {
        return cross(purchases, back, displaced, 100, 130);
    }

    private static Scenario cross(int purchases, double back, double displaced, double bondAfter, double future) {
        Scenario scenario = new Scenario();
        scenario.market(100);
        for (int i = 0; i < 60; i++) {
            scenario.in(FUTURE).market(i % 2 == 0 ? 130 : 130.01, 0.01).after(60);
        }
        for (int i = 0; i < purchases; i++) {
            scenario.market(130 + 0.1 * i, 0.01)
                    .buys("ann", 130.01 + 0.1 * i, MILLION)
                    .after(1)
                    .market(130.1 + 0.1 * i, 0.01)
                    .after(9);
        }
        scenario.after(20).market(130 + 0.1 * purchases * displaced, 0.01);
        scenario.in(BOND).market(102).sells("ann", 101.5, 20 * MILLION);
        return scenario.after(30)
                .market(bondAfter)
                .in(FUTURE)
                .market(future, 0.01)
                .sells("ann", future, back);
    }

    @Test
    void aFuturePushedUpForASaleOfTheBondIsManipulation() {
        found(cross(4, 2 * MILLION, 1), DetectorKind.CROSS_PRODUCT, "ann");
        assertThat(cross(4, 2 * MILLION, 1)
                        .alerts(DetectorKind.CROSS_PRODUCT)
                        .get(0)
                        .instrument())
                .isEqualTo(BOND);
        notFound(cross(2, 2 * MILLION, 1), DetectorKind.CROSS_PRODUCT);
        notFound(cross(4, 1.99 * MILLION, 1), DetectorKind.CROSS_PRODUCT);
        found(cross(4, 2 * MILLION, 0.51), DetectorKind.CROSS_PRODUCT, "ann");
        notFound(cross(4, 2 * MILLION, 0.49), DetectorKind.CROSS_PRODUCT);
        // Sold at 101.5: a quarter of a point is half a half-spread of profit.
        found(cross(4, 2 * MILLION, 1, 101.25, 130), DetectorKind.CROSS_PRODUCT, "ann");
        notFound(cross(4, 2 * MILLION, 1, 101.26, 130), DetectorKind.CROSS_PRODUCT);
    }

    @Test
    void aFutureThatStaysUpWasNotPushed() {
        // It was taken from 130 to 130.4.
        found(cross(4, 2 * MILLION, 1, 100, 130.19), DetectorKind.CROSS_PRODUCT, "ann");
        notFound(cross(4, 2 * MILLION, 1, 100, 130.21), DetectorKind.CROSS_PRODUCT);
    }

    @Test
    void aHedgeAfterTheTradeInTheBondIsNone() {
        Scenario hedge = new Scenario().market(100).sells("ann", 99.5, 20 * MILLION);
        hedge.in(FUTURE).market(130);
        for (int i = 0; i < 4; i++) {
            hedge.after(10).market(130 + 0.1 * i).buys("ann", 130 + 0.1 * i, MILLION);
        }
        notFound(hedge.after(100).sells("ann", 130, 4 * MILLION), DetectorKind.CROSS_PRODUCT);
    }

    @Test
    void aTradeBeyondTwoSpreadsIsOffTheMarket() {
        found(new Scenario().market(100).buys("ann", 102.01, MILLION), DetectorKind.OFF_MARKET, "ann");
        notFound(new Scenario().market(100).buys("ann", 102, MILLION), DetectorKind.OFF_MARKET);
    }

    @Test
    void aMarketThatTradesWideRaisesTheLine() {
        Scenario wide = new Scenario().market(100);
        for (int i = 0; i < 20; i++) {
            wide.buys("x" + i, 101.5, MILLION);
        }
        notFound(wide.buys("ann", 106, MILLION), DetectorKind.OFF_MARKET);
        found(wide.buys("bob", 106.01, MILLION), DetectorKind.OFF_MARKET, "bob");
    }

    /** Twenty-five quiet days, then one on which the market moves into the fix and opens somewhere the day after. */
    private static Scenario fix(int quietDays, double move, double nextOpen, double ownSize, double otherSize) {
        return fix(quietDays, move, nextOpen, ownSize, otherSize, 1);
    }

    /** Of the move, {@code ownMove} is the market's answer to ann, the rest to bob. */
    private static Scenario fix(
            int quietDays, double move, double nextOpen, double ownSize, double otherSize, double ownMove) {
        Scenario scenario = new Scenario();
        for (int day = 0; day < quietDays; day++) {
            scenario.day(day)
                    .market(100)
                    .at("15:59:59")
                    .market(100)
                    .at("16:10:00")
                    .market(100 + 0.01 * (1 + day % 2));
        }
        return scenario.day(quietDays)
                .market(100)
                .at("15:59:59")
                .market(100)
                .at("16:05:00")
                .buys("bob", 100.5, otherSize)
                .after(1)
                .market(100 + move * (1 - ownMove))
                .at("16:06:00")
                .buys("ann/1", 100.5, ownSize / 2)
                .after(1)
                .market(100 + move)
                .at("16:14:00")
                .buys("ann/2", 100.5 + move, ownSize / 2)
                .day(quietDays + 1)
                .market(nextOpen);
    }

    @Test
    void aMoveIntoTheFixThatIsGoneByTheNextOpenWasMade() {
        Scenario marked = fix(25, 0.5, 100.1, 10 * MILLION, 5 * MILLION, 0.5);

        found(marked, DetectorKind.MARKING_CLOSE, "ann", "bob");
        assertThat(marked.alerts(DetectorKind.MARKING_CLOSE))
                .allSatisfy(alert -> assertThat(alert.foundAt()).hasToString("2026-03-28T08:00:00Z"));
    }

    @Test
    void whoOnlyTradedWhileOthersMovedThePriceMarkedNothing() {
        // Four times the usual move is 0.04 of the 0.5.
        found(fix(25, 0.5, 100.1, 10 * MILLION, 5 * MILLION, 0.09), DetectorKind.MARKING_CLOSE, "ann", "bob");
        found(fix(25, 0.5, 100.1, 10 * MILLION, 5 * MILLION, 0.07), DetectorKind.MARKING_CLOSE, "bob");
    }

    @Test
    void aMoveThatStaysIsARebalance() {
        notFound(fix(25, 0.5, 100.26, 10 * MILLION, MILLION), DetectorKind.MARKING_CLOSE);
        found(fix(25, 0.5, 100.24, 10 * MILLION, MILLION), DetectorKind.MARKING_CLOSE, "ann");
    }

    @Test
    void aMoveAsOnOtherDaysAndAShortHistoryProveNothing() {
        // The median of the days before is a hundredth: four of them are the line.
        found(fix(25, 0.041, 100, 10 * MILLION, MILLION), DetectorKind.MARKING_CLOSE, "ann");
        notFound(fix(25, 0.039, 100, 10 * MILLION, MILLION), DetectorKind.MARKING_CLOSE);
        notFound(fix(19, 0.5, 100, 10 * MILLION, MILLION), DetectorKind.MARKING_CLOSE);
        found(fix(20, 0.5, 100, 10 * MILLION, MILLION), DetectorKind.MARKING_CLOSE, "ann");
    }
}
