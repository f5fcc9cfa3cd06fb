package io.bondtrader.strategies.signal;

/**
 * The last n values in a ring, with their mean and the sum of their squared deviations.
 *
 * <p>Sums are kept about a pivot, the mean when the ring was last at its start. They are taken anew whenever the ring
 * comes round, and when a value leaves beside which the rest are small; so rounding cannot pile up, at a cost of two
 * additions a value.
 */
final class Window {

    private final double[] ring;
    private int next;
    private int count;
    private double pivot;
    private double sum;
    private double squares;

    Window(int length) {
        ring = new double[length];
    }

    void add(double value) {
        if (count == 0) {
            pivot = value;
        }
        double deviation = value - pivot;
        double dropped = 0;
        if (count == ring.length) {
            dropped = ring[next] - pivot;
        } else {
            count++;
        }
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        sum += deviation - dropped;
        squares += deviation * deviation - dropped * dropped;
        double scatter = squares - sum * sum / count;
        if (next == 0 || dropped * dropped > 1e6 * scatter + 1e-24 * pivot * pivot) {
            recompute();
        }
    }

    private void recompute() {
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += ring[i] - pivot;
        }
        pivot += total / count;
        sum = 0;
        squares = 0;
        for (int i = 0; i < count; i++) {
            double deviation = ring[i] - pivot;
            sum += deviation;
            squares += deviation * deviation;
        }
    }

    int count() {
        return count;
    }

    int length() {
        return ring.length;
    }

    /** {@return the oldest value held, 0 if there is none} */
    double oldest() {
        return count == ring.length ? ring[next] : ring[0];
    }

    double mean() {
        return pivot + sum / count;
    }

    /** {@return the sum of squared deviations from the mean, 0 where it is below what a double can tell} */
    double scatter() {
        double scatter = squares - sum * sum / count;
        return scatter > 1e-30 * count * pivot * pivot ? scatter : 0;
    }

    /** {@return the standard deviation over n - 1, 0 while there is one value} */
    double sampleDeviation() {
        return count < 2 ? 0 : Math.sqrt(scatter() / (count - 1));
    }
}
