package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.Series;
import java.time.Instant;
import java.util.Arrays;

/** A ring of the newest numbers that grows until it holds as much history as was asked for. */
final class GrowingSeries implements Series {

    private static final int FIRST = 64;

    private final int most;
    private double[] values;
    private Instant[] times;
    private int start;
    private int size;
    private long published;

    GrowingSeries(int most) {
        this.most = most;
        this.values = new double[Math.min(FIRST, most)];
        this.times = new Instant[values.length];
    }

    void add(double value, Instant time) {
        if (size == values.length && size < most) {
            grow();
        }
        int place = start + size;
        if (size == values.length) {
            place = start;
            start = start + 1 == values.length ? 0 : start + 1;
        } else {
            size++;
        }
        values[place < values.length ? place : place - values.length] = value;
        times[place < values.length ? place : place - values.length] = time;
        published++;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long published() {
        return published;
    }

    @Override
    public double last(int back) {
        return values[place(back)];
    }

    @Override
    public Instant publishedAt(int back) {
        return times[place(back)];
    }

    /** The newest value that was published at a time or before; NaN if there is none. */
    double at(Instant time) {
        int low = 0;
        int high = size; // the first of those that were published later
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (publishedAt(size - 1 - middle).isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? Double.NaN : last(size - low);
    }

    private int place(int back) {
        if (back < 0 || back >= size) {
            throw new InvalidInput("back", back, "from 0 to " + (size - 1));
        }
        int place = start + size - 1 - back;
        return place < values.length ? place : place - values.length;
    }

    /** Only a ring that never turned grows, so what it holds starts at 0. */
    private void grow() {
        int length = (int) Math.min(most, 2L * values.length);
        values = Arrays.copyOf(values, length);
        times = Arrays.copyOf(times, length);
    }

    @Override
    public String toString() {
        return "Series[" + size + " values" + (size == 0 ? "" : ", last " + last() + " at " + publishedAt(0)) + ']';
    }
}
