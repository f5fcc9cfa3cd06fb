package io.bondtrader.security.access.policy;

import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Permissions under a name, and the roles whose permissions it has as well. Immutable.
 *
 * @param name lower-case words joined by dashes
 * @param permissions its own
 * @param inherits the roles whose permissions it has as well
 */
public record Role(String name, SortedSet<Permission> permissions, SortedSet<String> inherits) {

    /**
     * Copies the sets.
     *
     * @throws io.bondtrader.core.error.InvalidInput if a name is spelt otherwise
     */
    public Role {
        Names.checked("role", name);
        inherits.forEach(other -> Names.checked("inherited role", other));
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        inherits = Collections.unmodifiableSortedSet(new TreeSet<>(inherits));
    }

    /**
     * Returns a role that inherits nothing.
     *
     * @param name lower-case words joined by dashes
     * @param permissions its own
     * @return the role
     * @throws io.bondtrader.core.error.InvalidInput if the name is spelt otherwise
     */
    public static Role of(String name, Permission... permissions) {
        return new Role(name, new TreeSet<>(Set.of(permissions)), new TreeSet<>());
    }

    /**
     * Returns this role with others' permissions as well.
     *
     * @param roles the others
     * @return the role
     * @throws io.bondtrader.core.error.InvalidInput if a name is spelt otherwise
     */
    public Role inheriting(String... roles) {
        SortedSet<String> all = new TreeSet<>(inherits);
        all.addAll(Set.of(roles));
        return new Role(name, permissions, all);
    }
}
