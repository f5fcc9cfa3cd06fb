package io.bondtrader.strategies.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.backtest.Backtest;
import io.bondtrader.strategies.backtest.BacktestResult;
import io.bondtrader.strategies.backtest.LookAheadCheck;
import io.bondtrader.strategies.backtest.TreasuryMarket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in strategies in the engine, on Treasuries that are issued, age and pay coupons. */
final class BuiltInsOnTreasuriesTest {

    private static final StrategyFactory FACTORY = StrategyFactory.standard();
    private static final TreasuryMarket MARKET = TreasuryMarket.of(history(260))
            .issuing(List.of(
                    Tenor.parse("2Y"), Tenor.parse("5Y"), Tenor.parse("7Y"), Tenor.parse("10Y"), Tenor.parse("30Y")))
            .withCurves();

    private static ParYieldHistory history(int days) {
        List<Tenor> tenors = Stream.of("3M", "2Y", "5Y", "7Y", "10Y", "30Y")
                .map(Tenor::parse)
                .toList();
        Random random = new Random(21);
        List<LocalDate> dates = new ArrayList<>();
        double[][] yields = new double[days][];
        LocalDate date = LocalDate.of(2019, 1, 2);
        double level = 0.03;
        double slope = 0;
        double hump = 0;
        for (int t = 0; t < days; t++) {
            level += 0.0005 * random.nextGaussian();
            slope = 0.97 * slope + 0.0003 * random.nextGaussian();
            hump = 0.9 * hump + 0.0003 * random.nextGaussian();
            dates.add(date);
            yields[t] = new double[] {
                level - 0.008, level - 0.004 - slope, level + hump, level + 0.002, level + 0.004 + slope, level + 0.007
            };
            do {
                date = date.plusDays(1);
            } while (date.getDayOfWeek().getValue() > 5);
        }
        return ParYieldHistory.of(tenors, dates, yields);
    }

    static Stream<Arguments> strategies() {
        Map<String, Object> open = Map.of("window", 60, "unitRoot", 1, "stationary", 0, "entry", 1.2);
        return Stream.of(
                Arguments.of("buy-and-hold", Map.of()),
                Arguments.of("ladder", Map.of()),
                Arguments.of("momentum", Map.of("lookback", 40, "volatility", 20, "funding", "UST 3M yield")),
                Arguments.of("mean-reversion", open),
                Arguments.of(
                        "credit-spread-reversion",
                        Map.of(
                                "instrument",
                                "UST 10Y",
                                "series",
                                "UST 10Y yield",
                                "hedge",
                                "UST 2Y",
                                "window",
                                60,
                                "unitRoot",
                                1,
                                "stationary",
                                0,
                                "entry",
                                1.2)),
                Arguments.of("volatility-breakout", Map.of("channel", 20, "clearance", 0.1)),
                Arguments.of("carry", Map.of("volatility", 20, "funding", "UST 3M yield")),
                Arguments.of("curve-slope", Map.of("window", 60, "entry", 1.2)),
                Arguments.of("butterfly", Map.of("window", 60, "entry", 1.2, "neutrality", "cashAndDv01")),
                Arguments.of("rich-cheap", Map.of("window", 40, "entry", 1.2, "halfSpread", 0)));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void noneLooksAhead(String name, Map<String, Object> parameters) {
        LookAheadCheck check = LookAheadCheck.on(MARKET, published -> FACTORY.create(name, parameters));

        assertThat(check.withoutFuture(check.size() / 2)).isEmpty();
        assertThat(check.withShuffledFuture(check.size() / 2, 3)).isEmpty();
        assertThat(check.repeated()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void eachTradesWhatTheEngineKnows(String name, Map<String, Object> parameters) {
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        all.put("dv01", 20_000);
        BacktestResult result = Backtest.on(MARKET)
                .strategy(name, () -> FACTORY.create(name, all))
                .run();

        assertThat(result.incidents()).isEmpty();
        assertThat(result.counts().toString()).isNotEmpty();
        // It held something on some day: its record has moved.
        assertThat(result.statistics(name).volatility()).isPositive();
    }
}
