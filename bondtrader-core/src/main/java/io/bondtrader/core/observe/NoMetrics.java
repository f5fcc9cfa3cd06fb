package io.bondtrader.core.observe;

import io.bondtrader.core.error.InvalidInput;

/** Measures nothing, yet refuses what every other implementation refuses, so that a fault shows up before production. */
enum NoMetrics implements Metrics {
    INSTANCE;

    private static final Counter COUNTER = amount -> InvalidInput.unless(amount >= 0, "amount", amount, "not negative");
    private static final Gauge GAUGE = value -> InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
    private static final Timer TIMER =
            elapsed -> InvalidInput.unless(elapsed >= 0, "elapsedNanos", elapsed, "not negative");
    private static final Histogram HISTOGRAM =
            value -> InvalidInput.unless(Double.isFinite(value), "value", value, "finite");

    @Override
    public Counter counter(String name, Tag... tags) {
        return COUNTER;
    }

    @Override
    public Gauge gauge(String name, Tag... tags) {
        return GAUGE;
    }

    @Override
    public Timer timer(String name, Tag... tags) {
        return TIMER;
    }

    @Override
    public Histogram histogram(String name, Tag... tags) {
        return HISTOGRAM;
    }
}
