package io.bondtrader.compliance.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.audit.export.ExportCheck;
import io.bondtrader.compliance.audit.export.ExportManifest;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.audit.query.AuditSearch;
import io.bondtrader.compliance.error.DeletionRefused;
import io.bondtrader.compliance.error.ErasedData;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.FolderArchives;
import io.bondtrader.compliance.retention.HoldScope;
import io.bondtrader.compliance.retention.LegalHolds;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RecordClassifier;
import io.bondtrader.compliance.retention.RetentionPolicy;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.testdata.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person in the log: written encrypted, shown to herself, erased as far as the law lets, and every proof stays. */
final class ErasureTest {

    private static final String NAME = Canary.text("erasure-name", 24);
    private static final String ADDRESS = Canary.text("erasure-address", 40);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PersonId ANN = PersonId.of("ann");
    private static final PersonId BOB = PersonId.of("bob");

    @TempDir
    Path folder;

    private final TestLog test = new TestLog();
    private final SecureRandom random = new SecureRandom();
    private final SubjectId subject = SubjectId.next(random);
    private Instant now = Instant.parse("2026-02-02T10:00:00Z");
    private EventIds ids;
    private AuditJournal journal;
    private SubjectKeyStore keys;
    private PersonalFields fields;
    private AuditArchive archive;

    @BeforeEach
    void open() {
        ids = EventIds.of(() -> now, random);
        journal = AuditJournal.of(test.log, ids, () -> now);
        keys = FileSubjectKeys.in(folder.resolve("keys"));
        fields = PersonalFields.of(keys, KeyWrapping.under(SymmetricKey.generate(random), random), random, () -> now);
        archive = AuditArchive.in(FolderArchives.in(folder.resolve("archives")), RecordClassifier.standard());
        log("newsletter.sent", RecordClass.OTHER, "client.address", ADDRESS);
        log("order.created", RecordClass.ORDER, "client.name", NAME);
        test.filled(3);
    }

    private UUID log(String action, RecordClass recordClass, String path, String value) {
        UUID id = ids.next();
        String member = path.substring(path.indexOf('.') + 1);
        Map<String, Object> body = Map.of(
                "client", Map.of(member, fields.encrypt(subject, recordClass, id, path, value)), "n", 7, "ok", true);
        test.log
                .append(new AuditRecord(
                        id,
                        now,
                        "desk-1",
                        "",
                        null,
                        action,
                        "thing-1",
                        Outcome.SUCCESS,
                        "",
                        new TreeSet<>(List.of(subject.tag())),
                        CanonicalJson.of(body)))
                .join();
        return id;
    }

    private LegalHolds holds() {
        return LegalHolds.in(journal, archive);
    }

    private Erasure erasure() {
        return erasure(holds());
    }

    private Erasure erasure(LegalHolds holds) {
        return Erasure.builder(journal, archive, RetentionPolicy.standard(), holds, keys)
                .store(new PersonalStore() {
                    @Override
                    public String name() {
                        return "client-file";
                    }

                    @Override
                    public CanonicalJson export(SubjectId subject) {
                        return CanonicalJson.of(Map.of("language", "de"));
                    }

                    @Override
                    public String erase(SubjectId subject) {
                        return "erased";
                    }
                })
                .build();
    }

    private JsonNode personalFile(Path at) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(at.resolve("personal-data.json")));
    }

    private SubjectAccess access() {
        return SubjectAccess.to(test.log, fields, List.of());
    }

    /** Searches bytes, not text: no encoding hides a name. */
    private boolean somewhere(String secret) throws IOException {
        for (long index = test.log.firstEntry(); index < test.log.checkpoint().size(); index++) {
            if (new String(test.log.entry(index), UTF_8).contains(secret)) {
                return true;
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), UTF_8).contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void personalFieldsAreNeverInTheLogInTheClear() throws IOException {
        assertThat(somewhere(NAME)).isFalse();
        assertThat(somewhere(ADDRESS)).isFalse();
    }

    @Test
    void aPersonSeesWhatIsHeldAndAnAuditorThatNothingIsLeftOut() throws IOException {
        ExportManifest manifest = access().writeTo(subject, folder.resolve("answer"));

        JsonNode file = personalFile(folder.resolve("answer"));
        assertThat(file.at("/events/0/body/client/address").asText().equals(ADDRESS))
                .isTrue();
        assertThat(file.at("/events/1/body/client/name").asText().equals(NAME)).isTrue();
        assertThat(file.at("/events/1/body/n").asInt()).isEqualTo(7);
        assertThat(file.at("/events/1/body/ok").asBoolean()).isTrue();
        assertThat(file.get("events")).hasSize(2);
        assertThat(manifest.events()).isEqualTo(2);
        assertThat(manifest.omitted()).isEqualTo(3);
        List<LoggedEvent> proven = new ArrayList<>();
        ExportCheck.verify(folder.resolve("answer").resolve("proof"), test.keys, proven::add);
        assertThat(proven).hasSize(2);
        assertThatThrownBy(() -> access().writeTo(subject, folder.resolve("answer")))
                .isInstanceOf(LogUnavailable.class);
    }

    @Test
    void thePlanSaysWhatGoesAndWhatStaysUntilWhenAndByWhichLaw() {
        ErasurePlan plan = erasure().plan(subject, TODAY);

        assertThat(plan.isComplete()).isFalse();
        assertThat(plan.rows()).anySatisfy(row -> {
            assertThat(row.recordClass()).isEqualTo(RecordClass.OTHER);
            assertThat(row.fate()).isEqualTo(ErasureRow.Fate.ERASED);
        });
        assertThat(plan.rows()).anySatisfy(row -> {
            assertThat(row.recordClass()).isEqualTo(RecordClass.ORDER);
            assertThat(row.fate()).isEqualTo(ErasureRow.Fate.RETAINED);
            // Six years of 17 CFR 240.17a-4 are the longest of the laws; the seven of the house do not count here.
            assertThat(row.keepUntil()).isEqualTo(LocalDate.of(2032, 2, 2));
            assertThat(row.reason()).contains("17 CFR 240.17a-4").contains("legal obligation");
        });
        assertThat(keys.ofSubject(subject)).noneMatch(SubjectKey::isDestroyed);
    }

    @Test
    void whatMayGoIsGoneAndEveryProofStays() throws IOException {
        byte[] before = test.log.entry(0);
        UUID id = UUID.fromString(new ObjectMapper().readTree(before).get("id").asText());
        JsonNode field = new ObjectMapper().readTree(before).at("/body/client/address");
        assertThat(fields.decrypt(id, "client.address", field).equals(ADDRESS)).isTrue();

        erasure().erase(subject, TODAY, ANN, BOB);

        assertThatThrownBy(() -> fields.decrypt(id, "client.address", field)).isInstanceOf(ErasedData.class);
        assertThat(test.log.entry(0)).isEqualTo(before);
        AuditSearch.over(test.log).prove(0).verified(TestLog.ORIGIN, test.keys);
        assertThat(somewhere(ADDRESS)).isFalse();
        access().writeTo(subject, folder.resolve("after"));
        JsonNode file = personalFile(folder.resolve("after"));
        assertThat(file.at("/events/0/body/client/address").asText()).isEqualTo("(erased)");
        assertThat(file.at("/events/1/body/client/name").asText().equals(NAME)).isTrue();
    }

    @Test
    void theCertificateSaysWhatWasDoneByWhomAndWhere() {
        erasure().erase(subject, TODAY, ANN, BOB);

        LoggedEvent certificate = AuditSearch.over(test.log)
                .find(AuditQuery.all().action("privacy.erased"), 10)
                .events()
                .get(0);
        assertThat(certificate.record().actor()).isEqualTo("ann");
        assertThat(certificate.record().body().text())
                .contains("\"approvedBy\":\"bob\"")
                .contains("\"OTHER\":\"destroyed 2026-02-02T10:00:00Z\"")
                .contains("\"ORDER\":\"kept\"")
                .contains("\"client-file\":\"erased\"");
        AuditSearch.over(test.log).prove(certificate.index()).verified(TestLog.ORIGIN, test.keys);
        assertThat(Restrictions.in(journal).isRestricted(subject)).isTrue();
    }

    @Test
    void onceTheLawLetsGoTheRestGoesToo() {
        erasure().erase(subject, TODAY, ANN, BOB);
        ErasurePlan later = erasure().erase(subject, LocalDate.of(2032, 2, 2), ANN, BOB);

        assertThat(later.isComplete()).isTrue();
        assertThat(keys.ofSubject(subject)).hasSize(2).allMatch(SubjectKey::isDestroyed);
    }

    @Test
    void aHoldBeatsAnErasure() {
        LegalHolds holds = holds();
        holds.place("h-1", "Case 7", "legal", HoldScope.everything(now.minusSeconds(60), now.plusSeconds(60)), ANN);
        ErasurePlan plan = erasure(holds).erase(subject, LocalDate.of(2040, 1, 1), ANN, BOB);

        assertThat(plan.rows()).allMatch(row -> row.fate() == ErasureRow.Fate.HELD);
        assertThat(plan.rows().get(0).reason()).contains("Case 7");
        assertThat(keys.ofSubject(subject)).noneMatch(SubjectKey::isDestroyed);
    }

    @Test
    void oneAloneMayNotErase() {
        assertThatThrownBy(() -> erasure().erase(subject, TODAY, ANN, ANN)).isInstanceOf(DeletionRefused.class);
        assertThat(keys.ofSubject(subject)).noneMatch(SubjectKey::isDestroyed);
        assertThat(AuditSearch.over(test.log)
                        .find(AuditQuery.all().action("privacy.erasure_begun").outcome(Outcome.DENIED), 10)
                        .events())
                .hasSize(1);
    }

    @Test
    void dataInTheArchiveIsErasedWithTheSameKey() {
        archive.archive(journal, 3, test.keys, "archivist");
        archive.prune(test.log, test.keys);
        ErasurePlan plan = erasure().erase(subject, TODAY, ANN, BOB);

        assertThat(plan.rows()).hasSize(2);
        assertThat(keys.find(subject, RecordClass.OTHER).orElseThrow().isDestroyed())
                .isTrue();
        archive.bundles().forEach(bundle -> archive.verify(bundle, test.keys));
    }

    @Test
    void nothingNewIsWrittenAboutAnErasedPerson() {
        erasure().erase(subject, TODAY, ANN, BOB);

        assertThatThrownBy(() -> fields.encrypt(subject, RecordClass.OTHER, ids.next(), "client.name", "x"))
                .isInstanceOf(ErasedData.class);
    }

    @Test
    void aFieldOpensInItsOwnPlaceOnly() throws IOException {
        UUID id = ids.next();
        JsonNode field = new ObjectMapper()
                .readTree(fields.encrypt(subject, RecordClass.CLIENT, id, "client.name", NAME)
                        .text());

        assertThat(fields.decrypt(id, "client.name", field).equals(NAME)).isTrue();
        assertThatThrownBy(() -> fields.decrypt(ids.next(), "client.name", field))
                .isInstanceOf(DecryptionRefused.class);
        assertThatThrownBy(() -> fields.decrypt(id, "client.city", field)).isInstanceOf(DecryptionRefused.class);
        JsonNode moved = new ObjectMapper().readTree(field.toString().replace("CLIENT", "ORDER"));
        assertThatThrownBy(() -> fields.decrypt(id, "client.name", moved)).isInstanceOf(DecryptionRefused.class);
        assertThatThrownBy(() -> fields.decrypt(id, "client.name", new ObjectMapper().readTree("{}")))
                .isInstanceOf(InvalidInput.class);
        assertThat(PersonalFields.isPersonal(
                        new ObjectMapper().readTree("{\"subject\":\"x\",\"class\":\"NOTHING\",\"personal\":\"y\"}")))
                .isFalse();
    }

    @Test
    void aNameOfAPersonIsNoSubject() {
        assertThatThrownBy(() -> new SubjectId(NAME))
                .isInstanceOf(InvalidInput.class)
                .message()
                .satisfies(text -> assertThat(text.contains(NAME)).isFalse());
        assertThat(SubjectId.next(random)).isNotEqualTo(SubjectId.next(random));
    }

    @Test
    void aRestrictionHoldsUntilItIsLifted() {
        Restrictions restrictions = Restrictions.in(journal);
        restrictions.restrict(subject, "accuracy contested", "dpo");

        assertThat(restrictions.isRestricted(subject)).isTrue();
        assertThat(Restrictions.in(journal).all()).containsExactly(subject.value());
        restrictions.lift(subject, "corrected", "dpo");
        assertThat(restrictions.isRestricted(subject)).isFalse();
        assertThat(Restrictions.in(journal).all()).isEmpty();
        assertThatThrownBy(() -> restrictions.restrict(subject, " ", "dpo")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> restrictions.lift(subject, "", "dpo")).isInstanceOf(InvalidInput.class);
    }
}
