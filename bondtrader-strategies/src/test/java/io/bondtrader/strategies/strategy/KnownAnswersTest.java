package io.bondtrader.strategies.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.strategy.Tape.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Strategies on series where the right answer is known. */
final class KnownAnswersTest {

    private static final StrategyFactory FACTORY = StrategyFactory.standard();
    private static final String YIELD = "UST 10Y yield";
    private static final String BOND = "UST 10Y";

    private static List<Wish> run(String name, Map<String, Object> parameters, List<? extends MarketEvent> events) {
        return Tape.run(FACTORY.create(name, parameters), events);
    }

    /** Yields that half return to 4 % within eleven days. */
    private static double[] reverting(int seed, int days) {
        Random random = new Random(seed);
        double[] yields = new double[days];
        double away = 0;
        for (int t = 0; t < days; t++) {
            away = 0.94 * away + 0.0005 * random.nextGaussian();
            yields[t] = 0.04 + away;
        }
        return yields;
    }

    private static double[] walk(Random random, int days) {
        double[] yields = new double[days];
        double now = 0.04;
        for (int t = 0; t < days; t++) {
            now += 0.0005 * random.nextGaussian();
            yields[t] = now;
        }
        return yields;
    }

    @Test
    void meanReversionEarnsBeforeCostsWhatComesBack() {
        Map<String, Object> parameters = Map.of("stop", 6, "entry", 1.5);
        int earned = 0;
        for (int seed = 1; seed <= 10; seed++) {
            double[] yields = reverting(seed, 2500);
            List<Wish> wishes = run("mean-reversion", parameters, Tape.daily(YIELD, yields));
            double[] held = Tape.held(wishes, BOND, yields.length);
            assertThat(wishes.size()).as("trades of seed %d", seed).isGreaterThan(6);
            earned += Tape.profit(held, yields) > 0 ? 1 : 0;
            for (int t = 0; t < held.length; t++) {
                // Long where the yield is high, short where it is low, or nothing.
                assertThat(held[t] * (yields[t] - 0.04)).isGreaterThan(-10_000 * 0.0015);
            }
        }
        assertThat(earned).isGreaterThanOrEqualTo(9);
    }

    @Test
    void aBetOnTheWayBackEndsWhereTheRuleSaysSo() {
        ReversionRule rule = new ReversionRule(2, 0.5, 4);
        double[] scores = {1.9, 2.1, 3, 0.6, 0.5, 0, -2.5, -3.9, -4.1, -3, -1.9, -2.2, 0.1};
        int[] expected = {0, -1, -1, -1, 0, 0, 1, 1, 0, 0, 0, 1, 0};
        for (int t = 0; t < scores.length; t++) {
            assertThat(rule.next(scores[t], true)).as("at %d", t).isEqualTo(expected[t]);
        }
        assertThat(rule.next(3, false)).isZero();
        assertThat(rule.next(3, true)).isEqualTo(-1);
        assertThat(rule.next(3, false)).isZero();
        assertThat(rule.conviction(2)).isEqualTo(0.5);
        assertThat(rule.conviction(-3)).isEqualTo(1);
    }

    /** The test rejects a unit root that is there in five cases of a hundred, and the gate opens as often: 400 walks, 3 deviations. */
    @Test
    void onARandomWalkTheGateOpensAboutAsOftenAsTheSizeOfItsTest() {
        Random random = new Random(2026);
        int windows = 400;
        int opened = 0;
        int openedAtOne = 0;
        for (int run = 0; run < windows; run++) {
            double[] yields = walk(random, 250);
            opened += opens(yields, 0.05) ? 1 : 0;
            openedAtOne += opens(yields, 0.01) ? 1 : 0;
        }
        double rate = opened / (double) windows;
        assertThat(rate).isCloseTo(0.05, within(3 * Math.sqrt(0.05 * 0.95 / windows)));
        assertThat(openedAtOne / (double) windows).isLessThan(0.03);
        // The KPSS test shuts it on most of those as well.
        int both = 0;
        for (int run = 0; run < windows; run++) {
            both += opens(walk(random, 250), 0.05, 0.1) ? 1 : 0;
        }
        assertThat(both / (double) windows).isLessThan(rate);
    }

    private static boolean opens(double[] yields, double unitRoot) {
        return opens(yields, unitRoot, 0);
    }

    private static boolean opens(double[] yields, double unitRoot, double stationary) {
        ReversionGate gate =
                new ReversionGate(new ReversionGate.Rules(yields.length, 1, unitRoot, stationary, 0, 5000, 1));
        boolean open = false;
        for (double yield : yields) {
            open = gate.next(yield, true);
        }
        return open;
    }

    @Test
    void theGateOpensOnASeriesThatComesBackAndShutsOnOneThatStandsStill() {
        int opened = 0;
        for (int seed = 0; seed < 50; seed++) {
            opened += opens(reverting(seed, 250), 0.05) ? 1 : 0;
        }
        // A year is short for a half-life of eleven days: the test notices it in about half of the cases.
        assertThat(opened).isGreaterThan(20);
        assertThat(opens(new double[250], 0.05)).isFalse();
    }

    @Test
    void aGateThatShutsEndsTheBet() {
        double[] yields = Arrays.copyOf(reverting(3, 2000), 3000);
        Random random = new Random(5);
        for (int t = 2000; t < 3000; t++) {
            yields[t] = yields[t - 1] + 0.0008 + 0.0003 * random.nextGaussian();
        }
        List<Wish> wishes = run("mean-reversion", Map.of("stop", 6, "entry", 1.5), Tape.daily(YIELD, yields));
        double[] held = Tape.held(wishes, BOND, yields.length);

        for (int t = 2250; t < 3000; t++) {
            assertThat(held[t]).isZero();
        }
    }

    @Test
    void aCreditSpreadIsTradedAgainstItsGovernmentBond() {
        double[] spreads = reverting(4, 1500);
        List<Wish> wishes =
                run("credit-spread-reversion", Map.of("stop", 6, "entry", 1.5), Tape.daily("CORP 10Y spread", spreads));
        double[] credit = Tape.held(wishes, "CORP 10Y", spreads.length);
        double[] government = Tape.held(wishes, BOND, spreads.length);

        assertThat(Tape.profit(credit, spreads)).isPositive();
        for (int t = 0; t < credit.length; t++) {
            assertThat(credit[t]).isEqualTo(-government[t]);
        }
    }

    private static final Map<String, Object> ONE_BOND = Map.of(
            "instruments", List.of(BOND),
            "series", List.of(YIELD),
            "years", List.of(10),
            "crossSectionWeight", 0,
            "carryWeight", 0);

    @Test
    void momentumIsLongWhileYieldsFallAndShortWhileTheyRise() {
        Random random = new Random(6);
        double[] yields = new double[1000];
        double now = 0.06;
        for (int t = 0; t < yields.length; t++) {
            now += (t < 500 ? -1 : 1) * 0.00006 + 0.0002 * random.nextGaussian();
            yields[t] = now;
        }
        double[] held = Tape.held(run("momentum", ONE_BOND, Tape.daily(YIELD, yields)), BOND, yields.length);

        assertThat(Arrays.stream(held, 200, 500).average().orElseThrow()).isGreaterThan(5_000);
        assertThat(Arrays.stream(held, 750, 1000).average().orElseThrow()).isLessThan(-5_000);
        assertThat(Tape.profit(held, yields)).isPositive();
    }

    @Test
    void momentumRanksBondsAgainstOneAnother() {
        int days = 300;
        double[][] rows = new double[days][];
        Random random = new Random(7);
        double[] now = {0.04, 0.04, 0.04, 0.04};
        for (int t = 0; t < days; t++) {
            for (int i = 0; i < 4; i++) {
                now[i] += (i - 1.5) * 0.00005 + 0.0001 * random.nextGaussian();
            }
            rows[t] = now.clone();
        }
        List<String> series = List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield", "UST 30Y yield");
        List<Wish> wishes = run(
                "momentum",
                Map.of("trendWeight", 0, "riskAdjustedWeight", 0, "carryWeight", 0),
                Tape.daily(series, rows));

        assertThat(Tape.held(wishes, "UST 2Y", days)[days - 1]).isEqualTo(10_000);
        assertThat(Tape.held(wishes, "UST 5Y", days)[days - 1]).isCloseTo(10_000 / 3.0, within(1e-6));
        assertThat(Tape.held(wishes, "UST 10Y", days)[days - 1]).isCloseTo(-10_000 / 3.0, within(1e-6));
        assertThat(Tape.held(wishes, "UST 30Y", days)[days - 1]).isEqualTo(-10_000);
    }

    @Test
    void aBreakoutIsFollowedUntilItComesBack() {
        double[] yields = new double[400];
        Random random = new Random(8);
        for (int t = 0; t < yields.length; t++) {
            double level = t < 200 ? 0.04 : t < 250 ? 0.04 + 0.0003 * (t - 200) : 0.055 - 0.0003 * (t - 250);
            yields[t] = level + 0.0002 * (random.nextDouble() - 0.5);
        }
        List<Wish> wishes = run("volatility-breakout", Map.of(), Tape.daily(YIELD, yields));
        double[] held = Tape.held(wishes, BOND, yields.length);

        // Quiet before; short while the yield rises; out, and long, once it falls.
        for (int t = 0; t < 200; t++) {
            assertThat(held[t]).isZero();
        }
        assertThat(held[225]).isNegative();
        assertThat(held[249]).isNegative();
        assertThat(held[262]).isNotNegative();
        assertThat(held[390]).isPositive();
        assertThat(Tape.profit(held, yields)).isPositive();
        assertThat(wishes)
                .anyMatch(wish -> wish.intent().reasons().get(0).code().equals("RETRACED"));
        Map<String, Object> impatient = Map.of("longest", 10);
        assertThat(run("volatility-breakout", impatient, Tape.daily(YIELD, yields)))
                .anyMatch(wish -> wish.intent().reasons().get(0).code().equals("HELD_LONGEST"));
    }

    @Test
    void barsAndQuotesPaceAStrategyAsWell() {
        double[] prices = Arrays.stream(reverting(9, 1500))
                .map(x -> 100 + 100 * (x - 0.04))
                .toArray();
        List<MarketEvent> bars = new ArrayList<>();
        List<MarketEvent> quotes = new ArrayList<>();
        for (int t = 0; t < prices.length; t++) {
            bars.add(Bar.of("B", prices[t], prices[t], prices[t], prices[t], 0, Tape.day(t)));
            quotes.add(Quote.of("B", prices[t] - 0.01, prices[t] + 0.01, 1, Tape.day(t)));
        }
        Map<String, Object> parameters = Map.of("instrument", "B", "series", "B", "quoted", "price", "entry", 1.5);
        List<Wish> byBars = run("mean-reversion", parameters, bars);
        List<Wish> byQuotes = run("mean-reversion", parameters, quotes);
        double[] held = Tape.held(byBars, "B", prices.length);
        double profit = 0;
        for (int t = 1; t < prices.length; t++) {
            profit += held[t - 1] * (prices[t] - prices[t - 1]);
        }

        assertThat(byBars).isNotEmpty();
        assertThat(profit).isPositive();
        assertThat(byQuotes).hasSameSizeAs(byBars);
    }

    private static List<MarketEvent> curve(int days, double two, double five, double ten, double thirty) {
        double[][] rows = new double[days][];
        for (int t = 0; t < days; t++) {
            // Each maturity moves by one basis point, up and down.
            double wave = t % 2 == 0 ? 0 : 0.0001;
            rows[t] = new double[] {two + wave, five + wave, ten + wave, thirty + wave};
        }
        return Tape.daily(List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield", "UST 30Y yield"), rows);
    }

    @Test
    void carryHoldsTheSteepPartOfTheCurveAndSellsTheFlatOne() {
        // The five-year earns 60 bp over the two-year and rolls down steeply; the long end is flat.
        List<Wish> wishes = run("carry", Map.of(), curve(100, 0.034, 0.043, 0.0432, 0.0425));
        assertThat(Tape.held(wishes, "UST 5Y", 100)[99]).isEqualTo(10_000);
        double sold = 0;
        for (String bond : List.of("UST 2Y", "UST 10Y", "UST 30Y")) {
            sold += Tape.held(wishes, bond, 100)[99];
        }
        assertThat(sold).isEqualTo(-10_000);
        // An inverted curve earns nothing: long only stays out.
        List<Wish> inverted = run("carry", Map.of("longOnly", true), curve(100, 0.05, 0.045, 0.042, 0.04));
        assertThat(inverted).allMatch(wish -> wish.intent().direction() == Direction.FLAT);
    }

    @Test
    void aSlopeThatIsSteepIsFlattenedAndAButterflyThatIsOutIsBetOn() {
        int days = 400;
        double[] away = reverting(10, days);
        double[][] rows = new double[days][];
        Random random = new Random(10);
        double level = 0.04;
        for (int t = 0; t < days; t++) {
            level += 0.0005 * random.nextGaussian();
            rows[t] = new double[] {level, level + 0.005 + (away[t] - 0.04), level + 0.01};
        }
        List<String> series = List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield");
        List<Wish> wishes = run("butterfly", Map.of("window", 100, "entry", 1.5, "stop", 9), Tape.daily(series, rows));
        double[] body = Tape.held(wishes, "UST 5Y", days);
        double[] wing = Tape.held(wishes, "UST 2Y", days);
        double profit = 0;
        for (int t = 1; t < days; t++) {
            profit += body[t - 1] * 1e4 * (away[t - 1] - away[t]);
            assertThat(wing[t]).isCloseTo(-body[t] / 2, within(1e-9));
        }
        assertThat(profit).isPositive();
        for (Wish wish : wishes) {
            if (wish.intent().instrument().equals("UST 5Y") && wish.intent().direction() == Direction.LONG) {
                assertThat(away[wish.event()])
                        .as("the body is bought where its yield is high")
                        .isGreaterThan(0.04);
            }
        }
        List<String> two = List.of("UST 2Y yield", "UST 10Y yield");
        double[][] slope = new double[days][];
        for (int t = 0; t < days; t++) {
            slope[t] = new double[] {rows[t][0], rows[t][0] + 0.01 + (away[t] - 0.04)};
        }
        List<Wish> slopes = run("curve-slope", Map.of("window", 100, "entry", 1.5, "stop", 9), Tape.daily(two, slope));
        double[] tenYear = Tape.held(slopes, BOND, days);
        double[] twoYear = Tape.held(slopes, "UST 2Y", days);
        double flattened = 0;
        for (int t = 1; t < days; t++) {
            flattened += tenYear[t - 1] * 1e4 * (away[t - 1] - away[t]);
            assertThat(twoYear[t]).isCloseTo(-tenYear[t], within(1e-9));
        }
        assertThat(flattened).isPositive();
    }

    /** The regression weight of the two-year goes from one to a half while the bet is on. */
    @Test
    void legsAreTradedAgainOnceTheirWeightsHaveDrifted() {
        int days = 260;
        double[][] rows = new double[days][];
        Random random = new Random(14);
        double two = 0.03;
        double ten = 0.04;
        for (int t = 0; t < days; t++) {
            double move = 0.0005 * random.nextGaussian();
            two += move;
            // A steepening that opens the bet, and a ten-year that answers to half of the two-year's moves from then
            // on.
            ten += (t < 100 ? 1 : 0.5) * move + 0.00002 * random.nextGaussian() + (t == 100 ? 0.004 : 0);
            rows[t] = new double[] {two, ten};
        }
        List<Wish> wishes = run(
                "curve-slope",
                Map.of("window", 60, "neutrality", "regression", "entry", 2, "exit", 0.1, "stop", 100, "reweigh", 5),
                Tape.daily(List.of("UST 2Y yield", "UST 10Y yield"), rows));

        assertThat(wishes.get(0).intent().reasons().get(0).code()).isEqualTo("ANCHOR_YIELD_DOWN");
        List<Wish> again = wishes.stream()
                .filter(wish -> wish.intent().reasons().get(0).code().equals("REHEDGE"))
                .toList();
        assertThat(again).isNotEmpty();
        Wish last = again.get(again.size() - 2);
        assertThat(last.intent().instrument()).isEqualTo("UST 2Y");
        assertThat(Math.abs(last.intent().signedDv01()))
                .isLessThan(0.75 * Math.abs(wishes.get(0).intent().signedDv01()));
        assertThat(again.get(again.size() - 1).intent().targetDv01()).isEqualTo(10_000);
    }

    @Test
    void yieldsThatStandStillLeaveNoBet() {
        double[][] still = new double[200][];
        Arrays.setAll(still, t -> new double[] {0.03, 0.035, 0.04});
        List<MarketEvent> events = Tape.daily(List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield"), still);
        for (String neutrality : List.of("fiftyFifty", "cashAndDv01", "regression", "principal")) {
            assertThat(run("butterfly", Map.of("window", 50, "neutrality", neutrality), events))
                    .isEmpty();
        }
        assertThat(run("mean-reversion", Map.of("window", 50), events)).isEmpty();
        assertThat(run("volatility-breakout", Map.of(), events)).isEmpty();
    }

    @Test
    void aSlopeThatTrendsIsFollowed() {
        int days = 300;
        double[][] rows = new double[days][];
        Random random = new Random(13);
        double level = 0.04;
        for (int t = 0; t < days; t++) {
            level += 0.0003 * random.nextGaussian();
            rows[t] = new double[] {level, level + 0.005 + 0.00005 * t + 0.00005 * random.nextGaussian()};
        }
        List<Wish> wishes = run(
                "curve-slope",
                Map.of("window", 60, "bet", "trend", "entry", 2),
                Tape.daily(List.of("UST 2Y yield", "UST 10Y yield"), rows));

        assertThat(Tape.held(wishes, "UST 2Y", days)[days - 1]).isPositive();
        assertThat(Tape.held(wishes, BOND, days)[days - 1]).isNegative();
    }

    /** The five-year of the market of the laws is 30 basis points cheap on its days 146 to 149, 296 to 299, and so on. */
    @Test
    void aBondThatIsCheapToTheCurveIsBoughtWithItsRiskHedged() {
        List<MarketEvent> market = BuiltInLawsTest.market(11, 700);
        List<Wish> wishes = run("rich-cheap", Map.of("window", 60, "entry", 2, "hedge", "UST 30Y"), market);
        double[] cheap = Tape.held(wishes, "UST 5Y", market.size());
        int perDay = 6;
        for (int day : new int[] {147, 297, 447, 597}) {
            assertThat(cheap[4 + perDay * day + 5]).as("day %d", day).isPositive();
            assertThat(cheap[4 + perDay * (day + 20)]).as("three weeks later").isNotPositive();
        }
        List<String> bonds = List.of("UST 2Y", "UST 5Y", "UST 7Y", "UST 10Y");
        double[] hedge = Tape.held(wishes, "UST 30Y", market.size());
        double[] risk = new double[market.size()];
        for (String bond : bonds) {
            double[] held = Tape.held(wishes, bond, market.size());
            for (int t = 0; t < risk.length; t++) {
                risk[t] += held[t];
            }
        }
        for (int t = 0; t < risk.length; t++) {
            assertThat(hedge[t]).isCloseTo(-risk[t], within(1e-6));
        }
        assertThat(wishes)
                .anyMatch(wish -> wish.intent().reasons().get(0).code().equals("CHEAP"));
    }

    @Test
    void benchmarksHoldTheirRiskAndStateItAnew() {
        List<MarketEvent> events = Tape.daily(YIELD, reverting(1, 100));
        List<Wish> one = run("buy-and-hold", Map.of(), events);
        List<Wish> rungs = run("ladder", Map.of("dv01", 8_000), events);

        assertThat(one).extracting(Wish::event).containsExactly(0, 30, 60, 90);
        assertThat(one).allMatch(wish -> wish.intent().signedDv01() == 10_000);
        assertThat(rungs).hasSize(16).allMatch(wish -> wish.intent().signedDv01() == 2_000);
    }

    @Test
    void aDayWithoutOneOfTheYieldsIsPassedOver() {
        double[][] rows = {{0.03, 0.04}, {0.031, Double.NaN}, {Double.NaN, 0.041}, {0.032, 0.042}};
        Feed feed = new Feed(List.of("a", "b"));
        List<Boolean> complete = new ArrayList<>();
        for (MarketEvent event : Tape.daily(List.of("b", "other", "a"), new double[][] {
            {rows[0][1], 1, rows[0][0]},
            {rows[1][1], 1, rows[1][0]},
            {rows[2][1], 1, rows[2][0]},
            {rows[3][1], 1, rows[3][0]}
        })) {
            complete.add(feed.completes(event));
        }
        assertThat(complete).containsExactly(true, false, false, true);
        assertThat(feed.values()).containsExactly(0.032, 0.042);
    }
}
