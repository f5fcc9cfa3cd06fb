package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * Where the odd period of a schedule goes when the interval is no whole number of tenors. Stubs at both ends are asked for
 * by explicit first and penultimate dates.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum StubConvention {
    /** There must be none: an interval that does not divide is refused. */
    NONE,
    /** The first period is shorter than a tenor. */
    SHORT_FIRST,
    /** The first period is longer than a tenor. */
    LONG_FIRST,
    /** The last period is shorter than a tenor. */
    SHORT_LAST,
    /** The last period is longer than a tenor. */
    LONG_LAST;

    private static final StubConvention[] ALL = values();

    boolean isFirst() {
        return this == SHORT_FIRST || this == LONG_FIRST;
    }

    boolean isLast() {
        return this == SHORT_LAST || this == LONG_LAST;
    }

    boolean isLong() {
        return this == LONG_FIRST || this == LONG_LAST;
    }

    /**
     * Reads a stub convention by its name, in any case, with blanks, hyphens or underscores.
     *
     * @param text the text
     * @return the convention
     * @throws InvalidInput if the text names no stub convention
     */
    public static StubConvention parse(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT).replaceAll("[- ]", "_");
        for (StubConvention stub : ALL) {
            if (key.equals(stub.name())) {
                return stub;
            }
        }
        throw InvalidInput.unreadable(
                "stub convention", text, "NONE, SHORT_FIRST, LONG_FIRST, SHORT_LAST or LONG_LAST");
    }
}
