package io.bondtrader.strategies.signal;

/** Two indicators in a row; the second sees nothing provisional. */
final class ChainedIndicator implements Indicator {

    private final Indicator first;
    private final Indicator second;

    ChainedIndicator(Indicator first, Indicator second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public double update(double value) {
        double passed = first.update(value);
        return first.isReady() ? second.update(passed) : second.value();
    }

    @Override
    public double value() {
        return second.value();
    }

    @Override
    public boolean isReady() {
        return second.isReady();
    }

    @Override
    public int warmUp() {
        return first.warmUp() + second.warmUp() - 1;
    }

    @Override
    public Indicator fresh() {
        return new ChainedIndicator(first.fresh(), second.fresh());
    }

    @Override
    public String toString() {
        return first + " then " + second;
    }
}
