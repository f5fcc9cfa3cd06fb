package io.bondtrader.security.token;

import java.util.Set;

/** Which groups a token puts its subject in, if it says so. */
public sealed interface GroupMembership {

    /**
     * The token names them all.
     *
     * @param groups the names, possibly none
     */
    record Known(Set<String> groups) implements GroupMembership {

        /** Copies the names. */
        public Known {
            groups = Set.copyOf(groups);
        }
    }

    /** The token leaves them out, because they are too many or not configured: ask elsewhere, or refuse. */
    record Unknown() implements GroupMembership {}
}
