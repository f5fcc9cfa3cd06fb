package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Permission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Roles with what they inherit, directly and through others. Immutable. */
public final class RoleGraph {

    private final SortedMap<String, Role> roles;
    private final Map<String, SortedSet<String>> closures = new HashMap<>();
    private final Map<String, SortedSet<Permission>> permissions = new HashMap<>();

    /** Visits every role after those it inherits, so that depth costs no stack. */
    RoleGraph(Collection<Role> given) {
        SortedMap<String, Role> byName = new TreeMap<>();
        for (Role role : given) {
            InvalidInput.unless(byName.put(role.name(), role) == null, "role", role.name(), "declared once");
        }
        this.roles = Collections.unmodifiableSortedMap(byName);
        for (Role role : given) {
            for (String other : role.inherits()) {
                InvalidInput.unless(
                        byName.containsKey(other), "role inherited by " + role.name(), other, "a role of the policy");
            }
        }
        for (String name : byName.keySet()) {
            close(name);
        }
    }

    private void close(String start) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        SortedSet<String> above = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.peek();
            if (closures.containsKey(name)) {
                open.pop();
                above.remove(name);
                continue;
            }
            above.add(name);
            Role role = role(name);
            boolean ready = true;
            for (String other : role.inherits()) {
                if (!closures.containsKey(other)) {
                    InvalidInput.unless(!above.contains(other), "role " + name, other, "free of a cycle");
                    open.push(other);
                    ready = false;
                    break;
                }
            }
            if (ready) {
                SortedSet<String> closure = new TreeSet<>(List.of(name));
                SortedSet<Permission> all = new TreeSet<>(role.permissions());
                for (String other : role.inherits()) {
                    closure.addAll(Objects.requireNonNull(closures.get(other)));
                    all.addAll(Objects.requireNonNull(permissions.get(other)));
                }
                closures.put(name, Collections.unmodifiableSortedSet(closure));
                permissions.put(name, Collections.unmodifiableSortedSet(all));
            }
        }
    }

    /** {@return the roles by name} */
    public SortedMap<String, Role> roles() {
        return roles;
    }

    /**
     * Returns a role.
     *
     * @param name its name
     * @return the role
     * @throws InvalidInput if there is none of that name
     */
    public Role role(String name) {
        @Nullable Role role = roles.get(name);
        if (role == null) {
            throw new InvalidInput("role", name, "a role of the policy");
        }
        return role;
    }

    /**
     * Returns a role and all that it inherits.
     *
     * @param name its name
     * @return the names, itself among them
     * @throws InvalidInput if there is none of that name
     */
    public SortedSet<String> closure(String name) {
        role(name);
        return Objects.requireNonNull(closures.get(name));
    }

    /**
     * Returns a role's permissions and all that it inherits.
     *
     * @param name its name
     * @return the permissions
     * @throws InvalidInput if there is none of that name
     */
    public SortedSet<Permission> permissions(String name) {
        role(name);
        return Objects.requireNonNull(permissions.get(name));
    }

    /**
     * Returns how a role comes by another: the shortest path of inheritance.
     *
     * @param from the inheriting role
     * @param to the inherited one
     * @return the names on the way, both ends included; empty if it does not inherit it
     */
    public List<String> path(String from, String to) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        cameFrom.put(from, from);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (name.equals(to)) {
                return trace(cameFrom, from, to);
            }
            for (String other : role(name).inherits()) {
                if (cameFrom.putIfAbsent(other, name) == null) {
                    open.add(other);
                }
            }
        }
        return List.of();
    }

    /**
     * Returns how a role comes by a permission: the shortest path to a role that has it of its own.
     *
     * @param from the role
     * @param permission the permission
     * @return the names on the way, both ends included; empty if it does not have it
     */
    public List<String> path(String from, Permission permission) {
        List<String> best = List.of();
        for (String other : closure(from)) {
            if (role(other).permissions().contains(permission)) {
                List<String> path = path(from, other);
                best = best.isEmpty() || path.size() < best.size() ? path : best;
            }
        }
        return best;
    }

    private static List<String> trace(Map<String, String> cameFrom, String from, String to) {
        List<String> path = new ArrayList<>(List.of(to));
        String at = to;
        while (!at.equals(from)) {
            at = Objects.requireNonNull(cameFrom.get(at));
            path.add(0, at);
        }
        return List.copyOf(path);
    }
}
