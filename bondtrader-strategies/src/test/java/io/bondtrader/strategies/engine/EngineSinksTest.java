package io.bondtrader.strategies.engine;

import static io.bondtrader.strategies.engine.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.observe.Counter;
import io.bondtrader.core.observe.Gauge;
import io.bondtrader.core.observe.Histogram;
import io.bondtrader.core.observe.Metrics;
import io.bondtrader.core.observe.Tag;
import io.bondtrader.core.observe.Timer;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What audit and metrics hear of an engine. */
final class EngineSinksTest {

    private final Scene scene = new Scene();

    @Test
    void everyStageOfAnIntentAndOfItsOrderReachesTheAudit() {
        List<AuditEvent> heard = new ArrayList<>();
        play(EngineAudit.to(heard::add));

        assertThat(heard.stream().map(AuditEvent::action))
                .containsSubsequence(
                        "intent.signalled",
                        "intent.sized",
                        "order.initialised",
                        "order.submitted",
                        "intent.ordered",
                        "order.accepted",
                        "order.filled",
                        "intent.filled",
                        "trade.booked",
                        "account.day-end",
                        "strategy.killed",
                        "position.closed");
        assertThat(heard.stream().filter(event -> event.action().equals("order.filled")))
                .first()
                .satisfies(event -> assertThat(event.result().text()).contains("\"face\":\"100000\""));
    }

    @Test
    void aSinkThatFailsStopsNothing() {
        EngineAudit audit = EngineAudit.to(event -> {
            throw new IllegalStateException("full");
        });
        TradingEngine engine = play(audit);

        assertThat(audit.undelivered()).isGreaterThan(10);
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("0");
        assertThat(engine.counts().fills()).isEqualTo(2);
    }

    @Test
    void ordersTradesAndAccountsAreCounted() {
        Map<String, Double> numbers = new TreeMap<>();
        EngineListener counting = EngineMetrics.to(new RecordingMetrics(numbers));
        TradingEngine engine =
                scene.builder(Scene.config(), "a").listener(counting).build();
        go(engine);

        assertThat(numbers).containsEntry("strategies.orders[FILLED]", 2.0);
        assertThat(numbers).containsEntry("strategies.trades[a]", 2.0);
        assertThat(numbers).containsKeys("strategies.equity[a]", "strategies.dv01[a]", "strategies.costs[a]");
    }

    @Test
    void aMonitorKnowsHowAStrategyIsDoing() {
        StrategyMonitor monitor = StrategyMonitor.of(1_000_000);
        TradingEngine engine =
                scene.builder(Scene.config(), "a").listener(monitor).build();
        scene.open(engine);
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);
        double[] prices = {101.0, 103.0, 102.0};
        for (double price : prices) {
            scene.mark(engine, TEN, price, 0.1);
            scene.comeTo(scene.now().plus(Duration.ofDays(1)));
            scene.tick(engine);
        }
        StrategyMonitor.Standing standing = monitor.standing("a");

        assertThat(standing.profit()).isCloseTo(2_000, within(50.0)); // 100,000 from 100 to 102, and interest
        assertThat(standing.drawdown()).isCloseTo(1_000 / 1_003_000.0, within(5e-5));
        assertThat(standing.sharpe()).isPositive();
        assertThat(standing.dv01()).isCloseTo(100.0, within(1e-9));
        assertThatThrownBy(() -> monitor.standing("nobody")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> StrategyMonitor.of(0)).isInstanceOf(InvalidInput.class);
    }

    private TradingEngine play(EngineAudit audit) {
        TradingEngine engine =
                scene.builder(Scene.config(), "a").listener(audit).trace(audit).build();
        go(engine);
        return engine;
    }

    private void go(TradingEngine engine) {
        scene.open(engine);
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);
        scene.comeTo(scene.now().plus(Duration.ofDays(1)));
        scene.tick(engine);
        engine.setState("a", SlotState.KILLED, "enough");
        scene.tick(engine);
        scene.quote(engine, TEN, 100.0, 100.0);
    }

    /** Keeps the last gauges and the sums of counters. */
    private record RecordingMetrics(Map<String, Double> numbers) implements Metrics {

        private static String name(String name, Tag... tags) {
            return tags.length == 0 ? name : name + '[' + tags[0].value() + ']';
        }

        @Override
        public Counter counter(String name, Tag... tags) {
            return amount -> numbers.merge(name(name, tags), (double) amount, Double::sum);
        }

        @Override
        public Gauge gauge(String name, Tag... tags) {
            return value -> numbers.put(name(name, tags), value);
        }

        @Override
        public Timer timer(String name, Tag... tags) {
            return Metrics.none().timer(name, tags);
        }

        @Override
        public Histogram histogram(String name, Tag... tags) {
            return Metrics.none().histogram(name, tags);
        }
    }
}
