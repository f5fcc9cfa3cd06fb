package io.bondtrader.core.curve.bootstrap;

/** How a curve is solved for. Both ways lead to the same curve, by code that shares nothing but the instruments. */
public enum BootstrapMethod {

    /**
     * One pillar after the other, each by bracketing, without derivatives; where the interpolation lets a later pillar move
     * the curve before it, in as many passes as it takes.
     */
    SEQUENTIAL,

    /** All pillars at once by Newton's method, with the exact derivatives of every quote by every node. */
    GLOBAL
}
