package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;
import java.util.OptionalInt;

/**
 * Watches one figure that is measured at even times, such as the messages of each hour or the backlog of each evening, against its
 * own season and trend. It stands beside the medians that {@link AnomalyMonitor} compares windows with: those need no order of
 * time, this knows a trend and can look ahead.
 *
 * <p>A value's deviation is in robust scales of what the smoothing was off by in the history. What is beyond the limit is taken in
 * as the limit only, so that one odd value neither hides the next nor passes for the season: Gelper, Fried and Croux 2010, Robust
 * forecasting with exponential and Holt-Winters smoothing, Journal of Forecasting 29. Deterministic; for one thread.
 */
public final class SeasonalWatch {

    private final HoltWinters smoothing;
    private final double scale;
    private final double limit;

    private SeasonalWatch(HoltWinters smoothing, double scale, double limit) {
        this.smoothing = smoothing;
        this.scale = scale;
        this.limit = limit;
    }

    /**
     * A value held to what was expected of it.
     *
     * @param value as it was
     * @param expected as the season and the trend had it
     * @param deviations between them, in robust scales
     * @param unusual whether they are more than the limit
     */
    public record Judgement(double value, double expected, double deviations, boolean unusual) {}

    /**
     * Begins to watch.
     *
     * @param history at least three periods
     * @param period how many values make a season
     * @param alpha the weight of the newest value in the level, from 0 to 1
     * @param beta the weight of the newest change in the trend
     * @param gamma the weight of the newest deviation in the season
     * @param limit how many robust scales are usual, from 1 to 100
     * @param resolution a difference that means nothing: the least the scale can be, above 0
     * @return the watch after the history
     * @throws InvalidInput if an argument is out of range
     */
    public static SeasonalWatch of(
            double[] history, int period, double alpha, double beta, double gamma, double limit, double resolution) {
        InvalidInput.unless(period >= 2 && period <= HoltWinters.LONGEST_PERIOD, "period", period, "from 2 to 10000");
        InvalidInput.unless(
                history.length / 3 >= period, "history", history.length, "at least three periods of " + period);
        InvalidInput.unless(limit >= 1 && limit <= 100, "limit", limit, "from 1 to 100");
        InvalidInput.unless(resolution > 0 && resolution <= 1e100, "resolution", resolution, "above 0, at most 1e100");
        double[] start = new double[2 * period];
        System.arraycopy(history, 0, start, 0, start.length);
        HoltWinters smoothing = HoltWinters.start(start, alpha, beta, gamma);
        double[] left = new double[history.length - start.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = smoothing.add(history[start.length + i]);
        }
        return new SeasonalWatch(smoothing, Math.max(resolution, RobustScale.scale(left, 0)), limit);
    }

    /**
     * Judges the next value and takes it in.
     *
     * @param value the figure
     * @return the judgement
     * @throws InvalidInput if it is not finite, or beyond 1e100
     */
    public Judgement add(double value) {
        InvalidInput.unless(Math.abs(value) <= 1e100, "value", value, "finite, and not beyond 1e100");
        double expected = smoothing.expected(1);
        double deviations = (value - expected) / scale;
        boolean unusual = Math.abs(deviations) > limit;
        smoothing.add(unusual ? expected + Math.copySign(limit * scale, deviations) : value);
        return new Judgement(value, expected, deviations, unusual);
    }

    /**
     * Returns what is expected.
     *
     * @param steps how many values ahead, 1 for the next
     * @return the forecast
     * @throws InvalidInput if the steps are not from 1 to a million
     */
    public double expected(int steps) {
        return smoothing.expected(steps);
    }

    /**
     * Returns when the figure is expected at or above a limit: season and trend together, so a peak can reach it before the trend
     * does.
     *
     * @param ceiling the limit
     * @param horizon how many values ahead to look, from 1 to a million
     * @return how many values ahead; empty if not within the horizon
     * @throws InvalidInput if an argument is out of range
     */
    public OptionalInt reaches(double ceiling, int horizon) {
        InvalidInput.unless(Double.isFinite(ceiling), "threshold", ceiling, "finite");
        InvalidInput.unless(horizon >= 1 && horizon <= 1_000_000, "horizon", horizon, "from 1 to a million");
        for (int steps = 1; steps <= horizon; steps++) {
            if (smoothing.expected(steps) >= ceiling) {
                return OptionalInt.of(steps);
            }
        }
        return OptionalInt.empty();
    }

    /** {@return the robust scale of what the smoothing was off by in the history} */
    public double scale() {
        return scale;
    }
}
