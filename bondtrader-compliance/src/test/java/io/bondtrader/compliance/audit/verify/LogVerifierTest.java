package io.bondtrader.compliance.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.store.CommitPolicy;
import io.bondtrader.compliance.audit.store.DurableAuditLog;
import io.bondtrader.compliance.audit.witness.FileWitness;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.Cosigner;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.NoteSigner;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor with the files and a key tells whether a log is whole, and where it is not. */
final class LogVerifierTest {

    private static final NoteVerifier KEY = Samples.signer().verifier();

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("log");
    }

    private DurableAuditLog open(NoteSigner... signers) {
        var builder = DurableAuditLog.in(folder, Samples.ORIGIN, signers.length == 0 ? Samples.signer() : signers[0])
                .begunWith(KEY)
                .commits(CommitPolicy.standard().withSegmentBytes(100_000));
        for (int i = 1; i < signers.length; i++) {
            builder.alsoSigning(signers[i]);
        }
        return builder.open(Samples.CLOCK, new SecureRandom());
    }

    private void write(int events) {
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = open()) {
            for (int i = 0; i < events; i += 50) {
                log.append(Samples.orders(ids, i, Math.min(events, i + 50))).join();
            }
            log.publish();
        }
    }

    private Verification verify() {
        return LogVerifier.trusting(Samples.ORIGIN, List.of(KEY)).directory(folder);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void flip(Path file, long offset) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            int before = access.read();
            access.seek(offset);
            access.write(before ^ 1);
        }
    }

    @Test
    void aLogOfSeveralSegmentsIsWhole() {
        write(1_000);
        Verification found = verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verdict.WHOLE);
        assertThat(found.size()).isEqualTo(1_000);
    }

    @Test
    void aMirrorWithoutSegmentsIsVerifiedByItsTiles() throws IOException {
        EventIds ids = Samples.ids();
        Ed25519Signer next = Samples.signer(Samples.ORIGIN, 9);
        try (DurableAuditLog log = open()) {
            log.append(Samples.orders(ids, 0, 300)).join();
            log.addKey(next, "officer").join();
            log.append(Samples.orders(ids, 300, 600)).join();
            log.retireKey(KEY, "officer").join();
            log.publish();
        }
        delete(folder.resolve("segments"));
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
        assertThat(verify().size()).isEqualTo(602);

        flip(folder.resolve("tile/entries/001"), 40_000);
        assertThat(verify().verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(verify().firstBadIndex().getAsLong()).isBetween(256L, 400L);
        Files.delete(folder.resolve("tile/entries/001"));
        assertThat(verify().firstBadIndex()).hasValue(256);
    }

    @Test
    void aTileOrBundleThatIsNotThatOfTheEntriesIsFoundAtItsEvent() throws IOException {
        write(70_000);
        flip(folder.resolve("tile/0/003"), 32 * 7 + 5);
        assertThat(verify().firstBadIndex()).hasValue(3 * 256 + 7);
        flip(folder.resolve("tile/0/003"), 32 * 7 + 5);
        flip(folder.resolve("tile/1/000"), 32 * 2);
        assertThat(verify().firstBadIndex()).hasValue(512);
        flip(folder.resolve("tile/1/000"), 32 * 2);
        flip(folder.resolve("tile/0/273.p/112"), 32 * 111);
        assertThat(verify().firstBadIndex()).hasValue(69_999);
        flip(folder.resolve("tile/0/273.p/112"), 32 * 111);
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
        flip(folder.resolve("tile/entries/000"), 3);
        assertThat(verify().firstBadIndex()).hasValue(0);
        flip(folder.resolve("tile/entries/000"), 3);
        Files.write(folder.resolve("tile/entries/001"), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(verify().firstBadIndex()).hasValue(511);
    }

    @Test
    void anEndThatWasCutOffIsFoundByWhatWasPublishedOrKept() throws IOException {
        write(400);
        String kept = Files.readString(folder.resolve("checkpoint"));
        List<Path> segments = segments();
        Path last = segments.get(segments.size() - 1);
        Files.delete(last);
        long left = Long.parseLong(last.getFileName().toString().replace(".log", ""));
        assertThat(verify().verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(verify().firstBadIndex()).hasValue(left);

        // Cut off together with all that was published: only who kept a checkpoint can tell.
        Files.delete(folder.resolve("checkpoint"));
        delete(folder.resolve("tile"));
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
        Verification found = LogVerifier.trusting(Samples.ORIGIN, List.of(KEY))
                .extending(kept)
                .directory(folder);
        assertThat(found.firstBadIndex()).hasValue(left);
        assertThat(found.verdict()).isEqualTo(Verdict.DAMAGED);
    }

    @Test
    void aMissingSegmentInTheMiddleIsFound() throws IOException {
        write(1_000);
        List<Path> segments = segments();
        long first = Long.parseLong(segments.get(1).getFileName().toString().replace(".log", ""));
        Files.delete(segments.get(1));
        assertThat(verify().firstBadIndex()).hasValue(first);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("segments"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aWriteThatWasNotFinishedIsTold() throws IOException {
        write(100);
        List<Path> segments = segments();
        Files.write(
                segments.get(segments.size() - 1),
                new byte[] {'B', 'T', 'F', 'R', 0},
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(verify().verdict()).isEqualTo(Verdict.TORN_TAIL);
        assertThat(verify().size()).isEqualTo(100);
    }

    @Test
    void anotherKeyProvesNothing() {
        write(10);
        Verification found = LogVerifier.trusting(
                        Samples.ORIGIN,
                        List.of(Samples.signer(Samples.ORIGIN, 8).verifier()))
                .directory(folder);
        assertThat(found.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(found.firstBadIndex()).hasValue(0);
        assertThat(LogVerifier.trusting("other.example/log", List.of(KEY))
                        .directory(folder)
                        .verdict())
                .isEqualTo(Verdict.DAMAGED);
    }

    @Test
    void aLogThatNobodyPublishedIsSignedCommitByCommit() {
        EventIds ids = Samples.ids();
        try (DurableAuditLog log = open()) {
            log.append(Samples.orders(ids, 0, 5)).join();
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
        NoteVerifier other = Samples.signer(Samples.ORIGIN, 8).verifier();
        Verification found =
                LogVerifier.trusting(Samples.ORIGIN, List.of(other)).directory(folder);
        assertThat(found.verdict()).isEqualTo(Verdict.DAMAGED);
        assertThat(found.firstBadIndex()).hasValue(0);
    }

    @Test
    void aRevokedKeyLeavesInDoubtWhatItAloneVouchedFor() {
        EventIds ids = Samples.ids();
        Ed25519Signer spare = Samples.signer(Samples.ORIGIN, 9);
        try (DurableAuditLog log = open()) {
            log.append(Samples.orders(ids, 0, 30)).join();
            log.append(Samples.orders(ids, 30, 50)).join();
            log.addKey(spare, "officer").join();
            log.append(Samples.orders(ids, 51, 60)).join();
            log.revokeKey(KEY, 30, "officer").join();
            log.append(Samples.orders(ids, 60, 70)).join();
            log.publish();
        }
        Verification found = verify();
        assertThat(found.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(found.firstBadIndex()).hasValue(30);
        assertThat(found.size()).isEqualTo(71);
    }

    @Test
    void aKeyThatWasTakenBackOrRevokedInTimeLeavesNoDoubt() {
        EventIds ids = Samples.ids();
        Ed25519Signer spare = Samples.signer(Samples.ORIGIN, 9);
        Ed25519Signer failed = Samples.signer(Samples.ORIGIN, 10);
        try (DurableAuditLog log = open()) {
            log.append(Samples.orders(ids, 0, 30)).join();
            log.addKey(failed, "officer").join();
            log.withdrawKey(failed.verifier(), "officer").join();
            log.addKey(spare, "officer").join();
            long size = log.checkpoint().size();
            log.append(Samples.orders(ids, 30, 40)).join();
            log.revokeKey(KEY, size, "officer").join();
            assertThat(log.retireKey(spare.verifier(), "officer")).isNotCancelled();
            assertThatThrownBy(() -> log.retireKey(spare.verifier(), "officer").join())
                    .hasCauseInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.retireKey(KEY, "officer").join()).hasCauseInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> log.addKey(spare, "officer").join()).hasCauseInstanceOf(InvalidInput.class);
        }
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
        // The first key is no longer asked for; without the spare one the log does not open.
        assertThatThrownBy(() -> open()).isInstanceOf(InvalidInput.class);
        try (DurableAuditLog log = open(spare)) {
            log.append(Samples.orders(ids, 50, 60)).join();
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.WHOLE);
    }

    @Test
    void witnessesAreAskedForByName() {
        write(20);
        Cosigner cosigner = Cosigner.of(Samples.signer("witness.example/w1", 20), Samples.CLOCK);
        LogVerifier asking =
                LogVerifier.trusting(Samples.ORIGIN, List.of(KEY)).requiringWitnesses(List.of(cosigner.verifier()));
        assertThat(asking.directory(folder).verdict()).isEqualTo(Verdict.DAMAGED);
        try (FileWitness witness =
                        FileWitness.open(temporary.resolve("witness"), cosigner, Samples.ORIGIN, TrustedKeys.of(KEY));
                DurableAuditLog log = DurableAuditLog.in(folder, Samples.ORIGIN, Samples.signer())
                        .witnesses(1, List.of(witness))
                        .open(Samples.CLOCK, new SecureRandom())) {
            assertThat(log.publish().isEnough()).isTrue();
        }
        assertThat(asking.directory(folder).verdict()).isEqualTo(Verdict.WHOLE);
    }

    @Test
    void theProgramAnswersWithItsExitCode() throws IOException {
        EventIds ids = Samples.ids();
        Path proof = temporary.resolve("event.tlog-proof");
        Path entry = temporary.resolve("event.json");
        try (DurableAuditLog log = open()) {
            log.append(Samples.orders(ids, 0, 90)).join();
            log.publish();
            Files.writeString(proof, AuditReceipt.of(log, 17).text());
            Files.write(entry, log.entry(17));
        }
        String key = KEY.text();
        assertThat(run(0, "directory", folder.toString(), "--key", key)).contains("WHOLE: 90 events proven");
        assertThat(run(0, "proof", proof.toString(), "--entry", entry.toString(), "--key", key))
                .contains("order.executed by trader-3");
        assertThat(run(
                        0,
                        "directory",
                        folder.toString(),
                        "--key",
                        key,
                        "--extends",
                        folder.resolve("checkpoint").toString()))
                .contains("WHOLE");

        Files.writeString(entry, Files.readString(entry).replace("trader-3", "trader-4"));
        assertThat(run(1, "proof", proof.toString(), "--entry", entry.toString(), "--key", key))
                .contains("first bad index 17");
        flip(segments().get(0), 200);
        assertThat(run(1, "directory", folder.toString(), "--key", key)).contains("first bad index 0");

        assertThat(run(2, "directory", temporary.resolve("nothing").toString(), "--key", key))
                .contains("UNUSABLE");
        assertThat(run(2)).contains("usage");
        assertThat(run(2, "directory", folder.toString())).contains("number of keys");
        assertThat(run(2, "directory", folder.toString(), "--key")).contains("options");
        assertThat(run(2, "directory", folder.toString(), "--kee", key)).contains("option");
        assertThat(run(2, "audit", folder.toString(), "--key", key)).contains("command");
        assertThat(run(2, "proof", proof.toString(), "--key", key)).contains("--entry");
        assertThat(run(2, "proof", entry.toString(), "--entry", entry.toString(), "--key", key))
                .contains("UNUSABLE");
        assertThat(run(2, "export", folder.toString(), "--key", key)).contains("format");
        assertThat(run(2, "directory", folder.toString(), "--key", "none")).contains("UNUSABLE");
    }

    private static String run(int expected, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Verdict verdict = VerifyLog.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(verdict.exitCode()).as(said).isEqualTo(expected);
        return said;
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> LogVerifier.trusting(Samples.ORIGIN, List.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> LogVerifier.trusting(Samples.ORIGIN, List.of(KEY)).directory(temporary))
                .isInstanceOf(MissingData.class);
        write(3);
        assertThatThrownBy(() -> LogVerifier.trusting(Samples.ORIGIN, List.of(KEY))
                        .extending("no note")
                        .directory(folder))
                .isInstanceOf(InvalidInput.class);
    }
}
