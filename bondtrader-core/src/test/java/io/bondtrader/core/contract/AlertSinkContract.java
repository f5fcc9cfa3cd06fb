package io.bondtrader.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link AlertSink} has to do: carry each alert away with its source, key, message and facts, whatever
 * characters they are made of. Alerts of different keys are never merged; a sink may tell alerts of one key once.
 */
public abstract class AlertSinkContract {

    private static final int THREADS = 4;
    private static final int ALERTS_PER_THREAD = 100;

    /** For subclasses. */
    protected AlertSinkContract() {}

    /** {@return the sink under test: the same one for the whole of a test} */
    protected abstract AlertSink sink();

    /**
     * Reads back what the sink has carried away; waits for it if the sink works in the background.
     *
     * @return the text of each message delivered since the test began
     */
    protected abstract List<String> delivered();

    @ParameterizedTest
    @EnumSource(Severity.class)
    void carriesAnAlertOfAnySeverityWithItsFacts(Severity severity) {
        sink().raise(alert(severity, "verify/yield"));

        assertThat(delivered())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("bondtrader.verify", "verify/yield", "two yields differ", "Newton", "0.0425"));
    }

    @Test
    void carriesAnAlertThatSaysWhenItWasRaised() {
        Instant raisedAt = Instant.ofEpochSecond(1_750_000_000L);
        sink().raise(new Alert(Severity.ERROR, "bondtrader.verify", "k", "two yields differ", Map.of(), raisedAt));

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void keepsAlertsOfDifferentKeysApart() {
        sink().raise(alert(Severity.ERROR, "verify/yield"));
        sink().raise(alert(Severity.ERROR, "verify/price"));

        assertThat(delivered()).hasSize(2);
    }

    @Test
    void deliversHostileTextAsOneMessage() {
        sink().raise(new Alert(
                Severity.WARNING,
                "source {}",
                "key\r\nERROR forged",
                "message\nERROR forged {} %s",
                Map.of("fact\n", "value\u0000\n\"quoted\" <b>"),
                null));

        assertThat(delivered())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("message", "forged {} %s"));
    }

    @Test
    void losesNothingWhenManyRaise() throws InterruptedException {
        AlertSink shared = sink();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < ALERTS_PER_THREAD; i++) {
                        shared.raise(alert(Severity.WARNING, "verify/" + thread + "/" + i));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(delivered()).hasSize(THREADS * ALERTS_PER_THREAD);
    }

    private static Alert alert(Severity severity, String key) {
        return new Alert(severity, "bondtrader.verify", key, "two yields differ", Map.of("Newton", "0.0425"), null);
    }
}
