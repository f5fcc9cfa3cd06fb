package io.bondtrader.security.access;

import io.bondtrader.security.access.grant.Conflict;
import java.util.List;

/**
 * What another policy would change. Immutable.
 *
 * @param gained what accounts could do then and cannot do now
 * @param lost what accounts can do now and could not do then
 * @param conflicts duties in one hand that would exclude each other
 */
public record PolicyDifference(List<Entitlement> gained, List<Entitlement> lost, List<Conflict> conflicts) {

    /** Copies the lists. */
    public PolicyDifference {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        conflicts = List.copyOf(conflicts);
    }

    /** {@return whether nothing would change} */
    public boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty() && conflicts.isEmpty();
    }
}
