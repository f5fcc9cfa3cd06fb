package io.bondtrader.compliance.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.contract.AuditLogContract;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.MerkleTree;
import io.bondtrader.security.signing.Tile;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log on disk keeps to the contract of all logs, and is there again when it is opened again. */
final class DurableAuditLogTest extends AuditLogContract {

    @TempDir
    private Path temporary;

    private final AtomicInteger folders = new AtomicInteger();

    private Path folder() {
        return temporary.resolve("log-" + folders.incrementAndGet());
    }

    @Override
    protected AuditLog open() {
        return LogFolders.open(folder());
    }

    @Override
    protected TrustedKeys keys() {
        return TrustedKeys.of(Samples.signer().verifier());
    }

    @Test
    void aLogIsThereAgainWhenItIsOpenedAgain() {
        Path folder = folder();
        EventIds ids = Samples.ids();
        List<AuditRecord> events = Samples.orders(ids, 0, 500);
        String signed;
        try (DurableAuditLog log = LogFolders.open(folder)) {
            log.append(events.subList(0, 100)).join();
            events.subList(100, 200).forEach(event -> log.append(event).join());
            log.append(events.subList(200, 400)).join();
            signed = log.signedCheckpoint();
        }
        try (DurableAuditLog log = LogFolders.open(folder)) {
            assertThat(log.recovery()).isEqualTo(new RecoveryReport(400, 0, 0));
            assertThat(log.signedCheckpoint()).isEqualTo(signed);
            assertThat(log.append(events.subList(400, 500)).join()).isEqualTo(400);
            List<AuditRecord> read = new ArrayList<>();
            log.read(0, 500, logged -> read.add(logged.record()));
            assertThat(read).isEqualTo(events);
            Checkpoint early = Checkpoint.open(signed, Samples.ORIGIN, keys());
            log.checkpoint().requireExtends(early, log.consistency(400, 500));
        }
    }

    @Test
    void manySmallSegmentsAreOneLog() throws IOException {
        Path folder = folder();
        EventIds ids = Samples.ids();
        CommitPolicy small = CommitPolicy.standard().withSegmentBytes(4_000);
        for (int round = 0; round < 4; round++) {
            try (DurableAuditLog log =
                    LogFolders.describe(folder).commits(small).open(Samples.CLOCK, LogFolders.RANDOM)) {
                for (AuditRecord event : Samples.orders(ids, round * 50, round * 50 + 50)) {
                    log.append(event).join();
                }
                for (long index = 0; index < log.checkpoint().size(); index += 7) {
                    LoggedEvent logged = EventCodec.decode(index, log.entry(index));
                    assertThat(logged.record().resource()).isEqualTo("order-" + index);
                }
            }
        }
        assertThat(LogFolders.segments(folder)).hasSizeGreaterThan(10);
    }

    @Test
    void rootsAndProofsAreThoseOfTheTreeInMemory() {
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = LogFolders.open(folder())) {
            MerkleTree tree = new MerkleTree();
            for (int size = 1; size <= 700; size++) {
                long index = log.append(Samples.order(ids, size)).join();
                tree.append(HashValue.ofRecord(log.entry(index)));
                assertThat(log.checkpoint().root()).isEqualTo(tree.root());
            }
            for (int size : new int[] {1, 2, 255, 256, 257, 511, 512, 513, 700}) {
                for (int index = 0; index < size; index += 1 + size / 40) {
                    assertThat(log.inclusion(index, size)).isEqualTo(tree.inclusion(index, size));
                    assertThat(log.consistency(index + 1, size)).isEqualTo(tree.consistency(index + 1, size));
                    assertThat(log.range(index, size, size)).isEqualTo(tree.range(index, size, size));
                }
            }
        }
    }

    @Test
    void tilesAreThoseOfTheTreeAndBundlesHashToThem() throws IOException {
        Path folder = folder();
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = LogFolders.open(folder)) {
            for (int to : new int[] {1, 200, 256, 300, 513, 70_000}) {
                int from = (int) log.checkpoint().size();
                for (int i = from; i < to; i += 10_000) {
                    log.append(Samples.orders(ids, i, Math.min(to, i + 10_000))).join();
                }
                log.publish();
                String note = Files.readString(folder.resolve("checkpoint"));
                assertThat(note).isEqualTo(log.signedCheckpoint());
            }
            MerkleTree tree = new MerkleTree();
            log.read(0, 70_000, logged -> tree.append(logged.leaf()));
            for (Tile tile : Tile.grown(0, 70_000)) {
                ByteArrayOutputStream expected = new ByteArrayOutputStream();
                for (HashValue hash : tree.hashes(tile)) {
                    expected.writeBytes(hash.toBytes());
                }
                assertThat(folder.resolve(tile.path())).hasBinaryContent(expected.toByteArray());
                if (tile.level() == 0 && (tile.index() % 40 == 0 || tile.width() < Tile.FULL)) {
                    assertBundle(folder.resolve(tile.entriesPath()), tree.hashes(tile));
                }
            }
            // C2SP tlog-tiles: the tree of 70,000.
            assertThat(folder.resolve("tile/0/273.p/112")).hasSize(112 * 32);
            assertThat(folder.resolve("tile/1/001.p/17")).hasSize(17 * 32);
            assertThat(folder.resolve("tile/2/000.p/1")).hasSize(32);
            assertThat(folder.resolve("tile/0/002.p")).doesNotExist();
        }
        try (DurableAuditLog log = LogFolders.open(folder)) {
            assertThat(log.recovery().tilesRewritten()).isZero();
        }
        Files.write(folder.resolve("tile/0/005"), new byte[8_192]);
        Files.delete(folder.resolve("tile/entries/007"));
        try (DurableAuditLog log = LogFolders.open(folder)) {
            assertThat(log.recovery().tilesRewritten()).isEqualTo(2);
        }
    }

    private static void assertBundle(Path bundle, List<HashValue> leaves) throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        int at = 0;
        for (HashValue leaf : leaves) {
            int length = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
            byte[] entry = java.util.Arrays.copyOfRange(bytes, at + 2, at + 2 + length);
            assertThat(HashValue.ofRecord(entry)).isEqualTo(leaf);
            at += 2 + length;
        }
        assertThat(at).isEqualTo(bytes.length);
    }

    @Test
    void oneWriterAtATimeHasTheFolder() {
        Path folder = folder();
        try (DurableAuditLog log = LogFolders.open(folder)) {
            assertThatThrownBy(() -> LogFolders.open(folder)).isInstanceOf(LogUnavailable.class);
            assertThat(log.append(Samples.order(Samples.ids(), 1)).join()).isZero();
        }
        LogFolders.open(folder).close();
    }

    @Test
    void aFolderThatOthersCanReadIsRefused() throws IOException {
        Path folder = folder();
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        assertThatThrownBy(() -> LogFolders.open(folder)).isInstanceOf(UnsafeStorage.class);
        Path link = temporary.resolve("link");
        Files.createSymbolicLink(link, temporary);
        assertThatThrownBy(() -> LogFolders.open(link)).isInstanceOf(UnsafeStorage.class);
    }

    @Test
    void anotherKeyOrNameDoesNotOpenTheLog() {
        Path folder = folder();
        try (DurableAuditLog log = LogFolders.open(folder)) {
            log.append(Samples.order(Samples.ids(), 1)).join();
        }
        assertThatThrownBy(() -> DurableAuditLog.in(folder, Samples.ORIGIN, Samples.signer(Samples.ORIGIN, 8))
                        .open(Samples.CLOCK, LogFolders.RANDOM))
                .isInstanceOf(LogDamaged.class);
        assertThatThrownBy(() -> DurableAuditLog.in(folder, "other.example/audit", Samples.signer())
                        .open(Samples.CLOCK, LogFolders.RANDOM))
                .isInstanceOf(LogDamaged.class);
    }

    @Test
    void badInputIsRefused() {
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = LogFolders.open(folder())) {
            List<AuditRecord> tooMany = java.util.Collections.nCopies(16_385, Samples.order(ids, 1));
            assertThatThrownBy(() -> log.append(tooMany)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.retireKey(Samples.signer().verifier(), " "))
                    .isInstanceOf(InvalidInput.class);
            assertThat(log.append(java.util.Collections.nCopies(16_384, Samples.order(ids, 1)))
                            .join())
                    .isZero();
            assertThat(log.checkpoint().size()).isEqualTo(16_384);
        }
        assertThatThrownBy(() -> new CommitPolicy(0, 1, 1, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FailurePolicy.buffer(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FailurePolicy.failClosed().retryingAfter(java.time.Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LogFolders.describe(folder()).witnesses(1, List.of()))
                .isInstanceOf(InvalidInput.class);
    }
}
