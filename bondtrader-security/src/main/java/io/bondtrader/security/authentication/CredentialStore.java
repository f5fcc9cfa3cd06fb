package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps one hash of a password an account. Safe for use by many threads and durable. */
public interface CredentialStore {

    /**
     * Returns the hash.
     *
     * @param account whose password
     * @return what was stored, or nothing if the account has no password
     */
    Optional<String> find(AccountId account);

    /**
     * Replaces the hash if nobody did meanwhile.
     *
     * @param account whose password
     * @param expected what {@link #find} gave; null if nothing
     * @param next the new hash
     * @return true for exactly one of those who expect the same
     */
    boolean replace(AccountId account, @Nullable String expected, String next);
}
