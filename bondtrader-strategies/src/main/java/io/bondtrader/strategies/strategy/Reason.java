package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;

/**
 * Why a strategy wants something.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param code short and stable, such as {@code MOMENTUM}
 * @param text for people
 */
public record Reason(String code, String text) {

    /**
     * Checks that there is a code.
     *
     * @throws InvalidInput if it is blank
     */
    public Reason {
        InvalidInput.unless(!code.isBlank(), "code", code, "not blank");
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
