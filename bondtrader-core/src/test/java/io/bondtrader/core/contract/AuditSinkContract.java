package io.bondtrader.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditSink} has to do: keep each event it accepted exactly once, unaltered, and each thread's events
 * in that thread's order.
 */
public abstract class AuditSinkContract {

    private static final int THREADS = 4;
    private static final int EVENTS_PER_THREAD = 250;

    /** For subclasses. */
    protected AuditSinkContract() {}

    /** {@return the sink under test: the same one for the whole of a test} */
    protected abstract AuditSink sink();

    /**
     * Reads back what the sink has kept; waits for it if the sink works in the background.
     *
     * @return the canonical JSON of each event kept since the test began, in the order of keeping
     */
    protected abstract List<String> kept();

    @Test
    void keepsAnEventAsItWas() {
        AuditEvent event = event("trader 7", 1);

        sink().record(event);

        assertThat(kept()).containsExactly(event.toCanonicalJson().text());
    }

    @Test
    void keepsATimeThatWasGivenAndInventsNone() {
        CanonicalJson empty = CanonicalJson.of(Map.of());
        AuditEvent timed =
                new AuditEvent("system", "calculation.verified", Instant.ofEpochSecond(1_750_000_000L), empty, empty);
        AuditEvent timeless = new AuditEvent("system", "calculation.verified", null, empty, empty);

        sink().record(timed);
        sink().record(timeless);

        assertThat(kept())
                .containsExactly(
                        timed.toCanonicalJson().text(),
                        timeless.toCanonicalJson().text());
        assertThat(kept().get(0)).contains("\"occurredAt\":\"2025-06-15T15:06:40Z\"");
    }

    @Test
    void keepsTwoEventsThatAreEqual() {
        sink().record(event("trader 7", 1));
        sink().record(event("trader 7", 1));

        assertThat(kept()).hasSize(2);
    }

    @Test
    void keepsHostileTextAsText() {
        CanonicalJson hostile = CanonicalJson.of(Map.of("note", "line\nbreak {} %s \u0000 \"quoted\" \ud83d\ude02"));
        AuditEvent event = new AuditEvent("O'Hara\r\nroot", "order.{}", null, hostile, hostile);

        sink().record(event);

        assertThat(kept()).containsExactly(event.toCanonicalJson().text());
    }

    @Test
    void losesNothingAndKeepsEachThreadsOrderWhenManyReport() throws InterruptedException {
        AuditSink shared = sink();
        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < EVENTS_PER_THREAD; i++) {
                        shared.record(event("thread " + thread, i));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        List<String> kept = kept();
        assertThat(kept).hasSize(THREADS * EVENTS_PER_THREAD);
        for (int thread = 0; thread < THREADS; thread++) {
            String actor = "thread " + thread;
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < EVENTS_PER_THREAD; i++) {
                expected.add(event(actor, i).toCanonicalJson().text());
            }
            assertThat(kept.stream().filter(line -> line.contains("\"" + actor + "\"")))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static AuditEvent event(String actor, int number) {
        return new AuditEvent(
                actor,
                "calculation.verified",
                null,
                CanonicalJson.of(Map.of("yield", 0.0425, "number", number)),
                CanonicalJson.of(Map.of("clean price", 98.5)));
    }
}
