package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * A way to draw a line through points. The ones that come with the library are the constants of {@link Interpolators}.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public interface Interpolator {

    /** {@return what the method is called, for evidence} */
    String officialName();

    /**
     * Draws the line through points.
     *
     * @param x ascending, finite; not changed afterwards by anybody
     * @param y one value for each x, finite; not changed afterwards by anybody
     * @return the line from {@code x[0]} to {@code x[n − 1]}
     * @throws InvalidInput if there are too few points, or x does not ascend
     */
    Interpolation through(double[] x, double[] y);
}
