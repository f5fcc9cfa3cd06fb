package io.bondtrader.security.apikey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keys of one process, gone with it: for tests. Safe for use by many threads. */
public final class InMemoryApiKeys implements ApiKeyStore {

    private final NavigableMap<String, ApiKeyRecord> records = new TreeMap<>();
    private final Map<String, ApiKeyUse> uses = new HashMap<>();

    /** Creates an empty store. */
    public InMemoryApiKeys() {}

    @Override
    public synchronized Optional<ApiKeyRecord> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public synchronized boolean replace(ApiKeyRecord record) {
        ApiKeyRecord there = records.get(record.id());
        long before = there == null ? -1 : there.revision();
        if (record.revision() != before + 1) {
            return false;
        }
        records.put(record.id(), record);
        return true;
    }

    @Override
    public synchronized List<ApiKeyRecord> page(String after, int most) {
        return records.tailMap(after, false).values().stream().limit(most).toList();
    }

    @Override
    public synchronized void addUse(String id, ApiKeyUse use) {
        uses.merge(id, use, ApiKeyUse::plus);
    }

    @Override
    public synchronized Optional<ApiKeyUse> use(String id) {
        return Optional.ofNullable(uses.get(id));
    }
}
