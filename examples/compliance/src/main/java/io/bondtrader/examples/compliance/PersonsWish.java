package io.bondtrader.examples.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.export.ExportManifest;
import io.bondtrader.compliance.audit.query.AuditSearch;
import io.bondtrader.compliance.error.ErasedData;
import io.bondtrader.compliance.privacy.Erasure;
import io.bondtrader.compliance.privacy.ErasurePlan;
import io.bondtrader.compliance.privacy.ErasureRow;
import io.bondtrader.compliance.privacy.FileSubjectKeys;
import io.bondtrader.compliance.privacy.PersonalFields;
import io.bondtrader.compliance.privacy.RequestKind;
import io.bondtrader.compliance.privacy.SubjectAccess;
import io.bondtrader.compliance.privacy.SubjectId;
import io.bondtrader.compliance.privacy.SubjectRequests;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.FolderArchives;
import io.bondtrader.compliance.retention.LegalHolds;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RecordClassifier;
import io.bondtrader.compliance.retention.RetentionPolicy;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client asks what is held about her, and then to be forgotten. */
final class PersonsWish {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Day day;
    private final AuditJournal journal;
    private final SecureRandom random = new SecureRandom();
    private final SubjectId jane = new SubjectId("s-janedoeexampleaaaaaaaaaaaa");
    private final FileSubjectKeys keys;
    private final PersonalFields fields;

    PersonsWish(Day day, AuditJournal journal) {
        this.day = day;
        this.journal = journal;
        this.keys = FileSubjectKeys.in(day.file("subject-keys"));
        this.fields =
                PersonalFields.of(keys, KeyWrapping.under(SymmetricKey.generate(random), random), random, day::now);
    }

    void run() throws IOException {
        day.step("What is held about a person");
        long letter = log("newsletter.sent", RecordClass.OTHER, "letter-1");
        log("order.received", RecordClass.ORDER, "order-3");
        SubjectRequests requests = SubjectRequests.in(journal, HolidayCalendars.of("TARGET"));
        requests.receive("r-1", RequestKind.ACCESS, jane, TODAY, "desk");
        requests.identify("r-1", "passport seen at the counter", "desk");
        ExportManifest proof =
                SubjectAccess.to(journal.log(), fields, List.of()).writeTo(jane, day.file("access"));
        day.say("access/personal-data.json: " + proof.events() + " events about her; access/proof accounts for "
                + (proof.events() + proof.omitted()) + " events, none left out");
        requests.answer("r-1", "handed over at the counter", "desk");
        day.say("answered on the first day; it was due on "
                + requests.required("r-1").due());

        day.step("A person is forgotten");
        requests.receive("r-2", RequestKind.ERASURE, jane, TODAY, "desk");
        requests.identify("r-2", "passport seen at the counter", "desk");
        AuditArchive archive = AuditArchive.in(FolderArchives.in(day.file("archives")), RecordClassifier.standard());
        Erasure erasure = Erasure.builder(
                        journal, archive, RetentionPolicy.standard(), LegalHolds.in(journal, archive), keys)
                .build();
        ErasurePlan plan = erasure.erase(jane, TODAY, PersonId.of("officer-1"), PersonId.of("officer-2"));
        for (ErasureRow row : plan.rows()) {
            day.say(row.recordClass() + ": " + row.fate() + " (" + row.reason() + ")");
        }
        requests.answer("r-2", "newsletter erased; order kept and restricted", "desk");
        day.check("her name in the newsletter is gone", erased(letter));
        day.check(
                "the event is in the log as before, and proven",
                AuditSearch.over(journal.log())
                                .prove(letter)
                                .verified(Day.ORIGIN, TrustedKeys.of(Keys.verifier()))
                                .index()
                        == letter);
    }

    private long log(String action, RecordClass recordClass, String resource) {
        UUID id = journal.nextId();
        CanonicalJson name = fields.encrypt(jane, recordClass, id, "name", "Jane Doe");
        return journal.write(id, "desk", action, resource, Outcome.SUCCESS, Map.of("name", name), jane.tag());
    }

    private boolean erased(long index) throws IOException {
        JsonNode entry = new ObjectMapper().readTree(journal.log().entry(index));
        try {
            fields.decrypt(UUID.fromString(entry.get("id").asText()), "name", entry.at("/body/name"));
            return false;
        } catch (ErasedData gone) {
            return true;
        }
    }
}
