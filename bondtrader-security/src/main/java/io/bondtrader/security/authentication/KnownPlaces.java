package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import java.util.List;

/**
 * Remembers from where users have signed in: digests of devices and networks. Whoever guesses from elsewhere is slowed
 * down there and leaves these alone. Safe for use by many threads; worth keeping over a restart.
 */
public interface KnownPlaces {

    /**
     * Says which of some places are known for an account.
     *
     * @param account whose
     * @param places digests
     * @return those known, in the order given
     */
    List<String> known(AccountId account, List<String> places);

    /**
     * Remembers a place. An account keeps its latest; at least eight.
     *
     * @param account whose
     * @param place digest
     */
    void remember(AccountId account, String place);

    /**
     * Forgets all places of an account: after a theft.
     *
     * @param account whose
     */
    void forget(AccountId account);
}
