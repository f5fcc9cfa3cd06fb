package io.bondtrader.security.access.grant;

import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.identity.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds. Immutable.
 *
 * @param account the account
 * @param role the role
 * @param scope where it holds
 * @param until when it ends, not included; null for no end
 */
public record RoleGrant(
        AccountId account,
        String role,
        GrantScope scope,
        @Nullable Instant until) {

    /**
     * Checks the name.
     *
     * @throws io.bondtrader.core.error.InvalidInput if it is no name of a role
     */
    public RoleGrant {
        Objects.requireNonNull(account, "account");
        Names.checked("role", role);
        Objects.requireNonNull(scope, "scope");
    }

    /**
     * Returns a grant without end.
     *
     * @param account the account
     * @param role the role
     * @param scope where it holds
     * @return the grant
     * @throws io.bondtrader.core.error.InvalidInput if the name is none of a role
     */
    public static RoleGrant of(AccountId account, String role, GrantScope scope) {
        return new RoleGrant(account, role, scope, null);
    }

    /**
     * Returns this grant with an end.
     *
     * @param end when it ends, not included
     * @return the grant
     */
    public RoleGrant until(Instant end) {
        return new RoleGrant(account, role, scope, Objects.requireNonNull(end, "end"));
    }

    /**
     * Says whether it has ended.
     *
     * @param now the time
     * @return whether it has
     */
    public boolean endedBy(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
