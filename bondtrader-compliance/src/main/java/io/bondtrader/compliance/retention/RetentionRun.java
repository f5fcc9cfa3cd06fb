package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.DeletionRefused;
import io.bondtrader.core.error.MissingData;
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
 * Looks at what is held, says until when, and deletes what nothing keeps any more. Only archived records are deleted, file by
 * file, by two persons, with a certificate in the log; the hashes of what was deleted stay.
 *
 * <p>Safe for use by many threads.
 */
public final class RetentionRun {

    static final String BEGUN = "retention.deletion_begun";
    static final String DELETED = "retention.deleted";
    private static final String LOG = "log";

    private final AuditJournal journal;
    private final AuditArchive archive;
    private final RetentionPolicy policy;
    private final LegalHolds holds;

    private RetentionRun(AuditJournal journal, AuditArchive archive, RetentionPolicy policy, LegalHolds holds) {
        this.journal = Objects.requireNonNull(journal);
        this.archive = Objects.requireNonNull(archive);
        this.policy = Objects.requireNonNull(policy);
        this.holds = Objects.requireNonNull(holds);
    }

    /**
     * Returns a run.
     *
     * @param journal of the log
     * @param archive its archives
     * @param policy decides
     * @param holds come before it
     * @return the run
     */
    public static RetentionRun of(
            AuditJournal journal, AuditArchive archive, RetentionPolicy policy, LegalHolds holds) {
        return new RetentionRun(journal, archive, policy, holds);
    }

    /**
     * Says what is held, why and until when, and what could be deleted. Changes nothing: this is also the dry run.
     *
     * @param day as of
     * @return the report
     */
    public RetentionReport report(LocalDate day) {
        AuditTrail trail = journal.log();
        List<LegalHold> inForce = holds.inForce();
        long size = trail.checkpoint().size();
        List<RetainedPart> parts = new ArrayList<>();
        long archived = trail.firstEntry();
        for (ArchiveBundle bundle : archive.bundles()) {
            archived = Math.max(archived, bundle.endExclusive());
            for (RecordClass recordClass : bundle.parts().keySet()) {
                if (archive.holds(bundle, recordClass)) {
                    parts.add(part(bundle, recordClass, day, inForce));
                }
            }
        }
        Map<RecordClass, Tally> live = new EnumMap<>(RecordClass.class);
        trail.read(
                archived,
                size,
                event -> live.computeIfAbsent(policy.classifier().classOf(event.record()), fresh -> new Tally())
                        .add(event, decide(event, day, inForce)));
        // What still lies in the log is archived first.
        live.forEach((recordClass, tally) -> parts.add(tally.part(LOG, recordClass, day, false)));
        return new RetentionReport(day, size, parts, inForce);
    }

    private RetainedPart part(ArchiveBundle bundle, RecordClass recordClass, LocalDate day, List<LegalHold> inForce) {
        Tally tally = new Tally();
        archive.read(bundle, recordClass, event -> tally.add(event, decide(event, day, inForce)));
        return tally.part(bundle.name(), recordClass, day, true);
    }

    /** What a hold stands on is held by it, whatever the hold's own scope. */
    private RetentionDecision decide(LoggedEvent event, LocalDate day, List<LegalHold> inForce) {
        RetentionDecision decision = policy.decide(event.record(), day, inForce);
        if (!LegalHolds.carries(event.record(), inForce)) {
            return decision;
        }
        List<LegalHold> own = inForce.stream()
                .filter(hold -> hold.id().equals(event.record().resource()))
                .toList();
        return new RetentionDecision(
                decision.recordClass(),
                decision.keepUntil(),
                decision.keepByLawUntil(),
                decision.governing(),
                decision.governingLaw(),
                own);
    }

    /**
     * Deletes the records of one kind in one archive. Holds and clocks are looked at again in this moment, and the answer is
     * logged whatever it is.
     *
     * @param place the archive's name
     * @param recordClass the kind
     * @param day by the law of this day
     * @param by the natural person who asks for it
     * @param approvedBy another one who approves
     * @return the certificate's place in the log
     * @throws DeletionRefused if a clock or a hold keeps one of them, or both persons are one
     * @throws MissingData if there is no such archive, or they are gone
     */
    public long delete(String place, RecordClass recordClass, LocalDate day, PersonId by, PersonId approvedBy) {
        // Nobody places a hold between the look and the deletion.
        synchronized (holds) {
            ArchiveBundle bundle = archive.bundles().stream()
                    .filter(each -> each.name().equals(place) && archive.holds(each, recordClass))
                    .findFirst()
                    .orElseThrow(() -> new MissingData("archive " + place + " has no events of " + recordClass));
            RetainedPart part = part(bundle, recordClass, day, holds.inForce());
            Map<String, Object> body = new TreeMap<>();
            body.put("class", recordClass);
            body.put("events", part.events());
            body.put("oldest", part.oldest());
            body.put("newest", part.newest());
            body.put("reason", part.reason());
            body.put("approvedBy", approvedBy.value());
            body.put("sha256", bundle.part(recordClass).orElseThrow().sha256());
            if (by.equals(approvedBy)) {
                refused(place, by, body, "one person alone may not delete");
            }
            if (!part.mayGo()) {
                refused(place, by, body, "the records are kept: " + part.reason());
            }
            // A crash between the two events leaves the first: whoever reads the log sees that it was begun.
            journal.write(by.value(), BEGUN, place, Outcome.SUCCESS, body, "retention", "sox");
            archive.delete(bundle, recordClass);
            return journal.write(by.value(), DELETED, place, Outcome.SUCCESS, body, "retention", "sox");
        }
    }

    private void refused(String place, PersonId by, Map<String, Object> body, String why) {
        body.put("refused", why);
        journal.write(by.value(), DELETED, place, Outcome.DENIED, body, "retention", "sox");
        throw new DeletionRefused(place + ": " + why);
    }

    /** Adds up what is held of one kind. */
    private static final class Tally {

        private long events;
        private long held;
        private LocalDate oldest = LocalDate.MAX;
        private LocalDate newest = LocalDate.MIN;
        private @Nullable RetentionDecision longest;

        void add(LoggedEvent event, RetentionDecision decision) {
            LocalDate day = AuditArchive.day(event);
            oldest = day.isBefore(oldest) ? day : oldest;
            newest = day.isAfter(newest) ? day : newest;
            events++;
            held += decision.holds().isEmpty() ? 0 : 1;
            if (longest == null || rank(decision).isAfter(rank(longest))) {
                longest = decision;
            }
        }

        /** A hold keeps longer than a clock that has not begun, and that longer than any date. */
        private static LocalDate rank(RetentionDecision decision) {
            if (!decision.holds().isEmpty()) {
                return LocalDate.MAX;
            }
            LocalDate until = decision.keepUntil();
            return until == null ? LocalDate.MAX.minusDays(1) : until;
        }

        RetainedPart part(String place, RecordClass recordClass, LocalDate day, boolean archived) {
            RetentionDecision decision = Objects.requireNonNull(longest, "a tally has events");
            return new RetainedPart(
                    place,
                    recordClass,
                    events,
                    oldest,
                    newest,
                    decision.keepUntil(),
                    held,
                    decision.reason(),
                    archived && held == 0 && decision.mayGoOn(day));
        }
    }
}
