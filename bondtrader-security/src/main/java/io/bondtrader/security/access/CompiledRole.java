package io.bondtrader.security.access;

import io.bondtrader.security.access.policy.RoleGraph;
import io.bondtrader.security.access.request.Permission;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/** A role with all that it inherits, its permissions as bits. */
final class CompiledRole {

    private final SortedSet<String> closure;
    private final long[] bits;

    CompiledRole(RoleGraph roles, String name, Map<Permission, Guard> guards) {
        this.closure = roles.closure(name);
        this.bits = new long[(guards.size() >> 6) + 1];
        for (Permission permission : roles.permissions(name)) {
            int index = Objects.requireNonNull(guards.get(permission)).index;
            bits[index >> 6] |= 1L << (index & 63);
        }
    }

    SortedSet<String> closure() {
        return closure;
    }

    /** Shared, not to be changed. */
    long[] bits() {
        return bits;
    }
}
