package io.bondtrader.security.access.request;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/**
 * A fact that rules ask for, by name and type. Immutable.
 *
 * @param <T> the type of its values
 * @param name lower-case words joined by dashes
 * @param type the class of its values
 */
public record Attribute<T>(String name, Class<T> type) {

    private static final int MOST_DIGITS = 40;
    private static final int LONGEST_TEXT = 256;

    /** Checks the name. */
    public Attribute {
        Names.checked("attribute", name);
    }

    /**
     * Returns an exact number: an amount, a rate, a count.
     *
     * @param name lower-case words joined by dashes
     * @return the attribute
     * @throws InvalidInput if the name is spelt otherwise
     */
    public static Attribute<BigDecimal> number(String name) {
        return new Attribute<>(name, BigDecimal.class);
    }

    /**
     * Returns a word.
     *
     * @param name lower-case words joined by dashes
     * @return the attribute
     * @throws InvalidInput if the name is spelt otherwise
     */
    public static Attribute<String> text(String name) {
        return new Attribute<>(name, String.class);
    }

    /**
     * Returns a yes or no.
     *
     * @param name lower-case words joined by dashes
     * @return the attribute
     * @throws InvalidInput if the name is spelt otherwise
     */
    public static Attribute<Boolean> flag(String name) {
        return new Attribute<>(name, Boolean.class);
    }

    /**
     * Checks a value: numbers within 40 digits before and after the point, because one of a billion digits fits into ten
     * characters; texts within 256 characters.
     *
     * @param value the value
     * @return the value
     * @throws InvalidInput if it is larger, or of another type
     */
    public T checked(Object value) {
        InvalidInput.unless(type.isInstance(value), name, value.getClass().getName(), type.getName());
        if (value instanceof BigDecimal number) {
            boolean fits = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
            InvalidInput.unless(fits, name, "a number of more digits", "within 40 digits before and after the point");
        } else if (value instanceof String text) {
            InvalidInput.unless(text.length() <= LONGEST_TEXT, name, text.length(), "at most 256 characters");
        }
        return type.cast(value);
    }
}
