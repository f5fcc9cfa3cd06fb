package io.bondtrader.security.access;

import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.identity.AccountId;
import java.util.Objects;

/**
 * Something that an account may do as far as roles and rules without condition say; rules with one, and duties, may still
 * forbid it.
 *
 * <p>Immutable.
 *
 * @param account the account
 * @param holder the person behind it, or the account itself if nobody owns it
 * @param permission what it may do
 * @param scope where
 * @param via how it comes by it: the roles from the one granted to the one that has the permission, or a rule
 */
public record Entitlement(AccountId account, String holder, Permission permission, GrantScope scope, String via) {

    /** Checks that nothing is missing. */
    public Entitlement {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(via, "via");
    }

    /** Whether it gives the same to the same, however it comes by it. */
    boolean sameRight(Entitlement other) {
        return account.equals(other.account) && permission.equals(other.permission) && scope.equals(other.scope);
    }
}
