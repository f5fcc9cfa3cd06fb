package io.bondtrader.security.authentication;

import java.util.Set;

/** The groups that an identity provider states. What is not stated is not known, and what is not known permits nothing. */
public sealed interface Groups {

    /**
     * Says whether the user is known to be in a group.
     *
     * @param group exactly
     * @return whether it was stated
     */
    boolean knownToContain(String group);

    /**
     * All groups were stated.
     *
     * @param names of the groups
     */
    record Stated(Set<String> names) implements Groups {

        /** Copies the set. */
        public Stated {
            names = Set.copyOf(names);
        }

        @Override
        public boolean knownToContain(String group) {
            return names.contains(group);
        }
    }

    /** Some or all groups were left out, as Entra does when they are too many. */
    record Unknown() implements Groups {
        @Override
        public boolean knownToContain(String group) {
            return false;
        }
    }
}
