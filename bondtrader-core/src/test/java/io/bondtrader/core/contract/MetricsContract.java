package io.bondtrader.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.observe.Counter;
import io.bondtrader.core.observe.Metrics;
import io.bondtrader.core.observe.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Metrics} that measures has to do. */
public abstract class MetricsContract {

    private static final Tag YIELD = new Tag("measure", "yield");
    private static final Tag PRICE = new Tag("measure", "price");
    private static final Tag FLAGGED = new Tag("policy", "flag");
    private static final int THREADS = 4;
    private static final int INCREMENTS_PER_THREAD = 10_000;

    /** For subclasses. */
    protected MetricsContract() {}

    /** {@return the metrics under test: the same ones for the whole of a test} */
    protected abstract Metrics metrics();

    /**
     * Reads a counter back.
     *
     * @param name the counter's name
     * @param tags the counter's tags
     * @return its count
     */
    protected abstract long count(String name, Tag... tags);

    /**
     * Reads a gauge back.
     *
     * @param name the gauge's name
     * @param tags the gauge's tags
     * @return its last value
     */
    protected abstract double level(String name, Tag... tags);

    /**
     * Reads a timer back.
     *
     * @param name the timer's name
     * @param tags the timer's tags
     * @return how many durations it took, and their sum in nanoseconds
     */
    protected abstract Totals timed(String name, Tag... tags);

    /**
     * Reads a histogram back.
     *
     * @param name the histogram's name
     * @param tags the histogram's tags
     * @return how many observations it took, and their sum
     */
    protected abstract Totals observed(String name, Tag... tags);

    /**
     * What any backend can tell of a distribution.
     *
     * @param count how many values
     * @param sum their sum
     */
    public record Totals(long count, double sum) {}

    @Test
    void aCounterAddsUp() {
        Counter counter = metrics().counter("checks", YIELD);
        counter.increment();
        counter.add(2);
        counter.add(0);

        assertThat(count("checks", YIELD)).isEqualTo(3);
    }

    @Test
    void askingTwiceGivesTheSameSeriesWhateverTheOrderOfItsTags() {
        metrics().counter("checks", YIELD, FLAGGED).increment();
        metrics().counter("checks", FLAGGED, YIELD).increment();

        assertThat(count("checks", YIELD, FLAGGED)).isEqualTo(2);
    }

    @Test
    void otherTagsAreAnotherSeries() {
        metrics().counter("checks", YIELD).add(5);
        metrics().counter("checks", PRICE).add(7);

        assertThat(count("checks", YIELD)).isEqualTo(5);
        assertThat(count("checks", PRICE)).isEqualTo(7);
    }

    @Test
    void aGaugeHoldsItsLastValue() {
        metrics().gauge("bonds").set(40.0);
        metrics().gauge("bonds").set(-2.5);

        assertThat(level("bonds")).isEqualTo(-2.5);
    }

    @Test
    void aTimerTakesEveryDuration() {
        metrics().timer("valuation", PRICE).record(20);
        metrics().timer("valuation", PRICE).record(0);
        metrics().timer("valuation", PRICE).record(22);

        assertThat(timed("valuation", PRICE)).isEqualTo(new Totals(3, 42));
    }

    @Test
    void aHistogramTakesEveryObservation() {
        metrics().histogram("iterations").record(3.0);
        metrics().histogram("iterations").record(4.5);

        assertThat(observed("iterations")).isEqualTo(new Totals(2, 7.5));
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThatThrownBy(() -> metrics().counter("checks").add(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> metrics().timer("valuation").record(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> metrics().gauge("bonds").set(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> metrics().histogram("iterations").record(Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void losesNoIncrementWhenManyCount() throws InterruptedException {
        Metrics shared = metrics();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < INCREMENTS_PER_THREAD; i++) {
                        shared.counter("checks", YIELD).increment();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(count("checks", YIELD)).isEqualTo((long) THREADS * INCREMENTS_PER_THREAD);
    }
}
