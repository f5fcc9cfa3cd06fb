package io.bondtrader.compliance.audit.stream;

import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Places of streams for as long as the process lives: a new one begins anew. Safe for use by many threads. */
public final class InMemoryCursors implements CursorStore {

    private final Map<String, Long> places = new ConcurrentHashMap<>();

    /** Creates a store that knows no stream. */
    public InMemoryCursors() {}

    @Override
    public long load(String stream) {
        return places.getOrDefault(stream, 0L);
    }

    @Override
    public void save(String stream, long next) {
        InvalidInput.unless(next >= 0, "place", next, "0 or more");
        places.put(stream, next);
    }

    @Override
    public String toString() {
        return "InMemoryCursors" + places;
    }
}
