package io.bondtrader.compliance.audit.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for: those that fulfil every condition given. Immutable; each method returns a new query.
 */
public final class AuditQuery {

    private static final AuditQuery ALL =
            new AuditQuery(null, null, new TreeMap<>(), new TreeSet<>(), null, null, false);

    /** Conditions that an index answers, by field. */
    enum Field {
        ACTOR,
        ROLE,
        ACTION,
        RESOURCE,
        CORRELATION
    }

    final @Nullable Instant from;
    final @Nullable Instant until;
    final Map<Field, String> words;
    final SortedSet<String> tags;
    final @Nullable Outcome outcome;
    final @Nullable String text;
    final boolean newestFirst;

    private AuditQuery(
            @Nullable Instant from,
            @Nullable Instant until,
            Map<Field, String> words,
            SortedSet<String> tags,
            @Nullable Outcome outcome,
            @Nullable String text,
            boolean newestFirst) {
        this.from = from;
        this.until = until;
        this.words = words;
        this.tags = tags;
        this.outcome = outcome;
        this.text = text;
        this.newestFirst = newestFirst;
    }

    /** {@return the query for all events, oldest first} */
    public static AuditQuery all() {
        return ALL;
    }

    /**
     * Asks for a time.
     *
     * @param fromInclusive from then on
     * @param untilExclusive up to then
     * @return the query
     * @throws InvalidInput if the time would end before it begins
     */
    public AuditQuery between(Instant fromInclusive, Instant untilExclusive) {
        InvalidInput.unless(
                !untilExclusive.isBefore(fromInclusive),
                "end of the time",
                untilExclusive,
                "not before " + fromInclusive);
        return new AuditQuery(fromInclusive, untilExclusive, words, tags, outcome, text, newestFirst);
    }

    /**
     * Asks for what somebody did.
     *
     * @param actor exactly
     * @return the query
     */
    public AuditQuery actor(String actor) {
        return with(Field.ACTOR, actor);
    }

    /**
     * Asks for what was done in a role.
     *
     * @param role exactly
     * @return the query
     */
    public AuditQuery role(String role) {
        return with(Field.ROLE, role);
    }

    /**
     * Asks for an action, or for a family of them.
     *
     * @param action exactly, or its beginning and an asterisk: {@code order.*}
     * @return the query
     * @throws InvalidInput if an asterisk stands anywhere but at the end
     */
    public AuditQuery action(String action) {
        int star = action.indexOf('*');
        InvalidInput.unless(
                star < 0 || star == action.length() - 1, "action", action, "with an asterisk at its end only");
        return with(Field.ACTION, action);
    }

    /**
     * Asks for what was done to something.
     *
     * @param resource exactly
     * @return the query
     */
    public AuditQuery resource(String resource) {
        return with(Field.RESOURCE, resource);
    }

    /**
     * Asks for the events of one request.
     *
     * @param correlationId exactly
     * @return the query
     */
    public AuditQuery correlation(String correlationId) {
        return with(Field.CORRELATION, correlationId);
    }

    /**
     * Asks for a tag, besides those asked for already.
     *
     * @param tag exactly
     * @return the query
     * @throws InvalidInput if it is blank
     */
    public AuditQuery tag(String tag) {
        requireText("tag", tag);
        SortedSet<String> more = new TreeSet<>(tags);
        more.add(tag);
        return new AuditQuery(from, until, words, more, outcome, text, newestFirst);
    }

    /**
     * Asks for an outcome.
     *
     * @param wanted the outcome
     * @return the query
     */
    public AuditQuery outcome(Outcome wanted) {
        return new AuditQuery(from, until, words, tags, wanted, text, newestFirst);
    }

    /**
     * Asks for words in the body, whatever their case.
     *
     * @param part of the body's canonical text
     * @return the query
     * @throws InvalidInput if it is blank
     */
    public AuditQuery text(String part) {
        requireText("text", part);
        return new AuditQuery(from, until, words, tags, outcome, part.toLowerCase(Locale.ROOT), newestFirst);
    }

    /** {@return the query, with the newest events first} */
    public AuditQuery newestFirst() {
        return new AuditQuery(from, until, words, tags, outcome, text, true);
    }

    /** Half a character is in no event, and cannot be written into a manifest. */
    private static void requireText(String name, String value) {
        boolean whole = UTF_8.newEncoder().canEncode(value);
        InvalidInput.unless(whole && !value.isBlank(), name, value, "text, and not blank");
    }

    private AuditQuery with(Field field, String value) {
        requireText(field.name().toLowerCase(Locale.ROOT), value);
        Map<Field, String> more = new TreeMap<>(words);
        more.put(field, value);
        return new AuditQuery(from, until, more, tags, outcome, text, newestFirst);
    }

    /**
     * Tells whether an event is asked for.
     *
     * @param record of the event
     * @return whether it fulfils every condition
     */
    public boolean matches(AuditRecord record) {
        return inTime(record.time())
                && record.tags().containsAll(tags)
                && (outcome == null || outcome == record.outcome())
                && words.entrySet().stream().allMatch(word -> holds(word.getKey(), word.getValue(), record))
                && (text == null
                        || record.body().text().toLowerCase(Locale.ROOT).contains(text));
    }

    boolean inTime(Instant time) {
        return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
    }

    private static boolean holds(Field field, String wanted, AuditRecord record) {
        return switch (field) {
            case ACTOR -> wanted.equals(record.actor());
            case ROLE -> wanted.equals(record.role());
            case RESOURCE -> wanted.equals(record.resource());
            case CORRELATION -> wanted.equals(record.correlationId());
            case ACTION ->
                wanted.endsWith("*")
                        ? record.action().startsWith(wanted.substring(0, wanted.length() - 1))
                        : wanted.equals(record.action());
        };
    }

    /** {@return the conditions as a JSON object, for manifests and logs} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new TreeMap<>();
        if (from != null) {
            members.put("from", from);
        }
        if (until != null) {
            members.put("until", until);
        }
        words.forEach((field, value) -> members.put(field.name().toLowerCase(Locale.ROOT), value));
        if (!tags.isEmpty()) {
            members.put("tags", tags);
        }
        if (outcome != null) {
            members.put("outcome", outcome);
        }
        if (text != null) {
            members.put("text", text);
        }
        return CanonicalJson.of(members);
    }

    @Override
    public String toString() {
        return "AuditQuery" + toJson() + (newestFirst ? " newest first" : "");
    }
}
