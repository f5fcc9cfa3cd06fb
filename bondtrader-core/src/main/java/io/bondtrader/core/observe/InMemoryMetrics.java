package io.bondtrader.core.observe;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps every value it is told, for tests. It grows without bound: nothing for production.
 *
 * <p>Safe for use by many threads. What is read while others write may miss their latest values; once they are done it
 * is exact. There is nothing to close.
 */
public final class InMemoryMetrics implements Metrics {

    private record Series(String name, List<Tag> tags) {
        static Series of(String name, Tag... tags) {
            InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
            return new Series(name, Stream.of(tags).sorted().toList());
        }
    }

    private final Map<Series, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Series, Double> levels = new ConcurrentHashMap<>();
    private final Map<Series, ConcurrentLinkedQueue<Long>> durations = new ConcurrentHashMap<>();
    private final Map<Series, ConcurrentLinkedQueue<Double>> observations = new ConcurrentHashMap<>();

    /** Creates an empty registry. */
    public InMemoryMetrics() {}

    @Override
    public Counter counter(String name, Tag... tags) {
        LongAdder count = counts.computeIfAbsent(Series.of(name, tags), series -> new LongAdder());
        return amount -> {
            InvalidInput.unless(amount >= 0, "amount", amount, "not negative");
            count.add(amount);
        };
    }

    @Override
    public Gauge gauge(String name, Tag... tags) {
        Series series = Series.of(name, tags);
        return value -> levels.put(series, finite(value));
    }

    @Override
    public Timer timer(String name, Tag... tags) {
        ConcurrentLinkedQueue<Long> kept = queue(durations, name, tags);
        return elapsedNanos -> {
            InvalidInput.unless(elapsedNanos >= 0, "elapsedNanos", elapsedNanos, "not negative");
            kept.add(elapsedNanos);
        };
    }

    @Override
    public Histogram histogram(String name, Tag... tags) {
        ConcurrentLinkedQueue<Double> kept = queue(observations, name, tags);
        return value -> kept.add(finite(value));
    }

    /**
     * Returns what a counter has counted.
     *
     * @param name the counter's name
     * @param tags the counter's tags
     * @return the count, 0 if there is no such counter
     */
    public long count(String name, Tag... tags) {
        LongAdder count = counts.get(Series.of(name, tags));
        return count == null ? 0 : count.sum();
    }

    /**
     * Returns what the counters of one name have counted together, whatever their tags.
     *
     * @param name the counters' name
     * @return the sum of their counts
     */
    public long total(String name) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /**
     * Returns the last value of a gauge.
     *
     * @param name the gauge's name
     * @param tags the gauge's tags
     * @return the value, empty if it was never set
     */
    public OptionalDouble level(String name, Tag... tags) {
        Double level = levels.get(Series.of(name, tags));
        return level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
    }

    /**
     * Returns every duration of a timer, in nanoseconds.
     *
     * @param name the timer's name
     * @param tags the timer's tags
     * @return the durations in the order in which they arrived
     */
    public List<Long> durations(String name, Tag... tags) {
        return List.copyOf(queue(durations, name, tags));
    }

    /**
     * Returns every observation of a histogram.
     *
     * @param name the histogram's name
     * @param tags the histogram's tags
     * @return the observations in the order in which they arrived
     */
    public List<Double> observations(String name, Tag... tags) {
        return List.copyOf(queue(observations, name, tags));
    }

    private static <T> ConcurrentLinkedQueue<T> queue(
            Map<Series, ConcurrentLinkedQueue<T>> all, String name, Tag... tags) {
        Function<Series, ConcurrentLinkedQueue<T>> empty = series -> new ConcurrentLinkedQueue<>();
        return all.computeIfAbsent(Series.of(name, tags), empty);
    }

    private static double finite(double value) {
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        return value;
    }
}
