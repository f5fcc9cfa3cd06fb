package io.bondtrader.core.verify;

import java.util.Arrays;

/**
 * Payment days after settlement that bonds of a book share, for the second path. What an exponential over them comes to is
 * carried from day to day: over spans of nearly one length, a span's factor is that of the mean span times a short series.
 */
final class PaymentSequence {

    /** Where the series of five terms still reaches double precision. */
    private static final double SERIES_REACH = 0.001;

    private final int[] days;
    private final double[] years; // by ACT/365 fixed
    private final double mean; // span between payments
    private final double[] excess; // of the span before each payment over the mean one
    private final double widest;

    PaymentSequence(int[] days) {
        this.days = days;
        this.years = new double[days.length];
        this.excess = new double[days.length];
        for (int k = 0; k < days.length; k++) {
            years[k] = days[k] / 365.0;
        }
        int last = days.length - 1;
        this.mean = last == 0 ? 0.0 : (years[last] - years[0]) / last;
        double most = 0.0;
        for (int k = 1; k <= last; k++) {
            excess[k] = years[k] - years[k - 1] - mean;
            most = Math.max(most, Math.abs(excess[k]));
        }
        this.widest = most;
    }

    int[] days() {
        return days;
    }

    int count() {
        return days.length;
    }

    /** Fills Σ aₖ·Fₖ·e^(−s·τₖ) and Σ τₖ·aₖ·Fₖ·e^(−s·τₖ). */
    void valueAtSpread(double[] amounts, double[] factors, double spread, double[] out) {
        double value = 0.0;
        double weighted = 0.0;
        if (Math.abs(spread) * widest < SERIES_REACH) {
            double power = StrictMath.exp(-spread * years[0]);
            double step = StrictMath.exp(-spread * mean);
            for (int k = 0; k < days.length; k++) {
                if (k > 0) {
                    double x = -spread * excess[k];
                    power *= step * (1.0 + x * (1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0)))));
                }
                double part = amounts[k] * factors[k] * power;
                value += part;
                weighted += years[k] * part;
            }
        } else {
            for (int k = days.length - 1; k >= 0; k--) {
                double part = amounts[k] * factors[k] * StrictMath.exp(-spread * years[k]);
                value += part;
                weighted += years[k] * part;
            }
        }
        out[0] = value;
        out[1] = weighted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentSequence sequence && Arrays.equals(days, sequence.days);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(days);
    }
}
