package io.bondtrader.security.access;

import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.Conflict;
import io.bondtrader.security.access.grant.Holdings;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Condition;
import io.bondtrader.security.access.policy.Effect;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.identity.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers who holds what, at one moment. Immutable and safe for use by any thread. */
public final class AccessQueries {

    private final Snapshot snapshot;
    private final Instant now;

    AccessQueries(Snapshot snapshot, Instant now) {
        this.snapshot = snapshot;
        this.now = now;
    }

    /**
     * Returns who may do something with an object.
     *
     * @param permission what
     * @param object with what, and where it belongs
     * @return who, and how he comes by it, sorted by account
     */
    public List<Entitlement> whoCan(Permission permission, ResourceRef object) {
        List<Entitlement> found = new ArrayList<>();
        for (AccountId account : accounts()) {
            for (Entitlement one : whatCan(account)) {
                if (one.permission().equals(permission) && one.scope().covers(object)) {
                    found.add(one);
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns what an account may do.
     *
     * @param account the account
     * @return what, sorted by permission; nothing for an account that is unknown or closed
     */
    public List<Entitlement> whatCan(AccountId account) {
        return entitlements(snapshot.policy(), snapshot.book(), account, now);
    }

    /** {@return duties in one hand that exclude each other; there are none unless the book was changed elsewhere} */
    public List<Conflict> conflicts() {
        return snapshot.conflicts();
    }

    /**
     * Says what another policy would change.
     *
     * @param policy the policy
     * @return what would be gained and lost, and which duties would clash
     */
    public PolicyDifference simulate(AccessPolicy policy) {
        List<Entitlement> gained = new ArrayList<>();
        List<Entitlement> lost = new ArrayList<>();
        AccessBook book = snapshot.book();
        for (AccountId account : accounts()) {
            List<Entitlement> before = whatCan(account);
            List<Entitlement> after = entitlements(policy, book, account, now);
            after.stream()
                    .filter(one -> before.stream().noneMatch(one::sameRight))
                    .forEach(gained::add);
            before.stream()
                    .filter(one -> after.stream().noneMatch(one::sameRight))
                    .forEach(lost::add);
        }
        List<Conflict> clashes = new ArrayList<>(Holdings.of(book, now).conflicts(policy, book, now));
        clashes.removeAll(snapshot.conflicts());
        return new PolicyDifference(gained, lost, clashes);
    }

    private List<AccountId> accounts() {
        List<AccountId> sorted = new ArrayList<>(snapshot.accounts());
        sorted.sort(Comparator.comparing(AccountId::value));
        return sorted;
    }

    private static List<Entitlement> entitlements(
            AccessPolicy policy, AccessBook book, AccountId account, Instant now) {
        List<Entitlement> found = new ArrayList<>();
        if (book.registry().isClosed(account)) {
            return found;
        }
        String holder = Holdings.holder(book, account);
        Set<String> held = new HashSet<>();
        List<Holdings.Held> grants = Holdings.of(book, account, now);
        for (Holdings.Held one : grants) {
            if (policy.roles().roles().containsKey(one.grant().role())) {
                held.addAll(policy.roles().closure(one.grant().role()));
            }
        }
        for (Permission permission : policy.permissions()) {
            if (forbidden(policy, permission, held)) {
                continue;
            }
            for (Holdings.Held one : grants) {
                String role = one.grant().role();
                if (policy.roles().roles().containsKey(role)
                        && policy.roles().permissions(role).contains(permission)) {
                    String via = String.join(" → ", policy.roles().path(role, permission));
                    found.add(new Entitlement(
                            account, holder, permission, one.grant().scope(), via));
                }
            }
            for (AccessRule rule : policy.rules()) {
                if (rule.effect() instanceof Effect.Allow && rule.permissions().contains(permission)) {
                    for (GrantScope scope : scopes(policy, rule, grants)) {
                        found.add(new Entitlement(account, holder, permission, scope, "rule " + rule.id()));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** Where a rule allows: where a role that it names is held. Of two places that overlap in part, the rule's is named. */
    private static Set<GrantScope> scopes(AccessPolicy policy, AccessRule rule, List<Holdings.Held> grants) {
        Set<GrantScope> scopes = new LinkedHashSet<>();
        if (rule.roles().isEmpty()) {
            scopes.add(rule.scope());
        }
        for (Holdings.Held one : grants) {
            String role = one.grant().role();
            if (policy.roles().roles().containsKey(role)
                    && !Collections.disjoint(policy.roles().closure(role), rule.roles())) {
                scopes.add(rule.scope().isAny() ? one.grant().scope() : rule.scope());
            }
        }
        return scopes;
    }

    private static boolean concerns(AccessRule rule, Permission permission, Set<String> held) {
        return rule.permissions().contains(permission)
                && (rule.roles().isEmpty() || !Collections.disjoint(new TreeSet<>(held), rule.roles()));
    }

    private static boolean forbidden(AccessPolicy policy, Permission permission, Set<String> held) {
        for (AccessRule rule : policy.rules()) {
            if (rule.effect() instanceof Effect.Forbid
                    && rule.when() instanceof Condition.Always
                    && rule.scope().isAny()
                    && concerns(rule, permission, held)) {
                return true;
            }
        }
        return false;
    }
}
