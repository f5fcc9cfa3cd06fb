package io.bondtrader.strategies.signal;

/**
 * Standard deviation (n - 1) of the last n values. Of returns, that is close-to-close volatility per observation; of
 * prices, feed it {@code Change.logReturn(1).then(RollingVolatility.of(n))}. Zero while there is one value.
 *
 * <p>Mutable, for one thread.
 */
public final class RollingVolatility extends CountingIndicator implements Indicator {

    private final Window window;

    private RollingVolatility(int length) {
        super(length);
        window = new Window(length);
    }

    /**
     * Returns an estimate that has seen nothing.
     *
     * @param length how many values count, at least 2
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 2
     */
    public static RollingVolatility of(int length) {
        return new RollingVolatility(Inputs.length("length", length, 2));
    }

    @Override
    public double update(double value) {
        window.add(Inputs.value(value));
        return now(window.sampleDeviation());
    }

    @Override
    public RollingVolatility fresh() {
        return new RollingVolatility(window.length());
    }

    @Override
    public String toString() {
        return "RollingVolatility[" + window.length() + "]";
    }
}
