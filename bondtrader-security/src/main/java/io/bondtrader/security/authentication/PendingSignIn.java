package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.FactorEvidence;
import java.time.Instant;
import java.util.Objects;

/**
 * A sign-in whose first factor was proved and whose second is awaited. Kept on our side under the digest of its ticket; it
 * is no session and opens nothing.
 *
 * <p>Immutable.
 *
 * @param account that is signing in
 * @param epoch of the account when the first factor was proved
 * @param reference binds a hardware token's answer to this sign-in
 * @param first what was proved
 * @param credential digest of the password's hash then; empty without a password
 * @param until when it is of no use any more
 */
public record PendingSignIn(
        AccountId account, long epoch, String reference, FactorEvidence first, String credential, Instant until) {

    /** Checks that nothing is missing. */
    public PendingSignIn {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(credential, "credential");
        Objects.requireNonNull(until, "until");
    }
}
