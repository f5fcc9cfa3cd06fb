package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which strategy is wanted, under what name, with which parameters. As JSON:
 *
 * <pre>{@code
 * {"strategy": "mean-reversion", "id": "10s revert", "parameters": {"series": "UST 10Y yield", "window": 250}}
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads. Values are checked when the strategy is made, by those who know its type.
 *
 * @param strategy the name of its type
 * @param id unique among the strategies of an engine
 * @param parameters values by name: numbers, texts, true or false, and lists of numbers or texts
 */
public record StrategySpec(String strategy, String id, Map<String, Object> parameters) {

    /**
     * Checks the names and copies the values.
     *
     * @throws InvalidInput if a name is blank, or a value is of another kind
     */
    public StrategySpec {
        InvalidInput.unless(!strategy.isBlank() && strategy.length() <= 60, "strategy", strategy, "1 to 60 characters");
        InvalidInput.unless(!id.isBlank() && id.length() <= 100, "id", id, "1 to 100 characters");
        Map<String, Object> copy = new LinkedHashMap<>();
        parameters.forEach((name, value) -> copy.put(name, copied(name, value)));
        parameters = Collections.unmodifiableMap(copy);
    }

    private static Object copied(String name, Object value) {
        if (value instanceof Integer whole) {
            return whole.doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> copied(name, element)).toList();
        }
        InvalidInput.unless(
                value instanceof String
                        || value instanceof Boolean
                        || (value instanceof Double number && Double.isFinite(number)),
                "parameter " + name,
                value,
                "a finite number, a text, true or false, or a list");
        return value;
    }

    /**
     * Reads a strategy.
     *
     * @param json an object with {@code strategy}, {@code id} and, if any are given, {@code parameters}; at most 1 MiB
     * @return the specification
     * @throws InvalidInput if the text is no JSON or says something else; the message names the path
     */
    public static StrategySpec parse(String json) {
        return StrategyJson.read(json);
    }

    /**
     * Reads several strategies.
     *
     * @param json an array of objects as {@link #parse} takes, at most 1 MiB, identifiers all different
     * @return the specifications
     * @throws InvalidInput if the text is no JSON or says something else; the message names the path
     */
    public static List<StrategySpec> parseAll(String json) {
        return StrategyJson.readAll(json);
    }

    /** {@return the specification as JSON, which {@link #parse} reads back to the same} */
    public String toJson() {
        return StrategyJson.write(this);
    }
}
