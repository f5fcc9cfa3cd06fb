package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * When a figure that changes steadily will reach its limit: an order-to-trade ratio, a concentration, a backlog of records
 * to be deleted. Days are counted from the last observation; a line goes on as it went.
 *
 * @param state where it stands
 * @param line what was fitted
 * @param threshold the limit
 * @param expected days until the line reaches it; empty if it never does
 * @param earliest days by the steepest slope of the interval; empty if even that never reaches it
 * @param latest days by the flattest; empty if that never does
 */
public record ThresholdForecast(
        State state,
        TheilSenLine line,
        double threshold,
        OptionalDouble expected,
        OptionalDouble earliest,
        OptionalDouble latest) {

    private static final double MOST_DAYS = 1e6;

    /** Where a figure stands towards its limit. */
    public enum State {
        /** At or beyond it already. */
        REACHED,
        /** Going there: even the flattest slope of the interval does. */
        APPROACHING,
        /** Perhaps going there: some slopes of the interval do, others do not. */
        UNCERTAIN,
        /** Not going there. */
        AWAY
    }

    /**
     * Forecasts when a figure that may not rise above a limit reaches it.
     *
     * @param days of the observations, growing strictly
     * @param values as many
     * @param ceiling the limit
     * @param confidence of the band, from 0.5 to 0.999
     * @return the forecast
     * @throws InvalidInput if {@link TheilSenLine#of} refuses the points, or the limit is not finite
     */
    public static ThresholdForecast toCeiling(double[] days, double[] values, double ceiling, double confidence) {
        InvalidInput.unless(Double.isFinite(ceiling), "threshold", ceiling, "finite");
        TheilSenLine line = TheilSenLine.of(days, values, confidence);
        return of(
                line,
                ceiling,
                days(ceiling - line.level(), line.slope()),
                days(ceiling - line.levelAtHigh(), line.high()),
                days(ceiling - line.levelAtLow(), line.low()),
                line.level() >= ceiling);
    }

    /**
     * Forecasts when a figure that may not fall below a limit reaches it.
     *
     * @param days of the observations, growing strictly
     * @param values as many
     * @param floor the limit
     * @param confidence of the band, from 0.5 to 0.999
     * @return the forecast
     * @throws InvalidInput if {@link TheilSenLine#of} refuses the points, or the limit is not finite
     */
    public static ThresholdForecast toFloor(double[] days, double[] values, double floor, double confidence) {
        InvalidInput.unless(Double.isFinite(floor), "threshold", floor, "finite");
        TheilSenLine line = TheilSenLine.of(days, values, confidence);
        return of(
                line,
                floor,
                days(line.level() - floor, -line.slope()),
                days(line.levelAtLow() - floor, -line.low()),
                days(line.levelAtHigh() - floor, -line.high()),
                line.level() <= floor);
    }

    /**
     * Returns whether somebody should be told.
     *
     * @param horizonDays how far ahead
     * @return whether the limit is reached, or may be reached within so many days
     * @throws InvalidInput if the horizon is not finite or negative
     */
    public boolean within(double horizonDays) {
        InvalidInput.unless(
                horizonDays >= 0 && Double.isFinite(horizonDays), "horizon", horizonDays, "0 or more, finite");
        return state == State.REACHED || (earliest.isPresent() && earliest.getAsDouble() <= horizonDays);
    }

    /** {@return the forecast in a sentence} */
    public String explanation() {
        if (state == State.REACHED) {
            return String.format(Locale.ROOT, "the limit %.4g is reached: %.4g", threshold, line.level());
        }
        if (expected.isEmpty()) {
            return String.format(Locale.ROOT, "the limit %.4g is not in sight: %.4g", threshold, line.level());
        }
        return String.format(
                Locale.ROOT,
                "the limit %.4g will be reached in %.1f days (%s to %s); now %.4g, %+.3g a day",
                threshold,
                expected.getAsDouble(),
                text(earliest),
                text(latest),
                line.level(),
                line.slope());
    }

    private static ThresholdForecast of(
            TheilSenLine line,
            double threshold,
            OptionalDouble expected,
            OptionalDouble earliest,
            OptionalDouble latest,
            boolean reached) {
        OptionalDouble none = OptionalDouble.empty();
        if (reached) {
            OptionalDouble now = OptionalDouble.of(0);
            return new ThresholdForecast(State.REACHED, line, threshold, now, now, now);
        }
        if (earliest.isEmpty()) {
            return new ThresholdForecast(State.AWAY, line, threshold, none, none, none);
        }
        State state = latest.isPresent() && expected.isPresent() ? State.APPROACHING : State.UNCERTAIN;
        return new ThresholdForecast(state, line, threshold, expected, earliest, latest);
    }

    /** Time for a way at a speed; none at no speed, or beyond what anybody plans for. */
    private static OptionalDouble days(double way, double speed) {
        if (speed <= 0 || way > speed * MOST_DAYS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, way / speed));
    }

    private static String text(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.1f", days.getAsDouble()) : "never";
    }
}
