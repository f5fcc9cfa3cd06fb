package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.EventTooLarge;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashChain;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.TrustedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every audit log keeps to. A test of an implementation extends this. */
public abstract class AuditLogContract {

    /** Of the log that {@link #open} opens. */
    protected static final String ORIGIN = "bondtrader.example/audit";

    /**
     * Opens an empty log of that name.
     *
     * @return the log, which the test closes
     */
    protected abstract AuditLog open();

    /** {@return the keys that the log signs with} */
    protected abstract TrustedKeys keys();

    private static AuditRecord event(int number) {
        return event(number, "note " + number);
    }

    private static AuditRecord event(int number, String note) {
        return new AuditRecord(
                new UUID((1_763_600_000_000L + number) << 16 | 0x7000L, 0x8000_0000_0000_0000L | number),
                Instant.parse("2026-11-20T08:00:00Z").plusMillis(number),
                "trader-1",
                "",
                null,
                "order.entered",
                "order-" + number,
                Outcome.SUCCESS,
                "",
                new TreeSet<>(),
                CanonicalJson.of(Map.of("note", note)));
    }

    private static List<AuditRecord> events(int from, int to) {
        List<AuditRecord> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(event(i));
        }
        return events;
    }

    @Test
    void anEmptyLogHasASignedCheckpointOfNothing() {
        try (AuditLog log = open()) {
            assertThat(Checkpoint.open(log.signedCheckpoint(), ORIGIN, keys()).size())
                    .isZero();
            assertThat(log.checkpoint().size()).isZero();
        }
    }

    @Test
    void anAcknowledgedEventIsReadAsItWasAppended() {
        try (AuditLog log = open()) {
            assertThat(log.append(event(0)).join()).isZero();
            assertThat(log.append(event(1)).join()).isEqualTo(1);

            List<LoggedEvent> read = new ArrayList<>();
            log.read(0, 2, read::add);
            assertThat(read).extracting(LoggedEvent::record).containsExactly(event(0), event(1));
            assertThat(read.get(0).previous()).isEqualTo(HashChain.start(ORIGIN).head());
            assertThat(read.get(1).previous()).isEqualTo(read.get(0).leaf());
            assertThat(HashValue.ofRecord(log.entry(1))).isEqualTo(read.get(1).leaf());
        }
    }

    @Test
    void anAcknowledgedEventStandsUnderASignedCheckpoint() {
        try (AuditLog log = open()) {
            for (int i = 0; i < 40; i++) {
                long index = log.append(event(i)).join();
                Checkpoint signed = Checkpoint.open(log.signedCheckpoint(), ORIGIN, keys());
                assertThat(signed).isEqualTo(log.checkpoint());
                log.inclusion(index, signed.size()).require(HashValue.ofRecord(log.entry(index)), signed);
            }
        }
    }

    @Test
    void aListIsKeptInARow() {
        try (AuditLog log = open()) {
            log.append(event(0)).join();
            assertThat(log.append(events(1, 600)).join()).isEqualTo(1);
            List<AuditRecord> read = new ArrayList<>();
            log.read(1, 600, logged -> read.add(logged.record()));
            assertThat(read).isEqualTo(events(1, 600));
        }
    }

    @Test
    void growthAndRangesAreProven() {
        try (AuditLog log = open()) {
            log.append(events(0, 100)).join();
            Checkpoint early = log.checkpoint();
            log.append(events(100, 777)).join();
            Checkpoint late = log.checkpoint();

            late.requireExtends(early, log.consistency(100, 777));
            List<HashValue> leaves = new ArrayList<>();
            log.read(90, 300, logged -> leaves.add(logged.leaf()));
            log.range(90, 300, 777).require(leaves, late);
            log.inclusion(99, 100).require(HashValue.ofRecord(log.entry(99)), early);
        }
    }

    @Test
    void eventsOfOneThreadKeepTheirOrderAndNoneIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (AuditLog log = open()) {
            List<Future<List<Long>>> places = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int from = t * 100;
                Callable<List<Long>> producer = () -> {
                    List<CompletableFuture<Long>> pending = new ArrayList<>();
                    for (int i = from; i < from + 100; i++) {
                        pending.add(log.append(event(i)));
                    }
                    return pending.stream().map(CompletableFuture::join).toList();
                };
                places.add(threads.submit(producer));
            }
            List<Long> all = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                List<Long> own = places.get(t).get();
                assertThat(own).isSorted();
                for (int i = 0; i < own.size(); i++) {
                    int number = t * 100 + i;
                    log.read(
                            own.get(i),
                            own.get(i) + 1,
                            logged -> assertThat(logged.record()).isEqualTo(event(number)));
                }
                all.addAll(own);
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(800);
            assertThat(log.checkpoint().size()).isEqualTo(800);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anEventThatIsTooLongIsRefusedAndNothingOfItsListIsKept() {
        try (AuditLog log = open()) {
            AuditRecord tooLong = event(1, "x".repeat(65_535));
            assertThatThrownBy(() -> log.append(List.of(event(0), tooLong))).isInstanceOf(EventTooLarge.class);
            assertThat(log.append(event(0)).join()).isZero();
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        try (AuditLog log = open()) {
            log.append(events(0, 3)).join();
            assertThatThrownBy(() -> log.append(List.of())).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.entry(3)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.entry(-1)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.read(0, 4, logged -> {})).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.read(2, 1, logged -> {})).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.read(-1, 1, logged -> {})).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.inclusion(3, 3)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.inclusion(0, 4)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.consistency(0, 3)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.consistency(1, 4)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.range(1, 1, 3)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.range(0, 4, 4)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aClosedLogTakesNoMore() {
        AuditLog log = open();
        CompletableFuture<Long> last = log.append(event(0));
        log.close();
        log.close();
        assertThat(last).isCompletedWithValue(0L);
        assertThatThrownBy(() -> log.append(event(1))).isInstanceOf(LogUnavailable.class);
    }
}
