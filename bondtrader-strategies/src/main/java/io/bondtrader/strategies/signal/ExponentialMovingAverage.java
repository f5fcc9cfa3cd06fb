package io.bondtrader.strategies.signal;

/**
 * Average whose weights fall by a constant factor: a(t) = a(t-1) + α (x(t) - a(t-1)), begun at the first value.
 *
 * <p>Ready after n values where α = 2/(n+1), by when the first value still weighs about e⁻² of the whole. Mutable, for one
 * thread.
 */
public final class ExponentialMovingAverage extends CountingIndicator implements Indicator {

    private final double alpha;

    private ExponentialMovingAverage(double alpha, int warmUp) {
        super(warmUp);
        this.alpha = alpha;
    }

    /**
     * Returns the average of weight 2/(n+1), whose values are as old on average as those of a simple one over n.
     *
     * @param length n, at least 1
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 1
     */
    public static ExponentialMovingAverage of(int length) {
        return new ExponentialMovingAverage(2.0 / (Inputs.length("length", length, 1) + 1.0), length);
    }

    /**
     * Returns the average of a given weight.
     *
     * @param alpha weight of the newest value, above 0 and at most 1
     * @return the indicator, which warms up over 2/α - 1 values, rounded up
     * @throws io.bondtrader.core.error.InvalidInput if the weight is outside 1e-6 to 1
     */
    public static ExponentialMovingAverage ofWeight(double alpha) {
        Inputs.between("alpha", alpha, 1e-6, 1);
        return new ExponentialMovingAverage(alpha, (int) Math.ceil(2 / alpha - 1));
    }

    @Override
    public double update(double value) {
        Inputs.value(value);
        return now(isFirst() ? value : value() + alpha * (value - value()));
    }

    @Override
    public ExponentialMovingAverage fresh() {
        return new ExponentialMovingAverage(alpha, warmUp());
    }

    @Override
    public String toString() {
        return "ExponentialMovingAverage[alpha " + alpha + "]";
    }
}
