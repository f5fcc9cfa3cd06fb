package io.bondtrader.compliance.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.error.LogUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a log does when its disk fails is what its policy says. */
final class FailurePolicyTest {

    /** Which call of the disk fails. */
    enum Fault {
        NONE,
        WRITE,
        HALF_WRITE,
        FORCE
    }

    @TempDir
    private Path temporary;

    private volatile Fault fault = Fault.NONE;
    private final CountDownLatch triedAgain = new CountDownLatch(1);
    private final EventIds ids = Samples.ids();

    private SegmentOutput failing(Path file) throws IOException {
        SegmentOutput disk = SegmentOutput.open(file);
        return new SegmentOutput() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                if (fault == Fault.HALF_WRITE) {
                    disk.write(bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2), position);
                }
                if (fault == Fault.WRITE || fault == Fault.HALF_WRITE) {
                    throw new IOException("no space left");
                }
                disk.write(bytes, position);
            }

            @Override
            public void force() throws IOException {
                if (fault == Fault.FORCE) {
                    throw new IOException("input/output error");
                }
                disk.force();
            }

            @Override
            public void truncate(long length) throws IOException {
                if (fault != Fault.NONE) {
                    triedAgain.countDown();
                    throw new IOException("read-only");
                }
                disk.truncate(length);
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
    }

    private DurableAuditLog open(FailurePolicy policy) {
        return LogFolders.describe(temporary.resolve("log"))
                .failures(policy.retryingAfter(Duration.ofMillis(2)))
                .through(this::failing)
                .open(Samples.CLOCK, LogFolders.RANDOM);
    }

    private List<String> actions(DurableAuditLog log) {
        List<String> actions = new ArrayList<>();
        log.read(
                0,
                log.checkpoint().size(),
                logged -> actions.add(
                        logged.record().action() + " " + logged.record().resource()));
        return actions;
    }

    private void assertWhole() {
        assertThat(LogVerifier.trusting(Samples.ORIGIN, List.of(Samples.signer().verifier()))
                        .directory(temporary.resolve("log"))
                        .verdict())
                .isEqualTo(Verdict.WHOLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRITE", "HALF_WRITE", "FORCE"})
    void failClosedTakesNothingMoreUntilTheLogIsOpenedAgain(Fault kind) {
        try (DurableAuditLog log = open(FailurePolicy.failClosed())) {
            log.append(Samples.order(ids, 1)).join();
            fault = kind;
            CompletableFuture<Long> failed = log.append(Samples.order(ids, 2));
            assertThatThrownBy(failed::join).hasCauseInstanceOf(LogUnavailable.class);
            fault = Fault.NONE;
            assertThatThrownBy(() -> log.append(Samples.order(ids, 3))).isInstanceOf(LogUnavailable.class);
            assertThat(log.checkpoint().size()).isEqualTo(1);
            assertThat(log.entry(0)).isNotEmpty();
        }
        try (DurableAuditLog log = open(FailurePolicy.failClosed())) {
            // What failed was not acknowledged; a force that failed may have left it whole all the same.
            assertThat(log.checkpoint().size()).isBetween(1L, 2L);
            log.append(Samples.order(ids, 4)).join();
        }
        assertWhole();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRITE", "HALF_WRITE", "FORCE"})
    void aBufferKeepsEventsInOrderAndRefusesWhatDoesNotFit(Fault kind) throws InterruptedException {
        try (DurableAuditLog log = open(FailurePolicy.buffer(5))) {
            log.append(Samples.order(ids, 0)).join();
            fault = kind;
            List<CompletableFuture<Long>> waiting = new ArrayList<>();
            waiting.add(log.append(Samples.order(ids, 1)));
            triedAgain.await(); // from here on the log knows that its disk fails
            for (int i = 2; i <= 5; i++) {
                waiting.add(log.append(Samples.order(ids, i)));
            }
            assertThatThrownBy(() -> log.append(Samples.order(ids, 6))).isInstanceOf(LogUnavailable.class);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            fault = Fault.NONE;
            waiting.forEach(CompletableFuture::join);
            log.append(Samples.order(ids, 99)).join();
            List<String> actions = actions(log);
            assertThat(actions.get(1)).startsWith("audit.log.interrupted");
            assertThat(actions).filteredOn(action -> action.startsWith("order")).hasSize(waiting.size() + 2);
            assertThat(waiting.stream().map(CompletableFuture::join)).isSorted();
        }
        assertWhole();
    }

    @Test
    void failOpenCountsWhatIsLostAndLogsTheCount() {
        try (DurableAuditLog log = open(FailurePolicy.failOpenCounted())) {
            log.append(Samples.order(ids, 0)).join();
            fault = Fault.WRITE;
            for (int i = 0; i < 7; i++) {
                CompletableFuture<Long> lost = log.append(Samples.order(ids, i));
                assertThatThrownBy(lost::join).hasCauseInstanceOf(LogUnavailable.class);
            }
            assertThat(log.lostEvents()).isEqualTo(7);
            fault = Fault.NONE;
            while (log.lostEvents() > 0) {
                Thread.onSpinWait();
            }
            log.append(Samples.order(ids, 8)).join();
            List<String> bodies = new ArrayList<>();
            log.read(
                    0,
                    log.checkpoint().size(),
                    logged -> bodies.add(
                            logged.record().action() + logged.record().body()));
            assertThat(bodies).hasSize(3);
            assertThat(bodies.get(1)).startsWith("audit.log.interrupted").contains("\"lostEvents\":7");
        }
        assertWhole();
    }

    @Test
    void aLogThatIsClosedWhileItsDiskFailsLetsNobodyWait() {
        DurableAuditLog log = open(FailurePolicy.buffer(5));
        fault = Fault.WRITE;
        CompletableFuture<Long> waiting = log.append(Samples.order(ids, 1));
        log.close();
        assertThat(waiting).isCompletedExceptionally();
    }

    @Test
    void aKeyThatDoesNotSignIsNoReasonToStop() {
        try (DurableAuditLog log = open(FailurePolicy.failClosed())) {
            var broken = Samples.signer("broken.example/key", 30);
            broken.close();
            io.bondtrader.security.signing.NoteSigner wrong = new io.bondtrader.security.signing.NoteSigner() {
                @Override
                public io.bondtrader.security.signing.NoteVerifier verifier() {
                    return broken.verifier();
                }

                @Override
                public byte[] sign(byte[] message) {
                    return new byte[64];
                }
            };
            assertThatThrownBy(() -> log.addKey(wrong, "officer").join())
                    .hasCauseInstanceOf(io.bondtrader.security.error.SignatureRejected.class);
            assertThat(log.append(Samples.order(ids, 1)).join()).isZero();
        }
        assertWhole();
    }
}
