package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.Unavailable;
import io.bondtrader.core.observe.Counter;
import io.bondtrader.core.observe.Gauge;
import io.bondtrader.core.observe.Histogram;
import io.bondtrader.core.observe.InMemoryMetrics;
import io.bondtrader.core.observe.Metrics;
import io.bondtrader.core.observe.Tag;
import io.bondtrader.core.observe.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever hears of a calculation may break; the number must not. */
class VerifierFaultsTest {

    private static final DualPath PRICE = new DualPath(Measure.CLEAN_PRICE, "closed annuity", "flow by flow");
    private static final CalculationInputs INPUTS = CalculationInputs.argumentOnly();

    private final InMemoryMetrics metrics = new InMemoryMetrics();
    private final InMemoryAuditSink audit = new InMemoryAuditSink();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<CalculationRecord> heard = new ArrayList<>();

    private Verifier.Builder working() {
        return Verifier.builder()
                .metrics(metrics)
                .alerts(alerts::add)
                .audit(audit)
                .listener(heard::add);
    }

    private static void brokenSink(AuditEvent event) {
        throw new IllegalStateException("disk full, lost " + event.action());
    }

    private static void brokenAlerts(Alert alert) {
        throw new IllegalStateException("no network for " + alert.source());
    }

    private static void brokenListener(CalculationRecord calculation) {
        throw new IllegalStateException(
                "listener broke on " + calculation.verified().measure());
    }

    private long undelivered(String to) {
        return metrics.count("bondtrader.verify.undelivered", new Tag("to", to));
    }

    @Test
    void aListenerThatThrowsKeepsNothingFromTheOthers() {
        Verifier verifier = Verifier.builder()
                .metrics(metrics)
                .alerts(alerts::add)
                .audit(audit)
                .listener(VerifierFaultsTest::brokenListener)
                .listener(heard::add)
                .build();

        assertThat(verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0)).isEqualTo(98.5);
        assertThat(heard).hasSize(1);
        assertThat(alerts).hasSize(1);
        assertThat(audit.events()).hasSize(1);
        assertThat(undelivered("listener")).isEqualTo(1);
    }

    @Test
    void anAlertSinkThatThrowsKeepsNothingFromTheOthers() {
        Verifier verifier = working().alerts(VerifierFaultsTest::brokenAlerts).build();

        assertThat(verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0)).isEqualTo(98.5);
        assertThat(heard).hasSize(1);
        assertThat(audit.events()).hasSize(1);
        assertThat(undelivered("alert sink")).isEqualTo(1);
    }

    @Test
    void anAuditSinkThatThrowsIsCountedAndTheNumberStands() {
        Verifier verifier = working().audit(VerifierFaultsTest::brokenSink).build();

        assertThat(verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.5, 0)).isEqualTo(98.5);
        assertThat(verifier.verify(PRICE, INPUTS, 0.04, 98.5, 98.5, 0).verdict())
                .isEqualTo(Verdict.AGREED);
        assertThat(undelivered("audit sink")).isEqualTo(2);
    }

    @Test
    void whereDeliveryIsRequiredANumberWithoutItsRecordIsRefused() {
        Verifier verifier = working()
                .audit(VerifierFaultsTest::brokenSink)
                .requireDelivery()
                .build();

        assertThatThrownBy(() -> verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.5, 0))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("BT-2003")
                .hasMessageContaining("audit sink")
                .hasRootCauseMessage("disk full, lost calculation.verified");
        assertThatThrownBy(() -> working()
                        .alerts(VerifierFaultsTest::brokenAlerts)
                        .requireDelivery()
                        .build()
                        .settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> working()
                        .listener(VerifierFaultsTest::brokenListener)
                        .requireDelivery()
                        .build()
                        .settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aStrictVerifierReportsTheDiscrepancyBeforeTheBrokenSink() {
        Verifier verifier = working()
                .policy(VerificationPolicy.strict())
                .audit(VerifierFaultsTest::brokenSink)
                .requireDelivery()
                .build();

        assertThatThrownBy(() -> verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0))
                .isInstanceOf(DiscrepancyFound.class)
                .satisfies(found ->
                        assertThat(found.getSuppressed()).singleElement().isInstanceOf(Unavailable.class));
        assertThat(heard).hasSize(1);
    }

    @Test
    void aStrictVerifierRecordsWhatItRefuses() {
        Verifier verifier = working().policy(VerificationPolicy.strict()).build();

        assertThatThrownBy(() -> verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0))
                .isInstanceOf(DiscrepancyFound.class);
        assertThat(audit.events()).hasSize(1);
        assertThat(alerts).hasSize(1);
    }

    @Test
    void inputsThatCannotBeToldDoNotHideTheNumber() {
        CalculationInputs broken = (measure, argument) -> {
            throw new IllegalStateException("cannot tell");
        };

        assertThat(working().build().settle(PRICE, broken, 0.04, 98.5, 98.6, 0)).isEqualTo(98.5);
        assertThat(audit.events())
                .singleElement()
                .satisfies(event -> assertThat(event.inputs().text()).isEqualTo("{\"untold\":true}"));
        assertThat(heard).hasSize(1);
        assertThat(undelivered("record")).isEqualTo(1);
        assertThatThrownBy(() -> working()
                        .requireDelivery()
                        .build()
                        .settle(PRICE, (measure, argument) -> Map.of("yield", Double.NaN), 0.04, 98.5, 98.5, 0))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void metricsThatThrowChangeNothing() {
        AtomicInteger asked = new AtomicInteger();
        Metrics broken = new BrokenMetrics(asked);
        Verifier verifier = Verifier.builder()
                .metrics(broken)
                .alerts(alerts::add)
                .audit(audit)
                .listener(VerifierFaultsTest::brokenListener)
                .build();

        assertThat(verifier.settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0)).isEqualTo(98.5);
        assertThat(asked).hasPositiveValue();
        assertThat(alerts).hasSize(1);
        assertThat(audit.events()).hasSize(1);
    }

    @Test
    void aClockThatIsGivenStampsEventsAndAlertsAndNothingElse() {
        Instant noon = Instant.parse("2025-07-11T12:00:00Z");
        working().timestamps(() -> noon).build().settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0);
        working().build().settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0);

        assertThat(audit.events()).extracting(AuditEvent::occurredAt).containsExactly(noon, null);
        assertThat(alerts).extracting(Alert::raisedAt).containsExactly(noon, null);
        assertThat(heard)
                .extracting(CalculationRecord::sha256)
                .hasSize(2)
                .containsOnly(heard.get(0).sha256());
    }

    @Test
    void anActorWithoutANameIsRefused() {
        assertThatThrownBy(() -> Verifier.builder().actor(" ")).isInstanceOf(InvalidInput.class);
    }

    private record BrokenMetrics(AtomicInteger asked) implements Metrics {
        private IllegalStateException broken() {
            asked.incrementAndGet();
            return new IllegalStateException("no metrics today");
        }

        @Override
        public Counter counter(String name, Tag... tags) {
            throw broken();
        }

        @Override
        public Gauge gauge(String name, Tag... tags) {
            throw broken();
        }

        @Override
        public Timer timer(String name, Tag... tags) {
            throw broken();
        }

        @Override
        public Histogram histogram(String name, Tag... tags) {
            throw broken();
        }
    }
}
