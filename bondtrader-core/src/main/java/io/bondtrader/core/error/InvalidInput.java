package io.bondtrader.core.error;

import org.jspecify.annotations.Nullable;

/** A value from outside describes nothing that can exist. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class InvalidInput extends CoreException {

    private static final int LONGEST_VALUE = 120;

    private InvalidInput(CoreErrorCode code, String detail) {
        super(code, detail);
    }

    /**
     * Creates a refusal that names the value and the rule it breaks, as in {@code yield must be finite, was NaN}.
     *
     * @param name what the value is called in the API
     * @param value the value that was given
     * @param rule what it must be, so that "must be" reads well before it
     */
    public InvalidInput(String name, @Nullable Object value, String rule) {
        this(CoreErrorCode.INVALID_INPUT, name + " must be " + rule + ", was " + shortened(value));
    }

    /**
     * Returns a refusal of a text that cannot be read.
     *
     * @param name what the text should have been
     * @param text the text that was given
     * @param rule what it must look like
     * @return the failure, coded {@link CoreErrorCode#UNREADABLE_TEXT}
     */
    public static InvalidInput unreadable(String name, @Nullable String text, String rule) {
        return new InvalidInput(
                CoreErrorCode.UNREADABLE_TEXT, name + " must be " + rule + ", was '" + shortened(text) + "'");
    }

    /**
     * Returns a refusal of terms that do not fit the market convention they claim.
     *
     * @param detail which terms, and what the convention asks for
     * @return the failure, coded {@link CoreErrorCode#CONVENTION_MISMATCH}
     */
    public static InvalidInput conventionMismatch(String detail) {
        return new InvalidInput(CoreErrorCode.CONVENTION_MISMATCH, detail);
    }

    /**
     * Throws unless {@code valid}. The arguments are built either way: in a hot path, write the {@code if}.
     *
     * @param valid whether the rule holds
     * @param name what the value is called in the API
     * @param value the value that was given
     * @param rule what it must be
     */
    public static void unless(boolean valid, String name, @Nullable Object value, String rule) {
        if (!valid) {
            throw new InvalidInput(name, value, rule);
        }
    }

    /** The rule must be seen, however long the value is. */
    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }
}
