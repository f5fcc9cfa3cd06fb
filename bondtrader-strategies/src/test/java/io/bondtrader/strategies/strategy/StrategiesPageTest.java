package io.bondtrader.strategies.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.ExponentialMovingAverage;
import io.bondtrader.testdata.HandbookPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page docs/strategies.md: its samples, and its tables held to the code. */
final class StrategiesPageTest {

    private static final List<Parameter> SHARED = List.of(Terms.DV01, Terms.HORIZON, Terms.VALID);

    @Test
    void theTablesOfThePageAreThoseOfTheCode() {
        String page = HandbookPage.read("strategies.md");
        for (StrategyType type : StrategyFactory.standard().types()) {
            assertThat(page).contains("### `" + type.name() + "`\n\n" + type.summary() + "\n");
            assertThat(page).contains("| `" + type.name() + "` |");
            StringBuilder rows = new StringBuilder();
            type.parameters().stream().filter(p -> !SHARED.contains(p)).forEach(p -> rows.append(row(p)));
            assertThat(page).as(type.name()).contains("|---|---|---|---|\n" + rows + "\n");
        }
        for (Parameter parameter : SHARED) {
            assertThat(page).contains(row(parameter));
        }
        assertThat(page.split("### `", -1))
                .hasSize(StrategyFactory.standard().types().size() + 1);
    }

    private static String row(Parameter parameter) {
        return "| `" + parameter.name() + "` | " + parameter.defaultText() + " | " + parameter.rule()
                + (parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")") + " | " + parameter.description()
                + " |\n";
    }

    @Test
    void aStrategyIsMadeByNameFromJavaOrJson() {
        StrategyFactory factory = StrategyFactory.standard();
        Strategy fly = factory.create("butterfly", Map.of("neutrality", "regression", "entry", 1.5, "dv01", 25_000));

        StrategySpec spec = StrategySpec.parse("""
                {"strategy": "mean-reversion", "id": "tens", "parameters": {"series": "UST 10Y yield", "window": 500}}
                """);
        Strategy tens = factory.create(spec);
        StrategySpec complete = factory.complete(spec); // with every default written out
        String json = complete.toJson();
        String table = factory.describe(); // every type and what it can be told

        assertThat(fly.warmUp()).isEqualTo(250);
        assertThat(tens.warmUp()).isEqualTo(500);
        assertThat(json).contains("\"unitRoot\" : 0.05");
        assertThat(table).contains("butterfly");
    }

    @Test
    void aRefusalSaysWhatWasWrong() {
        assertThatThrownBy(() -> StrategyFactory.standard().create("butterfly", Map.of("entry", 50)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("BT-1001: parameter entry must be a number from 0.1 to 20, was 50");
    }

    /** A trend that is up or down. */
    static final class Crossing implements Strategy {

        private static final Parameter FAST =
                Parameter.wholeNumber("fast", 20, 2, 500, "observations", "length of the fast average");

        static final StrategyType TYPE =
                StrategyType.of("crossing", "A yield below its average goes on falling.", List.of(FAST), Crossing::new);

        private final ExponentialMovingAverage average;

        private Crossing(Parameters parameters) {
            average = ExponentialMovingAverage.of(parameters.wholeNumber(FAST));
        }

        @Override
        public List<Intent> onEvent(MarketView view) {
            double yield = view.series("UST 10Y yield").last();
            double away = average.update(yield) - yield;
            return List.of(Intent.ofDv01("UST 10Y", Math.signum(away) * 10_000).because("TREND", "by its average"));
        }

        @Override
        public int warmUp() {
            return average.warmUp();
        }
    }

    @Test
    void aTypeOfOnesOwnIsRegistered() {
        StrategyFactory factory = StrategyFactory.standard().with(Crossing.TYPE);
        Strategy strategy = factory.create("crossing", Map.of("fast", 50));

        assertThat(strategy.warmUp()).isEqualTo(50);
    }
}
