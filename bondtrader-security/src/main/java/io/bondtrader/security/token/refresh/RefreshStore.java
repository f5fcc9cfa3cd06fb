package io.bondtrader.security.token.refresh;

import java.util.Optional;

/**
 * Keeps families of refresh tokens. Must be safe for use by many threads and machines, durable before it returns, and
 * linearizable for each family: a read begun after a write has returned sees that write or a later one.
 */
public interface RefreshStore {

    /**
     * Keeps a new family.
     *
     * @param family with an identifier that no other has
     * @throws IllegalStateException if there is one of that identifier
     */
    void startFamily(RefreshFamily family);

    /**
     * Returns a family.
     *
     * @param id its identifier
     * @return the family, or nothing if there is none, or it has ended and was forgotten
     */
    Optional<RefreshFamily> find(String id);

    /**
     * Replaces a family if nobody did meanwhile.
     *
     * @param expected what {@link #find} gave; its version is compared
     * @param next of the same identifier and the version after
     * @return true for exactly one of those who expect the same version
     */
    boolean rotateFamily(RefreshFamily expected, RefreshFamily next);
}
