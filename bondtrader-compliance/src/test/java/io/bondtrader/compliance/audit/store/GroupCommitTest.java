package io.bondtrader.compliance.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.KeyChange;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.store.GatedDisk.Next;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.security.signing.Ed25519Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to events that come while the disk is busy with others. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GroupCommitTest {

    @TempDir
    private Path temporary;

    private final GatedDisk disk = new GatedDisk();
    private final EventIds ids = Samples.ids();
    private int made;

    private DurableAuditLog open(FailurePolicy failures, CommitPolicy commits) {
        return LogFolders.describe(temporary.resolve("log"))
                .failures(failures)
                .commits(commits)
                .through(disk::open)
                .open(Samples.CLOCK, LogFolders.RANDOM);
    }

    private DurableAuditLog open(FailurePolicy failures) {
        return open(failures, CommitPolicy.standard());
    }

    /** Appends events one by one; the disk stands before the first. */
    private List<CompletableFuture<Long>> append(DurableAuditLog log, int events) {
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(log.append(Samples.order(ids, made++)));
        }
        return all;
    }

    private static List<LoggedEvent> events(DurableAuditLog log) {
        List<LoggedEvent> events = new ArrayList<>();
        log.read(0, log.checkpoint().size(), events::add);
        return events;
    }

    private void assertWhole(long size) {
        try (DurableAuditLog log = LogFolders.open(temporary.resolve("log"))) {
            assertThat(log.recovery()).isEqualTo(new RecoveryReport(size, 0, 0));
        }
        assertThat(LogVerifier.trusting(Samples.ORIGIN, List.of(Samples.signer().verifier()))
                        .directory(temporary.resolve("log"))
                        .verdict())
                .isEqualTo(Verdict.WHOLE);
    }

    @Test
    void whatWaitedIsWrittenTogetherAndNoMoreAtOnceThanThePolicySays() {
        CommitPolicy tens = CommitPolicy.standard().withMostEvents(10);
        try (DurableAuditLog log = open(FailurePolicy.failClosed(), tens)) {
            List<CompletableFuture<Long>> all = append(log, 1);
            disk.awaitWrite();
            all.addAll(append(log, 25));
            disk.letAll(Next.WRITE);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).join()).isEqualTo(i);
            }
            assertThat(disk.writes()).as("a header, one event, 10, 10, 5").isEqualTo(5);
        }
        assertWhole(26);
    }

    @Test
    void aChangeOfKeysStandsAloneBetweenThoseThatWaitWithIt() {
        Ed25519Signer second = Samples.signer("second.example/key", 40);
        try (DurableAuditLog log = open(FailurePolicy.failClosed())) {
            List<CompletableFuture<Long>> all = append(log, 1);
            disk.awaitWrite();
            all.addAll(append(log, 3));
            all.add(log.addKey(second, "officer"));
            all.addAll(append(log, 2));
            disk.letAll(Next.WRITE);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).join()).isEqualTo(i);
            }
            assertThat(events(log).get(4).record().action()).startsWith(KeyChange.ACTION_PREFIX);
            assertThat(log.signedCheckpoint()).contains("second.example/key");
            assertThat(disk.writes())
                    .as("a header, one event, three, the change, two")
                    .isEqualTo(5);
        }
        assertThat(LogVerifier.trusting(Samples.ORIGIN, List.of(Samples.signer().verifier()))
                        .directory(temporary.resolve("log"))
                        .verdict())
                .isEqualTo(Verdict.WHOLE);
    }

    @Test
    void whatWaitsBehindAFailedWriteIsCountedToo() throws IOException {
        try (DurableAuditLog log = open(FailurePolicy.failOpenCounted().retryingAfter(Duration.ofMillis(2)))) {
            List<CompletableFuture<Long>> lost = append(log, 1);
            disk.awaitWrite();
            lost.addAll(append(log, 4));
            disk.letOne(Next.FAIL);
            lost.forEach(each -> assertThatThrownBy(each::join).hasCauseInstanceOf(LogUnavailable.class));
            assertThat(log.lostEvents()).isEqualTo(5);
            // One more is lost while the loss is being written down.
            disk.awaitWrite();
            lost.addAll(append(log, 1));
            disk.letAll(Next.WRITE);
            assertThatThrownBy(lost.get(5)::join).hasCauseInstanceOf(LogUnavailable.class);
            while (log.lostEvents() > 0) {
                Thread.onSpinWait();
            }
            append(log, 1).get(0).join();
            List<Integer> told = new ArrayList<>();
            for (LoggedEvent event : events(log)) {
                if (event.record().action().equals("audit.log.interrupted")) {
                    told.add(new ObjectMapper()
                            .readTree(event.record().body().text())
                            .get("lostEvents")
                            .asInt());
                }
            }
            assertThat(told).containsExactly(5, 1);
        }
        assertWhole(3);
    }

    /** What a failed write left behind the end is cut off before the next, which may be shorter. */
    @Test
    void nothingOfAFailedWriteStays() {
        try (DurableAuditLog log = open(FailurePolicy.failOpenCounted().retryingAfter(Duration.ofMillis(2)))) {
            CompletableFuture<Long> first = append(log, 1).get(0);
            disk.awaitWrite(); // of the header
            disk.letOne(Next.WRITE);
            disk.awaitWrite();
            disk.letOne(Next.WRITE);
            first.join();
            CompletableFuture<Long> large = log.append(Samples.orders(ids, 1, 500));
            disk.awaitWrite();
            disk.letOne(Next.WRITE_HALF_AND_FAIL);
            assertThatThrownBy(large::join).hasCauseInstanceOf(LogUnavailable.class);
            disk.letAll(Next.WRITE);
            while (log.lostEvents() > 0) {
                Thread.onSpinWait();
            }
        }
        assertWhole(2);
    }

    @Test
    void aFullQueueMakesWhoeverAppendsWait() throws InterruptedException {
        CommitPolicy three = CommitPolicy.standard().withQueuedEvents(3);
        try (DurableAuditLog log = open(FailurePolicy.failClosed(), three)) {
            List<CompletableFuture<Long>> all = append(log, 1);
            disk.awaitWrite();
            all.addAll(append(log, 3));
            Thread fourth = new Thread(() -> all.addAll(append(log, 1)));
            fourth.start();
            while (fourth.getState() != Thread.State.WAITING) {
                TimeUnit.MILLISECONDS.sleep(1);
                assertThat(fourth.isAlive()).isTrue();
            }
            disk.letAll(Next.WRITE);
            fourth.join();
            assertThat(all).hasSize(5);
            all.forEach(CompletableFuture::join);
        }
    }

    @Test
    void closingDoesNotWaitForTheNextTryOfAFailingDisk() {
        DurableAuditLog log = open(FailurePolicy.buffer(5).retryingAfter(Duration.ofHours(1)));
        List<CompletableFuture<Long>> waiting = append(log, 1);
        disk.awaitWrite();
        disk.letAll(Next.FAIL);
        log.close();
        assertThat(waiting.get(0)).isCompletedExceptionally();
    }

    /** Nobody waits for ever, whatever ends the thread that commits. */
    @Test
    void anErrorOfTheMachineRefusesAllThatWait() {
        DurableAuditLog log = open(FailurePolicy.failClosed());
        List<CompletableFuture<Long>> waiting = append(log, 1);
        disk.awaitWrite();
        waiting.addAll(append(log, 3));
        disk.letOne(Next.RUN_OUT_OF_MEMORY);
        waiting.forEach(each -> assertThatThrownBy(each::join).hasCauseInstanceOf(LogUnavailable.class));
        assertThatThrownBy(() -> append(log, 1)).isInstanceOf(LogUnavailable.class);
        log.close();
    }

    @Test
    void anEntryThatChangesOnDiskWhileTheLogIsOpenIsNotRead() throws IOException {
        disk.letAll(Next.WRITE);
        try (DurableAuditLog log = open(FailurePolicy.failClosed())) {
            log.append(Samples.orders(ids, 0, 10)).join();
            Path file = LogFolders.segments(temporary.resolve("log")).get(0);
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            bytes[text.indexOf("order-7") + 6] = '9';
            Files.write(file, bytes);
            assertThat(log.entry(6)).isNotEmpty();
            assertThatThrownBy(() -> log.entry(7))
                    .isInstanceOf(LogDamaged.class)
                    .hasMessageContaining("first bad index 7");
            assertThatThrownBy(() -> events(log)).isInstanceOf(LogDamaged.class);
        }
    }
}
