package io.bondtrader.compliance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.retention.ArchiveBundle;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.FolderArchives;
import io.bondtrader.compliance.retention.HoldScope;
import io.bondtrader.compliance.retention.LegalHolds;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RecordClassifier;
import io.bondtrader.compliance.retention.RetainedPart;
import io.bondtrader.compliance.retention.RetentionPolicy;
import io.bondtrader.compliance.retention.RetentionReport;
import io.bondtrader.compliance.retention.RetentionRun;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the handbook's pages about retention and privacy. */
final class DataLifeSampleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final TestLog test = new TestLog();
    private final TrustedKeys keys = test.keys;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = () -> Instant.parse("2019-02-03T04:05:06Z");
    private final EventIds ids = EventIds.of(clock, random);
    private final AuditJournal journal = AuditJournal.of(test.log, ids, clock);

    @TempDir
    Path folder;

    @Test
    void recordsLiveAsLongAsTheLawSays() {
        journal.write("ann", "order.created", "ord-1", Outcome.SUCCESS, Map.of());

        AuditArchive archive = AuditArchive.in(FolderArchives.in(folder), RecordClassifier.standard());
        ArchiveBundle bundle = archive.archive(journal, 1, keys, "archivist");
        archive.prune(test.log, keys);

        LegalHolds holds = LegalHolds.in(journal, archive);
        RetentionRun run = RetentionRun.of(journal, archive, RetentionPolicy.standard(), holds);
        RetentionReport report = run.report(TODAY);
        RetainedPart orders = report.parts().get(0);

        assertThat(orders.keepUntil()).isEqualTo("2026-02-03");
        assertThat(orders.mayGo()).isTrue();

        PersonId ann = PersonId.of("ann");
        PersonId bob = PersonId.of("bob");
        Instant from = Instant.parse("2019-01-01T00:00:00Z");
        holds.place("hold-7", "Case 2026/14", "legal", HoldScope.everything(from, from.plusSeconds(86_400 * 365)), ann);
        // run.delete(...) is refused now: BT-6032 names the case.
        holds.release("hold-7", bob, "case closed");
        long certificate = run.delete(bundle.name(), RecordClass.ORDER, TODAY, ann, bob);

        assertThat(certificate).isPositive();
    }

    @Test
    void aPersonIsForgotten() {
        KeyWrapping firm = KeyWrapping.under(SymmetricKey.generate(random), random);
        SubjectKeyStore subjectKeys = FileSubjectKeys.in(folder.resolve("keys"));
        PersonalFields fields = PersonalFields.of(subjectKeys, firm, random, clock);
        SubjectId subject = SubjectId.next(random);

        UUID eventId = journal.nextId();
        CanonicalJson name = fields.encrypt(subject, RecordClass.OTHER, eventId, "name", "Jane Roe");
        journal.write(
                eventId, "desk", "newsletter.sent", "letter-1", Outcome.SUCCESS, Map.of("name", name), subject.tag());

        SubjectAccess.to(test.log, fields, java.util.List.of()).writeTo(subject, folder.resolve("answer"));

        AuditArchive archive = AuditArchive.in(FolderArchives.in(folder.resolve("a")), RecordClassifier.standard());
        Erasure erasure = Erasure.builder(
                        journal, archive, RetentionPolicy.standard(), LegalHolds.in(journal, archive), subjectKeys)
                .build();
        ErasurePlan answer = erasure.erase(subject, TODAY, PersonId.of("ann"), PersonId.of("bob"));

        assertThat(answer.isComplete()).isTrue();
        assertThat(subjectKeys.ofSubject(subject)).allMatch(SubjectKey::isDestroyed);
    }
}
