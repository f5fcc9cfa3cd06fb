package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;

/**
 * Additive Holt-Winters smoothing of a figure that is measured at even times: level {@code a}, trend {@code b} and a season {@code
 * s} of {@code p} values,
 *
 * <pre>
 * a[t] = alpha (y[t] - s[t-p]) + (1 - alpha) (a[t-1] + b[t-1])
 * b[t] = beta (a[t] - a[t-1]) + (1 - beta) b[t-1]
 * s[t] = gamma (y[t] - a[t]) + (1 - gamma) s[t-p]
 * </pre>
 *
 * <p>Started as the statistics language R does: from the first two periods, level and trend by least squares through their centred
 * moving average, the season from what it leaves over; the first period is then used up. Source: Winters 1960, Forecasting sales
 * by exponentially weighted moving averages, Management Science 6; R's manual of {@code HoltWinters}, whose formulas these are.
 *
 * <p>For one thread.
 */
public final class HoltWinters {

    /** The longest season. */
    public static final int LONGEST_PERIOD = 10_000;

    private static final double MOST = 1e100;

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double[] season;
    private double level;
    private double trend;
    private int place;
    private double squares;

    private HoltWinters(double alpha, double beta, double gamma, double[] season) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        this.season = season;
    }

    /**
     * Starts from two whole periods and takes the rest of them in.
     *
     * @param start the first two periods, and nothing else
     * @param alpha the weight of the newest value in the level, from 0 to 1
     * @param beta the weight of the newest change in the trend
     * @param gamma the weight of the newest deviation in the season
     * @return the smoothing after the second period
     * @throws InvalidInput if these are not two periods of 2 to {@value #LONGEST_PERIOD} values, or a number is out of range
     */
    public static HoltWinters start(double[] start, double alpha, double beta, double gamma) {
        int period = start.length / 2;
        InvalidInput.unless(
                start.length % 2 == 0 && period >= 2 && period <= LONGEST_PERIOD,
                "start",
                start.length,
                "two periods of 2 to " + LONGEST_PERIOD + " values");
        requireWeight("alpha", alpha);
        requireWeight("beta", beta);
        requireWeight("gamma", gamma);
        for (double value : start) {
            requireValue(value);
        }
        double[] average = centredAverage(start, period);
        int offset = period / 2;
        HoltWinters smoothing = new HoltWinters(alpha, beta, gamma, season(start, average, offset, period));
        smoothing.fit(average);
        for (int i = period; i < start.length; i++) {
            smoothing.add(start[i]);
        }
        return smoothing;
    }

    /**
     * Takes the next value in.
     *
     * @param value the figure
     * @return what it was above its expectation
     * @throws InvalidInput if it is not finite, or beyond 1e100
     */
    public double add(double value) {
        requireValue(value);
        double error = value - expected(1);
        squares += error * error;
        double before = level;
        level = alpha * (value - season[place]) + (1 - alpha) * (level + trend);
        trend = beta * (level - before) + (1 - beta) * trend;
        season[place] = gamma * (value - level) + (1 - gamma) * season[place];
        place = (place + 1) % season.length;
        return error;
    }

    /**
     * Returns what is expected.
     *
     * @param steps how many values ahead, 1 for the next
     * @return the forecast
     * @throws InvalidInput if the steps are not from 1 to a million
     */
    public double expected(int steps) {
        InvalidInput.unless(steps >= 1 && steps <= 1_000_000, "steps", steps, "from 1 to a million");
        return level + steps * trend + season[(place + steps - 1) % season.length];
    }

    /** {@return the level after the newest value} */
    public double level() {
        return level;
    }

    /** {@return the change of the level with each value} */
    public double trend() {
        return trend;
    }

    /** {@return how many values a season has} */
    public int period() {
        return season.length;
    }

    /** {@return the sum of squares of what every value since the first period was off by} */
    public double squaredErrors() {
        return squares;
    }

    /** Over the values of a period; half weight at both ends if their number is even. */
    private static double[] centredAverage(double[] values, int period) {
        boolean even = period % 2 == 0;
        int half = period / 2;
        double[] average = new double[values.length - 2 * half];
        for (int i = 0; i < average.length; i++) {
            double sum = 0;
            for (int j = i; j <= i + 2 * half; j++) {
                boolean end = even && (j == i || j == i + 2 * half);
                sum += end ? 0.5 * values[j] : values[j];
            }
            average[i] = sum / period;
        }
        return average;
    }

    private static double[] season(double[] values, double[] average, int offset, int period) {
        double[] season = new double[period];
        int[] counts = new int[period];
        for (int i = 0; i < average.length; i++) {
            int slot = (i + offset) % period;
            season[slot] += values[i + offset] - average[i];
            counts[slot]++;
        }
        double mean = 0;
        for (int i = 0; i < period; i++) {
            season[i] /= counts[i];
            mean += season[i] / period;
        }
        for (int i = 0; i < period; i++) {
            season[i] -= mean;
        }
        return season;
    }

    private void fit(double[] average) {
        int n = average.length;
        double middle = (n + 1) / 2.0;
        double mean = 0;
        for (double value : average) {
            mean += value / n;
        }
        double with = 0;
        double own = 0;
        for (int i = 0; i < n; i++) {
            double from = i + 1 - middle;
            with += from * (average[i] - mean);
            own += from * from;
        }
        trend = own == 0 ? 0 : with / own;
        level = mean - trend * middle;
    }

    static void requireWeight(String name, double weight) {
        InvalidInput.unless(weight >= 0 && weight <= 1, name, weight, "from 0 to 1");
    }

    private static void requireValue(double value) {
        InvalidInput.unless(Math.abs(value) <= MOST, "value", value, "finite, and not beyond 1e100");
    }
}
