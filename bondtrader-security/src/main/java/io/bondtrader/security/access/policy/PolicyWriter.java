package io.bondtrader.security.access.policy;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes what {@link PolicyReader} reads. */
final class PolicyWriter {

    private PolicyWriter() {}

    static CanonicalJson write(AccessPolicy policy) {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", 1);
        json.put("version", policy.version());
        json.put("permissions", permissions(policy.permissions()));
        json.put("roles", each(policy.roles().roles().values(), PolicyWriter::role));
        json.put("rules", each(policy.rules(), PolicyWriter::rule));
        json.put("staticDuties", each(policy.staticDuties(), PolicyWriter::staticDuty));
        json.put("dynamicDuties", each(policy.dynamicDuties(), PolicyWriter::dynamicDuty));
        json.put("recorded", permissions(policy.recorded()));
        return CanonicalJson.of(json);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> List<Object> each(Collection<T> all, java.util.function.Function<T, Object> writer) {
        List<Object> list = new ArrayList<>();
        all.forEach(one -> list.add(writer.apply(one)));
        return list;
    }

    private static List<Object> permissions(Collection<Permission> all) {
        return each(all, PolicyWriter::permission);
    }

    private static Map<String, Object> permission(Permission permission) {
        return Map.of(
                "resource", permission.resource().name(),
                "action", permission.action().name());
    }

    private static Object role(Role role) {
        return Map.of(
                "name",
                role.name(),
                "permissions",
                permissions(role.permissions()),
                "inherits",
                List.copyOf(role.inherits()));
    }

    private static Object rule(AccessRule rule) {
        return Map.of(
                "id", rule.id(),
                "permissions", permissions(rule.permissions()),
                "roles", List.copyOf(rule.roles()),
                "scope", scope(rule.scope()),
                "when", condition(rule.when()),
                "effect", effect(rule.effect()));
    }

    private static Object scope(GrantScope scope) {
        if (scope.isAny()) {
            return "any";
        }
        Map<String, Object> places = new TreeMap<>();
        scope.places().forEach((dimension, names) -> places.put(name(dimension), List.copyOf(names)));
        return places;
    }

    private static Object effect(Effect effect) {
        if (effect instanceof Effect.Forbid) {
            return "forbid";
        } else if (effect instanceof Effect.Allow) {
            return "allow";
        } else if (effect instanceof Effect.StepUp step) {
            return Map.of(
                    "stepUp",
                    Map.of(
                            "factors", each(step.anyOf(), PolicyWriter::name),
                            "within", step.within().toString(),
                            "ofContent", step.ofContent()));
        } else if (effect instanceof Effect.Approval approval) {
            return Map.of(
                    "approval",
                    Map.of(
                            "step", permission(approval.step()),
                            "count", approval.count(),
                            "eligible", List.copyOf(approval.eligible())));
        } else if (effect instanceof Effect.Oblige oblige) {
            return Map.of("oblige", oblige.obligation());
        }
        throw new IllegalStateException("a new effect: " + effect);
    }

    private static Object condition(Condition condition) {
        if (condition instanceof Condition.Always) {
            return "always";
        } else if (condition instanceof Condition.TimeOfDay time) {
            return Map.of(
                    "timeOfDay",
                    Map.of(
                            "zone", time.zone().getId(),
                            "from", time.from().toString(),
                            "to", time.to().toString(),
                            "days", each(time.days(), PolicyWriter::name)));
        } else if (condition instanceof Condition.ProvedWithin proved) {
            return Map.of(
                    "provedWithin",
                    Map.of(
                            "factors", each(proved.anyOf(), PolicyWriter::name),
                            "within", proved.within().toString()));
        } else if (condition instanceof Condition.SourceIn source) {
            return Map.of("sourceIn", each(source.networks(), SourceNetwork::toString));
        } else if (condition instanceof Condition.Above above) {
            return Map.of("above", Map.of("attribute", above.attribute().name(), "bound", plain(above.bound())));
        } else if (condition instanceof Condition.OneOf oneOf) {
            return Map.of("oneOf", Map.of("attribute", oneOf.attribute().name(), "words", List.copyOf(oneOf.words())));
        } else if (condition instanceof Condition.Flag flag) {
            return Map.of("flag", flag.attribute().name());
        } else if (condition instanceof Condition.AboveAuthority above) {
            Map<String, Object> bounds = new TreeMap<>();
            above.authority().forEach((role, bound) -> bounds.put(role, plain(bound)));
            return Map.of(
                    "aboveAuthority", Map.of("attribute", above.attribute().name(), "authority", bounds));
        } else if (condition instanceof Condition.Not not) {
            return Map.of("not", condition(not.other()));
        } else if (condition instanceof Condition.AllOf all) {
            return Map.of("all", each(all.parts(), PolicyWriter::condition));
        } else if (condition instanceof Condition.AnyOf any) {
            return Map.of("any", each(any.parts(), PolicyWriter::condition));
        } else if (condition instanceof Condition.Named named) {
            return Map.of("named", named.name());
        }
        throw new IllegalStateException("a new condition: " + condition);
    }

    private static Object staticDuty(StaticDuty duty) {
        if (duty instanceof StaticDuty.MutuallyExclusive exclusive) {
            return Map.of(
                    "id", duty.id(),
                    "exclusiveRoles", List.copyOf(exclusive.roles()),
                    "maxHeld", exclusive.maxHeld());
        } else if (duty instanceof StaticDuty.ExclusivePermissions exclusive) {
            return Map.of(
                    "id", duty.id(),
                    "exclusivePermissions", permissions(exclusive.permissions()),
                    "maxHeld", exclusive.maxHeld());
        } else if (duty instanceof StaticDuty.Cardinality cardinality) {
            return Map.of("id", duty.id(), "role", cardinality.role(), "maxPersons", cardinality.maxPersons());
        }
        throw new IllegalStateException("a new duty: " + duty);
    }

    private static Object dynamicDuty(DynamicDuty duty) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", duty.id());
        if (duty instanceof DynamicDuty.DistinctActor distinct) {
            json.put("type", "distinct-actor");
            json.put("first", permission(distinct.first()));
            json.put("second", permission(distinct.second()));
        } else if (duty instanceof DynamicDuty.MaxSteps max) {
            json.put("type", "max-steps");
            json.put("steps", permissions(max.steps()));
            json.put("most", max.most());
        } else if (duty instanceof DynamicDuty.NofM nOfM) {
            json.put("type", "n-of-m");
            json.put("step", permission(nOfM.step()));
            json.put("approval", permission(nOfM.approval()));
            json.put("count", nOfM.count());
            json.put("eligible", List.copyOf(nOfM.eligible()));
        } else if (duty instanceof DynamicDuty.CoolOff coolOff) {
            json.put("type", "cool-off");
            json.put("first", permission(coolOff.first()));
            json.put("second", permission(coolOff.second()));
            json.put("pause", coolOff.pause().toString());
        }
        return json;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
