package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.identity.PersonId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A log with a clock that can be set, and archives of it. */
final class Archived {

    static final PersonId ANN = PersonId.of("ann");
    static final PersonId BOB = PersonId.of("bob");

    final TestLog test = new TestLog();
    final AuditJournal journal;
    final ArchiveStore store;
    final AuditArchive archive;
    Instant now = Instant.parse("2019-05-06T07:08:09Z");
    private final EventIds ids;

    Archived(Path folder) {
        this.ids = EventIds.of(() -> now, new SplittableRandom(9));
        this.journal = AuditJournal.of(test.log, ids, () -> now);
        this.store = FolderArchives.in(folder.resolve("archives"));
        this.archive = AuditArchive.in(store, RecordClassifier.standard());
    }

    /** Appends a record at the present time of the clock. */
    void record(String action, String resource, String... tags) {
        test.log.append(record(now, action, resource, tags)).join();
    }

    AuditRecord record(Instant time, String action, String resource, String... tags) {
        return new AuditRecord(
                ids.next(),
                time,
                "trader-1",
                "",
                null,
                action,
                resource,
                Outcome.SUCCESS,
                "",
                new TreeSet<>(List.of(tags)),
                CanonicalJson.of(Map.of("note", "kept in the archive")));
    }

    ArchiveBundle archiveAll() {
        return archive.archive(journal, test.log.checkpoint().size(), test.keys, "archivist");
    }
}
