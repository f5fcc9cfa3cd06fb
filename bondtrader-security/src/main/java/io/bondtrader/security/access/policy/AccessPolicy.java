package io.bondtrader.security.access.policy;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Roles, rules and duties under a version. It refers to nothing that it does not declare, its roles form no cycle, and no
 * single role holds duties that exclude each other. Made by {@link #builder} or read by {@link PolicyJson}.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class AccessPolicy {

    private final String version;
    private final SortedSet<Permission> permissions;
    private final RoleGraph roles;
    private final List<AccessRule> rules;
    private final List<StaticDuty> staticDuties;
    private final List<DynamicDuty> dynamicDuties;
    private final SortedSet<Permission> recorded;
    private final CanonicalJson json;
    private final String digest;

    AccessPolicy(Builder from) {
        this.version = Names.checked("policy version", from.version);
        this.permissions = Collections.unmodifiableSortedSet(new TreeSet<>(from.permissions));
        for (Role role : from.roles) {
            role.permissions().forEach(permission -> declared("permission of role " + role.name(), permission));
        }
        this.roles = new RoleGraph(from.roles);
        this.rules = sorted(from.rules, AccessRule::id);
        this.staticDuties = sorted(from.staticDuties, StaticDuty::id);
        this.dynamicDuties = sorted(from.dynamicDuties, DynamicDuty::id);
        this.recorded = Collections.unmodifiableSortedSet(new TreeSet<>(from.recorded));
        recorded.forEach(permission -> declared("recorded permission", permission));
        checkIds();
        rules.forEach(this::check);
        staticDuties.forEach(this::check);
        dynamicDuties.forEach(this::check);
        roles.roles().keySet().forEach(this::checkRoleAlone);
        this.json = PolicyWriter.write(this);
        this.digest = json.sha256();
    }

    private static <T> List<T> sorted(Collection<T> given, java.util.function.Function<T, String> id) {
        List<T> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparing(id));
        return List.copyOf(sorted);
    }

    private void declared(String what, Permission permission) {
        InvalidInput.unless(permissions.contains(permission), what, permission, "declared in the policy");
    }

    private void declared(String what, Collection<String> names) {
        for (String name : names) {
            InvalidInput.unless(roles.roles().containsKey(name), what, name, "a role of the policy");
        }
    }

    private void checkIds() {
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> InvalidInput.unless(ids.add(rule.id()), "rule", rule.id(), "named once"));
        staticDuties.forEach(duty -> InvalidInput.unless(ids.add(duty.id()), "duty", duty.id(), "named once"));
        dynamicDuties.forEach(duty -> InvalidInput.unless(ids.add(duty.id()), "duty", duty.id(), "named once"));
    }

    private void check(AccessRule rule) {
        rule.permissions().forEach(permission -> declared("permission of rule " + rule.id(), permission));
        declared("role of rule " + rule.id(), rule.roles());
        declared("role in the condition of " + rule.id(), rolesIn(rule.when()));
        if (rule.effect() instanceof Effect.Approval approval) {
            declared("approving step of " + rule.id(), approval.step());
            List<Permission> all = new ArrayList<>(rule.permissions());
            all.add(approval.step());
            oneKind("rule " + rule.id(), all);
            declared("eligible role of " + rule.id(), approval.eligible());
        }
    }

    /** Steps meet on an object; on objects of two kinds they never would, and nothing would ever be forbidden. */
    private static void oneKind(String what, Collection<Permission> steps) {
        Set<String> kinds = new TreeSet<>();
        steps.forEach(step -> kinds.add(step.resource().name()));
        InvalidInput.unless(kinds.size() == 1, "steps of " + what, kinds, "of one resource type");
    }

    private static Set<String> rolesIn(Condition condition) {
        Set<String> names = new TreeSet<>();
        if (condition instanceof Condition.AboveAuthority above) {
            names.addAll(above.authority().keySet());
        } else if (condition instanceof Condition.Not not) {
            names.addAll(rolesIn(not.other()));
        } else if (condition instanceof Condition.AllOf all) {
            all.parts().forEach(part -> names.addAll(rolesIn(part)));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(part -> names.addAll(rolesIn(part)));
        }
        return names;
    }

    private void check(StaticDuty duty) {
        if (duty instanceof StaticDuty.MutuallyExclusive exclusive) {
            declared("role of duty " + duty.id(), exclusive.roles());
        } else if (duty instanceof StaticDuty.ExclusivePermissions exclusive) {
            exclusive.permissions().forEach(permission -> declared("permission of duty " + duty.id(), permission));
        } else if (duty instanceof StaticDuty.Cardinality cardinality) {
            declared("role of duty " + duty.id(), List.of(cardinality.role()));
        }
    }

    private void check(DynamicDuty duty) {
        duty.steps().forEach(step -> declared("step of duty " + duty.id(), step));
        oneKind("duty " + duty.id(), duty.steps());
        if (duty instanceof DynamicDuty.NofM nOfM) {
            declared("eligible role of " + duty.id(), nOfM.eligible());
        }
    }

    private void checkRoleAlone(String role) {
        for (StaticDuty duty : staticDuties) {
            List<String> broken = broken(duty, Set.of(role));
            InvalidInput.unless(
                    broken.isEmpty(), "role " + role, broken, "free of what duty " + duty.id() + " excludes");
        }
    }

    /**
     * Says which exclusive duties somebody with these roles would hold together.
     *
     * @param duty the duty
     * @param held the roles, without what they inherit
     * @return how he comes by each, as in {@code head → trader}; empty if the duty allows it
     */
    public List<String> broken(StaticDuty duty, Collection<String> held) {
        List<String> paths = new ArrayList<>();
        if (duty instanceof StaticDuty.MutuallyExclusive exclusive) {
            for (String role : exclusive.roles()) {
                shortest(held, from -> roles.path(from, role)).forEach(paths::add);
            }
            return paths.size() > exclusive.maxHeld() ? List.copyOf(paths) : List.of();
        }
        if (duty instanceof StaticDuty.ExclusivePermissions exclusive) {
            for (Permission permission : exclusive.permissions()) {
                List<String> path = new ArrayList<>(shortest(held, from -> roles.path(from, permission)));
                if (path.isEmpty()) {
                    path.addAll(allowed(permission, held));
                }
                path.forEach(way -> paths.add(way + " → " + permission));
            }
            return paths.size() > exclusive.maxHeld() ? List.copyOf(paths) : List.of();
        }
        return List.of();
    }

    private static List<String> shortest(
            Collection<String> held, java.util.function.Function<String, List<String>> pathFrom) {
        List<String> best = List.of();
        for (String from : held) {
            List<String> path = pathFrom.apply(from);
            best = best.isEmpty() || (!path.isEmpty() && path.size() < best.size()) ? path : best;
        }
        return best.isEmpty() ? List.of() : List.of(String.join(" → ", best));
    }

    /** What a rule allows counts as held: whether its condition will hold one day is not known today. */
    private List<String> allowed(Permission permission, Collection<String> held) {
        for (AccessRule rule : rules) {
            if (rule.effect() instanceof Effect.Allow && rule.permissions().contains(permission)) {
                boolean concerned = rule.roles().isEmpty() && !held.isEmpty();
                for (String role : held) {
                    concerned |= !Collections.disjoint(roles.closure(role), rule.roles());
                }
                if (concerned) {
                    return List.of("rule " + rule.id());
                }
            }
        }
        return List.of();
    }

    /**
     * Begins a policy.
     *
     * @param version its version: lower-case words joined by dashes
     * @return the builder
     */
    public static Builder builder(String version) {
        return new Builder(version);
    }

    /** {@return its version} */
    public String version() {
        return version;
    }

    /** {@return every permission there is} */
    public SortedSet<Permission> permissions() {
        return permissions;
    }

    /** {@return the roles} */
    public RoleGraph roles() {
        return roles;
    }

    /** {@return the rules, sorted by id} */
    public List<AccessRule> rules() {
        return rules;
    }

    /** {@return what one person may not hold together, sorted by id} */
    public List<StaticDuty> staticDuties() {
        return staticDuties;
    }

    /** {@return what one person may not do to one object, sorted by id} */
    public List<DynamicDuty> dynamicDuties() {
        return dynamicDuties;
    }

    /** {@return the permissions whose every use is reported, not only its denial} */
    public SortedSet<Permission> recorded() {
        return recorded;
    }

    /** {@return the policy as canonical JSON, which {@link PolicyJson} reads back} */
    public CanonicalJson json() {
        return json;
    }

    /** {@return SHA-256 of the canonical JSON, in hexadecimal digits; a named condition is in it by its name alone} */
    public String digest() {
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessPolicy that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "AccessPolicy[" + version + ", " + roles.roles().size() + " roles, " + rules.size() + " rules, "
                + (staticDuties.size() + dynamicDuties.size()) + " duties]";
    }

    /** Collects a policy's parts, in any order. For use by one thread. */
    public static final class Builder {

        private final String version;
        private final SortedSet<Permission> permissions = new TreeSet<>();
        private final List<Role> roles = new ArrayList<>();
        private final List<AccessRule> rules = new ArrayList<>();
        private final List<StaticDuty> staticDuties = new ArrayList<>();
        private final List<DynamicDuty> dynamicDuties = new ArrayList<>();
        private final SortedSet<Permission> recorded = new TreeSet<>();

        private Builder(String version) {
            this.version = Objects.requireNonNull(version, "version");
        }

        /**
         * Declares permissions. One that is not declared is known to nobody.
         *
         * @param more the permissions
         * @return this builder
         */
        public Builder permissions(Collection<Permission> more) {
            permissions.addAll(more);
            return this;
        }

        /**
         * Declares roles.
         *
         * @param more the roles
         * @return this builder
         */
        public Builder roles(Role... more) {
            roles.addAll(List.of(more));
            return this;
        }

        /**
         * Adds rules.
         *
         * @param more the rules
         * @return this builder
         */
        public Builder rules(AccessRule... more) {
            rules.addAll(List.of(more));
            return this;
        }

        /**
         * Adds rules.
         *
         * @param more the rules
         * @return this builder
         */
        public Builder rules(Collection<AccessRule> more) {
            rules.addAll(more);
            return this;
        }

        /**
         * Adds duties that one person may not hold together.
         *
         * @param more the duties
         * @return this builder
         */
        public Builder duties(StaticDuty... more) {
            staticDuties.addAll(List.of(more));
            return this;
        }

        /**
         * Adds duties that one person may not do to one object.
         *
         * @param more the duties
         * @return this builder
         */
        public Builder duties(DynamicDuty... more) {
            dynamicDuties.addAll(List.of(more));
            return this;
        }

        /**
         * Reports every use of permissions, not only its denial.
         *
         * @param more the permissions
         * @return this builder
         */
        public Builder record(Permission... more) {
            recorded.addAll(List.of(more));
            return this;
        }

        /**
         * Checks and makes the policy.
         *
         * @return the policy
         * @throws InvalidInput if it refers to what it does not declare, names something twice, has a cycle of roles, or a
         *     role that alone holds duties which exclude each other
         */
        public AccessPolicy build() {
            return new AccessPolicy(this);
        }
    }
}
