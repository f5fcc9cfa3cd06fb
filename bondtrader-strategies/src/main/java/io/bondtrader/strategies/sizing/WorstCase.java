package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * What a size can do to its owner: an event, a number for it, and on what the number rests.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param event what may happen, in words
 * @param figure how likely or how large it is, finite
 * @param unit what the figure counts
 * @param basis the assumption under which the figure holds, with its source
 */
public record WorstCase(String event, double figure, String unit, String basis) {

    /**
     * Checks the figure.
     *
     * @throws InvalidInput if the figure is not finite
     */
    public WorstCase {
        InvalidInput.unless(Double.isFinite(figure), "figure of " + event, figure, "finite");
    }

    @Override
    public String toString() {
        return event + ": " + figure + " " + unit + " (" + basis + ")";
    }
}
