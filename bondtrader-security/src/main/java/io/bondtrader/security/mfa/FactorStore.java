package io.bondtrader.security.mfa;

import io.bondtrader.security.identity.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the factors of accounts. They are changed together, so that of two that would each take away the other last
 * factor one fails. Safe for use by many threads and durable.
 */
public interface FactorStore {

    /**
     * Returns the factors of an account.
     *
     * @param account whose
     * @return the factors; version zero and none for an account that has never had any
     */
    AccountFactors of(AccountId account);

    /**
     * Replaces the factors of an account if nobody did meanwhile. No two factors of any accounts have one credential id:
     * a change that would break this fails as well.
     *
     * @param expected what {@link #of} gave
     * @param next the factors to keep
     * @return true for exactly one of those who expect the same
     */
    boolean replace(AccountFactors expected, List<EnrolledFactor> next);

    /**
     * Returns whose hardware token a credential is.
     *
     * @param credentialId of the token
     * @return the account, or nothing
     */
    Optional<AccountId> ownerOf(String credentialId);
}
