package io.bondtrader.security.event;

import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Details are words and numbers that may be read by whoever reads the log: identifiers, counts,
 * rule ids, never a secret, a code, a token or a key.
 *
 * <p>Immutable.
 *
 * @param type what happened
 * @param occurredAt when
 * @param account whose account it concerns or who acted; null if nobody was recognised
 * @param person who stands behind the account; null if unknown
 * @param source where the request came from; null if it came from inside
 * @param subject what it concerns: a session's or key's public identifier, an endpoint, an order; empty if nothing else
 * @param correlationId ties the events of one request together; empty without one
 * @param details more, sorted by name
 */
public record SecurityEvent(
        SecurityEventType type,
        Instant occurredAt,
        @Nullable AccountId account,
        @Nullable PersonId person,
        @Nullable IpAddress source,
        String subject,
        String correlationId,
        SortedMap<String, String> details) {

    /** Copies the details. */
    public SecurityEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(correlationId, "correlationId");
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /**
     * Returns an event with nothing but its kind and time.
     *
     * @param type what happened
     * @param occurredAt when
     * @return the event
     */
    public static SecurityEvent of(SecurityEventType type, Instant occurredAt) {
        return new SecurityEvent(type, occurredAt, null, null, null, "", "", new TreeMap<>());
    }

    /**
     * Returns this event of an account.
     *
     * @param concerned whose account it concerns or who acted
     * @return the event
     */
    public SecurityEvent by(AccountId concerned) {
        return new SecurityEvent(type, occurredAt, concerned, person, source, subject, correlationId, details);
    }

    /**
     * Returns this event of a principal.
     *
     * @param actor who acted
     * @return the event
     */
    public SecurityEvent by(Principal actor) {
        return new SecurityEvent(
                type, occurredAt, actor.account(), actor.person(), source, subject, correlationId, details);
    }

    /**
     * Returns this event from an address.
     *
     * @param address where the request came from; null if it came from inside
     * @return the event
     */
    public SecurityEvent from(@Nullable IpAddress address) {
        return new SecurityEvent(type, occurredAt, account, person, address, subject, correlationId, details);
    }

    /**
     * Returns this event about something.
     *
     * @param concerned what it concerns
     * @return the event
     */
    public SecurityEvent about(String concerned) {
        return new SecurityEvent(type, occurredAt, account, person, source, concerned, correlationId, details);
    }

    /**
     * Returns this event as part of a request.
     *
     * @param id ties the events of one request together
     * @return the event
     */
    public SecurityEvent within(String id) {
        return new SecurityEvent(type, occurredAt, account, person, source, subject, id, details);
    }

    /**
     * Returns this event with one more detail.
     *
     * @param name of the detail
     * @param value a word or a number, no secret; its text is kept
     * @return the event
     * @throws InvalidInput if the name is blank
     */
    public SecurityEvent with(String name, Object value) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        SortedMap<String, String> more = new TreeMap<>(details);
        more.put(name, String.valueOf(value));
        return new SecurityEvent(type, occurredAt, account, person, source, subject, correlationId, more);
    }

    /** {@return the event for an audit sink: the account acts, {@code security.} and the word is what it did} */
    public AuditEvent toAuditEvent() {
        Map<String, Object> inputs = new TreeMap<>();
        if (person != null) {
            inputs.put("person", person.value());
        }
        if (source != null) {
            inputs.put("source", source.toString());
        }
        if (!subject.isEmpty()) {
            inputs.put("subject", subject);
        }
        if (!correlationId.isEmpty()) {
            inputs.put("correlation", correlationId);
        }
        return new AuditEvent(
                account == null ? "unknown" : account.value(),
                "security." + type.word(),
                occurredAt,
                CanonicalJson.of(inputs),
                CanonicalJson.of(details));
    }
}
