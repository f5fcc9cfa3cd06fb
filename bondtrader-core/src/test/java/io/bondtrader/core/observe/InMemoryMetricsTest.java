package io.bondtrader.core.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.contract.MetricsContract;
import io.bondtrader.core.error.InvalidInput;
import org.junit.jupiter.api.Test;

class InMemoryMetricsTest extends MetricsContract {

    private final InMemoryMetrics metrics = new InMemoryMetrics();

    @Override
    protected Metrics metrics() {
        return metrics;
    }

    @Override
    protected long count(String name, Tag... tags) {
        return metrics.count(name, tags);
    }

    @Override
    protected double level(String name, Tag... tags) {
        return metrics.level(name, tags).orElseThrow();
    }

    @Override
    protected Totals timed(String name, Tag... tags) {
        return new Totals(
                metrics.durations(name, tags).size(),
                metrics.durations(name, tags).stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Override
    protected Totals observed(String name, Tag... tags) {
        return new Totals(
                metrics.observations(name, tags).size(),
                metrics.observations(name, tags).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
    }

    @Test
    void whatWasNeverMeasuredIsNothing() {
        assertThat(metrics.count("checks")).isZero();
        assertThat(metrics.total("checks")).isZero();
        assertThat(metrics.level("bonds")).isEmpty();
        assertThat(metrics.durations("valuation")).isEmpty();
        assertThat(metrics.observations("iterations")).isEmpty();
    }

    @Test
    void theCountersOfOneNameHaveATotal() {
        metrics.counter("checks", new Tag("measure", "yield")).add(2);
        metrics.counter("checks", new Tag("measure", "price")).add(3);
        metrics.counter("others").add(10);

        assertThat(metrics.total("checks")).isEqualTo(5);
    }

    @Test
    void aSeriesWithoutANameAndATagWithoutATextAreRefused() {
        assertThatThrownBy(() -> metrics.counter(" ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Tag("", "yield")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Tag("measure", " ")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void metricsThatMeasureNothingTakeEverythingThatIsAllowed() {
        Metrics none = Metrics.none();
        none.counter("checks").increment();
        none.gauge("bonds").set(1.0);
        none.timer("valuation").record(1);
        none.histogram("iterations").record(1.0);

        assertThatThrownBy(() -> none.counter("checks").add(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> none.gauge("bonds").set(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> none.timer("valuation").record(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> none.histogram("iterations").record(Double.NaN))
                .isInstanceOf(InvalidInput.class);
    }
}
