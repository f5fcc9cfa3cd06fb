package io.bondtrader.strategies.signal;

/**
 * How many standard deviations (n - 1) the newest value stands from the mean of the last n, itself among them; 0 while they
 * are all the same. Its size cannot exceed (n - 1)/√n.
 *
 * <p>Mutable, for one thread.
 */
public final class ZScore extends CountingIndicator implements Indicator {

    private final Window window;

    private ZScore(int length) {
        super(length);
        window = new Window(length);
    }

    /**
     * Returns a score that has seen nothing.
     *
     * @param length n, at least 2
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 2
     */
    public static ZScore of(int length) {
        return new ZScore(Inputs.length("length", length, 2));
    }

    @Override
    public double update(double value) {
        window.add(Inputs.value(value));
        double deviation = window.sampleDeviation();
        return now(deviation > 0 ? (value - window.mean()) / deviation : 0);
    }

    @Override
    public ZScore fresh() {
        return new ZScore(window.length());
    }

    @Override
    public String toString() {
        return "ZScore[" + window.length() + "]";
    }
}
