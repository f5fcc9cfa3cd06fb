package io.bondtrader.compliance.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.audit.query.AuditSearch;
import io.bondtrader.compliance.audit.query.ProvenEvent;
import io.bondtrader.compliance.error.DeletionRefused;
import io.bondtrader.compliance.error.HoldRefused;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the log into the archive, and out of it when nothing keeps it any more. */
final class RetentionRunTest {

    private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2020-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private Archived data;

    @BeforeEach
    void fill() {
        data = new Archived(folder);
        data.record("order.created", "ord-1");
        data.record("calculation.verified", "DE0001102580");
        data.record("order.executed", "ord-1");
        data.record("client.categorised", "client-7");
    }

    private RetentionRun run() {
        return RetentionRun.of(data.journal, data.archive, RetentionPolicy.standard(), holds());
    }

    private LegalHolds holds() {
        return LegalHolds.in(data.journal, data.archive);
    }

    private RetainedPart part(RetentionReport report, RecordClass recordClass) {
        return report.parts().stream()
                .filter(part ->
                        part.recordClass() == recordClass && !part.place().equals("log"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anArchiveHoldsEachKindInAFileOfItsOwnAndProvesItself() {
        ArchiveBundle bundle = data.archiveAll();

        assertThat(bundle.name()).isEqualTo("000000000000-000000000004");
        assertThat(bundle.parts().keySet())
                .containsExactly(RecordClass.ORDER, RecordClass.CLIENT, RecordClass.CALCULATION);
        assertThat(bundle.part(RecordClass.ORDER).orElseThrow().events()).isEqualTo(2);
        assertThat(data.archive.verify(bundle, data.test.keys)).hasSize(3);
        assertThat(data.archive.bundles()).containsExactly(bundle);
        List<String> read = new ArrayList<>();
        data.archive.read(
                bundle, RecordClass.ORDER, event -> read.add(event.record().action()));
        assertThat(read).containsExactly("order.created", "order.executed");
    }

    @Test
    void theNextArchiveBeginsWhereTheLastEnded() {
        data.archiveAll();
        data.record("order.created", "ord-2");

        assertThat(data.archiveAll().startInclusive()).isEqualTo(4);
        assertThatThrownBy(() -> data.archive.archive(data.journal, 6, data.test.keys, "archivist"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatWasTakenOutOfTheLogIsProvenStill() {
        byte[] entry = data.test.log.entry(1);
        data.archiveAll();
        assertThat(data.archive.prune(data.test.log, data.test.keys)).isEqualTo(4);

        assertThat(data.test.log.firstEntry()).isEqualTo(4);
        assertThatThrownBy(() -> data.test.log.read(0, 1, event -> {})).isInstanceOf(MissingData.class);
        Checkpoint checkpoint = data.test.log.checkpoint();
        InclusionProof proof = data.test.log.inclusion(1, checkpoint.size());
        proof.require(HashValue.ofRecord(entry), checkpoint);
    }

    @Test
    void nothingIsTakenOutThatTheArchiveDoesNotProve() throws IOException {
        ArchiveBundle bundle = data.archiveAll();
        Path file = folder.resolve("archives").resolve(bundle.name()).resolve("ORDER.jsonl.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> data.archive.prune(data.test.log, data.test.keys))
                .isInstanceOf(LogDamaged.class);
        assertThat(data.test.log.firstEntry()).isZero();
    }

    @Test
    void everyByteOfAnArchiveIsProven() throws IOException {
        ArchiveBundle bundle = data.archiveAll();
        Path home = folder.resolve("archives").resolve(bundle.name());
        List<Path> files;
        try (Stream<Path> all = Files.list(home)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(5);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at++) {
                byte[] changed = whole.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertThatThrownBy(
                                () -> data.archive.bundles().forEach(each -> data.archive.verify(each, data.test.keys)))
                        .as(file.getFileName() + " at " + at)
                        .isInstanceOf(BondTraderException.class);
            }
            Files.write(file, whole);
        }
        data.archive.bundles().forEach(each -> data.archive.verify(each, data.test.keys));
    }

    @Test
    void theReportSaysWhatIsHeldAndUntilWhen() {
        data.archiveAll();
        RetentionReport report = run().report(TODAY);

        assertThat(part(report, RecordClass.ORDER).keepUntil()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(part(report, RecordClass.ORDER).mayGo()).isTrue();
        assertThat(part(report, RecordClass.CLIENT).keepUntil()).isNull();
        assertThat(part(report, RecordClass.CLIENT).mayGo()).isFalse();
        assertThat(report.due()).hasSize(2);
        assertThat(report.parts()).anySatisfy(part -> {
            assertThat(part.place()).isEqualTo("log");
            assertThat(part.recordClass()).isEqualTo(RecordClass.CONTROL);
            assertThat(part.mayGo()).isFalse();
        });
        assertThat(report.toJson().text()).contains("\"class\":\"ORDER\"").contains("\"keepUntil\":\"2026-05-06\"");
        assertThat(run().report(LocalDate.of(2026, 5, 5)).due()).isEmpty();
    }

    @Test
    void whatNothingKeepsIsDeletedByTwoWithACertificate() {
        ArchiveBundle bundle = data.archiveAll();
        data.archive.prune(data.test.log, data.test.keys);
        data.now = Instant.parse("2026-11-22T10:00:00Z");
        long certificate = run().delete(bundle.name(), RecordClass.ORDER, TODAY, Archived.ANN, Archived.BOB);

        assertThatThrownBy(() -> data.archive.read(bundle, RecordClass.ORDER, event -> {}))
                .isInstanceOf(MissingData.class);
        // The hashes are there still, and the rest of the archive proves itself.
        assertThat(data.archive.verify(bundle, data.test.keys))
                .containsExactly(RecordClass.CLIENT, RecordClass.CALCULATION);
        ProvenEvent proven = AuditSearch.over(data.test.log).prove(certificate);
        LoggedEvent event = proven.verified("example.com/audit", data.test.keys);
        assertThat(event.record().action()).isEqualTo("retention.deleted");
        assertThat(event.record().body().text())
                .contains("\"approvedBy\":\"bob\"")
                .contains("\"events\":2");
        assertThatThrownBy(() -> run().delete(bundle.name(), RecordClass.ORDER, TODAY, Archived.ANN, Archived.BOB))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void oneAloneMayNotDelete() {
        ArchiveBundle bundle = data.archiveAll();

        assertThatThrownBy(() -> run().delete(bundle.name(), RecordClass.ORDER, TODAY, Archived.ANN, Archived.ANN))
                .isInstanceOf(DeletionRefused.class);
        assertThat(data.archive.holds(bundle, RecordClass.ORDER)).isTrue();
        assertThat(AuditSearch.over(data.test.log)
                        .find(AuditQuery.all().action("retention.deleted").outcome(Outcome.DENIED), 10)
                        .events())
                .hasSize(1);
    }

    @Test
    void whatAClockKeepsIsNotDeleted() {
        ArchiveBundle bundle = data.archiveAll();

        assertThatThrownBy(() -> run().delete(
                                bundle.name(), RecordClass.ORDER, LocalDate.of(2026, 5, 5), Archived.ANN, Archived.BOB))
                .isInstanceOf(DeletionRefused.class)
                .hasMessageContaining("2026-05-06");
        assertThatThrownBy(() -> run().delete(bundle.name(), RecordClass.CLIENT, TODAY, Archived.ANN, Archived.BOB))
                .isInstanceOf(DeletionRefused.class);
        assertThat(data.archive.verify(bundle, data.test.keys)).hasSize(3);
    }

    @Test
    void aHoldKeepsWhatEveryClockLetGo() {
        ArchiveBundle bundle = data.archiveAll();
        LegalHolds holds = holds();
        holds.place("h-1", "Case 7", "legal", HoldScope.everything(FROM, UNTIL), Archived.ANN);
        RetentionRun run = RetentionRun.of(data.journal, data.archive, RetentionPolicy.standard(), holds);

        assertThat(part(run.report(TODAY), RecordClass.ORDER).held()).isEqualTo(2);
        assertThatThrownBy(() -> run.delete(bundle.name(), RecordClass.ORDER, TODAY, Archived.ANN, Archived.BOB))
                .isInstanceOf(DeletionRefused.class)
                .hasMessageContaining("Case 7");

        holds.release("h-1", Archived.BOB, "case closed");
        run.delete(bundle.name(), RecordClass.ORDER, TODAY, Archived.ANN, Archived.BOB);
        assertThat(data.archive.holds(bundle, RecordClass.ORDER)).isFalse();
    }

    @Test
    void whoeverPlacedAHoldDoesNotReleaseIt() {
        LegalHolds holds = holds();
        holds.place("h-1", "Case 7", "legal", HoldScope.everything(FROM, UNTIL), Archived.ANN);

        assertThatThrownBy(() -> holds.release("h-1", Archived.ANN, "changed my mind"))
                .isInstanceOf(HoldRefused.class);
        assertThat(holds.inForce()).hasSize(1);
        assertThat(AuditSearch.over(data.test.log)
                        .find(AuditQuery.all().action("retention.hold_released").outcome(Outcome.DENIED), 10)
                        .events())
                .hasSize(1);
        // The refusal in the log is no release, also for who reads it anew.
        assertThat(holds().inForce()).hasSize(1);
        holds.release("h-1", Archived.BOB, "case closed");
        assertThat(holds().inForce()).isEmpty();
    }

    @Test
    void holdsAreMadeAnewFromTheLogAndItsArchives() {
        LegalHolds first = holds();
        LegalHold placed = first.place("h-1", "Case 7", "legal", HoldScope.everything(FROM, UNTIL), Archived.ANN);
        first.place("h-2", "Case 8", "legal", HoldScope.everything(FROM, UNTIL), Archived.ANN);
        data.archiveAll();
        data.archive.prune(data.test.log, data.test.keys);
        holds().release("h-2", Archived.BOB, "closed");

        assertThat(holds().inForce()).containsExactly(placed);
        assertThatThrownBy(
                        () -> holds().place("h-2", "again", "legal", HoldScope.everything(FROM, UNTIL), Archived.BOB))
                .isInstanceOf(HoldRefused.class);
    }

    /** The event that a hold stands on must not go while the hold is in force, whatever its own age. */
    @Test
    void aHoldKeepsItself() {
        LegalHolds holds = holds();
        holds.place("h-1", "Case 7", "legal", HoldScope.everything(UNTIL, UNTIL.plusSeconds(1)), Archived.ANN);
        ArchiveBundle bundle = data.archiveAll();
        RetentionRun run = RetentionRun.of(data.journal, data.archive, RetentionPolicy.standard(), holds);

        assertThatThrownBy(() -> run.delete(bundle.name(), RecordClass.CONTROL, TODAY, Archived.ANN, Archived.BOB))
                .isInstanceOf(DeletionRefused.class);
        holds.release("h-1", Archived.BOB, "closed");
        run.delete(bundle.name(), RecordClass.CONTROL, TODAY, Archived.ANN, Archived.BOB);
    }

    @Test
    void aCrashBeforeTheManifestLeavesNoArchive() {
        data.store.put("000000000000-000000000002", "ORDER.jsonl.gz", new byte[] {1});

        assertThat(data.archive.bundles()).isEmpty();
        assertThat(data.archiveAll().endExclusive()).isEqualTo(4);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> run().delete("000-001", RecordClass.ORDER, TODAY, Archived.ANN, Archived.BOB))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> holds().release("h-9", Archived.ANN, "why")).isInstanceOf(HoldRefused.class);
        assertThatThrownBy(() -> holds().release("h-9", Archived.ANN, " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holds().place(" ", "m", "o", HoldScope.everything(FROM, UNTIL), PersonId.of("ann")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> data.archive.archive(data.journal, 5, data.test.keys, "a"))
                .isInstanceOf(InvalidInput.class);
    }
}
