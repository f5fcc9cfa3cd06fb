package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;

/**
 * The exponentially weighted moving average of standardised values, {@code e = (1 - lambda) e + lambda z}, with asymptotic
 * limits {@code ±L sqrt(lambda / (2 - lambda))}. Source: Lucas and Saccucci 1990, Exponentially weighted moving average
 * control schemes, Technometrics 32(1). For one thread.
 */
public final class EwmaChart {

    private final double weight;
    private final double edge;
    private double average;

    /**
     * Begins a chart at 0.
     *
     * @param weight of the newest value: lambda, from 0.01 to 1
     * @param limit L, in standard deviations of the chart; see {@link RunLength#ewmaLimit}
     * @throws InvalidInput if an argument is out of range
     */
    public EwmaChart(double weight, double limit) {
        requireWeight(weight);
        RunLength.requireLimit(limit);
        this.weight = weight;
        this.edge = edge(weight, limit);
    }

    /**
     * Takes the next value.
     *
     * @param value a standardised value
     * @return +1 above the upper limit, -1 below the lower, 0 without a signal
     * @throws InvalidInput if the value is not finite
     */
    public int add(double value) {
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        average = (1 - weight) * average + weight * value;
        if (average > edge) {
            return 1;
        }
        return average < -edge ? -1 : 0;
    }

    /** {@return the average} */
    public double average() {
        return average;
    }

    /** {@return the upper limit of the average; the lower is its opposite} */
    public double edge() {
        return edge;
    }

    /** Starts at 0 again. */
    public void reset() {
        average = 0;
    }

    static double edge(double weight, double limit) {
        return limit * Math.sqrt(weight / (2 - weight));
    }

    static void requireWeight(double weight) {
        InvalidInput.unless(weight >= 0.01 && weight <= 1, "weight", weight, "from 0.01 to 1");
    }
}
