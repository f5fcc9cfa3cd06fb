package io.bondtrader.security.access.desk;

import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.Administration;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The vocabulary of a bond desk and the policy it begins with: four roles, of which none trades and controls, and an
 * administrator who hands out rights and has no other.
 */
public final class Desk {

    /** Orders. */
    public static final ResourceType ORDER = ResourceType.of("order");

    /** To see an order. */
    public static final Permission READ_ORDER = Permission.of("order", "read");

    /** To send an order. */
    public static final Permission ENTER_ORDER = Permission.of("order", "enter");

    /** To change an order. */
    public static final Permission AMEND_ORDER = Permission.of("order", "amend");

    /** To take an order back. */
    public static final Permission CANCEL_ORDER = Permission.of("order", "cancel");

    /** To approve what another does with an order. */
    public static final Permission APPROVE_ORDER = Permission.of("order", "approve");

    /** To see positions. */
    public static final Permission READ_POSITION = Permission.of("position", "read");

    /** To see reports. */
    public static final Permission READ_REPORT = Permission.of("report", "read");

    /** To see limits. */
    public static final Permission READ_LIMIT = Permission.of("limit", "read");

    /** To propose another limit. */
    public static final Permission PROPOSE_LIMIT = Permission.of("limit", "propose");

    /** To approve another limit. */
    public static final Permission APPROVE_LIMIT = Permission.of("limit", "approve");

    /** To send an order that breaks a limit. */
    public static final Permission OVERRIDE_LIMIT = Permission.of("limit", "override");

    /** The role that sees everything of its desk. */
    public static final String READ_ONLY = "read-only";

    /** The role that trades. */
    public static final String TRADER = "trader";

    /** The role that sets limits and approves. */
    public static final String RISK_MANAGER = "risk-manager";

    /** The role that hands out rights, and has no other. */
    public static final String ADMIN = "admin";

    /** Notional of an order, in the desk's currency. */
    public static final Attribute<BigDecimal> NOTIONAL = Attribute.number("notional");

    /** DV01 of an order, in the desk's currency per basis point. */
    public static final Attribute<BigDecimal> DV01 = Attribute.number("dv01");

    /** Years to the bond's maturity. */
    public static final Attribute<BigDecimal> TENOR_YEARS = Attribute.number("tenor-years");

    /** How far an order's price is from the market's, in basis points of price. */
    public static final Attribute<BigDecimal> PRICE_DEVIATION_BP = Attribute.number("price-deviation-bp");

    /** Whether an order is taken back after the time for it. */
    public static final Attribute<Boolean> LATE = Attribute.flag("late");

    private Desk() {}

    /** {@return all permissions of a desk and of administration} */
    public static Set<Permission> permissions() {
        Set<Permission> all = new TreeSet<>(Administration.all());
        all.addAll(List.of(
                READ_ORDER,
                ENTER_ORDER,
                AMEND_ORDER,
                CANCEL_ORDER,
                APPROVE_ORDER,
                READ_POSITION,
                READ_REPORT,
                READ_LIMIT,
                PROPOSE_LIMIT,
                APPROVE_LIMIT,
                OVERRIDE_LIMIT));
        return all;
    }

    /** {@return the four built-in roles} */
    public static List<Role> roles() {
        return List.of(
                Role.of(READ_ONLY, READ_ORDER, READ_POSITION, READ_REPORT, READ_LIMIT),
                Role.of(TRADER, ENTER_ORDER, AMEND_ORDER, CANCEL_ORDER, OVERRIDE_LIMIT)
                        .inheriting(READ_ONLY),
                Role.of(RISK_MANAGER, APPROVE_ORDER, PROPOSE_LIMIT, APPROVE_LIMIT)
                        .inheriting(READ_ONLY),
                Role.of(ADMIN, Administration.all().toArray(new Permission[0])));
    }

    /**
     * Begins a policy with the permissions, roles and duties of a desk: nobody trades and administers, or trades and
     * controls, whatever other roles he is given; who entered or changed an order does not approve it; who proposed a limit
     * does not approve it. Orders that are sent, changed, taken back or approved are reported.
     *
     * @param version the policy's version
     * @return the builder
     */
    public static AccessPolicy.Builder policy(String version) {
        return AccessPolicy.builder(version)
                .permissions(permissions())
                .roles(roles().toArray(new Role[0]))
                .duties(
                        new StaticDuty.MutuallyExclusive(
                                "separate-offices", new TreeSet<>(Set.of(TRADER, RISK_MANAGER, ADMIN)), 1),
                        new StaticDuty.ExclusivePermissions(
                                "trade-or-administer", new TreeSet<>(Set.of(ENTER_ORDER, Administration.APPROVE)), 1),
                        new StaticDuty.ExclusivePermissions(
                                "trade-or-control", new TreeSet<>(Set.of(ENTER_ORDER, APPROVE_LIMIT)), 1))
                .duties(
                        new DynamicDuty.DistinctActor("enter-or-approve", ENTER_ORDER, APPROVE_ORDER),
                        new DynamicDuty.DistinctActor("amend-or-approve", AMEND_ORDER, APPROVE_ORDER),
                        new DynamicDuty.DistinctActor("cancel-or-approve", CANCEL_ORDER, APPROVE_ORDER),
                        new DynamicDuty.DistinctActor("propose-or-approve-limit", PROPOSE_LIMIT, APPROVE_LIMIT))
                .record(ENTER_ORDER, AMEND_ORDER, CANCEL_ORDER, APPROVE_ORDER, APPROVE_LIMIT, OVERRIDE_LIMIT);
    }
}
