package io.bondtrader.core.observe;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Where BondTrader's metrics go. An application passes its own in, or installs one for {@link ServiceLoader}; passing
 * in always wins.
 *
 * <p>Asking twice for the same name and tags, in any order of the tags, gives a metric that adds to the same series.
 * Implementations are safe for use by many threads and return fast: they are called, look-up included, on the thread
 * that calculates. A metric refuses the values its own page excludes.
 */
public interface Metrics {

    /**
     * Returns a counter.
     *
     * @param name what is counted, dotted and lower case: {@code bondtrader.verify.discrepancies}
     * @param tags the dimensions of the series
     * @return the counter of that name and those tags
     */
    Counter counter(String name, Tag... tags);

    /**
     * Returns a gauge.
     *
     * @param name what is gauged
     * @param tags the dimensions of the series
     * @return the gauge of that name and those tags
     */
    Gauge gauge(String name, Tag... tags);

    /**
     * Returns a timer.
     *
     * @param name what is timed
     * @param tags the dimensions of the series
     * @return the timer of that name and those tags
     */
    Timer timer(String name, Tag... tags);

    /**
     * Returns a histogram.
     *
     * @param name what is observed
     * @param tags the dimensions of the series
     * @return the histogram of that name and those tags
     */
    Histogram histogram(String name, Tag... tags);

    /** {@return metrics that measure nothing} */
    static Metrics none() {
        return NoMetrics.INSTANCE;
    }

    /**
     * Looks for metrics installed for {@link ServiceLoader}.
     *
     * @return the only implementation installed, or nothing
     * @throws IllegalStateException if several are: picking one would hide the other
     */
    static Optional<Metrics> installed() {
        List<Metrics> found = ServiceLoader.load(Metrics.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("Several metrics are installed: " + found);
        }
        return found.stream().findFirst();
    }
}
