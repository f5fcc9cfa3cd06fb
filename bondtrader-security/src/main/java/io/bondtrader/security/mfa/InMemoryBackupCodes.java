package io.bondtrader.security.mfa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Backup codes of one process, gone with it: for tests. A digest is compared with every one of the user's in constant time, so
 * that how long it takes says nothing of what is kept. Safe for use by many threads.
 */
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
        Set<String> kept = unused.getOrDefault(user, Set.of());
        byte[] presented = digest.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String one : kept) {
            found |= MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), presented);
        }
        return found && kept.remove(digest);
    }

    @Override
    public int remaining(String user) {
        return unused.getOrDefault(user, Set.of()).size();
    }
}
