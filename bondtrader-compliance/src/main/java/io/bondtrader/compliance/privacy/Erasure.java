package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.DeletionRefused;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.LegalHolds;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RetentionDecision;
import io.bondtrader.compliance.retention.RetentionPolicy;
import io.bondtrader.security.identity.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Erases a person from the log by destroying keys, kind by kind, as far as no law and no hold keeps the data: what has to stay is
 * restricted, with the day and the law in the answer (Regulation (EU) 2016/679, Articles 17(3)(b) and 18). No byte of the log
 * changes, so all proofs still verify. Two persons, and a certificate in the log.
 *
 * <p>Safe for use by many threads.
 */
public final class Erasure {

    static final String BEGUN = "privacy.erasure_begun";
    static final String ERASED = "privacy.erased";
    static final String RESTRICTED = "privacy.restricted";

    private final AuditJournal journal;
    private final AuditArchive archive;
    private final RetentionPolicy policy;
    private final LegalHolds holds;
    private final SubjectKeyStore keys;
    private final List<PersonalStore> stores;

    private Erasure(Builder builder) {
        this.journal = builder.journal;
        this.archive = builder.archive;
        this.policy = builder.policy;
        this.holds = builder.holds;
        this.keys = builder.keys;
        this.stores = List.copyOf(builder.stores);
    }

    /**
     * Begins.
     *
     * @param journal of the log
     * @param archive what was taken out of it
     * @param policy says what must be kept
     * @param holds come before it
     * @param keys of persons
     * @return a builder
     */
    public static Builder builder(
            AuditJournal journal,
            AuditArchive archive,
            RetentionPolicy policy,
            LegalHolds holds,
            SubjectKeyStore keys) {
        return new Builder(journal, archive, policy, holds, keys);
    }

    /**
     * Says what an erasure would do. Changes nothing.
     *
     * @param subject the person
     * @param day as of
     * @return the plan
     */
    public ErasurePlan plan(SubjectId subject, LocalDate day) {
        AuditTrail trail = journal.log();
        long size = trail.checkpoint().size();
        Map<RecordClass, Kept> kept = new EnumMap<>(RecordClass.class);
        long archived = trail.firstEntry();
        var inForce = holds.inForce();
        for (var bundle : archive.bundles()) {
            archived = Math.max(archived, bundle.endExclusive());
            archive.readAll(bundle, event -> take(subject, event, kept, policy.decide(event.record(), day, inForce)));
        }
        trail.read(archived, size, event -> take(subject, event, kept, policy.decide(event.record(), day, inForce)));
        List<ErasureRow> rows = new ArrayList<>();
        kept.forEach((recordClass, all) -> rows.add(all.row(recordClass, day)));
        // A key without an event, as after a crash between the two, is nobody's duty to keep.
        for (SubjectKey key : keys.ofSubject(subject)) {
            if (!key.isDestroyed() && !kept.containsKey(key.recordClass())) {
                rows.add(new ErasureRow(key.recordClass(), 0, ErasureRow.Fate.ERASED, null, "nothing keeps it"));
            }
        }
        return new ErasurePlan(subject, day, size, rows);
    }

    private static void take(
            SubjectId subject, LoggedEvent event, Map<RecordClass, Kept> kept, RetentionDecision decision) {
        boolean itself = event.record().action().startsWith("privacy.");
        if (event.record().tags().contains(subject.tag()) && !itself) {
            kept.computeIfAbsent(decision.recordClass(), fresh -> new Kept()).add(decision);
        }
    }

    /**
     * Erases what may be erased, and restricts the rest.
     *
     * @param subject the person
     * @param day by the law of this day
     * @param by the natural person who does it
     * @param approvedBy another one who approves
     * @return what was done: the answer to the person
     * @throws DeletionRefused if both are one; the attempt is logged
     */
    public ErasurePlan erase(SubjectId subject, LocalDate day, PersonId by, PersonId approvedBy) {
        // Nobody places a hold between the plan and the deed.
        synchronized (holds) {
            ErasurePlan plan = plan(subject, day);
            Map<String, Object> body = new TreeMap<>();
            body.put("plan", plan.toJson());
            body.put("approvedBy", approvedBy.value());
            if (by.equals(approvedBy)) {
                write(by, BEGUN, subject, Outcome.DENIED, body);
                throw new DeletionRefused("one person alone may not erase " + subject);
            }
            write(by, BEGUN, subject, Outcome.SUCCESS, body);
            for (ErasureRow row : plan.rows()) {
                if (row.fate() == ErasureRow.Fate.ERASED) {
                    keys.destroy(subject, row.recordClass(), journal.now());
                }
            }
            Map<String, Object> elsewhere = new TreeMap<>();
            stores.forEach(store -> elsewhere.put(store.name(), store.erase(subject)));
            body.put("keys", states(subject));
            body.put("otherStores", elsewhere);
            if (!plan.isComplete()) {
                write(by, RESTRICTED, subject, Outcome.SUCCESS, Map.of("plan", plan.toJson()));
            }
            write(by, ERASED, subject, Outcome.SUCCESS, body);
            return plan;
        }
    }

    private Map<String, Object> states(SubjectId subject) {
        Map<String, Object> states = new TreeMap<>();
        for (SubjectKey key : keys.ofSubject(subject)) {
            states.put(key.recordClass().name(), key.isDestroyed() ? "destroyed " + key.destroyedAt() : "kept");
        }
        return states;
    }

    private void write(PersonId by, String action, SubjectId subject, Outcome outcome, Map<String, ?> body) {
        journal.write(by.value(), action, subject.value(), outcome, body, "gdpr", subject.tag());
    }

    /** What keeps the events of one kind. */
    private static final class Kept {

        private long events;
        private @Nullable RetentionDecision held;
        private @Nullable RetentionDecision longest;

        void add(RetentionDecision decision) {
            events++;
            held = held == null && !decision.holds().isEmpty() ? decision : held;
            if (longest == null || end(decision).isAfter(end(longest))) {
                longest = decision;
            }
        }

        private static LocalDate end(RetentionDecision decision) {
            LocalDate until = decision.keepByLawUntil();
            return until == null ? LocalDate.MAX : until;
        }

        ErasureRow row(RecordClass recordClass, LocalDate day) {
            RetentionDecision most = Objects.requireNonNull(longest, "there is an event");
            if (held != null) {
                return new ErasureRow(recordClass, events, ErasureRow.Fate.HELD, null, held.reason());
            }
            if (most.beatsErasureOn(day)) {
                return new ErasureRow(
                        recordClass, events, ErasureRow.Fate.RETAINED, most.keepByLawUntil(), most.lawReason());
            }
            return new ErasureRow(recordClass, events, ErasureRow.Fate.ERASED, null, "no law keeps it");
        }
    }

    /** Collects what an erasure needs. Not safe for use by many threads. */
    public static final class Builder {

        private final AuditJournal journal;
        private final AuditArchive archive;
        private final RetentionPolicy policy;
        private final LegalHolds holds;
        private final SubjectKeyStore keys;
        private final List<PersonalStore> stores = new ArrayList<>();

        private Builder(
                AuditJournal journal,
                AuditArchive archive,
                RetentionPolicy policy,
                LegalHolds holds,
                SubjectKeyStore keys) {
            this.journal = Objects.requireNonNull(journal);
            this.archive = Objects.requireNonNull(archive);
            this.policy = Objects.requireNonNull(policy);
            this.holds = Objects.requireNonNull(holds);
            this.keys = Objects.requireNonNull(keys);
        }

        /**
         * Adds another place where personal data lies.
         *
         * @param store the place
         * @return this builder
         */
        public Builder store(PersonalStore store) {
            stores.add(Objects.requireNonNull(store));
            return this;
        }

        /** {@return the erasure} */
        public Erasure build() {
            return new Erasure(this);
        }
    }
}
