package io.bondtrader.security.authentication;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as the directory knows it.
 *
 * <p>Immutable.
 *
 * @param id of the account
 * @param person behind it; null for a service account that nobody owns
 * @param enabled whether it may sign in
 * @param epoch rises when rights are taken away; sessions of another epoch end
 */
public record Account(AccountId id, @Nullable PersonId person, boolean enabled, long epoch) {

    /** Checks that nothing is missing. */
    public Account {
        Objects.requireNonNull(id, "id");
    }
}
