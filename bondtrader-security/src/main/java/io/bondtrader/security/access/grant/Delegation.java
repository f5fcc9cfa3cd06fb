package io.bondtrader.security.access.grant;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.identity.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Roles that an account lends to another for a while. Only what is granted to the lender himself can be lent, as far and as
 * long as he has it. Whoever uses a borrowed role acts with the lender behind him.
 *
 * <p>Immutable.
 *
 * @param id lower-case words joined by dashes
 * @param from the lender
 * @param to the borrower
 * @param roles what is lent
 * @param until when it ends, not included
 */
public record Delegation(String id, AccountId from, AccountId to, SortedSet<String> roles, Instant until) {

    /**
     * Copies the roles.
     *
     * @throws InvalidInput if there is none, or a name is spelt otherwise
     */
    public Delegation {
        Names.checked("delegation", id);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(until, "until");
        InvalidInput.unless(!roles.isEmpty(), "delegated roles", roles, "one or more");
        roles.forEach(role -> Names.checked("role", role));
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /**
     * Returns a delegation.
     *
     * @param id lower-case words joined by dashes
     * @param from the lender
     * @param to the borrower
     * @param roles what is lent
     * @param until when it ends, not included
     * @return the delegation
     * @throws InvalidInput if there is no role, or a name is spelt otherwise
     */
    public static Delegation of(String id, AccountId from, AccountId to, Set<String> roles, Instant until) {
        return new Delegation(id, from, to, new TreeSet<>(roles), until);
    }

    /**
     * Says whether it has ended.
     *
     * @param now the time
     * @return whether it has
     */
    public boolean endedBy(Instant now) {
        return !now.isBefore(until);
    }
}
