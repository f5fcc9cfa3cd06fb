package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a strategy can be told, with what it is told if nobody says anything: a number, a whole number, a text, a list of texts, one
 * of several choices, or yes or no.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Parameter {

    /** What kind of value a parameter takes. */
    public enum Kind {
        /** A number, a {@link Double}. */
        NUMBER,
        /** A whole number, an {@link Integer}. */
        WHOLE_NUMBER,
        /** A text that is not blank, a {@link String}. */
        TEXT,
        /** Texts that are all different, a {@link List}. */
        NAMES,
        /** Numbers, a {@link List}. */
        NUMBERS,
        /** One of several texts. */
        CHOICE,
        /** True or false. */
        FLAG
    }

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_NAMES = 500;

    private final String name;
    private final Kind kind;
    private final Object defaultValue;
    private final double low;
    private final double high;
    private final List<String> choices;
    private final String unit;
    private final String description;

    private Parameter(
            String name,
            Kind kind,
            Object defaultValue,
            double low,
            double high,
            List<String> choices,
            String unit,
            String description) {
        InvalidInput.unless(
                name.matches("[a-z][a-zA-Z0-9]{0,39}"),
                "name",
                name,
                "a name such as entryScore, 40 characters at most");
        InvalidInput.unless(!description.isBlank(), "description of " + name, description, "not blank");
        this.name = name;
        this.kind = kind;
        this.low = low;
        this.high = high;
        this.choices = choices;
        this.unit = Objects.requireNonNull(unit);
        this.description = description;
        this.defaultValue = check(defaultValue);
    }

    /**
     * Returns a parameter that takes numbers.
     *
     * @param name such as {@code entryScore}
     * @param defaultValue within the range
     * @param low the least that is allowed
     * @param high the most that is allowed
     * @param unit what it counts
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank or the default is out of range
     */
    public static Parameter number(
            String name, double defaultValue, double low, double high, String unit, String description) {
        return new Parameter(name, Kind.NUMBER, defaultValue, low, high, List.of(), unit, description);
    }

    /**
     * Returns a parameter that takes whole numbers.
     *
     * @param name such as {@code window}
     * @param defaultValue within the range
     * @param low the least that is allowed
     * @param high the most that is allowed
     * @param unit what it counts
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank or the default is out of range
     */
    public static Parameter wholeNumber(
            String name, int defaultValue, int low, int high, String unit, String description) {
        return new Parameter(name, Kind.WHOLE_NUMBER, defaultValue, low, high, List.of(), unit, description);
    }

    /**
     * Returns a parameter that takes a text.
     *
     * @param name such as {@code instrument}
     * @param defaultValue not blank
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank
     */
    public static Parameter text(String name, String defaultValue, String description) {
        return new Parameter(name, Kind.TEXT, defaultValue, 0, 0, List.of(), "", description);
    }

    /**
     * Returns a parameter that takes texts.
     *
     * @param name such as {@code instruments}
     * @param defaultValue all different
     * @param fewest how many there must be
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank or the default is out of range
     */
    public static Parameter names(String name, List<String> defaultValue, int fewest, String description) {
        return new Parameter(name, Kind.NAMES, defaultValue, fewest, MOST_NAMES, List.of(), "", description);
    }

    /**
     * Returns a parameter that takes a list of numbers.
     *
     * @param name such as {@code years}
     * @param defaultValue within the range
     * @param low the least that each may be
     * @param high the most that each may be
     * @param unit what they count
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank or the default is out of range
     */
    public static Parameter numbers(
            String name, List<Double> defaultValue, double low, double high, String unit, String description) {
        return new Parameter(name, Kind.NUMBERS, defaultValue, low, high, List.of(), unit, description);
    }

    /**
     * Returns a parameter that takes one of several texts.
     *
     * @param name such as {@code neutrality}
     * @param choices what there is, the default first
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank or there is no choice
     */
    public static Parameter choice(String name, List<String> choices, String description) {
        InvalidInput.unless(!choices.isEmpty(), "choices of " + name, choices, "at least one");
        return new Parameter(name, Kind.CHOICE, choices.get(0), 0, 0, List.copyOf(choices), "", description);
    }

    /**
     * Returns a parameter that is true or false.
     *
     * @param name such as {@code longOnly}
     * @param defaultValue if nobody says anything
     * @param description what it does
     * @return the parameter
     * @throws InvalidInput if a text is blank
     */
    public static Parameter flag(String name, boolean defaultValue, String description) {
        return new Parameter(name, Kind.FLAG, defaultValue, 0, 0, List.of(), "", description);
    }

    /** {@return what it is called} */
    public String name() {
        return name;
    }

    /** {@return what kind of value it takes} */
    public Kind kind() {
        return kind;
    }

    /** {@return what it is if nobody says anything} */
    public Object defaultValue() {
        return defaultValue;
    }

    /** {@return the least number, or the fewest texts, that are allowed; 0 for other kinds} */
    public double low() {
        return low;
    }

    /** {@return the largest number, or the most texts, that are allowed; 0 for other kinds} */
    public double high() {
        return high;
    }

    /** {@return what there is to choose from; empty for other kinds} */
    public List<String> choices() {
        return choices;
    }

    /** {@return what it counts; empty for texts, choices and flags} */
    public String unit() {
        return unit;
    }

    /** {@return what it does} */
    public String description() {
        return description;
    }

    /** {@return what it may be, in words} */
    public String rule() {
        return switch (kind) {
            case NUMBER -> "a number from " + plain(low) + " to " + plain(high);
            case WHOLE_NUMBER -> "a whole number from " + plain(low) + " to " + plain(high);
            case TEXT -> "a text";
            case NAMES -> "different texts, " + plain(low) + " or more";
            case NUMBERS -> "numbers from " + plain(low) + " to " + plain(high);
            case CHOICE -> "one of " + String.join(", ", choices);
            case FLAG -> "true or false";
        };
    }

    /**
     * Checks a value, and brings it to the type of the kind: whole numbers are taken as numbers.
     *
     * @param value what somebody said
     * @return the value as the kind says
     * @throws InvalidInput if it is of another kind or breaks the rule; the message names parameter, rule and value
     */
    public Object check(Object value) {
        return switch (kind) {
            case NUMBER -> inRange(asNumber(value), value);
            case WHOLE_NUMBER -> (int) inRange(asWhole(value), value);
            case TEXT -> text(value);
            case NAMES -> namesOf(value);
            case NUMBERS -> numbersOf(value);
            case CHOICE -> {
                refuseUnless(value instanceof String && choices.contains(value), value);
                yield value;
            }
            case FLAG -> {
                refuseUnless(value instanceof Boolean, value);
                yield value;
            }
        };
    }

    private double inRange(double number, Object value) {
        refuseUnless(number >= low && number <= high, value);
        return number;
    }

    private double asNumber(Object value) {
        refuseUnless(value instanceof Number, value);
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private double asWhole(Object value) {
        double number = asNumber(value);
        refuseUnless(number == Math.rint(number), value);
        return number;
    }

    private String text(Object value) {
        refuseUnless(value instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT, value);
        return String.valueOf(value);
    }

    private List<String> namesOf(Object value) {
        List<String> names = new ArrayList<>();
        refuseUnless(value instanceof List<?> list && list.size() >= low && list.size() <= high, value);
        if (value instanceof List<?> list) {
            list.forEach(element -> names.add(text(element)));
        }
        refuseUnless(new HashSet<>(names).size() == names.size(), value);
        return List.copyOf(names);
    }

    private List<Double> numbersOf(Object value) {
        List<Double> numbers = new ArrayList<>();
        refuseUnless(value instanceof List<?> list && list.size() <= MOST_NAMES, value);
        if (value instanceof List<?> list) {
            list.forEach(element -> numbers.add(inRange(asNumber(element), element)));
        }
        return List.copyOf(numbers);
    }

    private void refuseUnless(boolean valid, Object value) {
        InvalidInput.unless(valid, "parameter " + name, value, rule());
    }

    static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf((long) number);
        }
        return String.valueOf(number);
    }

    /** The default as it stands in tables: numbers without needless zeros. */
    String defaultText() {
        if (defaultValue instanceof Double number) {
            return plain(number);
        }
        if (defaultValue instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(element -> texts.add(element instanceof Double number ? plain(number) : element.toString()));
            return String.join(", ", texts);
        }
        return defaultValue.toString();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %s%s, default %s", name, rule(), unit.isEmpty() ? "" : " " + unit, defaultText());
    }
}
