package io.bondtrader.security.access.grant;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account, and who answers for it: a person, the owner of another account, or nobody.
 *
 * <p>Immutable.
 *
 * @param account the account
 * @param kind what uses it
 * @param person who answers for it himself; null for what is owned
 * @param owner the account that owns it; null for a person's own, and for a service that nobody owns
 * @param closed whether it may do nothing any more
 */
public record AccountEntry(
        AccountId account,
        Kind kind,
        @Nullable PersonId person,
        @Nullable AccountId owner,
        boolean closed) {

    /** What uses an account. */
    public enum Kind {
        /** A human being. */
        PERSON,
        /** A program. */
        SERVICE,
        /** A key in somebody's program. */
        API_KEY
    }

    /**
     * Checks who answers.
     *
     * @throws InvalidInput if a person's account is nobody's, or something is owned twice, or an API key by nobody
     */
    public AccountEntry {
        Objects.requireNonNull(account, "account");
        InvalidInput.unless(
                (kind == Kind.PERSON) == (person != null), "person behind " + account, person, "given for a person");
        InvalidInput.unless(
                owner == null || kind != Kind.PERSON, "owner of " + account, owner, "none for a person's account");
        InvalidInput.unless(
                owner != null || kind != Kind.API_KEY, "owner of " + account, owner, "given for an API key");
    }

    /**
     * Returns a person's account.
     *
     * @param account the account
     * @param person who answers for it
     * @return the entry
     */
    public static AccountEntry person(AccountId account, PersonId person) {
        return new AccountEntry(account, Kind.PERSON, person, null, false);
    }

    /**
     * Returns a program's account that another account's owner answers for.
     *
     * @param account the account
     * @param owner the other account
     * @return the entry
     */
    public static AccountEntry service(AccountId account, AccountId owner) {
        return new AccountEntry(account, Kind.SERVICE, null, Objects.requireNonNull(owner, "owner"), false);
    }

    /**
     * Returns a program's account that nobody answers for. It can take no step that segregated duties look at.
     *
     * @param account the account
     * @return the entry
     */
    public static AccountEntry unownedService(AccountId account) {
        return new AccountEntry(account, Kind.SERVICE, null, null, false);
    }

    /**
     * Returns an API key's account.
     *
     * @param account the account
     * @param owner the account whose key it is
     * @return the entry
     */
    public static AccountEntry apiKey(AccountId account, AccountId owner) {
        return new AccountEntry(account, Kind.API_KEY, null, owner, false);
    }

    AccountEntry close() {
        return new AccountEntry(account, kind, person, owner, true);
    }
}
