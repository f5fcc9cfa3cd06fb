package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * From which end the dates of a schedule are counted.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum RollDirection {
    /** From the termination date back, as for nearly every bond. */
    BACKWARD,
    /** From the effective date on. */
    FORWARD,
    /** Not at all: one period from the effective to the termination date. */
    ZERO;

    private static final RollDirection[] ALL = values();

    /**
     * Reads a direction by its name, in any case.
     *
     * @param text the text
     * @return the direction
     * @throws InvalidInput if the text names no direction
     */
    public static RollDirection parse(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT);
        for (RollDirection direction : ALL) {
            if (key.equals(direction.name())) {
                return direction;
            }
        }
        throw InvalidInput.unreadable("roll direction", text, "BACKWARD, FORWARD or ZERO");
    }
}
