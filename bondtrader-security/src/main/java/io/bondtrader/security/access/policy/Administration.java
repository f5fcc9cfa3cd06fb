package io.bondtrader.security.access.policy;

import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceType;
import java.util.List;

/** The permissions that changing rights itself needs. A policy whose administration is done here declares them. */
public final class Administration {

    /** Changes of accounts, grants, delegations and exceptions. */
    public static final ResourceType CHANGE = ResourceType.of("access-change");

    /** The policy. */
    public static final ResourceType POLICY = ResourceType.of("access-policy");

    /** To propose a change that gives rights. */
    public static final Permission PROPOSE = Permission.of("access-change", "propose");

    /** To approve what another proposed. */
    public static final Permission APPROVE = Permission.of("access-change", "approve");

    /** To take rights away, at once. */
    public static final Permission REVOKE = Permission.of("access-change", "revoke");

    /** To propose another policy. */
    public static final Permission PROPOSE_POLICY = Permission.of("access-policy", "propose");

    /** To approve another policy. */
    public static final Permission APPROVE_POLICY = Permission.of("access-policy", "approve");

    private Administration() {}

    /** {@return all of them} */
    public static List<Permission> all() {
        return List.of(PROPOSE, APPROVE, REVOKE, PROPOSE_POLICY, APPROVE_POLICY);
    }
}
