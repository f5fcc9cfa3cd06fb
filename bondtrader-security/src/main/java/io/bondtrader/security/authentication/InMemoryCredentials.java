package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hashes of one process, gone with it: for tests. Safe for use by many threads. */
public final class InMemoryCredentials implements CredentialStore {

    private final ConcurrentHashMap<AccountId, String> hashes = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemoryCredentials() {}

    @Override
    public Optional<String> find(AccountId account) {
        return Optional.ofNullable(hashes.get(account));
    }

    @Override
    public boolean replace(AccountId account, @Nullable String expected, String next) {
        return expected == null ? hashes.putIfAbsent(account, next) == null : hashes.replace(account, expected, next);
    }
}
