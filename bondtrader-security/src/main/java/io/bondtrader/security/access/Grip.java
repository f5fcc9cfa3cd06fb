package io.bondtrader.security.access;

import io.bondtrader.security.access.grant.Holdings;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.identity.PersonId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A role as it lies in an account's hand, ready to be looked up: which permissions, where, until when. */
final class Grip {

    final GrantScope scope;
    final @Nullable PersonId lender;
    final SortedSet<String> roles;
    final List<Reason> reasons;
    private final long[] permissions;
    private final boolean anywhere;
    private final long untilMillis;

    Grip(Holdings.Held held, CompiledRole role, @Nullable PersonId lender) {
        this.scope = held.grant().scope();
        this.lender = lender;
        this.roles = role.closure();
        this.permissions = role.bits();
        this.anywhere = scope.isAny();
        this.untilMillis = held.until() == null ? Long.MAX_VALUE : held.until().toEpochMilli();
        String lent = held.lender() == null ? "" : ", lent by " + held.lender();
        this.reasons =
                List.of(new Reason(ReasonCode.GRANTED_BY_ROLE, held.grant().role(), "in " + scope + lent));
    }

    boolean ends() {
        return untilMillis != Long.MAX_VALUE;
    }

    boolean holdsAt(long nowMillis) {
        return nowMillis < untilMillis;
    }

    boolean grants(int permission) {
        return (permissions[permission >> 6] & (1L << (permission & 63))) != 0;
    }

    boolean covers(ResourceRef object) {
        return anywhere || scope.covers(object);
    }
}
