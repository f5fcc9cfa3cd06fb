package io.bondtrader.core.curve;

/** What the nodes of a curve hold, and what is interpolated between them. */
public enum CurveQuantity {

    /** Zero rates, continuously compounded, as decimals per year. */
    ZERO_RATE,

    /** Logarithms of discount factors: straight lines between them are flat forward rates. */
    LOG_DISCOUNT_FACTOR
}
