package io.bondtrader.core.pricing;

/** Which rates of a curve a key rate moves. */
public enum KeyRateKind {

    /** Continuously compounded zero rates. */
    ZERO,

    /**
     * Par yields: what a bond issued at par pays, compounded as often as it pays. One par bond matures at the end of each
     * coupon period; rates between are interpolated on zero rates.
     */
    PAR,

    /** Instantaneous forward rates, continuously compounded. */
    FORWARD
}
