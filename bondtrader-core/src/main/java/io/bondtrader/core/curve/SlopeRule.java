package io.bondtrader.core.curve;

import org.jspecify.annotations.Nullable;

/** How steep a cubic line runs through each of its points, from the straight lines between them. */
@FunctionalInterface
interface SlopeRule {

    /**
     * Fills in the slopes of n points, two or more, and on demand their derivatives.
     *
     * @param width the n − 1 distances between the points
     * @param secant the n − 1 slopes of the straight lines between the points
     * @param slope filled with the slope at each point
     * @param derivative {@code derivative[i][j]}, 0 when handed in, is filled with ∂slopeᵢ/∂secantⱼ; null if not wanted
     */
    void fill(double[] width, double[] secant, double[] slope, double @Nullable [][] derivative);
}
