package io.bondtrader.strategies.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.strategy.Tape.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a strategy is told within its ranges, on whatever yields there are: it decides, and never breaks. */
final class AnyParametersTest {

    private static final StrategyFactory FACTORY = StrategyFactory.standard();

    private static final List<String> SERIES =
            List.of("UST 2Y yield", "UST 5Y yield", "UST 10Y yield", "UST 30Y yield", "CORP 10Y spread", "repo");

    /** Yields that wander, stand still, jump, turn negative, and are not published on some days. */
    private static List<MarketEvent> market(Random random, int days) {
        double[][] rows = new double[days][];
        double[] now = {0.03, 0.035, 0.04, 0.045, 0.01, 0.025};
        double volatility = random.nextInt(4) == 0 ? 0 : Math.pow(10, -5 + 3.5 * random.nextDouble());
        for (int t = 0; t < days; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < now.length; i++) {
                double jump = random.nextInt(200) == 0 ? 20 : 1;
                now[i] += volatility * jump * (0.7 * common + 0.3 * random.nextGaussian());
                now[i] = Math.max(-0.04, Math.min(0.3, now[i]));
            }
            rows[t] = now.clone();
            if (random.nextInt(30) == 0) {
                rows[t][random.nextInt(now.length)] = Double.NaN;
            }
        }
        return Tape.daily(SERIES, rows);
    }

    private static Map<String, Object> parameters(StrategyType type, Random random) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : type.parameters()) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            switch (parameter.kind()) {
                case NUMBER -> values.put(parameter.name(), near(parameter, random));
                case WHOLE_NUMBER -> values.put(parameter.name(), Math.rint(near(parameter, random)));
                case CHOICE ->
                    values.put(
                            parameter.name(),
                            parameter
                                    .choices()
                                    .get(random.nextInt(parameter.choices().size())));
                case FLAG -> values.put(parameter.name(), random.nextBoolean());
                default -> {}
            }
        }
        return values;
    }

    /** A number within the range, not too far from the default. */
    private static double near(Parameter parameter, Random random) {
        double middle = ((Number) parameter.defaultValue()).doubleValue();
        double away = (2 * random.nextDouble() - 1) * Math.max(1, Math.abs(middle));
        return Math.max(parameter.low(), Math.min(parameter.high(), middle + away));
    }

    @Property(tries = 600)
    void aStrategyDecidesWhateverItIsToldAndShown(@ForAll long seed) {
        Random random = new Random(seed);
        List<StrategyType> types = new ArrayList<>(FACTORY.types());
        StrategyType type = types.get(random.nextInt(types.size()));
        Map<String, Object> parameters = parameters(type, random);
        Strategy strategy;
        try {
            strategy = type.create(parameters);
        } catch (InvalidInput unfit) {
            assertThat(unfit).hasMessageContaining("parameter");
            return;
        }
        for (Wish wish : Tape.run(strategy, market(random, 500))) {
            assertThat(wish.intent().signedDv01())
                    .as("%s of %s", type.name(), parameters)
                    .isFinite();
            assertThat(wish.event() + 1).isGreaterThanOrEqualTo(Math.min(strategy.warmUp(), 500));
        }
    }

    @Property(tries = 500)
    void aTextIsASpecificationOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        String json =
                FACTORY.complete(new StrategySpec("butterfly", "b", Map.of())).toJson();
        StringBuilder text = new StringBuilder(json);
        for (int k = 0; k <= random.nextInt(4); k++) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.setCharAt(place, "{}[]\",:x19.e-".charAt(random.nextInt(13)));
                default -> text.insert(place, "{}[]\",:x19.e-".charAt(random.nextInt(13)));
            }
        }
        try {
            StrategySpec spec = StrategySpec.parse(text.toString());
            assertThat(StrategySpec.parse(spec.toJson())).isEqualTo(spec);
        } catch (InvalidInput refused) {
            assertThat(refused).hasMessageStartingWith("BT-1001");
        }
    }
}
