package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.error.UnknownStrategy;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes strategies by name: those that come with the library, and those that are added.
 *
 * <pre>{@code
 * StrategyFactory factory = StrategyFactory.standard();
 * Strategy strategy = factory.create("mean-reversion", Map.of("series", "UST 10Y yield", "window", 250));
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads; the strategies that it makes are for one thread each.
 */
public final class StrategyFactory {

    private final Map<String, StrategyType> types;

    private StrategyFactory(Map<String, StrategyType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /** {@return a factory that knows the strategies of this library} */
    public static StrategyFactory standard() {
        StrategyFactory factory = empty();
        for (StrategyType type : BuiltIn.types()) {
            factory = factory.with(type);
        }
        return factory;
    }

    /** {@return a factory that knows nothing yet} */
    public static StrategyFactory empty() {
        return new StrategyFactory(new TreeMap<>());
    }

    /**
     * Returns a factory that knows one more type.
     *
     * @param type of a name that is new
     * @return the larger factory
     * @throws InvalidInput if there is a type of that name
     */
    public StrategyFactory with(StrategyType type) {
        InvalidInput.unless(!types.containsKey(type.name()), "name of the strategy", type.name(), "new to the factory");
        Map<String, StrategyType> more = new TreeMap<>(types);
        more.put(type.name(), type);
        return new StrategyFactory(more);
    }

    /** {@return the types by name, in alphabetical order} */
    public Collection<StrategyType> types() {
        return types.values();
    }

    /**
     * Returns a type.
     *
     * @param name of it
     * @return the type
     * @throws UnknownStrategy if there is none
     */
    public StrategyType type(String name) {
        StrategyType type = types.get(name);
        if (type == null) {
            throw new UnknownStrategy(name, types.keySet());
        }
        return type;
    }

    /**
     * Makes a strategy.
     *
     * @param name of its type
     * @param parameters values by name; what is left out has its default
     * @return a new strategy, in the state in which it begins
     * @throws UnknownStrategy if there is no such type
     * @throws InvalidInput if a parameter is unknown, or a value breaks a rule; the message names them
     */
    public Strategy create(String name, Map<String, ?> parameters) {
        return type(name).create(parameters);
    }

    /**
     * Makes a strategy.
     *
     * @param spec which, and with what parameters
     * @return a new strategy, in the state in which it begins
     * @throws UnknownStrategy if there is no such type
     * @throws InvalidInput if a parameter is unknown, or a value breaks a rule; the message names them
     */
    public Strategy create(StrategySpec spec) {
        return create(spec.strategy(), spec.parameters());
    }

    /**
     * Returns a specification in which every parameter has a value: what a strategy runs with, to be kept beside its results.
     *
     * @param spec with some parameters
     * @return with all of them
     * @throws UnknownStrategy if there is no such type
     * @throws InvalidInput if a parameter is unknown, or a value breaks a rule; the message names them
     */
    public StrategySpec complete(StrategySpec spec) {
        List<Parameter> known = type(spec.strategy()).parameters();
        return new StrategySpec(
                spec.strategy(),
                spec.id(),
                Parameters.of(known, spec.parameters()).toMap());
    }

    /** {@return all types and what they can be told, as a table for a console} */
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (StrategyType type : types.values()) {
            text.append(type.name()).append("\n  ").append(type.summary()).append('\n');
            for (Parameter parameter : type.parameters()) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-16s %-34s default %-12s %s%s\n",
                        parameter.name(),
                        parameter.rule(),
                        parameter.defaultText(),
                        parameter.description(),
                        parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")"));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "StrategyFactory" + types.keySet();
    }
}
