package io.bondtrader.core.audit;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be answered for: who did what, when, on which inputs, with which result.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param actor who: a user, a desk, a system
 * @param action what was done, dotted and lower case: {@code calculation.verified}
 * @param occurredAt when, if whoever reports it was given a clock; a sink may add its own time of arrival
 * @param inputs on which inputs
 * @param result with which result
 */
public record AuditEvent(
        String actor, String action, @Nullable Instant occurredAt, CanonicalJson inputs, CanonicalJson result) {

    /**
     * Checks that the event names its actor and its action.
     *
     * @throws InvalidInput if either is blank
     */
    public AuditEvent {
        InvalidInput.unless(!actor.isBlank(), "actor", actor, "not blank");
        InvalidInput.unless(!action.isBlank(), "action", action, "not blank");
    }

    /**
     * Returns the event as one JSON object with the members {@code action}, {@code actor}, {@code inputs}, {@code
     * occurredAt} (absent without a time) and {@code result}.
     *
     * @return the canonical form, on one line
     */
    public CanonicalJson toCanonicalJson() {
        Map<String, Object> members = new HashMap<>();
        members.put("actor", actor);
        members.put("action", action);
        if (occurredAt != null) {
            members.put("occurredAt", occurredAt);
        }
        members.put("inputs", inputs);
        members.put("result", result);
        return CanonicalJson.of(members);
    }
}
