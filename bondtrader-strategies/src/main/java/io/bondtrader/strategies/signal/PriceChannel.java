package io.bondtrader.strategies.signal;

/**
 * Donchian's channel: the highest and the lowest of the last n values, and on which side of it the newest one broke out.
 *
 * <p>The value is 1 if the newest is above the n before it, -1 if below all of them, else 0; {@link #upper()} and
 * {@link #lower()} are of the last n, the newest among them. Extremes come from queues in which a value waits only while
 * none after it is more extreme (Lemire, <i>Streaming maximum-minimum filter</i>, 2006): constant work on average.
 *
 * <p>Mutable, for one thread.
 */
public final class PriceChannel extends CountingIndicator implements Indicator {

    private final Extreme highest;
    private final Extreme lowest;

    private PriceChannel(int length) {
        super(length + 1);
        highest = new Extreme(length);
        lowest = new Extreme(length);
    }

    /**
     * Returns a channel that has seen nothing.
     *
     * @param length n, at least 1
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 1
     */
    public static PriceChannel of(int length) {
        return new PriceChannel(Inputs.length("length", length, 1));
    }

    @Override
    public double update(double value) {
        Inputs.value(value);
        double side = 0;
        if (!isFirst()) {
            side = value > upper() ? 1 : value < lower() ? -1 : 0;
        }
        highest.add(value);
        lowest.add(-value);
        return now(side);
    }

    /** {@return the highest of the last n values, 0 before the first} */
    public double upper() {
        return highest.get();
    }

    /** {@return the lowest of the last n values, 0 before the first} */
    public double lower() {
        return 0.0 - lowest.get();
    }

    /** {@return half-way between the highest and the lowest} */
    public double middle() {
        return 0.5 * upper() + 0.5 * lower();
    }

    @Override
    public PriceChannel fresh() {
        return new PriceChannel(warmUp() - 1);
    }

    @Override
    public String toString() {
        return "PriceChannel[" + (warmUp() - 1) + "]";
    }

    /** The highest of the last n values. */
    private static final class Extreme {

        private final double[] values;
        private final long[] times;
        private int head;
        private int size;
        private long time;

        Extreme(int length) {
            values = new double[length];
            times = new long[length];
        }

        void add(double value) {
            if (size > 0 && times[head] <= time - values.length) {
                head = head + 1 == values.length ? 0 : head + 1;
                size--;
            }
            while (size > 0 && values[place(size - 1)] <= value) {
                size--;
            }
            int place = place(size++);
            values[place] = value;
            times[place] = time++;
        }

        private int place(int index) {
            int place = head + index;
            return place >= values.length ? place - values.length : place;
        }

        double get() {
            return size == 0 ? 0 : values[head];
        }
    }
}
