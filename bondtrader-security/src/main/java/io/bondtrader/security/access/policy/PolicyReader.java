package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.identity.Factor;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads one policy; every reference is checked where it stands, so that the message can say where. */
final class PolicyReader {

    private final ConditionReader conditions;
    private final Set<Permission> declared = new HashSet<>();
    private final Map<String, JsonPlace> roles = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    PolicyReader(Map<String, Predicate<Facts>> named) {
        this.conditions = new ConditionReader(named, this::role);
    }

    AccessPolicy read(JsonPlace json) {
        json.members("format", "version", "permissions", "roles", "rules", "staticDuties", "dynamicDuties", "recorded");
        JsonPlace format = json.get("format");
        if (format.integer() != 1) {
            throw format.refuse(format.integer(), "1, the only format there is");
        }
        JsonPlace version = json.get("version");
        AccessPolicy.Builder policy =
                AccessPolicy.builder(version.make(() -> Names.checked("policy version", version.text())));
        for (JsonPlace place : json.get("permissions").elements()) {
            Permission permission = anyPermission(place);
            InvalidInput.unless(declared.add(permission), place.path(), permission, "declared once");
        }
        policy.permissions(declared);
        for (JsonPlace place : json.get("roles").elements()) {
            JsonPlace name = place.members("name", "permissions", "inherits").get("name");
            InvalidInput.unless(roles.put(name.text(), place) == null, name.path(), name.text(), "declared once");
        }
        roles(json.get("roles")).forEach(policy::roles);
        json.get("rules").elements().forEach(place -> policy.rules(rule(place)));
        json.get("staticDuties").elements().forEach(place -> policy.duties(staticDuty(place)));
        json.get("dynamicDuties").elements().forEach(place -> policy.duties(dynamicDuty(place)));
        permissions(json.get("recorded")).forEach(policy::record);
        return build(json, policy);
    }

    /** What only the whole shows, such as a role that inherits exclusive duties, is a fault of the place it names. */
    private AccessPolicy build(JsonPlace json, AccessPolicy.Builder policy) {
        try {
            return policy.build();
        } catch (InvalidInput refused) {
            for (Map.Entry<String, JsonPlace> role : roles.entrySet()) {
                if (refused.getMessage().contains(": role " + role.getKey() + " must")) {
                    return role.getValue().make(() -> {
                        throw refused;
                    });
                }
            }
            return json.make(() -> {
                throw refused;
            });
        }
    }

    private List<Role> roles(JsonPlace json) {
        List<Role> read = new ArrayList<>();
        for (JsonPlace place : json.elements()) {
            SortedSet<Permission> permissions = permissions(place.get("permissions"));
            SortedSet<String> inherits = names(place.get("inherits"), this::role);
            read.add(place.make(() -> new Role(place.get("name").text(), permissions, inherits)));
        }
        return read;
    }

    private Permission anyPermission(JsonPlace place) {
        place.members("resource", "action");
        return place.make(() ->
                Permission.of(place.get("resource").text(), place.get("action").text()));
    }

    private Permission permission(JsonPlace place) {
        Permission permission = anyPermission(place);
        InvalidInput.unless(declared.contains(permission), place.path(), permission, "declared in $.permissions");
        return permission;
    }

    private SortedSet<Permission> permissions(JsonPlace place) {
        SortedSet<Permission> all = new TreeSet<>();
        for (JsonPlace element : place.elements()) {
            Permission permission = permission(element);
            InvalidInput.unless(all.add(permission), element.path(), permission, "given once");
        }
        return all;
    }

    String role(JsonPlace place) {
        String name = place.text();
        InvalidInput.unless(roles.containsKey(name), place.path(), name, "a role declared in $.roles");
        return name;
    }

    static SortedSet<String> names(JsonPlace place, Function<JsonPlace, String> reader) {
        SortedSet<String> all = new TreeSet<>();
        for (JsonPlace element : place.elements()) {
            InvalidInput.unless(all.add(reader.apply(element)), element.path(), element.text(), "given once");
        }
        return all;
    }

    static SortedSet<Factor> factors(JsonPlace place) {
        SortedSet<Factor> all = new TreeSet<>();
        for (JsonPlace element : place.elements()) {
            InvalidInput.unless(all.add(element.constant(Factor.class)), element.path(), element.text(), "given once");
        }
        return all;
    }

    static Duration duration(JsonPlace place) {
        try {
            return Duration.parse(place.text());
        } catch (DateTimeException unreadable) {
            throw place.refuse(place.text(), "a duration such as PT5M");
        }
    }

    private String id(JsonPlace place) {
        JsonPlace id = place.get("id");
        InvalidInput.unless(ids.add(id.text()), id.path(), id.text(), "named once");
        return id.text();
    }

    private AccessRule rule(JsonPlace place) {
        place.members("id", "permissions", "roles", "scope", "when", "effect");
        String id = id(place);
        SortedSet<Permission> permissions = permissions(place.get("permissions"));
        SortedSet<String> names = names(place.get("roles"), this::role);
        GrantScope scope = scope(place.get("scope"));
        Condition when = conditions.read(place.get("when"));
        Effect effect = effect(place.get("effect"));
        return place.make(() -> new AccessRule(id, permissions, names, scope, when, effect));
    }

    private static GrantScope scope(JsonPlace place) {
        if (place.isText()) {
            InvalidInput.unless(place.text().equals("any"), place.path(), place.text(), "\"any\" or an object");
            return GrantScope.any();
        }
        GrantScope scope = GrantScope.any();
        InvalidInput.unless(!place.names().isEmpty(), place.path(), "empty", "\"any\" or an object with a dimension");
        for (String name : place.names()) {
            JsonPlace places = place.get(name);
            Dimension dimension = dimension(places, name);
            SortedSet<String> among = names(places, JsonPlace::text);
            GrantScope sofar = scope;
            scope = places.make(() -> sofar.and(dimension, among));
        }
        return scope;
    }

    private static Dimension dimension(JsonPlace place, String name) {
        for (Dimension dimension : Dimension.values()) {
            if (PolicyWriter.name(dimension).equals(name)) {
                return dimension;
            }
        }
        throw place.refuse("unknown", "one of book, desk, portfolio, issuer");
    }

    private Effect effect(JsonPlace place) {
        if (place.isText()) {
            return switch (place.text()) {
                case "forbid" -> new Effect.Forbid();
                case "allow" -> new Effect.Allow();
                default -> throw place.refuse(place.text(), "forbid, allow, or an object");
            };
        }
        String kind = place.onlyMember();
        JsonPlace inner = place.get(kind);
        return switch (kind) {
            case "stepUp" -> {
                inner.members("factors", "within", "ofContent");
                yield inner.make(() -> new Effect.StepUp(
                        factors(inner.get("factors")),
                        duration(inner.get("within")),
                        inner.get("ofContent").bool()));
            }
            case "approval" -> {
                inner.members("step", "count", "eligible");
                yield inner.make(() -> new Effect.Approval(
                        permission(inner.get("step")),
                        inner.get("count").integer(),
                        names(inner.get("eligible"), this::role)));
            }
            case "oblige" -> inner.make(() -> new Effect.Oblige(inner.text()));
            default -> throw inner.refuse("unknown", "stepUp, approval or oblige");
        };
    }

    private StaticDuty staticDuty(JsonPlace place) {
        if (place.names().contains("exclusiveRoles")) {
            place.members("id", "exclusiveRoles", "maxHeld");
            String id = id(place);
            SortedSet<String> names = names(place.get("exclusiveRoles"), this::role);
            int maxHeld = place.get("maxHeld").integer();
            return place.make(() -> new StaticDuty.MutuallyExclusive(id, names, maxHeld));
        }
        if (place.names().contains("exclusivePermissions")) {
            place.members("id", "exclusivePermissions", "maxHeld");
            String id = id(place);
            SortedSet<Permission> permissions = permissions(place.get("exclusivePermissions"));
            int maxHeld = place.get("maxHeld").integer();
            return place.make(() -> new StaticDuty.ExclusivePermissions(id, permissions, maxHeld));
        }
        place.members("id", "role", "maxPersons");
        String id = id(place);
        String role = role(place.get("role"));
        int most = place.get("maxPersons").integer();
        return place.make(() -> new StaticDuty.Cardinality(id, role, most));
    }

    private DynamicDuty dynamicDuty(JsonPlace place) {
        String type = place.get("type").text();
        switch (type) {
            case "distinct-actor" -> {
                place.members("id", "type", "first", "second");
                String id = id(place);
                Permission first = permission(place.get("first"));
                Permission second = permission(place.get("second"));
                return place.make(() -> new DynamicDuty.DistinctActor(id, first, second));
            }
            case "max-steps" -> {
                place.members("id", "type", "steps", "most");
                String id = id(place);
                SortedSet<Permission> steps = permissions(place.get("steps"));
                int most = place.get("most").integer();
                return place.make(() -> new DynamicDuty.MaxSteps(id, steps, most));
            }
            case "n-of-m" -> {
                place.members("id", "type", "step", "approval", "count", "eligible");
                String id = id(place);
                Permission step = permission(place.get("step"));
                Permission approval = permission(place.get("approval"));
                int count = place.get("count").integer();
                SortedSet<String> eligible = names(place.get("eligible"), this::role);
                return place.make(() -> new DynamicDuty.NofM(id, step, approval, count, eligible));
            }
            case "cool-off" -> {
                place.members("id", "type", "first", "second", "pause");
                String id = id(place);
                Permission first = permission(place.get("first"));
                Permission second = permission(place.get("second"));
                Duration pause = duration(place.get("pause"));
                return place.make(() -> new DynamicDuty.CoolOff(id, first, second, pause));
            }
            default -> throw place.get("type").refuse(type, "distinct-actor, max-steps, n-of-m or cool-off");
        }
    }
}
