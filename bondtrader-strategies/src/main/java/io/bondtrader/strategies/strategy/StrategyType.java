package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A kind of strategy: its name, what it bets on, what it can be told, and how one is made.
 *
 * <p>Immutable and safe for use by many threads, if what makes the strategies is.
 */
public final class StrategyType {

    private final String name;
    private final String summary;
    private final List<Parameter> parameters;
    private final Function<Parameters, Strategy> maker;

    private StrategyType(
            String name, String summary, List<Parameter> parameters, Function<Parameters, Strategy> maker) {
        this.name = name;
        this.summary = summary;
        this.parameters = parameters;
        this.maker = maker;
    }

    /**
     * Returns a type.
     *
     * @param name such as {@code mean-reversion}: letters, digits and dashes
     * @param summary what it bets on, in a sentence
     * @param parameters what it can be told, all names different
     * @param maker makes a new strategy of checked values each time; may refuse values that do not fit together by
     *     {@link InvalidInput}
     * @return the type
     * @throws InvalidInput if a text is not as it should be or a name stands twice
     */
    public static StrategyType of(
            String name, String summary, List<Parameter> parameters, Function<Parameters, Strategy> maker) {
        InvalidInput.unless(
                name.matches("[a-z][a-z0-9-]{0,59}"),
                "name",
                name,
                "a name such as mean-reversion, 60 characters at most");
        InvalidInput.unless(!summary.isBlank(), "summary", summary, "not blank");
        long different = parameters.stream().map(Parameter::name).distinct().count();
        InvalidInput.unless(different == parameters.size(), "parameters", parameters, "of different names");
        return new StrategyType(name, summary, List.copyOf(parameters), Objects.requireNonNull(maker));
    }

    /** {@return what it is called} */
    public String name() {
        return name;
    }

    /** {@return what it bets on} */
    public String summary() {
        return summary;
    }

    /** {@return what it can be told} */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Makes a strategy in the state in which it begins.
     *
     * @param values by the names of parameters; what is left out has its default
     * @return a new strategy
     * @throws InvalidInput if a name is unknown, a value breaks its rule, or values do not fit together; the message names the
     *     parameter, the rule and the value
     */
    public Strategy create(Map<String, ?> values) {
        return maker.apply(Parameters.of(parameters, values));
    }

    @Override
    public String toString() {
        return name + ": " + summary;
    }
}
