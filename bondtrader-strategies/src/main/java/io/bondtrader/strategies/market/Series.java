package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;

/**
 * Numbers that were published under one name, oldest first. Only what has been published is in it.
 *
 * <p>A series grows while the engine runs; read it during the call in which it was handed out. Not safe for use by many
 * threads.
 */
public interface Series {

    /** {@return how many numbers there are; older ones may have been dropped} */
    int size();

    /** {@return how many were published in all, those dropped included} */
    long published();

    /**
     * Returns a number, counted from the newest.
     *
     * @param back 0 for the newest, 1 for the one before
     * @return the value
     * @throws InvalidInput if there are not so many
     */
    double last(int back);

    /**
     * Returns when a number was published, counted from the newest.
     *
     * @param back 0 for the newest
     * @return the time
     * @throws InvalidInput if there are not so many
     */
    Instant publishedAt(int back);

    /** {@return the newest number} */
    default double last() {
        return last(0);
    }

    /**
     * Returns the newest numbers.
     *
     * @param count how many
     * @return the values, oldest first
     * @throws InvalidInput if there are not so many
     */
    default double[] lastValues(int count) {
        InvalidInput.unless(count >= 0 && count <= size(), "count", count, "from 0 to " + size());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = last(count - 1 - i);
        }
        return values;
    }
}
