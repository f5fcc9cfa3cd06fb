package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import java.util.Optional;

/**
 * Knows accounts. The host's own user database, or {@link InMemoryAccounts}. Called several times a sign-in and once a
 * request; safe for use by many threads.
 */
public interface AccountDirectory {

    /**
     * Finds an account by what its user types. An account has one login name; whether case counts is the directory's
     * affair, as long as no text finds two accounts.
     *
     * @param loginName as typed, up to 256 characters
     * @return the account, enabled or not
     */
    Optional<Account> byLoginName(String loginName);

    /**
     * Finds an account.
     *
     * @param id of the account
     * @return the account, enabled or not
     */
    Optional<Account> byId(AccountId id);

    /**
     * Finds the account that a user of an identity provider was linked with, by somebody who made sure. The pair is the
     * identity; a mail address never is.
     *
     * @param issuer of the identity, exactly
     * @param subject at the issuer, exactly
     * @return the account, enabled or not
     */
    Optional<Account> byFederatedIdentity(String issuer, String subject);
}
