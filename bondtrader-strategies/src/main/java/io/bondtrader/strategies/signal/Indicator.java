package io.bondtrader.strategies.signal;

/**
 * A number that follows a series, one value at a time, in constant memory.
 *
 * <p>After n values it depends on those n alone. Until {@link #isReady()} the value is provisional: finite, of the same unit,
 * from what little was seen, and not to be traded on. A value that is refused leaves the indicator as it was.
 *
 * <p>Implementations are mutable and belong to one thread; {@link #fresh()} gives another one of the same parameters.
 */
public interface Indicator {

    /**
     * Takes the next value of the series.
     *
     * @param value the next value, finite and at most 1e100 in size
     * @return what {@link #value()} says from now on, always finite
     * @throws io.bondtrader.core.error.InvalidInput if the value is outside what the indicator is defined for
     */
    double update(double value);

    /** {@return the indicator after the last value, 0 before the first} */
    double value();

    /** {@return whether at least {@link #warmUp()} values were seen} */
    boolean isReady();

    /** {@return how many values it takes until the indicator is ready, at least 1} */
    int warmUp();

    /** {@return an indicator of the same parameters that has seen nothing} */
    Indicator fresh();

    /**
     * Returns the indicator over a whole series, by the arithmetic of {@link #update} and so the same to the bit. This
     * indicator is not touched.
     *
     * @param values the series, the oldest first
     * @return the indicator after each value; those before index {@code warmUp() - 1} are provisional
     * @throws io.bondtrader.core.error.InvalidInput if a value is outside what the indicator is defined for
     */
    default double[] batch(double[] values) {
        Indicator indicator = fresh();
        double[] out = new double[values.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = indicator.update(values[t]);
        }
        return out;
    }

    /**
     * Returns a fresh indicator that feeds this one's values to another, from when this one is ready. Their warm-ups
     * add up, less the value they share.
     *
     * @param next what follows the values of this one
     * @return the two in a row, valued 0 until the first is ready
     */
    default Indicator then(Indicator next) {
        return new ChainedIndicator(fresh(), next.fresh());
    }
}
