package io.bondtrader.compliance.audit.query;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds events. Actors, roles, actions, resources, correlations, tags and times are indexed; words of bodies are looked for in
 * the events that the index leaves. The index lives in memory, some 50 bytes an event, and is made anew from the log, so it
 * can never say what the log does not. Events that were archived and taken out of the log are not found here.
 *
 * <p>Safe for use by many threads: searches go side by side, and new events are taken in before each.
 */
public final class AuditSearch {

    private static final int LARGEST_PAGE = 10_000;

    private final AuditTrail trail;
    private final EventIndex index = new EventIndex();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private AuditSearch(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Returns a search over a log; it reads the log at the first question.
     *
     * @param trail the log
     * @return the search
     */
    public static AuditSearch over(AuditTrail trail) {
        return new AuditSearch(Objects.requireNonNull(trail));
    }

    /**
     * Takes in events that were appended since the last time. Every search does it; a long log may be read ahead of the first.
     *
     * @return how many events are indexed
     */
    public long catchUp() {
        long size = trail.checkpoint().size();
        lock.writeLock().lock();
        try {
            if (index.size() == 0) {
                index.beginAt(trail.firstEntry());
            }
            if (index.size() < size) {
                trail.read(index.size(), size, index::add);
            }
            return index.size();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Finds the first events of an answer.
     *
     * @param query which events
     * @param limit how many, 1 to 10,000
     * @return the first page
     * @throws InvalidInput if the limit is outside
     */
    public AuditPage find(AuditQuery query, int limit) {
        return page(query, OptionalLong.empty(), limit);
    }

    /**
     * Finds the next events of an answer.
     *
     * @param query which events, as for the page before
     * @param from {@link AuditPage#next} of the page before
     * @param limit how many, 1 to 10,000
     * @return the page
     * @throws InvalidInput if the limit is outside, or the place is not in the log
     */
    public AuditPage find(AuditQuery query, long from, int limit) {
        return page(query, OptionalLong.of(from), limit);
    }

    private AuditPage page(AuditQuery query, OptionalLong from, int limit) {
        InvalidInput.unless(limit >= 1 && limit <= LARGEST_PAGE, "limit", limit, "1 to " + LARGEST_PAGE);
        long size = catchUp();
        long start = from.orElse(query.newestFirst ? size - 1 : 0);
        InvalidInput.unless(from.isEmpty() || (start >= 0 && start < size), "place", start, "in the log of " + size);
        List<LoggedEvent> found = new ArrayList<>();
        long[] next = {-1};
        walk(query, start, size, event -> {
            if (found.size() == limit) {
                next[0] = event.index();
                return false;
            }
            found.add(event);
            return true;
        });
        return new AuditPage(found, next[0] < 0 ? OptionalLong.empty() : OptionalLong.of(next[0]), size);
    }

    /**
     * Gives all events of an answer to a reader, without keeping them.
     *
     * @param query which events
     * @param reader says whether it wants more
     * @return how many events of the log were looked at: the answer is whole up to there, unless the reader had enough
     */
    public long forEach(AuditQuery query, Predicate<LoggedEvent> reader) {
        long size = catchUp();
        walk(query, query.newestFirst ? size - 1 : 0, size, reader);
        return size;
    }

    private void walk(AuditQuery query, long start, long size, Predicate<LoggedEvent> reader) {
        Candidates candidates = new Candidates(query, start, size);
        for (long place = candidates.next(); place >= 0; place = candidates.next()) {
            LoggedEvent event = event(place);
            if (query.matches(event.record()) && !reader.test(event)) {
                return;
            }
        }
    }

    private LoggedEvent event(long place) {
        LoggedEvent[] read = new LoggedEvent[1];
        trail.read(place, place + 1, event -> read[0] = event);
        return Objects.requireNonNull(read[0], "a trail reads what it has");
    }

    /**
     * Returns an event with its proof.
     *
     * @param place its index
     * @return the event, its proof, and the checkpoint that the proof leads to
     * @throws InvalidInput if the place is not in the log
     */
    public ProvenEvent prove(long place) {
        String note = trail.signedCheckpoint();
        // The note may be newer than the checkpoint next asked for, so the size is taken from the note itself.
        long size = sizeOf(note);
        InvalidInput.unless(place >= 0 && place < size, "place", place, "in the log of " + size);
        return new ProvenEvent(
                new String(trail.entry(place), StandardCharsets.UTF_8), trail.inclusion(place, size), note);
    }

    /** The second line of a checkpoint. */
    private static long sizeOf(String note) {
        return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
    }

    /** {@return the log's newest checkpoint} */
    public Checkpoint checkpoint() {
        return trail.checkpoint();
    }

    @Override
    public String toString() {
        return "AuditSearch[" + trail.checkpoint().origin() + "]";
    }

    /** Places that the index cannot rule out, in the order asked for. */
    private final class Candidates {

        private final AuditQuery query;
        private final long size;
        private final List<Postings> lists;
        private final @Nullable Postings shortest;
        private final int step;
        private long cursor;

        Candidates(AuditQuery query, long start, long size) {
            this.query = query;
            this.size = size;
            this.step = query.newestFirst ? -1 : 1;
            lock.readLock().lock();
            try {
                this.lists = index.lists(query);
                this.shortest = EventIndex.shortest(lists);
                this.cursor = shortest == null ? start : first(shortest, start);
            } finally {
                lock.readLock().unlock();
            }
        }

        private long first(Postings list, long start) {
            return step > 0 ? list.firstAtLeast(start) : list.firstAtLeast(start + 1) - 1L;
        }

        /** The next place, or -1. */
        long next() {
            lock.readLock().lock();
            try {
                return shortest == null ? scanned() : listed(shortest);
            } finally {
                lock.readLock().unlock();
            }
        }

        private long listed(Postings list) {
            while (cursor >= 0 && cursor < list.size()) {
                int place = list.get((int) cursor);
                cursor += step;
                if (place < size && index.mayHold(place, query) && inAll(place)) {
                    return place;
                }
            }
            return -1;
        }

        private boolean inAll(int place) {
            for (int i = 1; i < lists.size(); i++) {
                if (!lists.get(i).contains(place)) {
                    return false;
                }
            }
            return true;
        }

        private long scanned() {
            if (step > 0) {
                cursor = Math.max(cursor, index.first());
            }
            while (cursor >= index.first() && cursor < size) {
                long place = cursor;
                if (index.mayHold(place, query)) {
                    cursor += step;
                    return place;
                }
                cursor = EventIndex.beyondBlock(place, step < 0);
            }
            return -1;
        }
    }
}
