package io.bondtrader.security.apikey;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.key.Keyring;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a key. Holds no secret, only hashes. Immutable.
 *
 * @param id public identifier, part of the key's text
 * @param account whose key it is
 * @param person the natural person behind the account; null for a service that nobody owns
 * @param scopes what it may be used for, in the application's words
 * @param versions hashes by version, as one keyring
 * @param issuedAt when it was made
 * @param revokedAt when it was revoked; null if it was not
 * @param automatic whether it is rotated by schedule
 * @param noticesOf the version that notices were given for
 * @param notices how many days ahead notice was given for that version
 * @param revision raised by one with each change
 */
public record ApiKeyRecord(
        String id,
        AccountId account,
        @Nullable PersonId person,
        Set<String> scopes,
        Keyring<ApiKeySecret> versions,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        boolean automatic,
        int noticesOf,
        SortedSet<Integer> notices,
        long revision) {

    /** Copies the sets. */
    public ApiKeyRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(versions, "versions");
        Objects.requireNonNull(issuedAt, "issuedAt");
        notices = Collections.unmodifiableSortedSet(new TreeSet<>(notices));
    }

    /** {@return when the version for new use expires} */
    public Optional<Instant> expiresAt() {
        return versions.primary().flatMap(version -> version.reading()).map(ApiKeySecret::expiresAt);
    }

    ApiKeyRecord with(Keyring<ApiKeySecret> next) {
        return new ApiKeyRecord(
                id, account, person, scopes, next, issuedAt, revokedAt, automatic, noticesOf, notices, revision + 1);
    }

    ApiKeyRecord revoked(Instant at) {
        return new ApiKeyRecord(
                id, account, person, scopes, versions, issuedAt, at, automatic, noticesOf, notices, revision + 1);
    }

    ApiKeyRecord noticed(int days) {
        SortedSet<Integer> more = noticesOf == versions.primaryNumber() ? new TreeSet<>(notices) : new TreeSet<>();
        more.add(days);
        return new ApiKeyRecord(
                id,
                account,
                person,
                scopes,
                versions,
                issuedAt,
                revokedAt,
                automatic,
                versions.primaryNumber(),
                more,
                revision + 1);
    }

    boolean wasNoticed(int days) {
        return noticesOf == versions.primaryNumber() && !notices.isEmpty() && notices.first() <= days;
    }
}
