package io.bondtrader.compliance.audit;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of an event: who, in which role, from where, did what to what, when and with which outcome. Amounts
 * of money stand in the body as decimal strings, because a number of JSON is a binary fraction.
 *
 * <p>Immutable.
 *
 * @param id unique, of version 7 (RFC 9562): sorts by time of creation
 * @param time when it happened
 * @param actor who: an account or a system
 * @param role in which role; empty if in none
 * @param ip from which address; null from inside
 * @param action what was done, dotted and lower case: {@code order.executed}
 * @param resource to what: an order, a bond, a policy; empty if to nothing of its own
 * @param outcome how it ended
 * @param correlationId ties the events of one request together; empty without one
 * @param tags for which duties it counts, lower case: {@code mifid2}, {@code sox}, {@code gdpr}
 * @param body all else, one JSON object
 */
public record AuditRecord(
        UUID id,
        Instant time,
        String actor,
        String role,
        @Nullable IpAddress ip,
        String action,
        String resource,
        Outcome outcome,
        String correlationId,
        SortedSet<String> tags,
        CanonicalJson body) {

    private static final int VERSION = 7;

    /**
     * Checks what every event must say.
     *
     * @throws InvalidInput if the id is not of version 7, actor or action is blank, or the body is no JSON object
     */
    public AuditRecord {
        InvalidInput.unless(id.version() == VERSION, "id", id, "a UUID of version 7");
        Objects.requireNonNull(time, "time");
        InvalidInput.unless(!actor.isBlank(), "actor", actor, "not blank");
        Objects.requireNonNull(role, "role");
        InvalidInput.unless(!action.isBlank(), "action", action, "not blank");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(correlationId, "correlationId");
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        InvalidInput.unless(body.text().startsWith("{"), "body", "other JSON", "a JSON object");
    }
}
