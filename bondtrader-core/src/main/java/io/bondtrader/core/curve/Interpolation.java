package io.bondtrader.core.curve;

/**
 * A line through points, between the first and the last of them. What happens beyond is up to an {@link Extrapolator}.
 *
 * <p>Implementations are immutable and safe for use by many threads. They do not check that x lies within the points:
 * curves do.
 */
public interface Interpolation {

    /**
     * Returns the value of the line.
     *
     * @param x between the first point and the last
     * @return y(x)
     */
    double value(double x);

    /**
     * Returns the slope of the line; where it bends, that of the later side, and at the last point that of the earlier.
     *
     * @param x between the first point and the last
     * @return dy/dx
     */
    double slope(double x);

    /**
     * Adds what the value owes to each of the points.
     *
     * @param x between the first point and the last
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂y(x) / ∂yᵢ}
     * @param offset index of the first point's element
     */
    void addSensitivities(double x, double weight, double[] sensitivities, int offset);

    /**
     * Adds what the slope owes to each of the points, on the side of which {@link #slope} is.
     *
     * @param x between the first point and the last
     * @param weight what each derivative is multiplied by
     * @param sensitivities {@code sensitivities[offset + i]} gains {@code weight · ∂y′(x) / ∂yᵢ}
     * @param offset index of the first point's element
     */
    void addSlopeSensitivities(double x, double weight, double[] sensitivities, int offset);
}
