package io.bondtrader.security.access.duty;

import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A step that was permitted, and so counts as taken. Immutable.
 *
 * @param object with which, without where it belonged
 * @param step what was done
 * @param at when
 * @param account by which account
 * @param persons who stood behind it: the person himself, the user a service acted for, and whoever delegated the role
 * @param roles what the account held at the time, with all that is inherited
 * @param contentDigest SHA-256 of the content's canonical JSON, in hexadecimal digits
 * @param exception the exception that made it possible; empty for none
 */
public record DutyStep(
        ResourceRef object,
        Permission step,
        Instant at,
        AccountId account,
        Set<PersonId> persons,
        SortedSet<String> roles,
        String contentDigest,
        String exception) {

    /** Copies the sets, and drops where the object belonged. */
    public DutyStep {
        object = object.identity();
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(account, "account");
        SortedSet<PersonId> sorted = new TreeSet<>(Comparator.comparing(PersonId::value));
        sorted.addAll(persons);
        persons = Collections.unmodifiableSortedSet(sorted);
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        Objects.requireNonNull(contentDigest, "contentDigest");
        Objects.requireNonNull(exception, "exception");
    }

    /**
     * Says whether one of some persons stood behind it.
     *
     * @param others the persons
     * @return whether one did
     */
    public boolean isOfAny(Set<PersonId> others) {
        return persons.stream().anyMatch(others::contains);
    }
}
