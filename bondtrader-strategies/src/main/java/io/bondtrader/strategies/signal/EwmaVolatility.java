package io.bondtrader.strategies.signal;

/**
 * Volatility whose variance forgets by a constant factor: σ²(t) = λ σ²(t-1) + (1 - λ) r(t)², mean zero, begun at the
 * first squared return.
 *
 * <p>Source: J.P. Morgan/Reuters, <i>RiskMetrics Technical Document</i> (4th edition, 1996), which takes λ = 0.94 for days
 * and 0.97 for months. Takes returns or yield changes. Mutable, for one thread.
 */
public final class EwmaVolatility extends CountingIndicator implements Indicator {

    private final double decay;
    private double variance;

    private EwmaVolatility(double decay, int warmUp) {
        super(warmUp);
        this.decay = decay;
    }

    /**
     * Returns an estimate that has seen nothing.
     *
     * @param decay λ, above 0 and below 1
     * @return the indicator, which warms up over 2/(1 - λ) - 1 values, rounded up
     * @throws io.bondtrader.core.error.InvalidInput if the decay is outside 0 to 0.999999
     */
    public static EwmaVolatility of(double decay) {
        Inputs.between("decay", decay, 0, 0.999999);
        return new EwmaVolatility(decay, (int) Math.ceil(2 / (1 - decay) - 1));
    }

    @Override
    public double update(double value) {
        double square = Inputs.value(value) * value;
        variance = isFirst() ? square : decay * variance + (1 - decay) * square;
        return now(Math.sqrt(variance));
    }

    @Override
    public EwmaVolatility fresh() {
        return new EwmaVolatility(decay, warmUp());
    }

    @Override
    public String toString() {
        return "EwmaVolatility[" + decay + "]";
    }
}
