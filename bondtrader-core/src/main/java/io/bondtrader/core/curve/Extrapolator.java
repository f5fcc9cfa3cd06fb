package io.bondtrader.core.curve;

/**
 * What a curve does before its first node and after its last.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum Extrapolator {

    /** The interpolated quantity keeps its last value: with zero rates, the zero rate stays flat. */
    FLAT,

    /** The instantaneous forward rate keeps its last value. */
    FLAT_FORWARD,

    /** The curve ends: a time beyond is refused with {@link io.bondtrader.core.error.MissingData}. */
    NONE
}
