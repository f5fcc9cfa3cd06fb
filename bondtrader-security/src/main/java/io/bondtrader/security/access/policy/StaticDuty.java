package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one natural person may not hold together, over all accounts, keys and delegations and with all that roles inherit.
 *
 * <p>Source: ANSI INCITS 359-2012, static separation of duty relations, extended from users to persons and to permissions.
 */
public sealed interface StaticDuty {

    /** {@return lower-case words joined by dashes, unique in its policy} */
    String id();

    /**
     * Of some roles a person holds at most so many.
     *
     * @param id lower-case words joined by dashes
     * @param roles the roles
     * @param maxHeld how many at most
     */
    record MutuallyExclusive(String id, SortedSet<String> roles, int maxHeld) implements StaticDuty {

        /**
         * Copies the roles.
         *
         * @throws InvalidInput if a person could hold all of them
         */
        public MutuallyExclusive {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
            bounded(id, maxHeld, roles.size());
        }
    }

    /**
     * Of some permissions a person holds at most so many, wherever they hold.
     *
     * @param id lower-case words joined by dashes
     * @param permissions the permissions
     * @param maxHeld how many at most
     */
    record ExclusivePermissions(String id, SortedSet<Permission> permissions, int maxHeld) implements StaticDuty {

        /**
         * Copies the permissions.
         *
         * @throws InvalidInput if a person could hold all of them
         */
        public ExclusivePermissions {
            permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
            bounded(id, maxHeld, permissions.size());
        }
    }

    /**
     * At most so many persons hold a role.
     *
     * @param id lower-case words joined by dashes
     * @param role the role
     * @param maxPersons how many at most; a service account that nobody owns counts as a person
     */
    record Cardinality(String id, String role, int maxPersons) implements StaticDuty {

        /**
         * Checks the number.
         *
         * @throws InvalidInput if it is not positive
         */
        public Cardinality {
            Names.checked("duty", id);
            InvalidInput.unless(maxPersons >= 1, "most persons of " + id, maxPersons, "1 or more");
        }
    }

    private static void bounded(String id, int maxHeld, int size) {
        Names.checked("duty", id);
        InvalidInput.unless(maxHeld >= 1 && maxHeld < size, "most held of " + id, maxHeld, "from 1 to " + (size - 1));
    }
}
