package io.bondtrader.security.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keyrings of one process, gone with it: for tests. Safe for use by many threads. */
public final class InMemoryKeyrings implements KeyringStore {

    private final Map<String, List<String>> journals = new HashMap<>();
    private final Map<String, byte[]> keys = new HashMap<>();

    /** Creates an empty store. */
    public InMemoryKeyrings() {}

    @Override
    public synchronized List<String> entries(String keyring) {
        return List.copyOf(journals.getOrDefault(keyring, List.of()));
    }

    @Override
    public synchronized boolean append(String keyring, int expected, String entry, Optional<byte[]> wrapped) {
        List<String> journal = journals.computeIfAbsent(keyring, name -> new ArrayList<>());
        if (journal.size() != expected) {
            return false;
        }
        wrapped.ifPresent(bytes -> keys.put(place(keyring, expected), bytes.clone()));
        return journal.add(entry);
    }

    @Override
    public synchronized Optional<byte[]> wrapped(String keyring, int entry) {
        return Optional.ofNullable(keys.get(place(keyring, entry))).map(byte[]::clone);
    }

    @Override
    public synchronized void erase(String keyring, int entry) {
        keys.remove(place(keyring, entry));
    }

    private static String place(String keyring, int entry) {
        return keyring + "/" + entry;
    }
}
