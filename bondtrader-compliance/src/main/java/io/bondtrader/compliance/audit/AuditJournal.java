package io.bondtrader.compliance.audit;

import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * Writes what this module itself does into a log, and waits until it is durable: what cannot be recorded is not done.
 *
 * <p>Safe for use by many threads; holds nothing that must be closed.
 */
public final class AuditJournal {

    private final AuditLog log;
    private final EventIds ids;
    private final InstantSource clock;

    private AuditJournal(AuditLog log, EventIds ids, InstantSource clock) {
        this.log = Objects.requireNonNull(log);
        this.ids = Objects.requireNonNull(ids);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Returns a journal.
     *
     * @param log where to
     * @param ids of events
     * @param clock tells when
     * @return the journal
     */
    public static AuditJournal of(AuditLog log, EventIds ids, InstantSource clock) {
        return new AuditJournal(log, ids, clock);
    }

    /**
     * Writes an event and waits for it.
     *
     * @param actor who
     * @param action what
     * @param resource to what
     * @param outcome how it ended
     * @param body all else, as {@link CanonicalJson#of} takes it
     * @param tags for which duties it counts
     * @return its place
     * @throws LogUnavailable if the log could not keep it
     */
    public long write(
            String actor, String action, String resource, Outcome outcome, Map<String, ?> body, String... tags) {
        return write(nextId(), actor, action, resource, outcome, body, tags);
    }

    /** {@return an id for an event whose body must know it, as encrypted fields do} */
    public UUID nextId() {
        return ids.next();
    }

    /**
     * Writes an event whose body is JSON already, and waits for it.
     *
     * @param actor who
     * @param action what
     * @param resource to what
     * @param outcome how it ended
     * @param body all else: an object
     * @param tags for which duties it counts
     * @return its place
     * @throws LogUnavailable if the log could not keep it
     */
    public long write(
            String actor, String action, String resource, Outcome outcome, CanonicalJson body, String... tags) {
        return write(nextId(), actor, action, resource, outcome, body, tags);
    }

    /**
     * Writes an event whose id was drawn before, and waits for it.
     *
     * @param id from {@link #nextId}, used once
     * @param actor who
     * @param action what
     * @param resource to what
     * @param outcome how it ended
     * @param body all else, as {@link CanonicalJson#of} takes it
     * @param tags for which duties it counts
     * @return its place
     * @throws LogUnavailable if the log could not keep it
     */
    public long write(
            UUID id,
            String actor,
            String action,
            String resource,
            Outcome outcome,
            Map<String, ?> body,
            String... tags) {
        return write(id, actor, action, resource, outcome, CanonicalJson.of(body), tags);
    }

    /**
     * Writes an event whose id was drawn before and whose body is JSON already, and waits for it.
     *
     * @param id from {@link #nextId}, used once
     * @param actor who
     * @param action what
     * @param resource to what
     * @param outcome how it ended
     * @param body all else: an object
     * @param tags for which duties it counts
     * @return its place
     * @throws LogUnavailable if the log could not keep it
     */
    public long write(
            UUID id,
            String actor,
            String action,
            String resource,
            Outcome outcome,
            CanonicalJson body,
            String... tags) {
        AuditRecord event = new AuditRecord(
                id,
                clock.instant(),
                actor,
                "",
                null,
                action,
                resource,
                outcome,
                "",
                new TreeSet<>(Arrays.asList(tags)),
                body);
        try {
            return log.append(event).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BondTraderException coded) {
                throw coded;
            }
            throw new LogUnavailable("an event of the module's own could not be kept", failed);
        }
    }

    /** {@return the present time of the journal's clock} */
    public Instant now() {
        return clock.instant();
    }

    /** {@return the log that it writes to} */
    public AuditLog log() {
        return log;
    }

    @Override
    public String toString() {
        return "AuditJournal[" + log + "]";
    }
}
