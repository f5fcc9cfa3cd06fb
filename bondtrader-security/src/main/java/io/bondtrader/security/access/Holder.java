package io.bondtrader.security.access;

import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.identity.PersonId;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account with all it holds. Immutable. */
final class Holder {

    final @Nullable PersonId person;
    final boolean closed;

    /** Whether the person, or the account if nobody owns it, holds roles that exclude each other. */
    final boolean conflicted;

    private final Grip[] grips;

    Holder(@Nullable PersonId person, boolean closed, boolean conflicted, List<Grip> grips) {
        this.person = person;
        this.closed = closed;
        this.conflicted = conflicted;
        this.grips = grips.toArray(new Grip[0]);
    }

    List<Grip> grips() {
        return List.of(grips);
    }

    boolean is(@Nullable PersonId claimed) {
        return person == null ? claimed == null : person.equals(claimed);
    }

    /**
     * The grip that grants: an own one before a borrowed one, so that a lender stands behind a step only if he has to. Reads
     * the clock only for a grip that ends.
     */
    @Nullable
    Grip granting(int permission, ResourceRef object, InstantSource clock) {
        Grip borrowed = null;
        for (Grip grip : grips) {
            if (grip.grants(permission) && grip.covers(object) && (!grip.ends() || grip.holdsAt(clock.millis()))) {
                if (grip.lender == null) {
                    return grip;
                }
                borrowed = borrowed == null ? grip : borrowed;
            }
        }
        return borrowed;
    }

    boolean grantsElsewhere(int permission, long nowMillis) {
        for (Grip grip : grips) {
            if (grip.grants(permission) && grip.holdsAt(nowMillis)) {
                return true;
            }
        }
        return false;
    }

    /** The roles held where an object is, with all they inherit. */
    SortedSet<String> roles(ResourceRef object, long nowMillis) {
        SortedSet<String> roles = new TreeSet<>();
        for (Grip grip : grips) {
            if (grip.covers(object) && grip.holdsAt(nowMillis)) {
                roles.addAll(grip.roles);
            }
        }
        return Collections.unmodifiableSortedSet(roles);
    }

    /** Whether one of some roles is held anywhere. */
    boolean holdsAny(SortedSet<String> roles, long nowMillis) {
        for (Grip grip : grips) {
            if (grip.holdsAt(nowMillis) && !Collections.disjoint(grip.roles, roles)) {
                return true;
            }
        }
        return false;
    }
}
