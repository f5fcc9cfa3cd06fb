package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of all parameters of a strategy: those that were given, checked, and the defaults of the others.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Parameters {

    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Completes and checks values.
     *
     * @param known the parameters
     * @param given values by the names of parameters
     * @return a value for each parameter
     * @throws InvalidInput if a name is none of the parameters, or a value breaks the rule of its parameter
     */
    public static Parameters of(List<Parameter> known, Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : known) {
            Object value = given.get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.defaultValue() : parameter.check(value));
        }
        for (Map.Entry<String, ?> entry : given.entrySet()) {
            InvalidInput.unless(
                    values.containsKey(entry.getKey()),
                    "parameter " + entry.getKey(),
                    entry.getValue(),
                    "absent; known are " + values.keySet());
            InvalidInput.unless(entry.getValue() != null, "parameter " + entry.getKey(), "null", "given or left out");
        }
        return new Parameters(values);
    }

    private <T> T value(Parameter parameter, Class<T> type) {
        Object value = values.get(parameter.name());
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    parameter.name() + " is no " + type.getSimpleName() + " among " + values);
        }
        return type.cast(value);
    }

    /**
     * Returns a number.
     *
     * @param parameter one that takes numbers
     * @return its value
     * @throws IllegalArgumentException if it is none of these parameters, or of another kind
     */
    public double number(Parameter parameter) {
        return value(parameter, Double.class);
    }

    /**
     * Returns a whole number.
     *
     * @param parameter one that takes whole numbers
     * @return its value
     * @throws IllegalArgumentException if it is none of these parameters, or of another kind
     */
    public int wholeNumber(Parameter parameter) {
        return value(parameter, Integer.class);
    }

    /**
     * Returns a text.
     *
     * @param parameter one that takes a text or a choice
     * @return its value
     * @throws IllegalArgumentException if it is none of these parameters, or of another kind
     */
    public String text(Parameter parameter) {
        return value(parameter, String.class);
    }

    /**
     * Returns texts.
     *
     * @param parameter one that takes texts
     * @return its value
     * @throws IllegalArgumentException if it is none of these parameters, or of another kind
     */
    public List<String> names(Parameter parameter) {
        return ((List<?>) value(parameter, List.class))
                .stream().map(String.class::cast).toList();
    }

    /**
     * Returns numbers.
     *
     * @param parameter one that takes a list of numbers
     * @return its value
     * @throws IllegalArgumentException if it is none of these parameters, or of another kind
     */
    public List<Double> numbers(Parameter parameter) {
        return ((List<?>) value(parameter, List.class))
                .stream().map(Double.class::cast).toList();
    }

    /**
     * Returns whether something is so.
     *
     * @param parameter one that is true or false
     * @return its value
     * @throws IllegalArgumentException if it is none of these parameters, or of another kind
     */
    public boolean flag(Parameter parameter) {
        return value(parameter, Boolean.class);
    }

    /** {@return all values by name, in the order of the parameters} */
    public Map<String, Object> toMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters parameters && values.equals(parameters.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
