package io.bondtrader.compliance.audit.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.verify.LogVerifier;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.audit.verify.Verification;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.HashValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries are taken out of a log on disk; their hashes, all proofs and the verifier's answer stay. */
final class PruningTest {

    private static final int EVENTS = 1500;

    @TempDir
    Path temporary;

    private final EventIds ids = Samples.ids();

    private Path folder() {
        return temporary.resolve("log");
    }

    private static DurableAuditLogBuilder small(Path folder) {
        return LogFolders.describe(folder).commits(CommitPolicy.standard().withSegmentBytes(40_000));
    }

    private DurableAuditLog filled() {
        DurableAuditLog log = small(folder()).open(Samples.CLOCK, LogFolders.RANDOM);
        for (int i = 0; i < EVENTS; i += 50) {
            log.append(events(i, 50)).join();
        }
        return log;
    }

    private List<AuditRecord> events(int first, int count) {
        List<AuditRecord> list = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            list.add(event(i));
        }
        return list;
    }

    private AuditRecord event(int number) {
        return new AuditRecord(
                ids.next(),
                Samples.START,
                "ann",
                "",
                null,
                "order.created",
                "word-" + number + "-word",
                Outcome.SUCCESS,
                "",
                new TreeSet<>(),
                CanonicalJson.of(Map.of("n", number)));
    }

    private static Verification verify(Path folder) {
        return LogVerifier.trusting(Samples.ORIGIN, List.of(Samples.signer().verifier()))
                .directory(folder);
    }

    private boolean somewhere(String word) throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of a mirror, which has no segments, too. */
    @Test
    void aMirrorOfALogThatLostEntriesIsVerifiedByTheirHashes() throws IOException {
        try (DurableAuditLog log = filled()) {
            log.publish();
            log.forgetEntries(1100);
            log.publish();
        }
        Path mirror = LogFolders.copy(folder(), temporary.resolve("mirror"));
        LogFolders.delete(mirror.resolve("segments"));
        Verification whole = verify(mirror);
        assertThat(whole.verdict()).isEqualTo(Verdict.WHOLE);
        assertThat(whole.size()).isEqualTo(verify(folder()).size());
        assertThat(whole.findings().toString()).contains("before 1024 were taken out");

        // A bundle that nobody said was taken out is lost.
        Files.delete(mirror.resolve("tile/entries/004"));
        Verification lost = verify(mirror);
        assertThat(lost.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(lost.firstBadIndex()).hasValue(1024);

        // So is one whose hashes are not those of the root.
        Path second = LogFolders.copy(folder(), temporary.resolve("second"));
        LogFolders.delete(second.resolve("segments"));
        byte[] hashes = Files.readAllBytes(second.resolve("tile/0/001"));
        hashes[40] ^= 1;
        Files.write(second.resolve("tile/0/001"), hashes);
        assertThat(verify(second).verdict()).isEqualTo(Verdict.DAMAGED);
        Files.delete(second.resolve("tile/0/001"));
        assertThat(verify(second).firstBadIndex()).hasValue(256);
    }

    @Test
    void whatIsTakenOutIsInNoFileAndEverythingElseIsAsBefore() throws IOException {
        byte[] gone;
        try (DurableAuditLog log = filled()) {
            log.publish();
            gone = log.entry(5);
            assertThat(somewhere("word-5-word")).isTrue();

            log.forgetEntries(1100);

            assertThat(log.firstEntry()).isEqualTo(1024);
            assertThat(somewhere("word-5-word")).isFalse();
            assertThat(somewhere("word-1023-word")).isFalse();
            assertThat(somewhere("word-1024-word")).isTrue();
            assertThatThrownBy(() -> log.entry(1023)).isInstanceOf(MissingData.class);
            assertThatThrownBy(() -> log.read(0, 1, event -> {})).isInstanceOf(MissingData.class);
            requireRest(log);
            log.inclusion(5, log.checkpoint().size()).require(HashValue.ofRecord(gone), log.checkpoint());
            log.publish();
        }
        Verification found = verify(folder());
        assertThat(found.verdict()).isEqualTo(Verdict.WHOLE);
        assertThat(found.size()).isEqualTo(EVENTS + 1);
        assertThat(found.findings()).anyMatch(line -> line.contains("before 1024 were taken out"));
    }

    private static void requireRest(DurableAuditLog log) {
        List<LoggedEvent> rest = new ArrayList<>();
        log.read(1024, EVENTS, rest::add);
        assertThat(rest).hasSize(EVENTS - 1024);
        for (int i = 0; i < rest.size(); i++) {
            assertThat(rest.get(i).record().resource()).isEqualTo("word-" + (1024 + i) + "-word");
        }
        for (int i = 1024; i < EVENTS; i += 37) {
            assertThat(new String(log.entry(i), UTF_8)).contains("word-" + i + "-word");
        }
    }

    @Test
    void theLogOpensAgainAndGoesOn() throws IOException {
        try (DurableAuditLog log = filled()) {
            log.publish();
            log.forgetEntries(1100);
        }
        try (DurableAuditLog log = small(folder()).open(Samples.CLOCK, LogFolders.RANDOM)) {
            assertThat(log.firstEntry()).isEqualTo(1024);
            assertThat(log.recovery().wasTorn()).isFalse();
            requireRest(log);
            for (int i = 0; i < 600; i += 50) {
                log.append(events(2000 + i, 50)).join();
            }
            log.append(event(9999)).join();
            log.publish();
            log.forgetEntries(1300);
            assertThat(log.firstEntry()).isEqualTo(1280);
            assertThat(somewhere("word-1279-word")).isFalse();
        }
        assertThat(verify(folder()).verdict()).isEqualTo(Verdict.WHOLE);
        try (DurableAuditLog log = small(folder()).open(Samples.CLOCK, LogFolders.RANDOM)) {
            assertThat(log.firstEntry()).isEqualTo(1280);
        }
    }

    @Test
    void theSegmentThatIsWrittenToStaysWhole() {
        try (DurableAuditLog log = LogFolders.open(folder())) {
            log.append(events(0, 600)).join();
            log.forgetEntries(600);

            assertThat(log.firstEntry()).isZero();
            assertThat(log.checkpoint().size()).isEqualTo(600);
            assertThatThrownBy(() -> log.forgetEntries(601)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.forgetEntries(-1)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void keysThatWereChangedBeforeAreFollowedStill() throws IOException {
        var other = Samples.signer("bondtrader.example/second", 9);
        try (DurableAuditLog log = filled()) {
            log.addKey(other, "officer").join();
            log.retireKey(Samples.signer().verifier(), "officer").join();
            for (int i = 0; i < 900; i += 50) {
                log.append(events(3000 + i, 50)).join();
            }
            log.append(event(7777)).join();
            log.forgetEntries(1800);
            assertThat(log.firstEntry()).isEqualTo(1792);
            log.publish();
        }
        assertThat(verify(folder()).verdict()).isEqualTo(Verdict.WHOLE);
        try (DurableAuditLog log = DurableAuditLog.in(folder(), Samples.ORIGIN, other)
                .begunWith(Samples.signer().verifier())
                .open(Samples.CLOCK, LogFolders.RANDOM)) {
            assertThat(log.firstEntry()).isEqualTo(1792);
        }
    }

    /** Whoever takes an entry out behind the log's back leaves a hash, and no event that says so. */
    @Test
    void anEntryThatIsMissingWithoutAWordIsDamage() throws IOException {
        HashValue leaf;
        try (DurableAuditLog log = filled()) {
            leaf = HashValue.ofRecord(log.entry(700));
        }
        takeOut(700, leaf);

        Verification found = verify(folder());
        assertThat(found.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(found.firstBadIndex()).hasValue(700);
        assertThatThrownBy(() -> small(folder()).open(Samples.CLOCK, LogFolders.RANDOM))
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("700");
    }

    @Test
    void anEntryThatIsMissingBehindThoseThatWereTakenOutIsDamageToo() throws IOException {
        HashValue leaf;
        try (DurableAuditLog log = filled()) {
            log.forgetEntries(1100);
            leaf = HashValue.ofRecord(log.entry(1030));
        }
        takeOut(1030, leaf);

        assertThat(verify(folder()).firstBadIndex()).hasValue(1030);
    }

    @Test
    void aWrongHashInThePlaceOfAnEntryIsFound() throws IOException {
        try (DurableAuditLog log = filled()) {
            log.forgetEntries(1100);
        }
        Path first = LogFolders.segments(folder()).get(0);
        byte[] bytes = Files.readAllBytes(first);
        bytes[48 + 32 + 10] ^= 1; // in the hash of event 0
        Files.write(first, bytes);

        assertThat(verify(folder()).verdict()).isEqualTo(Verdict.DAMAGED);
        assertThatThrownBy(() -> small(folder()).open(Samples.CLOCK, LogFolders.RANDOM))
                .isInstanceOf(LogDamaged.class);
    }

    @Test
    void nobodyElseMaySaySo() {
        try (DurableAuditLog log = LogFolders.open(folder())) {
            AuditRecord said = new AuditRecord(
                    ids.next(),
                    Samples.START,
                    "mallory",
                    "",
                    null,
                    "audit.pruned",
                    "",
                    Outcome.SUCCESS,
                    "",
                    new TreeSet<>(),
                    CanonicalJson.of(Map.of("before", 0)));
            assertThatThrownBy(() -> log.append(said)).isInstanceOf(InvalidInput.class);
        }
    }

    /** Replaces one entry by a length of zero and its hash, and mends the frame's numbers and checksums. */
    private void takeOut(int index, HashValue leaf) throws IOException {
        for (Path file : LogFolders.segments(folder())) {
            byte[] old = Files.readAllBytes(file);
            byte[] word = ("word-" + index + "-word").getBytes(UTF_8);
            int at = new String(old, ISO_8859_1).indexOf(new String(word, ISO_8859_1));
            if (at < 0) {
                continue;
            }
            ByteBuffer view = ByteBuffer.wrap(old);
            int frame = 48;
            while (frame + 32 + view.getInt(frame + 8) + view.getInt(frame + 12) < at) {
                frame += 32 + view.getInt(frame + 8) + view.getInt(frame + 12);
            }
            int entry = frame + 32;
            while (entry + 2 + (view.getShort(entry) & 0xffff) < at) {
                int length = view.getShort(entry) & 0xffff;
                entry += 2 + (length == 0 ? 32 : length);
            }
            int length = view.getShort(entry) & 0xffff;
            ByteBuffer fresh = ByteBuffer.allocate(old.length - length + 32);
            fresh.put(old, 0, entry).putShort((short) 0).put(leaf.toBytes());
            fresh.put(old, entry + 2 + length, old.length - entry - 2 - length);
            int body = view.getInt(frame + 8) - length + 32;
            fresh.putInt(frame + 8, body);
            fresh.putInt(frame + 24, crc(fresh.array(), frame, 24));
            fresh.putInt(frame + 28, crc(fresh.array(), frame + 32, body + view.getInt(frame + 12)));
            Files.write(file, fresh.array());
            return;
        }
        throw new AssertionError("no entry " + index);
    }

    private static int crc(byte[] bytes, int offset, int length) {
        var crc = new java.util.zip.CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
