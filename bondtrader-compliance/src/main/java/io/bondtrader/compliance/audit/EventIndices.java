package io.bondtrader.compliance.audit;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/**
 * The events that a figure or a field of a report came from: places in a log, each once, in rising order.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class EventIndices implements Iterable<Long> {

    private static final EventIndices NONE = new EventIndices(new long[0]);

    private final long[] sorted;

    private EventIndices(long[] sorted) {
        this.sorted = sorted;
    }

    /** {@return no event: a value that comes from no record} */
    public static EventIndices none() {
        return NONE;
    }

    /**
     * Returns a set of events.
     *
     * @param indices their places, in any order; one that comes twice counts once
     * @return the set
     * @throws InvalidInput if a place is negative
     */
    public static EventIndices of(long... indices) {
        for (long index : indices) {
            InvalidInput.unless(index >= 0, "index of an event", index, "not negative");
        }
        return indices.length == 0
                ? NONE
                : new EventIndices(LongStream.of(indices).sorted().distinct().toArray());
    }

    /**
     * Reads the form that {@link #toString} writes.
     *
     * @param text such as {@code 3,17-19}; empty for none
     * @return the set
     * @throws InvalidInput if the text is in any other form than the one that {@code toString} writes for the set
     */
    public static EventIndices parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        LongStream.Builder indices = LongStream.builder();
        long taken = 0;
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            long first = place(text, dash < 0 ? part : part.substring(0, dash));
            long last = dash < 0 ? first : place(text, part.substring(dash + 1));
            // A short text must not ask for more memory than a report could fill.
            taken += last - first + 1;
            if (last < first || last - first >= MAX_PARSED || taken > MAX_PARSED) {
                throw InvalidInput.unreadable("event indices", text, "rising, of at most " + MAX_PARSED + " events");
            }
            LongStream.rangeClosed(first, last).forEach(indices::add);
        }
        EventIndices parsed = of(indices.build().toArray());
        if (!parsed.toString().equals(text)) {
            throw InvalidInput.unreadable("event indices", text, "written as " + parsed);
        }
        return parsed;
    }

    private static final long MAX_PARSED = 10_000_000;

    private static long place(String text, String digits) {
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw InvalidInput.unreadable("event indices", text, "numbers and ranges such as 3,17-19");
        }
        return Long.parseLong(digits);
    }

    /**
     * Returns the events of both sets.
     *
     * @param other another set
     * @return the union
     */
    public EventIndices union(EventIndices other) {
        if (other.sorted.length == 0) {
            return this;
        }
        return sorted.length == 0
                ? other
                : new EventIndices(LongStream.concat(LongStream.of(sorted), LongStream.of(other.sorted))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /**
     * Tells whether an event is in the set.
     *
     * @param index its place
     * @return whether it is
     */
    public boolean contains(long index) {
        return Arrays.binarySearch(sorted, index) >= 0;
    }

    /** {@return how many events} */
    public int size() {
        return sorted.length;
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** {@return the places, rising} */
    public LongStream stream() {
        return LongStream.of(sorted);
    }

    /** {@return the places, rising} */
    @Override
    public Iterator<Long> iterator() {
        PrimitiveIterator.OfLong places = stream().iterator();
        return places;
    }

    /** {@return the set as canonical JSON: a string, because an index may exceed what a number of JSON holds exactly} */
    public CanonicalJson toJson() {
        return CanonicalJson.of(toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventIndices events && Arrays.equals(sorted, events.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /** {@return the places, three or more in a row as a range: {@code 3,17-19}} */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        int i = 0;
        while (i < sorted.length) {
            int j = i;
            while (j + 1 < sorted.length && sorted[j + 1] == sorted[j] + 1) {
                j++;
            }
            if (j - i >= 2) {
                parts.add(sorted[i] + "-" + sorted[j]);
            } else {
                for (int k = i; k <= j; k++) {
                    parts.add(Long.toString(sorted[k]));
                }
            }
            i = j + 1;
        }
        return String.join(",", parts);
    }
}
