package io.bondtrader.strategies.signal;

/** What most indicators share: a value, and a count that says whether it is ready. */
abstract class CountingIndicator {

    private final int warmUp;
    private int seen;
    private double value;

    CountingIndicator(int warmUp) {
        this.warmUp = warmUp;
    }

    final double now(double current) {
        if (seen < warmUp) {
            seen++;
        }
        value = current;
        return current;
    }

    final boolean isFirst() {
        return seen == 0;
    }

    public final double value() {
        return value;
    }

    public final boolean isReady() {
        return seen == warmUp;
    }

    public final int warmUp() {
        return warmUp;
    }
}
