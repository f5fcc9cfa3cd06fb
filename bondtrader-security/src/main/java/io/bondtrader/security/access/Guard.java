package io.bondtrader.security.access;

import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.policy.Effect;
import io.bondtrader.security.access.request.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a policy says of one permission beside the roles, found once so that the rest of the policy costs nothing. */
final class Guard {

    final int index;
    final List<AccessRule> rules = new ArrayList<>();
    final List<DynamicDuty> duties = new ArrayList<>();
    final boolean recorded;

    /** Whether a permit is a step that others' requests will be judged by. */
    boolean step;

    /** Whether the roles alone decide, and nobody wants to know. */
    boolean plain;

    private Guard(int index, boolean recorded) {
        this.index = index;
        this.recorded = recorded;
    }

    static Map<Permission, Guard> of(AccessPolicy policy) {
        Map<Permission, Guard> guards = new TreeMap<>();
        for (Permission permission : policy.permissions()) {
            guards.put(permission, new Guard(guards.size(), policy.recorded().contains(permission)));
        }
        for (AccessRule rule : policy.rules()) {
            for (Permission permission : rule.permissions()) {
                at(guards, permission).rules.add(rule);
                if (rule.effect() instanceof Effect.Approval approval) {
                    at(guards, permission).step = true;
                    at(guards, approval.step()).step = true;
                }
            }
        }
        for (DynamicDuty duty : policy.dynamicDuties()) {
            for (Permission permission : duty.steps()) {
                at(guards, permission).duties.add(duty);
                at(guards, permission).step = true;
            }
        }
        for (Guard guard : guards.values()) {
            guard.plain = guard.rules.isEmpty() && !guard.step && !guard.recorded;
        }
        return guards;
    }

    private static Guard at(Map<Permission, Guard> guards, Permission permission) {
        Guard guard = guards.get(permission);
        if (guard == null) {
            throw new IllegalStateException("the policy declares no " + permission);
        }
        return guard;
    }
}
