package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many different things happened to a key within a stretch of time. Bounded: so many keys, of which the one left alone
 * for longest goes first, and as many things for each as are worth counting. Not safe for use by many threads.
 */
final class DistinctInWindow {

    private static final int LONGEST = 64;

    private final int keys;
    private final int items;
    private final Duration length;
    private final Map<String, Map<String, Instant>> seen = new LinkedHashMap<>(16, 0.75f, true);

    /** Counts up to {@code items} things for each key. */
    DistinctInWindow(int keys, int items, Duration length) {
        InvalidInput.unless(keys >= 1, "keys", keys, "at least 1");
        InvalidInput.unless(items >= 2 && items <= 1_000, "threshold", items, "from 2 to 1000");
        InvalidInput.unless(
                length.compareTo(Duration.ofSeconds(1)) >= 0 && length.compareTo(Duration.ofDays(7)) <= 0,
                "window",
                length,
                "from a second to 7 days");
        this.keys = keys;
        this.items = items;
        this.length = length;
    }

    /** Adds a thing, and returns how many different ones lie within the window around it. */
    int add(String key, String item, Instant at) {
        Map<String, Instant> of = seen.computeIfAbsent(key, first -> new LinkedHashMap<>());
        if (seen.size() > keys) {
            dropFirst(seen);
        }
        String shortened = shortened(item);
        Instant before = of.remove(shortened);
        of.put(shortened, before != null && before.isAfter(at) ? before : at);
        if (of.size() > items) {
            dropFirst(of);
        }
        return count(key, at);
    }

    /** Returns how many different things lie within the window before this time, or not further after it. */
    int count(String key, Instant at) {
        Map<String, Instant> of = seen.get(key);
        if (of == null) {
            return 0;
        }
        // An event may be older than one that came before it, never by more than a window.
        of.values().removeIf(time -> time.isBefore(at.minus(length)));
        return (int) of.values().stream()
                .filter(time -> !time.isAfter(at.plus(length)))
                .count();
    }

    /** Takes a thing back, and says whether it was there. */
    boolean remove(String key, String item) {
        Map<String, Instant> of = seen.get(key);
        boolean there = of != null && of.remove(shortened(item)) != null;
        if (of != null && of.isEmpty()) {
            seen.remove(key);
        }
        return there;
    }

    /** Takes the oldest thing back whose name begins so. */
    void removeOneThatBegins(String key, String prefix) {
        Map<String, Instant> of = seen.get(key);
        if (of != null) {
            of.keySet().stream()
                    .filter(item -> item.startsWith(prefix))
                    .findFirst()
                    .ifPresent(item -> remove(key, item));
        }
    }

    /** How many things are kept. */
    int size() {
        return seen.values().stream().mapToInt(Map::size).sum();
    }

    /** Paths and names come from outside and may be long. */
    private static String shortened(String item) {
        return item.length() <= LONGEST
                ? item
                : item.substring(0, LONGEST) + " " + item.length() + " " + item.hashCode();
    }

    private static <V> void dropFirst(Map<String, V> map) {
        Iterator<String> first = map.keySet().iterator();
        first.next();
        first.remove();
    }
}
