package io.bondtrader.security.session;

import io.bondtrader.security.identity.AccountId;
import java.util.OptionalLong;

/**
 * Tells which sessions of an account are out of date. Whoever changes what an account may do (closes it, takes a role
 * away, replaces its password after a theft) raises its epoch; sessions opened under another epoch end at their next use.
 * Called for every request, so answer from memory; an exception refuses the request.
 */
@FunctionalInterface
public interface AccountEpochs {

    /**
     * Returns an account's epoch.
     *
     * @param account whose
     * @return the epoch, or nothing if the account may have no sessions
     */
    OptionalLong of(AccountId account);

    /** {@return epochs that never change} */
    static AccountEpochs none() {
        return account -> OptionalLong.of(0);
    }
}
