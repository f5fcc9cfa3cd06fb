package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.identity.Factor;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule beside the roles. It concerns requests for its permissions, within its scope, of people who hold one of its roles
 * anywhere (of all people if it names none). The order of rules means nothing.
 *
 * <p>Immutable.
 *
 * @param id lower-case words joined by dashes, unique in its policy
 * @param permissions what it is about
 * @param roles whom it is about; empty for everybody. An allowing rule asks that the role is held where the object is
 * @param scope where it holds
 * @param when under which circumstances
 * @param effect what it does
 */
public record AccessRule(
        String id,
        SortedSet<Permission> permissions,
        SortedSet<String> roles,
        GrantScope scope,
        Condition when,
        Effect effect) {

    /**
     * Copies the sets.
     *
     * @throws InvalidInput if the id is spelt otherwise, or there is no permission
     */
    public AccessRule {
        Names.checked("rule", id);
        InvalidInput.unless(!permissions.isEmpty(), "permissions of " + id, permissions, "one or more");
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(effect, "effect");
    }

    private static AccessRule of(String id, Effect effect, Permission... permissions) {
        return new AccessRule(
                id, new TreeSet<>(Set.of(permissions)), new TreeSet<>(), GrantScope.any(), Condition.always(), effect);
    }

    /**
     * Returns a rule that denies.
     *
     * @param id lower-case words joined by dashes
     * @param permissions what it is about
     * @return the rule
     * @throws InvalidInput if the id is spelt otherwise
     */
    public static AccessRule forbid(String id, Permission... permissions) {
        return of(id, new Effect.Forbid(), permissions);
    }

    /**
     * Returns a rule that grants what no role grants.
     *
     * @param id lower-case words joined by dashes
     * @param permissions what it is about
     * @return the rule
     * @throws InvalidInput if the id is spelt otherwise
     */
    public static AccessRule allow(String id, Permission... permissions) {
        return of(id, new Effect.Allow(), permissions);
    }

    /**
     * Returns a rule that asks for a fresh proof.
     *
     * @param id lower-case words joined by dashes
     * @param anyOf the factors, any of which will do
     * @param within how long ago at most
     * @param permissions what it is about
     * @return the rule
     * @throws InvalidInput if the id is spelt otherwise
     */
    public static AccessRule stepUp(String id, Set<Factor> anyOf, Duration within, Permission... permissions) {
        return of(id, new Effect.StepUp(new TreeSet<>(anyOf), within, false), permissions);
    }

    /**
     * Returns a rule that asks for a fresh proof given for the very content of the request.
     *
     * @param id lower-case words joined by dashes
     * @param anyOf the factors, any of which will do
     * @param within how long ago at most
     * @param permissions what it is about
     * @return the rule
     * @throws InvalidInput if the id is spelt otherwise
     */
    public static AccessRule signed(String id, Set<Factor> anyOf, Duration within, Permission... permissions) {
        return of(id, new Effect.StepUp(new TreeSet<>(anyOf), within, true), permissions);
    }

    /**
     * Returns a rule that asks for the approval of others.
     *
     * @param id lower-case words joined by dashes
     * @param step what an approver does
     * @param count how many persons
     * @param eligible the roles, any of which an approver holds
     * @param permissions what it is about
     * @return the rule
     * @throws InvalidInput if the id is spelt otherwise
     */
    public static AccessRule approval(
            String id, Permission step, int count, Set<String> eligible, Permission... permissions) {
        return of(id, new Effect.Approval(step, count, new TreeSet<>(eligible)), permissions);
    }

    /**
     * Returns a rule that permits with an obligation.
     *
     * @param id lower-case words joined by dashes
     * @param obligation lower-case words joined by dashes
     * @param permissions what it is about
     * @return the rule
     * @throws InvalidInput if a name is spelt otherwise
     */
    public static AccessRule oblige(String id, String obligation, Permission... permissions) {
        return of(id, new Effect.Oblige(obligation), permissions);
    }

    /**
     * Returns this rule under a condition.
     *
     * @param condition under which circumstances
     * @return the rule
     */
    public AccessRule when(Condition condition) {
        return new AccessRule(id, permissions, roles, scope, condition, effect);
    }

    /**
     * Returns this rule for holders of some roles.
     *
     * @param names any of which will do
     * @return the rule
     */
    public AccessRule forRoles(String... names) {
        return new AccessRule(id, permissions, new TreeSet<>(Set.of(names)), scope, when, effect);
    }

    /**
     * Returns this rule for some places.
     *
     * @param places where it holds
     * @return the rule
     */
    public AccessRule within(GrantScope places) {
        return new AccessRule(id, permissions, roles, places, when, effect);
    }
}
