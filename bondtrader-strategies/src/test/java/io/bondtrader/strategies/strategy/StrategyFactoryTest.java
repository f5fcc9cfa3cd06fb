package io.bondtrader.strategies.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.error.UnknownStrategy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies by name, with parameters that are checked and explained. */
final class StrategyFactoryTest {

    private static final StrategyFactory FACTORY = StrategyFactory.standard();

    @Test
    void theStandardFactoryMakesEveryTypeWithItsDefaults() {
        assertThat(FACTORY.types())
                .extracting(StrategyType::name)
                .containsExactly(
                        "butterfly",
                        "buy-and-hold",
                        "carry",
                        "credit-spread-reversion",
                        "curve-slope",
                        "ladder",
                        "mean-reversion",
                        "momentum",
                        "rich-cheap",
                        "volatility-breakout");
        for (StrategyType type : FACTORY.types()) {
            Strategy strategy = FACTORY.create(type.name(), Map.of());
            assertThat(strategy.warmUp()).as(type.name()).isPositive();
            assertThat(strategy.interests()).as(type.name()).isNotEmpty();
            assertThat(strategy).isNotSameAs(FACTORY.create(type.name(), Map.of()));
            assertThat(strategy.toString()).startsWith(type.name());
            assertThat(type.toString()).startsWith(type.name() + ": ");
        }
    }

    @Test
    void theTableSaysWhatEachCanBeTold() {
        String table = FACTORY.describe();
        for (StrategyType type : FACTORY.types()) {
            assertThat(table).contains(type.name(), type.summary());
            for (Parameter parameter : type.parameters()) {
                assertThat(table).contains(parameter.name(), parameter.rule(), parameter.description());
            }
        }
        assertThat(Terms.DV01.toString())
                .isEqualTo("dv01: a number from 1 to 1000000000 currency units a basis point, default 10000");
    }

    @Test
    void aRefusalNamesTheParameterTheRuleAndTheValue() {
        assertThatThrownBy(() -> FACTORY.create("mean-reversion", Map.of("window", 3)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("parameter window", "a whole number from 30 to 5000", "3");
        assertThatThrownBy(() -> FACTORY.create("mean-reversion", Map.of("windw", 300)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("parameter windw", "known are", "window", "300");
        assertThatThrownBy(() -> FACTORY.create("mean-revision", Map.of()))
                .isInstanceOf(UnknownStrategy.class)
                .hasMessageContainingAll("BT-4103", "mean-revision", "mean-reversion");
    }

    @Test
    void jsonGoesThereAndBack() {
        StrategySpec spec = StrategySpec.parse("""
                {"strategy": "curve-slope", "id": "2s10s", "parameters": {"window": 120, "entry": 1.5, "bet": "trend",
                 "instruments": ["UST 2Y", "UST 10Y"], "years": [2, 10]}}
                """);

        assertThat(spec.parameters()).containsEntry("window", 120.0).containsEntry("years", List.of(2.0, 10.0));
        assertThat(StrategySpec.parse(spec.toJson())).isEqualTo(spec);
        assertThat(FACTORY.create(spec).warmUp()).isEqualTo(120);
        for (StrategyType type : FACTORY.types()) {
            StrategySpec full = FACTORY.complete(new StrategySpec(type.name(), "x", Map.of()));
            assertThat(full.parameters()).hasSize(type.parameters().size());
            assertThat(StrategySpec.parse(full.toJson())).isEqualTo(full);
            assertThat(FACTORY.complete(full)).isEqualTo(full);
            assertThat(FACTORY.create(full)).isNotNull();
        }
        assertThat(StrategySpec.parseAll("[" + spec.toJson() + "," + "{\"strategy\":\"ladder\",\"id\":\"l\"}" + "]"))
                .extracting(StrategySpec::id)
                .containsExactly("2s10s", "l");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "3",
                "{}",
                "{\"strategy\": \"ladder\"}",
                "{\"id\": \"l\"}",
                "{\"strategy\": 3, \"id\": \"l\"}",
                "{\"strategy\": \"ladder\", \"id\": \"\"}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"parameters\": []}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"parameters\": {\"dv01\": null}}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"parameters\": {\"dv01\": {}}}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"parameters\": {\"dv01\": 1e999}}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"parameters\": {\"a\": [[1]]}}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"parameter\": {}}",
                "{\"strategy\": \"ladder\", \"id\": \"l\", \"id\": \"m\"}",
                "{\"strategy\": \"ladder\", \"id\": \"l\"} {}",
                "{\"strategy\": \"ladder\", \"id\": \"l\",}"
            })
    void whatIsNotAStrategyIsRefused(String json) {
        assertThatThrownBy(() -> StrategySpec.parse(json)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aRefusalOfJsonNamesThePath() {
        assertThatThrownBy(() ->
                        StrategySpec.parseAll("[{\"strategy\":\"ladder\",\"id\":\"l\",\"parameters\":{\"a\":{}}}]"))
                .hasMessageContaining("$[0].parameters.a");
        assertThatThrownBy(() -> StrategySpec.parseAll(
                        "[{\"strategy\":\"ladder\",\"id\":\"l\"},{\"strategy\":\"ladder\",\"id\":\"l\"}]"))
                .hasMessageContaining("$[1].id");
        assertThatThrownBy(() -> StrategySpec.parse("{\"strategy\":\"ladder\",\"id\":\"l\",\"size\":1}"))
                .hasMessageContaining("$.size");
    }

    @Test
    void aTypeOfOnesOwnIsMadeLikeTheOthers() {
        Parameter days = Parameter.wholeNumber("days", 3, 1, 10, "days", "how long it sleeps");
        Parameter loud = Parameter.flag("loud", false, "whether it speaks");
        StrategyType sleeper = StrategyType.of("sleeper", "Sleeps.", List.of(days, loud), p -> {
            int warmUp = p.flag(loud) ? 1 : p.wholeNumber(days);
            return new Strategy() {
                @Override
                public List<Intent> onEvent(io.bondtrader.strategies.market.MarketView view) {
                    return List.of();
                }

                @Override
                public int warmUp() {
                    return warmUp;
                }
            };
        });
        StrategyFactory mine = FACTORY.with(sleeper);

        assertThat(mine.create("sleeper", Map.of()).warmUp()).isEqualTo(3);
        assertThat(mine.create("sleeper", Map.of("days", 7.0)).warmUp()).isEqualTo(7);
        assertThat(mine.create("sleeper", Map.of("loud", true)).warmUp()).isEqualTo(1);
        assertThat(mine.types()).hasSize(FACTORY.types().size() + 1);
        assertThat(FACTORY.types()).hasSize(10);
        assertThatThrownBy(() -> mine.with(sleeper)).isInstanceOf(InvalidInput.class);
        assertThat(StrategyFactory.empty().with(sleeper).toString()).contains("sleeper");
    }

    @Test
    void parametersAreEqualIfTheirValuesAre() {
        List<Parameter> known = List.of(Terms.DV01, Terms.HORIZON);
        Parameters some = Parameters.of(known, Map.of("dv01", 500));

        assertThat(some)
                .isEqualTo(Parameters.of(known, Map.of("dv01", 500.0, "horizonDays", 20)))
                .hasSameHashCodeAs(Parameters.of(known, Map.of("dv01", 500.0)))
                .isNotEqualTo(Parameters.of(known, Map.of()));
        assertThat(some.toString()).contains("dv01=500.0");
        assertThatThrownBy(() -> some.flag(Terms.DV01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> some.number(Terms.VALID)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What a caller without null checks may hand over. */
    @SuppressWarnings("NullAway")
    private static Object nothing() {
        return null;
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void badValuesAreRefused() {
        List<ThrowingCallable> bad = Arrays.asList(
                () -> FACTORY.create("ladder", of("dv01", "much")),
                () -> FACTORY.create("ladder", of("dv01", 0)),
                () -> FACTORY.create("ladder", of("dv01", Double.NaN)),
                () -> FACTORY.create("ladder", of("dv01", nothing())),
                () -> FACTORY.create("ladder", of("dvo1", nothing())),
                () -> FACTORY.create("ladder", of("horizonDays", 2.5)),
                () -> FACTORY.create("ladder", of("instruments", List.of())),
                () -> FACTORY.create("ladder", of("instruments", List.of("A", "A"))),
                () -> FACTORY.create("ladder", of("instruments", List.of("A", 3))),
                () -> FACTORY.create("ladder", of("instruments", "A")),
                () -> FACTORY.create("ladder", of("pace", " ")),
                () -> FACTORY.create("ladder", of("pace", "x".repeat(201))),
                () -> FACTORY.create("carry", of("longOnly", "yes")),
                () -> FACTORY.create("carry", of("score", "best")),
                () -> FACTORY.create("carry", of("count", 3)),
                () -> FACTORY.create("carry", of("carried", 2)),
                () -> FACTORY.create("carry", of("years", List.of(2.0, 5.0, 10.0))),
                () -> FACTORY.create("carry", of("years", List.of(2, 10, 5, 30))),
                () -> FACTORY.create("carry", of("years", List.of(2, 5, 10, Double.NaN))),
                () -> FACTORY.create("carry", of("years", 3)),
                () -> FACTORY.create("carry", of("series", List.of("a", "b"))),
                () -> FACTORY.create("carry", of("funding", "UST 2Y yield")),
                () -> FACTORY.create("mean-reversion", of("entry", 1, "exit", 1)),
                () -> FACTORY.create("mean-reversion", of("entry", 4, "stop", 4)),
                () -> FACTORY.create("mean-reversion", of("window", 30, "lags", 15)),
                () -> FACTORY.create("mean-reversion", of("shortestHalfLife", 70)),
                () -> FACTORY.create("mean-reversion", of("hedge", "UST 10Y")),
                () -> FACTORY.create("mean-reversion", of("quoted", "spread")),
                () -> FACTORY.create(
                        "momentum",
                        of("trendWeight", 0, "riskAdjustedWeight", 0, "crossSectionWeight", 0, "carryWeight", 0)),
                () -> FACTORY.create(
                        "momentum", of("instruments", List.of("A"), "series", List.of("a"), "years", List.of(5))),
                () -> FACTORY.create("butterfly", of("neutrality", "dv01")),
                () -> FACTORY.create("curve-slope", of("neutrality", "fiftyFifty")),
                () -> FACTORY.create(
                        "curve-slope",
                        of(
                                "instruments",
                                List.of("A", "B", "C"),
                                "series",
                                List.of("a", "b", "c"),
                                "years",
                                List.of(1, 2, 3))),
                () -> FACTORY.create("rich-cheap", of("hedge", "UST 2Y")),
                () -> FACTORY.create("rich-cheap", of("exit", 2)),
                () -> FACTORY.complete(new StrategySpec("ladder", "l", of("size", 3.0))),
                () -> new StrategySpec("", "l", Map.of()),
                () -> new StrategySpec("ladder", " ", Map.of()),
                () -> new StrategySpec("ladder", "l", of("dv01", Double.NaN)),
                () -> new StrategySpec("ladder", "l", of("dv01", new Object())),
                () -> new StrategySpec("ladder", "l", of("dv01", nothing())),
                () -> StrategySpec.parseAll("{}"),
                () -> StrategySpec.parse(" ".repeat((1 << 20) + 1)),
                () -> StrategyType.of("Bad Name", "x", List.of(), p -> view -> List.of()),
                () -> StrategyType.of("name", " ", List.of(), p -> view -> List.of()),
                () -> StrategyType.of("name", "x", List.of(Terms.DV01, Terms.DV01), p -> view -> List.of()),
                () -> Parameter.number("bad name", 1, 0, 2, "", "x"),
                () -> Parameter.number("name", 3, 0, 2, "", "x"),
                () -> Parameter.text("name", "", "x"),
                () -> Parameter.text("name", "x", ""),
                () -> Parameter.choice("name", List.of(), "x"),
                () -> Parameter.names("name", List.of("a"), 2, "x"));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }
}
