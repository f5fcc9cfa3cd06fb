package io.bondtrader.compliance.audit;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.NoteVerifier;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A change of the keys that sign a log, as an event of the log itself: whoever trusts the first key follows from there. The
 * event stands alone in its commit, so that it is clear which keys sign before and after it.
 *
 * <p>Immutable.
 *
 * @param kind what changes
 * @param key the key that it is about
 * @param effectiveSize the first size of the log whose checkpoints are signed under the new rule: that with the event
 * @param lastGoodSize of a revoked key, the last size of the log that its signature alone still vouches for; otherwise the
 *     effective size
 */
public record KeyChange(Kind kind, NoteVerifier key, long effectiveSize, long lastGoodSize) {

    /** What all actions of key changes begin with; events of others may not. */
    public static final String ACTION_PREFIX = "audit.key.";

    /** What changes. */
    public enum Kind {
        /** A key joins. The event's checkpoint is signed by all keys there were and by the new one. */
        ADDED,
        /** A key leaves in good order. The event's checkpoint is signed by all keys, that one too. */
        RETIRED,
        /** A key is taken back, because its introduction failed. The event's checkpoint is signed by all others. */
        WITHDRAWN,
        /** A key was lost to somebody. The event's checkpoint is signed by all others. */
        REVOKED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the sizes.
     *
     * @throws InvalidInput if they are not in order, or the key is a witness's
     */
    public KeyChange {
        InvalidInput.unless(!key.isWitness(), "key of a log", key, "a key that signs bytes as they are");
        InvalidInput.unless(effectiveSize >= 1, "effective size", effectiveSize, "1 or more");
        InvalidInput.unless(
                lastGoodSize >= 0 && lastGoodSize <= effectiveSize,
                "last good size",
                lastGoodSize,
                "0 to the effective size, " + effectiveSize);
    }

    /**
     * Says it as an event.
     *
     * @param id of the event
     * @param time when
     * @param actor who changes the keys
     * @return the event
     */
    public AuditRecord toRecord(UUID id, Instant time, String actor) {
        Map<String, Object> body = new HashMap<>();
        body.put("key", key.text());
        body.put("effectiveSize", Long.toString(effectiveSize));
        if (kind == Kind.REVOKED) {
            body.put("lastGoodSize", Long.toString(lastGoodSize));
        }
        return new AuditRecord(
                id,
                time,
                actor,
                "",
                null,
                ACTION_PREFIX + kind.word(),
                key.name() + "+" + key.keyId(),
                Outcome.SUCCESS,
                "",
                new TreeSet<>(Set.of("sox")),
                CanonicalJson.of(body));
    }

    /**
     * Reads an event.
     *
     * @param event of a log
     * @return the change; nothing if the event is none
     * @throws InvalidInput if it says that it is one and is not
     */
    public static Optional<KeyChange> of(AuditRecord event) {
        if (!event.action().startsWith(ACTION_PREFIX)) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (event.action().equals(ACTION_PREFIX + kind.word())) {
                Map<String, Object> body = EventCodec.object(event.body());
                long effective = size(body, "effectiveSize");
                return Optional.of(new KeyChange(
                        kind,
                        NoteVerifier.parse(text(body, "key")),
                        effective,
                        kind == Kind.REVOKED ? size(body, "lastGoodSize") : effective));
            }
        }
        throw new InvalidInput("action", event.action(), "a change of keys that is known");
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text) {
            return text;
        }
        throw new InvalidInput(name, body.get(name), "a string");
    }

    private static long size(Map<String, Object> body, String name) {
        String digits = text(body, name);
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException none) {
            throw InvalidInput.unreadable(name, digits, "a decimal number");
        }
    }
}
