package io.bondtrader.compliance.audit.query;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where which words stand. Holds no event, only places: some 50 bytes for each. Guarded by whoever holds it.
 */
final class EventIndex {

    private static final Postings NONE = new Postings();

    /** Times are looked at by blocks first. */
    private static final int BLOCK = 1024;

    private final Map<AuditQuery.Field, SortedMap<String, Postings>> words = new EnumMap<>(AuditQuery.Field.class);
    private final Map<String, Postings> tags = new HashMap<>();
    private long[] earliest = new long[16];
    private long[] latest = new long[16];
    private long first;
    private long size;

    EventIndex() {
        for (AuditQuery.Field field : AuditQuery.Field.values()) {
            words.put(field, new TreeMap<>());
        }
    }

    long size() {
        return size;
    }

    /** The first event that is indexed: those before were archived. */
    long first() {
        return first;
    }

    void beginAt(long index) {
        first = index;
        size = index;
    }

    void add(LoggedEvent event) {
        InvalidInput.unless(event.index() < Integer.MAX_VALUE, "events", event.index(), "fewer than 2^31 in one index");
        int place = (int) event.index();
        AuditRecord record = event.record();
        word(AuditQuery.Field.ACTOR, record.actor(), place);
        word(AuditQuery.Field.ROLE, record.role(), place);
        word(AuditQuery.Field.ACTION, record.action(), place);
        word(AuditQuery.Field.RESOURCE, record.resource(), place);
        word(AuditQuery.Field.CORRELATION, record.correlationId(), place);
        for (String tag : record.tags()) {
            tags.computeIfAbsent(tag, fresh -> new Postings()).add(place);
        }
        int block = place / BLOCK;
        if (block >= earliest.length) {
            earliest = Arrays.copyOf(earliest, block * 2);
            latest = Arrays.copyOf(latest, block * 2);
        }
        long second = record.time().getEpochSecond();
        boolean begins = place % BLOCK == 0 || place == first;
        earliest[block] = begins ? second : Math.min(earliest[block], second);
        latest[block] = begins ? second : Math.max(latest[block], second);
        size = event.index() + 1;
    }

    private void word(AuditQuery.Field field, String value, int place) {
        if (!value.isEmpty()) {
            words(field).computeIfAbsent(value, fresh -> new Postings()).add(place);
        }
    }

    private SortedMap<String, Postings> words(AuditQuery.Field field) {
        SortedMap<String, Postings> map = words.get(field);
        if (map == null) {
            throw new IllegalStateException("every field has a map");
        }
        return map;
    }

    /** Lists for the conditions that an index answers, shortest first; empty if there is no such condition. */
    List<Postings> lists(AuditQuery query) {
        List<Postings> lists = new ArrayList<>();
        query.words.forEach((field, value) -> lists.add(list(field, value)));
        query.tags.forEach(tag -> lists.add(tags.getOrDefault(tag, NONE)));
        lists.sort(Comparator.comparingInt(Postings::size));
        return lists;
    }

    private Postings list(AuditQuery.Field field, String value) {
        SortedMap<String, Postings> map = words(field);
        if (field != AuditQuery.Field.ACTION || !value.endsWith("*")) {
            return map.getOrDefault(value, NONE);
        }
        String beginning = value.substring(0, value.length() - 1);
        Collection<Postings> family =
                map.subMap(beginning, beginning + Character.MAX_VALUE).values();
        return Postings.union(family);
    }

    /** Whether a block can hold an event of the time that is asked for. */
    boolean mayHold(long place, AuditQuery query) {
        int block = (int) (place / BLOCK);
        return (query.from == null || latest[block] >= query.from.getEpochSecond())
                && (query.until == null || earliest[block] <= query.until.getEpochSecond());
    }

    /** The first place after the block of a place, or the last one before it. */
    static long beyondBlock(long place, boolean backwards) {
        long block = place / BLOCK;
        return backwards ? block * BLOCK - 1 : (block + 1) * BLOCK;
    }

    static @Nullable Postings shortest(List<Postings> lists) {
        return lists.isEmpty() ? null : lists.get(0);
    }
}
