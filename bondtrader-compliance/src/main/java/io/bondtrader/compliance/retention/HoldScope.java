package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a hold covers: records from a time that are of one of the actors, or about one of the resources, or bear one of the
 * tags; everything of that time if none is named. Immutable.
 *
 * @param from the beginning of the time
 * @param until its end, exclusive
 * @param actors whose records
 * @param resources records about these
 * @param tags records with these, such as the tag of a person
 */
public record HoldScope(
        Instant from, Instant until, SortedSet<String> actors, SortedSet<String> resources, SortedSet<String> tags) {

    /**
     * Checks the time and copies the sets.
     *
     * @throws InvalidInput if the time ends before it begins
     */
    public HoldScope {
        InvalidInput.unless(from.isBefore(until), "end of the hold's time", until, "after " + from);
        actors = Collections.unmodifiableSortedSet(new TreeSet<>(actors));
        resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /**
     * Returns a scope of everything in a time.
     *
     * @param from the beginning
     * @param until the end, exclusive
     * @return the scope
     */
    public static HoldScope everything(Instant from, Instant until) {
        return new HoldScope(
                from,
                until,
                Collections.emptyNavigableSet(),
                Collections.emptyNavigableSet(),
                Collections.emptyNavigableSet());
    }

    /**
     * Tells whether a record is covered.
     *
     * @param record the record
     * @return whether it is
     */
    public boolean covers(AuditRecord record) {
        boolean named = actors.contains(record.actor())
                || resources.contains(record.resource())
                || !Collections.disjoint(record.tags(), tags);
        boolean all = actors.isEmpty() && resources.isEmpty() && tags.isEmpty();
        return !record.time().isBefore(from) && record.time().isBefore(until) && (named || all);
    }

    /** {@return the scope as JSON} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("from", from);
        members.put("until", until);
        members.put("actors", actors);
        members.put("resources", resources);
        members.put("tags", tags);
        return CanonicalJson.of(members);
    }
}
