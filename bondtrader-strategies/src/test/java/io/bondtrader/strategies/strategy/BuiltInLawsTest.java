package io.bondtrader.strategies.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.SeriesNames;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.strategy.Tape.Wish;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every built-in strategy, on a market of random yields, a spread, a curve and bonds. */
final class BuiltInLawsTest {

    private static final StrategyFactory FACTORY = StrategyFactory.standard();
    private static final List<String> SERIES =
            List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield", "UST 30Y yield", "CORP 10Y spread", "repo");
    private static final int DAYS = 700;
    private static final List<MarketEvent> MARKET = market(11, DAYS);

    static List<MarketEvent> market(int seed, int days) {
        Random random = new Random(seed);
        SeriesNames names = SeriesNames.of(SERIES);
        int[] years = {2, 5, 7, 10};
        List<MarketEvent> events = new ArrayList<>();
        List<Security> bonds = new ArrayList<>();
        for (int year : years) {
            FixedCouponBond bond = FixedCouponBond.of(
                    BondConventions.US_TREASURY,
                    0.04,
                    "1989-11-15",
                    LocalDate.of(1995 + year, 11, 15).toString());
            Security security = Security.of("ID " + year, bond, "USD");
            bonds.add(security);
            events.add(new Listed(
                    security,
                    "UST " + year + "Y",
                    Tape.day(0).minusSeconds(5),
                    Tape.day(0).minusSeconds(5)));
        }
        double[] shape = {0.04, 0, 0};
        double spread = 0.015;
        double[] off = new double[years.length];
        for (int t = 0; t < days; t++) {
            shape[0] = Math.max(0.005, shape[0] + 0.0005 * random.nextGaussian());
            shape[1] = 0.98 * shape[1] + 0.0004 * random.nextGaussian();
            shape[2] = 0.9 * shape[2] + 0.0003 * random.nextGaussian();
            spread = 0.0015 + 0.9 * spread + 0.0005 * random.nextGaussian();
            double[] row = {
                shape[0] - 0.005 - shape[1],
                shape[0] + shape[2],
                shape[0] + 0.004 + shape[1],
                shape[0] + 0.006 + 1.2 * shape[1],
                spread,
                shape[0] - 0.006
            };
            events.add(Observations.of(names, row, Tape.day(t), Tape.day(t).plusSeconds(30)));
            LocalDate date = Tape.day(t).atZone(ZoneOffset.UTC).toLocalDate();
            var curve = NodeCurve.builder("UST", date)
                    .nodes(List.of(
                            new CurveNode("2Y", null, 2), new CurveNode("5Y", null, 5), new CurveNode("15Y", null, 15)))
                    .zeroRates(row[0], row[1], row[2])
                    .build();
            events.add(new CurvePublished("UST", curve, Tape.day(t), Tape.day(t).plusSeconds(40)));
            for (int i = 0; i < years.length; i++) {
                off[i] = 0.7 * off[i] + 0.0002 * random.nextGaussian();
                BondPricing pricing = BondPricing.of(bonds.get(i).bond(), date);
                double fair =
                        pricing.yieldFromCleanPrice(CurvePricing.of(pricing).cleanPrice(curve));
                double yield = fair + off[i] + (i == 1 && t % 150 > 145 ? 0.003 : 0);
                events.add(new Valuation(
                        "UST " + years[i] + "Y",
                        date,
                        pricing.cleanPriceFromYield(yield),
                        pricing.accruedInterest(),
                        pricing.dv01(yield),
                        yield,
                        Tape.day(t),
                        Tape.day(t).plusSeconds(50)));
            }
        }
        return events;
    }

    static Stream<Arguments> strategies() {
        Map<String, Object> open = Map.of("window", 60, "unitRoot", 1, "stationary", 0, "entry", 1.2);
        return Stream.of(
                Arguments.of("buy-and-hold", Map.of()),
                Arguments.of("ladder", Map.of()),
                Arguments.of("momentum", Map.of("lookback", 40, "volatility", 20)),
                Arguments.of("momentum", Map.of("lookback", 40, "volatility", 20, "funding", "repo")),
                Arguments.of("mean-reversion", open),
                Arguments.of("credit-spread-reversion", open),
                Arguments.of("volatility-breakout", Map.of("channel", 20, "clearance", 0.1)),
                Arguments.of("carry", Map.of("volatility", 20)),
                Arguments.of("carry", Map.of("volatility", 20, "longOnly", true, "score", "perDv01", "count", 2)),
                Arguments.of("curve-slope", Map.of("window", 60, "entry", 1.2)),
                Arguments.of("curve-slope", Map.of("window", 60, "entry", 1.0, "bet", "trend", "neutrality", "cash")),
                Arguments.of("curve-slope", Map.of("window", 60, "entry", 1.2, "neutrality", "regression")),
                Arguments.of("curve-slope", Map.of("window", 60, "entry", 1.2, "neutrality", "principal")),
                Arguments.of("butterfly", Map.of("window", 60, "entry", 1.2)),
                Arguments.of("butterfly", Map.of("window", 60, "entry", 1.2, "neutrality", "cashAndDv01")),
                Arguments.of("butterfly", Map.of("window", 60, "entry", 1.2, "neutrality", "regression")),
                Arguments.of("butterfly", Map.of("window", 60, "entry", 1.2, "neutrality", "principal")),
                Arguments.of("rich-cheap", Map.of("window", 60, "entry", 1.5, "hedge", "UST 30Y")));
    }

    private static List<Wish> run(String name, Map<String, Object> parameters, List<? extends MarketEvent> events) {
        return Tape.run(FACTORY.create(name, parameters), events);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void whatIsDecidedNeverDependsOnWhatComesLater(String name, Map<String, Object> parameters) {
        List<Wish> whole = run(name, parameters, MARKET);
        assertThat(whole).as("it does something").isNotEmpty();
        for (int cut : new int[] {MARKET.size() / 3, MARKET.size() / 2, MARKET.size() - 7}) {
            List<Wish> before =
                    whole.stream().filter(wish -> wish.event() < cut).toList();
            assertThat(run(name, parameters, MARKET.subList(0, cut))).isEqualTo(before);
            // Another future: the decisions until then are the same.
            List<MarketEvent> other = new ArrayList<>(MARKET.subList(0, cut));
            other.addAll(market(12, DAYS).subList(cut, MARKET.size()));
            assertThat(run(name, parameters, other).stream().filter(wish -> wish.event() < cut))
                    .containsExactlyElementsOf(before);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void theSameEventsLeadToTheSameIntents(String name, Map<String, Object> parameters) {
        assertThat(run(name, parameters, MARKET)).isEqualTo(run(name, parameters, MARKET));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void nothingIsWantedBeforeTheWarmUpIsOver(String name, Map<String, Object> parameters) {
        Strategy strategy = FACTORY.create(name, parameters);
        List<MarketEvent> wanted = new ArrayList<>();
        for (MarketEvent event : MARKET) {
            if (matters(event, strategy)) {
                wanted.add(event);
            }
        }
        List<Wish> wishes = Tape.run(strategy, wanted);
        assertThat(wishes).isNotEmpty();
        assertThat(wishes.get(0).event() + 1).isGreaterThanOrEqualTo(strategy.warmUp());
    }

    private static boolean matters(MarketEvent event, Strategy strategy) {
        if (event instanceof Observations observations) {
            return observations.names().names().stream().anyMatch(strategy.interests()::contains);
        }
        if (event instanceof Valuation valuation) {
            return strategy.interests().contains(valuation.instrument());
        }
        return !(event instanceof Listed listed) || strategy.interests().contains(listed.alias());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void everyIntentSaysWhyHowMuchAndUntilWhen(String name, Map<String, Object> parameters) {
        for (Wish wish : run(name, parameters, MARKET)) {
            Intent intent = wish.intent();
            assertThat(intent.reasons())
                    .isNotEmpty()
                    .allMatch(reason -> reason.code().matches("[A-Z_]+"));
            assertThat(intent.expiry())
                    .isAfter(MARKET.get(wish.event()).publishedAt())
                    .isBefore(Tape.day(DAYS + 400));
            assertThat(intent.targetDv01()).isBetween(0.0, 40_000.0);
            assertThat(intent.horizon()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void riskScalesWithTheParameter(String name, Map<String, Object> parameters) {
        Map<String, Object> doubled = new java.util.HashMap<>(parameters);
        doubled.put("dv01", 20_000);
        List<Wish> single = run(name, parameters, MARKET);
        List<Wish> twice = run(name, doubled, MARKET);
        assertThat(twice).hasSameSizeAs(single);
        for (int i = 0; i < single.size(); i++) {
            assertThat(twice.get(i).event()).isEqualTo(single.get(i).event());
            assertThat(twice.get(i).intent().signedDv01())
                    .isCloseTo(2 * single.get(i).intent().signedDv01(), org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void legsOfOneTradeLeaveNoRiskWhereTheRuleSaysSo(String name, Map<String, Object> parameters) {
        Object neutrality = parameters.getOrDefault("neutrality", "dv01");
        boolean neutral = (name.equals("curve-slope") || name.equals("butterfly"))
                && !List.of("cash", "regression", "principal").contains(neutrality);
        Map<Integer, Double> sums = new java.util.TreeMap<>();
        for (Wish wish : run(name, parameters, MARKET)) {
            if (!wish.intent().group().isEmpty()) {
                sums.merge(wish.event(), wish.intent().signedDv01(), Double::sum);
            }
        }
        boolean offset = neutral || name.equals("credit-spread-reversion");
        assertThat(sums.values().stream().allMatch(sum -> !offset || Math.abs(sum) < 1e-6))
                .isTrue();
        assertThat(sums.isEmpty())
                .isEqualTo(!List.of("curve-slope", "butterfly", "credit-spread-reversion")
                                .contains(name)
                        && !(name.equals("carry") && !parameters.containsKey("longOnly")));
    }
}
