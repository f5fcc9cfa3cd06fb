package io.bondtrader.core.curve.fit;

/** A kind of curve that can be fitted to bonds. The family is closed; its records are immutable and thread-safe. */
public sealed interface CurveFamily permits NelsonSiegel, Svensson, CubicSpline, ExponentialSpline {

    /** {@return how many numbers a fit determines: no fewer bonds may be fitted} */
    int parameters();
}
