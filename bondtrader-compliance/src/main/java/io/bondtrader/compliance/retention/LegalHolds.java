package io.bondtrader.compliance.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.HoldRefused;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The holds that are in force, as the log says: placed and released by events, and made anew from them. Whoever placed a hold
 * cannot release it.
 *
 * <p>Safe for use by many threads. Kinds of records must be told apart as in the archive, with holds under
 * {@link RecordClass#CONTROL}, as the standard classifier has it.
 */
public final class LegalHolds {

    static final String PLACED = "retention.hold_placed";
    static final String RELEASED = "retention.hold_released";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuditJournal journal;
    private final Map<String, LegalHold> inForce = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private long read;

    private LegalHolds(AuditJournal journal) {
        this.journal = journal;
    }

    /**
     * Reads the holds of a log.
     *
     * @param journal writes to that log
     * @param archive holds what was taken out of it
     * @return the holds
     */
    public static LegalHolds in(AuditJournal journal, AuditArchive archive) {
        LegalHolds holds = new LegalHolds(journal);
        holds.takeArchived(archive);
        holds.catchUp();
        return holds;
    }

    private synchronized void takeArchived(AuditArchive archive) {
        for (ArchiveBundle bundle : archive.bundles()) {
            if (archive.holds(bundle, RecordClass.CONTROL)) {
                archive.read(bundle, RecordClass.CONTROL, this::take);
            }
            read = Math.max(read, bundle.endExclusive());
        }
    }

    /**
     * Places a hold. It holds from the moment at which it is durable in the log.
     *
     * @param id of the hold, never used before
     * @param matter the investigation or case
     * @param owner who answers for it
     * @param scope what it covers
     * @param by the natural person who places it
     * @return the hold
     * @throws HoldRefused if the id was used
     */
    public synchronized LegalHold place(String id, String matter, String owner, HoldScope scope, PersonId by) {
        catchUp();
        if (used.contains(id)) {
            throw new HoldRefused("hold " + id + " was placed before");
        }
        LegalHold hold = new LegalHold(id, matter, owner, scope, by, journal.now());
        Map<String, Object> body = new TreeMap<>();
        body.put("matter", matter);
        body.put("owner", owner);
        body.put("scope", scope.toJson());
        body.put("placedAt", hold.placedAt());
        journal.write(by.value(), PLACED, id, Outcome.SUCCESS, body, "retention", "sox");
        catchUp();
        return hold;
    }

    /**
     * Releases a hold.
     *
     * @param id of the hold
     * @param by the natural person who releases it: another than placed it
     * @param reason why
     * @throws HoldRefused if no such hold is in force, or the same person placed it; the attempt is logged
     */
    public synchronized void release(String id, PersonId by, String reason) {
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        catchUp();
        LegalHold hold = inForce.get(id);
        if (hold == null) {
            throw new HoldRefused("no hold " + id + " is in force");
        }
        if (hold.placedBy().equals(by)) {
            journal.write(by.value(), RELEASED, id, Outcome.DENIED, Map.of("reason", reason), "retention", "sox");
            throw new HoldRefused("hold " + id + " was placed by the same person, so another must release it");
        }
        journal.write(by.value(), RELEASED, id, Outcome.SUCCESS, Map.of("reason", reason), "retention", "sox");
        catchUp();
    }

    /** {@return the holds in force, oldest first} */
    public synchronized List<LegalHold> inForce() {
        catchUp();
        return new ArrayList<>(inForce.values());
    }

    /** Tells whether an event is what a hold in force stands on: it goes no earlier than the hold. */
    static boolean carries(AuditRecord record, List<LegalHold> inForce) {
        return record.action().equals(PLACED)
                && inForce.stream().anyMatch(hold -> hold.id().equals(record.resource()));
    }

    private void catchUp() {
        AuditTrail trail = journal.log();
        long size = trail.checkpoint().size();
        if (read < size) {
            trail.read(read, size, this::take);
            read = size;
        }
    }

    private void take(LoggedEvent event) {
        String action = event.record().action();
        if (event.record().outcome() != Outcome.SUCCESS) {
            return;
        }
        String id = event.record().resource();
        if (action.equals(PLACED)) {
            used.add(id);
            inForce.put(id, hold(event));
        } else if (action.equals(RELEASED)) {
            inForce.remove(id);
        }
    }

    private static LegalHold hold(LoggedEvent event) {
        try {
            JsonNode body = JSON.readTree(event.record().body().text());
            JsonNode scope = body.path("scope");
            return new LegalHold(
                    event.record().resource(),
                    body.path("matter").asText(),
                    body.path("owner").asText(),
                    new HoldScope(
                            Instant.parse(scope.path("from").asText()),
                            Instant.parse(scope.path("until").asText()),
                            texts(scope.path("actors")),
                            texts(scope.path("resources")),
                            texts(scope.path("tags"))),
                    new PersonId(event.record().actor()),
                    Instant.parse(body.path("placedAt").asText()));
        } catch (JsonProcessingException | DateTimeException | InvalidInput unreadable) {
            throw new LogDamaged("event " + event.index() + " is no legal hold");
        }
    }

    private static NavigableSet<String> texts(JsonNode array) {
        NavigableSet<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Override
    public synchronized String toString() {
        return "LegalHolds" + inForce.keySet();
    }
}
