package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * What a curve does before its first node and after its last. The discount factor of time 0 is always 1.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface Extrapolator permits StandardExtrapolator, SmithWilson {

    /** The zero rate keeps the value of the nearest node. */
    Extrapolator FLAT = StandardExtrapolator.FLAT;

    /**
     * The interpolated quantity goes on in the straight line that it ends with. Before the first node, logarithms of
     * discount factors go straight to 0 at time 0.
     */
    Extrapolator LINEAR = StandardExtrapolator.LINEAR;

    /**
     * The instantaneous forward rate keeps its last value. Before the first node, it is level at that node's zero rate,
     * so that the node is met.
     */
    Extrapolator FLAT_FORWARD = StandardExtrapolator.FLAT_FORWARD;

    /** The curve ends: a time beyond is refused with {@link io.bondtrader.core.error.MissingData}. */
    Extrapolator NONE = StandardExtrapolator.NONE;

    /** {@return what the method is called, for evidence} */
    String officialName();

    /**
     * Returns the extrapolation of Smith and Wilson, by which forward rates after the last node converge to an ultimate
     * forward rate. After the last node only.
     *
     * @param ultimateForwardRate the forward rate that the curve converges to, compounded once a year, such as 0.033
     * @param convergence how fast, alpha: 0.001 to 1; the greater, the faster
     * @return the extrapolation
     * @throws InvalidInput if the rate is not between -0.5 and 1, or alpha out of range
     */
    static Extrapolator smithWilson(double ultimateForwardRate, double convergence) {
        return new SmithWilson(ultimateForwardRate, convergence);
    }
}
