package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter of a curve stands for, so that a sensitivity can name it.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what people call the node, such as {@code "10Y"} or {@code "2035-11-15"}; not blank
 * @param date the day that the node speaks of; null if it speaks of none, as the parameter of a formula
 * @param years the node's time in years from the curve's reference date; 0 if it speaks of none
 */
public record CurveNode(String label, @Nullable LocalDate date, double years) {

    /**
     * Checks the label and the time.
     *
     * @throws InvalidInput if the label is blank or the time is negative or not finite
     */
    public CurveNode {
        Objects.requireNonNull(label);
        InvalidInput.unless(!label.isBlank(), "label", label, "not blank");
        InvalidInput.unless(years >= 0.0 && years <= 1_000.0, "years", years, "0 to 1,000");
    }
}
