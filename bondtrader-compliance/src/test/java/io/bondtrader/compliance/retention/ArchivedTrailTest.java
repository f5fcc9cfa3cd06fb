package io.bondtrader.compliance.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.privacy.Restrictions;
import io.bondtrader.compliance.privacy.SubjectId;
import io.bondtrader.compliance.report.OrderCount;
import io.bondtrader.compliance.report.Recomputation;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.HashValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log and its archives read as one. */
final class ArchivedTrailTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private Archived data;
    private List<LoggedEvent> before;

    /** Four events in a first archive, four in a second, the events about archives, and two only in the log. */
    @BeforeEach
    void fill() {
        data = new Archived(folder);
        data.record("order.created", "ord-1");
        data.record("calculation.verified", "DE0001102580");
        data.record("order.executed", "ord-1");
        data.record("client.categorised", "client-7");
        data.archiveAll();
        data.record("order.created", "ord-2");
        data.record("client.categorised", "client-8");
        data.archiveAll();
        data.record("order.created", "ord-3");
        data.record("order.executed", "ord-3");
        before = all(data.test.log, 0);
        data.archive.prune(data.test.log, data.test.keys);
    }

    private ArchivedTrail trail() {
        return ArchivedTrail.of(data.test.log, data.archive, data.test.keys);
    }

    private static List<LoggedEvent> all(AuditTrail trail, long from) {
        List<LoggedEvent> events = new ArrayList<>();
        trail.read(from, trail.checkpoint().size(), events::add);
        return events;
    }

    private void deleteOrdersOfTheFirstArchive() {
        data.now = Instant.parse("2026-11-22T10:00:00Z");
        AuditJournal journal = data.journal;
        LegalHolds holds = LegalHolds.in(journal, data.archive);
        RetentionRun.of(journal, data.archive, RetentionPolicy.standard(), holds)
                .delete(data.archive.bundles().get(0).name(), RecordClass.ORDER, TODAY, Archived.ANN, Archived.BOB);
    }

    @Test
    void readsWhatWasWrittenInOrder() {
        assertThat(data.test.log.firstEntry()).isEqualTo(7);
        assertThat(trail().firstEntry()).isZero();
        assertThat(all(trail(), 0)).isEqualTo(before);
        for (int from = 0; from <= before.size(); from++) {
            assertThat(all(trail(), from)).isEqualTo(before.subList(from, before.size()));
        }
        List<LoggedEvent> some = new ArrayList<>();
        trail().read(2, 6, some::add);
        assertThat(some).isEqualTo(before.subList(2, 6));
    }

    @Test
    void entriesProveThemselvesByTheLog() {
        ArchivedTrail trail = trail();
        for (LoggedEvent event : before) {
            assertThat(HashValue.ofRecord(trail.entry(event.index()))).isEqualTo(event.leaf());
            trail.inclusion(event.index(), before.size()).require(event.leaf(), trail.checkpoint());
        }
        assertThat(trail.range(2, 6, before.size())
                        .proves(
                                before.subList(2, 6).stream()
                                        .map(LoggedEvent::leaf)
                                        .toList(),
                                trail.checkpoint().root()))
                .isTrue();
        assertThat(trail.signedCheckpoint()).isEqualTo(data.test.log.signedCheckpoint());
        assertThat(trail.consistency(3, before.size())).isNotNull();
    }

    @Test
    void whatWasDeletedLeavesItsHashInItsPlace() {
        deleteOrdersOfTheFirstArchive();
        List<Long> held = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        trail().readHeld(0, 8, event -> held.add(event.index()), (index, leaf) -> {
            assertThat(leaf).isEqualTo(before.get((int) index).leaf());
            deleted.add(index);
        });
        assertThat(deleted).containsExactly(0L, 2L);
        assertThat(held).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
        assertThatThrownBy(() -> trail().read(0, 8, event -> {}))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("event 0");
        assertThatThrownBy(() -> trail().entry(2)).isInstanceOf(MissingData.class);
        assertThat(trail().entry(1)).isNotEmpty();
    }

    @Test
    void aVerifiedLogToleratesWhatWasDeletedIfAsked() {
        long size = data.test.log.checkpoint().size();
        VerifiedLog strict = VerifiedLog.newest(trail(), data.test.keys);
        List<Long> read = new ArrayList<>();
        strict.read(event -> read.add(event.index()));
        assertThat(read).hasSize((int) size);
        assertThat(strict.toleratingDeleted().deletedEvents()).isZero();

        deleteOrdersOfTheFirstArchive();
        assertThatThrownBy(() -> strict.read(event -> {})).isInstanceOf(MissingData.class);
        VerifiedLog tolerant = strict.toleratingDeleted();
        assertThat(tolerant.deletedEvents()).isEqualTo(2);
        read.clear();
        tolerant.read(event -> read.add(event.index()));
        assertThat(read).hasSize((int) size - 2).doesNotContain(0L, 2L);
        assertThat(VerifiedLog.at(trail(), 5, data.test.keys)
                        .toleratingDeleted()
                        .root())
                .isEqualTo(VerifiedLog.at(trail(), 5, data.test.keys).root());
    }

    /** Reports go on when old records are gone, say so, and are computed again to the byte. */
    @Test
    void aReportOfItsPeriodSaysHowManyEventsAreGone() {
        ReportParameters parameters =
                ReportParameters.between(Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2020-01-01T00:00:00Z"));
        VerifiedLog whole = VerifiedLog.newest(trail(), data.test.keys);
        String then = new OrderCount().compute(whole, parameters).toJson().text();
        assertThat(again(then)).isEmpty();

        deleteOrdersOfTheFirstArchive();
        assertThatThrownBy(() -> again(then)).isInstanceOf(MissingData.class);
        VerifiedLog tolerant = VerifiedLog.newest(trail(), data.test.keys).toleratingDeleted();
        Report report = new OrderCount().compute(tolerant, parameters);
        assertThat(report.summary().rows().get(1).get(0).value()).isEqualTo("Events deleted when their time was over");
        assertThat(report.summary().rows().get(1).get(1).value()).isEqualTo("2");
        assertThat(report.toHtml()).contains("Events deleted when their time was over");
        assertThat(again(report.toJson().text())).isEmpty();
    }

    private Optional<Recomputation.Difference> again(String json) {
        return Recomputation.from(trail(), data.test.keys, List.of(new OrderCount()))
                .compare(json);
    }

    @Test
    void withoutItsArchiveAnEventIsMissing() throws IOException {
        assertThatThrownBy(() -> data.test.log.readHeld(0, 8, event -> {}, (index, leaf) -> {}))
                .isInstanceOf(MissingData.class);
        String second = data.archive.bundles().get(1).name();
        Files.delete(folder.resolve("archives").resolve(second).resolve("manifest.json"));
        assertThat(trail().firstEntry()).isEqualTo(7);
        assertThatThrownBy(() -> all(trail(), 0))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("none of 1 archives");
    }

    @Test
    void aChangedArchiveIsNotRead() throws IOException {
        Path file = folder.resolve("archives")
                .resolve(data.archive.bundles().get(1).name())
                .resolve("CLIENT.jsonl.gz");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> all(trail(), 0)).isInstanceOf(LogDamaged.class);
    }

    /** What was said before the archive holds still. */
    @Test
    void registersRememberThroughTheArchives() {
        ArchivedLog log = ArchivedLog.of(data.test.log, data.archive, data.test.keys);
        AuditJournal journal =
                AuditJournal.of(log, EventIds.of(() -> data.now, new SplittableRandom(3)), () -> data.now);
        SubjectId clara = new SubjectId("s-" + "clara".repeat(5) + "2");
        Restrictions.in(journal).restrict(clara, "accuracy contested", "dpo");
        data.archiveAll();
        data.archive.prune(data.test.log, data.test.keys);

        assertThat(Restrictions.in(journal).isRestricted(clara)).isTrue();
        assertThatThrownBy(() -> Restrictions.in(data.journal).isRestricted(clara))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void rangesOutsideTheLogAreRefused() {
        long size = data.test.log.checkpoint().size();
        assertThatThrownBy(() -> trail().read(-1, 2, event -> {})).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trail().read(3, 2, event -> {})).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trail().read(0, size + 1, event -> {})).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trail().entry(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trail().entry(size)).isInstanceOf(InvalidInput.class);
    }
}
