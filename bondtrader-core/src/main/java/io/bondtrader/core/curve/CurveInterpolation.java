package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * What a curve interpolates and how: the usual pairs, by name.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum CurveInterpolation {

    /** Zero rates that hold until the next node: discount factors jump at nodes. */
    FLAT_ZERO(CurveQuantity.ZERO_RATE, Interpolators.FLAT),
    /** Zero rates in straight lines. */
    LINEAR_ZERO(CurveQuantity.ZERO_RATE, Interpolators.LINEAR),
    /** Discount factors in straight lines of their logarithms: flat forward rates between nodes. */
    LOG_LINEAR_DISCOUNT(CurveQuantity.LOG_DISCOUNT_FACTOR, Interpolators.LINEAR),
    /** Zero rates in straight lines of their logarithms: they must be positive. */
    LOG_LINEAR_ZERO(CurveQuantity.ZERO_RATE, Interpolators.LOG_LINEAR),
    /** The natural cubic spline of zero rates. */
    NATURAL_CUBIC_ZERO(CurveQuantity.ZERO_RATE, Interpolators.NATURAL_CUBIC),
    /** The cubic spline of zero rates, level at both ends. */
    CLAMPED_CUBIC_ZERO(CurveQuantity.ZERO_RATE, Interpolators.CLAMPED_CUBIC),
    /** The natural cubic spline of zero rates with Hyman's filter. */
    HYMAN_ZERO(CurveQuantity.ZERO_RATE, Interpolators.HYMAN),
    /** Monotone cubics of zero rates by Fritsch and Butland. */
    FRITSCH_BUTLAND_ZERO(CurveQuantity.ZERO_RATE, Interpolators.FRITSCH_BUTLAND),
    /** Monotone cubics of zero rates by weighted harmonic means. */
    PCHIP_ZERO(CurveQuantity.ZERO_RATE, Interpolators.PCHIP),
    /** Cubics of zero rates by Akima. */
    AKIMA_ZERO(CurveQuantity.ZERO_RATE, Interpolators.AKIMA),
    /** Hagan and West's monotone convex method. */
    MONOTONE_CONVEX(CurveQuantity.ZERO_RATE, Interpolators.MONOTONE_CONVEX),
    /** Hagan and West's monotone convex method with positive forward rates. */
    MONOTONE_CONVEX_POSITIVE(CurveQuantity.ZERO_RATE, Interpolators.MONOTONE_CONVEX_POSITIVE),
    /** The natural cubic spline of the logarithms of discount factors. */
    NATURAL_CUBIC_LOG_DISCOUNT(CurveQuantity.LOG_DISCOUNT_FACTOR, Interpolators.NATURAL_CUBIC),
    /**
     * The natural cubic spline of the logarithms of discount factors with Hyman's filter: no negative forward rate where
     * the factors of the nodes fall.
     */
    HYMAN_LOG_DISCOUNT(CurveQuantity.LOG_DISCOUNT_FACTOR, Interpolators.HYMAN);

    private final CurveQuantity quantity;
    private final Interpolators interpolator;

    CurveInterpolation(CurveQuantity quantity, Interpolators interpolator) {
        this.quantity = quantity;
        this.interpolator = interpolator;
    }

    /** {@return what is interpolated} */
    public CurveQuantity quantity() {
        return quantity;
    }

    /** {@return how it is interpolated} */
    public Interpolator interpolator() {
        return interpolator;
    }

    /**
     * Returns the pair of a given name.
     *
     * @param name such as {@code "LINEAR_ZERO"}, in any case
     * @return the pair
     * @throws InvalidInput if none has that name
     */
    public static CurveInterpolation of(String name) {
        for (CurveInterpolation pair : values()) {
            if (pair.name().equalsIgnoreCase(name.strip())) {
                return pair;
            }
        }
        throw InvalidInput.unreadable("curve interpolation", name, "a name such as LINEAR_ZERO");
    }
}
