package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;

/**
 * The two-sided tabular CUSUM of standardised values: {@code C+ = max(0, C+ + z - k)} and {@code C- = max(0, C- - z - k)};
 * it signals when one exceeds {@code h}. Source: Page 1954, Continuous inspection schemes, Biometrika 41; Montgomery,
 * Introduction to Statistical Quality Control, section 9.1. For one thread.
 */
public final class CusumChart {

    private final double allowance;
    private final double limit;
    private double up;
    private double down;
    private int upSince;
    private int downSince;

    /**
     * Begins a chart at 0.
     *
     * @param allowance half the shift it is made for, in standard deviations: k, from 0 to 4
     * @param limit h, above 0 and at most 20; see {@link RunLength#cusumLimit}
     * @throws InvalidInput if an argument is out of range
     */
    public CusumChart(double allowance, double limit) {
        RunLength.requireAllowance(allowance);
        RunLength.requireLimit(limit);
        this.allowance = allowance;
        this.limit = limit;
    }

    /**
     * Takes the next value.
     *
     * @param value a standardised value
     * @return +1 if the mean has gone up, -1 if down, 0 without a signal
     * @throws InvalidInput if the value is not finite
     */
    public int add(double value) {
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        up = Math.max(0, up + value - allowance);
        down = Math.max(0, down - value - allowance);
        upSince = up > 0 ? upSince + 1 : 0;
        downSince = down > 0 ? downSince + 1 : 0;
        if (up > limit && up >= down) {
            return 1;
        }
        return down > limit ? -1 : 0;
    }

    /** {@return the larger of both sums} */
    public double statistic() {
        return Math.max(up, down);
    }

    /** {@return for how many values the larger sum has been above 0: when the shift is likely to have begun} */
    public int since() {
        return up >= down ? upSince : downSince;
    }

    /** {@return the estimated shift, in standard deviations; 0 if both sums are} */
    public double shift() {
        int since = since();
        if (since == 0) {
            return 0;
        }
        double size = allowance + statistic() / since;
        return up >= down ? size : -size;
    }

    /** Starts at 0 again. */
    public void reset() {
        up = 0;
        down = 0;
        upSince = 0;
        downSince = 0;
    }
}
