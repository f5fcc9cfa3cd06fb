package io.bondtrader.strategies.signal;

/**
 * Mean of the last n values; of all of them while there are fewer.
 *
 * <p>The running sum is taken anew each time the ring of n values comes round, so that rounding cannot pile up however
 * long the series is. Mutable, for one thread.
 */
public final class SimpleMovingAverage extends CountingIndicator implements Indicator {

    private final double[] ring;
    private int next;
    private int count;
    private double sum;

    private SimpleMovingAverage(int length) {
        super(length);
        ring = new double[length];
    }

    /**
     * Returns an average that has seen nothing.
     *
     * @param length how many values it averages, at least 1
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 1
     */
    public static SimpleMovingAverage of(int length) {
        return new SimpleMovingAverage(Inputs.length("length", length, 1));
    }

    @Override
    public double update(double value) {
        sum += Inputs.value(value) - ring[next];
        ring[next] = value;
        if (count < ring.length) {
            count++;
        }
        if (++next == ring.length) {
            next = 0;
            sum = 0;
            for (double held : ring) {
                sum += held;
            }
        }
        return now(sum / count);
    }

    @Override
    public SimpleMovingAverage fresh() {
        return new SimpleMovingAverage(ring.length);
    }

    @Override
    public String toString() {
        return "SimpleMovingAverage[" + ring.length + "]";
    }
}
