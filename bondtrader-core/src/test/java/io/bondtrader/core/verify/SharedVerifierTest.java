package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.observe.InMemoryMetrics;
import io.bondtrader.core.observe.Metrics;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedVerifierTest {

    private static final DualPath PRICE = new DualPath(Measure.CLEAN_PRICE, "closed annuity", "flow by flow");
    private static final CalculationInputs INPUTS = CalculationInputs.argumentOnly();
    private static final int THREADS = 4;
    private static final int CALCULATIONS = 1_000;

    @Test
    void oneVerifierServesManyThreadsAndLosesNoDiscrepancy() throws InterruptedException {
        InMemoryMetrics metrics = new InMemoryMetrics();
        InMemoryAuditSink audit = new InMemoryAuditSink();
        ConcurrentLinkedQueue<Alert> alerts = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> wrong = new ConcurrentLinkedQueue<>();
        Verifier shared = Verifier.builder()
                .metrics(metrics)
                .audit(audit)
                .alerts(alerts::add)
                .build();

        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < CALCULATIONS; i++) {
                        double price = 90.0 + thread + i * 1e-3;
                        double check = i % 100 == 0 ? price + 0.5 : price;
                        if (shared.settle(PRICE, INPUTS, i, price, check, 0) != price) {
                            wrong.add(price);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).isEmpty();
        assertThat(alerts).hasSize(THREADS * CALCULATIONS / 100);
        assertThat(audit.events()).hasSize(THREADS * CALCULATIONS);
        assertThat(metrics.total("bondtrader.verify.checked")).isEqualTo((long) THREADS * CALCULATIONS);
        assertThat(metrics.total("bondtrader.verify.unconfirmed")).isEqualTo(THREADS * CALCULATIONS / 100L);
        assertThat(metrics.total("bondtrader.verify.undelivered")).isZero();
    }

    /** What a service file on the class path would install; it keeps its events where the test can see them. */
    public static final class InstalledAuditSink implements AuditSink {
        static final ConcurrentLinkedQueue<AuditEvent> EVENTS = new ConcurrentLinkedQueue<>();

        @Override
        public void record(AuditEvent event) {
            EVENTS.add(event);
        }
    }

    /** A second one. */
    public static final class SecondAuditSink implements AuditSink {
        @Override
        public void record(AuditEvent event) {}
    }

    /** An alert sink of a service file. */
    public static final class InstalledAlertSink implements AlertSink {
        static final ConcurrentLinkedQueue<Alert> ALERTS = new ConcurrentLinkedQueue<>();

        @Override
        public void raise(Alert alert) {
            ALERTS.add(alert);
        }
    }

    private static void withInstalled(Path folder, Class<?> service, List<Class<?>> providers, Runnable test)
            throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(
                services.resolve(service.getName()),
                providers.stream().map(Class::getName).toList());
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            current.setContextClassLoader(loader);
            test.run();
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @Test
    void sinksThatAreInstalledAreFoundAndSinksThatArePassedInWin(@TempDir Path folder) throws IOException {
        withInstalled(folder, AlertSink.class, List.of(InstalledAlertSink.class), () -> {});
        withInstalled(folder, AuditSink.class, List.of(InstalledAuditSink.class), () -> {
            Verifier.flagging().settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0);
            assertThat(InstalledAuditSink.EVENTS).hasSize(1);
            assertThat(InstalledAlertSink.ALERTS).hasSize(1);

            InMemoryAuditSink passedIn = new InMemoryAuditSink();
            Verifier.builder().audit(passedIn).alerts(alert -> {}).build().settle(PRICE, INPUTS, 0.04, 98.5, 98.6, 0);
            assertThat(passedIn.events()).hasSize(1);
            assertThat(InstalledAuditSink.EVENTS).hasSize(1);
            assertThat(InstalledAlertSink.ALERTS).hasSize(1);
        });
    }

    @Test
    void severalInstalledSinksAreRefused(@TempDir Path folder) throws IOException {
        withInstalled(
                folder,
                AuditSink.class,
                List.of(InstalledAuditSink.class, SecondAuditSink.class),
                () -> assertThatThrownBy(Verifier::flagging)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("Several audit sinks"));
    }

    @Test
    void withoutAnyInstallationThereIsNone() {
        assertThat(AuditSink.installed()).isEmpty();
        assertThat(AlertSink.installed()).isEmpty();
        assertThat(Metrics.installed()).isEmpty();
    }
}
