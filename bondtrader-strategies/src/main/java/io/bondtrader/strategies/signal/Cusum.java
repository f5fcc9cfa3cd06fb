package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;

/**
 * Page's two-sided cumulative sums: has the mean left its target?
 *
 * <p>S⁺ = max(0, S⁺ + x - target - slack), S⁻ = max(0, S⁻ - x + target - slack). The value is 1 when S⁺ exceeds the
 * threshold, -1 when S⁻ does, else 0; after an alarm both sums begin again at 0. Source: Page, <i>Continuous inspection
 * schemes</i>, Biometrika 41 (1954); slack is usually half the shift to be found, the threshold four or five deviations.
 * Mutable, for one thread.
 */
public final class Cusum extends CountingIndicator implements Indicator {

    private final double target;
    private final double slack;
    private final double threshold;
    private double up;
    private double down;

    private Cusum(double target, double slack, double threshold) {
        super(1);
        this.target = target;
        this.slack = slack;
        this.threshold = threshold;
    }

    /**
     * Returns sums that have seen nothing.
     *
     * @param target the mean in control
     * @param slack how far off the mean may be without counting, in the series' unit, from 0 to 1e100
     * @param threshold above which a sum raises the alarm, in the series' unit, above 0 and at most 1e100
     * @return the indicator
     * @throws InvalidInput if a number is out of its range
     */
    public static Cusum of(double target, double slack, double threshold) {
        InvalidInput.unless(slack >= 0 && slack <= 1e100, "slack", slack, "from 0 to 1e100");
        return new Cusum(Inputs.value(target), slack, Inputs.between("threshold", threshold, 0, 1e100));
    }

    @Override
    public double update(double value) {
        double deviation = Inputs.value(value) - target;
        up = Math.max(0, up + deviation - slack);
        down = Math.max(0, down - deviation - slack);
        double alarm = up > threshold ? 1 : down > threshold ? -1 : 0;
        if (alarm != 0) {
            up = 0;
            down = 0;
        }
        return now(alarm);
    }

    @Override
    public Cusum fresh() {
        return new Cusum(target, slack, threshold);
    }

    @Override
    public String toString() {
        return "Cusum[target " + target + ", slack " + slack + ", threshold " + threshold + "]";
    }
}
