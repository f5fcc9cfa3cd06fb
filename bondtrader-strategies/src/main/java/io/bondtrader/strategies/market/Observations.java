package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.List;

/**
 * Named numbers that become known together: the par yields of a day, an index, a rating as a number. NaN stands where one
 * was not published; its series then has no value for that time.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Observations implements MarketEvent {

    private final SeriesNames names;
    private final double[] values;
    private final Instant eventTime;
    private final Instant publishedAt;

    private Observations(SeriesNames names, double[] values, Instant eventTime, Instant publishedAt) {
        this.names = names;
        this.values = values;
        this.eventTime = eventTime;
        this.publishedAt = publishedAt;
    }

    /**
     * Returns numbers that are published together.
     *
     * @param names of the series
     * @param values one for each name; NaN where there is none
     * @param eventTime when it was so
     * @param publishedAt from when on it could be known
     * @return the observations
     * @throws InvalidInput if there are more or fewer values than names, one is infinite, or the times are in disorder
     */
    public static Observations of(SeriesNames names, double[] values, Instant eventTime, Instant publishedAt) {
        InvalidInput.unless(values.length == names.size(), "values", values.length, "one for each of " + names.size());
        for (double value : values) {
            InvalidInput.unless(!Double.isInfinite(value), "value", value, "finite, or NaN where there is none");
        }
        Checks.times(eventTime, publishedAt);
        return new Observations(names, values.clone(), eventTime, publishedAt);
    }

    /**
     * Returns one number.
     *
     * @param name of the series
     * @param value finite
     * @param eventTime when it was so
     * @param publishedAt from when on it could be known
     * @return the observation
     * @throws InvalidInput if the value is not finite or the times are in disorder
     */
    public static Observations of(String name, double value, Instant eventTime, Instant publishedAt) {
        Checks.finite("value", value);
        return of(SeriesNames.of(List.of(name)), new double[] {value}, eventTime, publishedAt);
    }

    /** {@return the names of the series} */
    public SeriesNames names() {
        return names;
    }

    /**
     * Returns a number.
     *
     * @param place of its name, from 0
     * @return the value, NaN if there is none
     */
    public double value(int place) {
        return values[place];
    }

    @Override
    public Instant eventTime() {
        return eventTime;
    }

    @Override
    public Instant publishedAt() {
        return publishedAt;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Observations[").append(publishedAt);
        for (int i = 0; i < values.length; i++) {
            text.append(", ").append(names.names().get(i)).append('=').append(values[i]);
        }
        return text.append(']').toString();
    }
}
