package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;

/**
 * Observations next to each other.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param start index of the first, 0 or more
 * @param end index after the last, above the start
 */
public record IndexRange(int start, int end) {

    /**
     * Checks the range.
     *
     * @throws InvalidInput if it is empty or starts below 0
     */
    public IndexRange {
        InvalidInput.unless(start >= 0, "start", start, "0 or more");
        InvalidInput.unless(end > start, "end", end, "above the start, " + start);
    }

    /** {@return how many observations it has} */
    public int length() {
        return end - start;
    }

    /**
     * Returns whether an observation lies in the range.
     *
     * @param index of the observation
     * @return whether it does
     */
    public boolean contains(int index) {
        return index >= start && index < end;
    }

    /** {@return both ends, as in {@code [0, 250)}} */
    @Override
    public String toString() {
        return "[" + start + ", " + end + ")";
    }
}
