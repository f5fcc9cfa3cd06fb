package io.bondtrader.security.mfa;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Backup codes of one process, gone with it: for tests. Safe for use by many threads. */
public final class InMemoryBackupCodes implements BackupCodeStore {

    private final ConcurrentHashMap<String, Set<String>> unused = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryBackupCodes() {}

    @Override
    public void replaceAll(String user, Set<String> digests) {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        kept.addAll(digests);
        unused.put(user, kept);
    }

    @Override
    public boolean consumeOnce(String user, String digest) {
        Set<String> kept = unused.get(user);
        return kept != null && kept.remove(digest);
    }

    @Override
    public int remaining(String user) {
        return unused.getOrDefault(user, Set.of()).size();
    }
}
