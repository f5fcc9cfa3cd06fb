package io.bondtrader.security.access.desk;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Condition;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far each role may go on its own. Within its bounds an order needs nobody else; beyond any of them it needs others'
 * approval, and beyond a ceiling nobody may. A role's bounds are those of whoever holds it where the order belongs; of
 * several roles the largest counts, measure by measure. Whoever holds no role with a bound of a measure is beyond it. Becomes
 * rules of a policy.
 *
 * <p>For use by one thread.
 */
public final class DeskAuthority {

    private final Permission[] permissions;
    private final SortedMap<String, SortedMap<String, BigDecimal>> bounds = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, BigDecimal>> issuers = new TreeMap<>();
    private final List<AccessRule> ceilings = new ArrayList<>();
    private int approvals = 1;
    private Set<String> approvers = Set.of(Desk.RISK_MANAGER);

    private DeskAuthority(Permission... permissions) {
        InvalidInput.unless(permissions.length > 0, "permissions", 0, "one or more");
        this.permissions = permissions.clone();
    }

    /**
     * Begins with nobody's authority.
     *
     * @param permissions what it is needed for, {@link Desk#ENTER_ORDER} for example
     * @return the authority
     * @throws InvalidInput if there is no permission
     */
    public static DeskAuthority over(Permission... permissions) {
        return new DeskAuthority(permissions);
    }

    /**
     * Gives a role authority.
     *
     * @param role the role
     * @param measure {@link Desk#NOTIONAL}, {@link Desk#DV01}, {@link Desk#TENOR_YEARS} or another number
     * @param upTo the bound, itself allowed
     * @return this authority
     * @throws InvalidInput if it is no number
     */
    public DeskAuthority allow(String role, Attribute<BigDecimal> measure, String upTo) {
        bounds.computeIfAbsent(measure.name(), none -> new TreeMap<>()).put(role, number(upTo));
        return this;
    }

    /**
     * Gives a role authority over the bonds of one issuer, in notional. It confines what the role may do in general.
     *
     * @param role the role
     * @param issuer the issuer
     * @param upTo the bound, itself allowed; 0 for an issuer that may not be traded on one's own
     * @return this authority
     * @throws InvalidInput if it is no number
     */
    public DeskAuthority allowIssuer(String role, String issuer, String upTo) {
        issuers.computeIfAbsent(issuer, none -> new TreeMap<>()).put(role, number(upTo));
        return this;
    }

    /**
     * Sets what nobody may exceed, approved or not.
     *
     * @param measure the measure
     * @param upTo the ceiling, itself allowed
     * @return this authority
     * @throws InvalidInput if it is no number
     */
    public DeskAuthority ceiling(Attribute<BigDecimal> measure, String upTo) {
        ceilings.add(AccessRule.forbid("ceiling-of-" + measure.name(), permissions)
                .when(new Condition.Above(measure, number(upTo))));
        return this;
    }

    /**
     * Says who must approve what is beyond somebody's authority; one risk manager if nothing is said.
     *
     * @param count how many persons
     * @param roles the roles, any of which each of them holds
     * @return this authority
     */
    public DeskAuthority beyondNeeds(int count, String... roles) {
        this.approvals = count;
        this.approvers = Set.of(roles);
        return this;
    }

    /** {@return the rules, for the builder of a policy} */
    public List<AccessRule> rules() {
        List<AccessRule> rules = new ArrayList<>(ceilings);
        bounds.forEach(
                (measure, byRole) -> rules.add(beyond("authority-in-" + measure, Attribute.number(measure), byRole)));
        int[] number = {0};
        issuers.forEach((issuer, byRole) -> {
            number[0]++;
            String id = "authority-in-issuer-" + number[0];
            rules.add(beyond(id, Desk.NOTIONAL, byRole).within(GrantScope.of(Dimension.ISSUER, issuer)));
        });
        return List.copyOf(rules);
    }

    private AccessRule beyond(String id, Attribute<BigDecimal> measure, SortedMap<String, BigDecimal> byRole) {
        return AccessRule.approval(id, Desk.APPROVE_ORDER, approvals, approvers, permissions)
                .when(new Condition.AboveAuthority(measure, byRole));
    }

    /**
     * Returns a rule that asks for a second pair of eyes where a price is far from the market's.
     *
     * @param toleranceBp how far it may be, in basis points of price
     * @param approvers the roles, any of which the approver holds
     * @return the rule, about sending and changing orders
     * @throws InvalidInput if the tolerance is no number
     */
    public static AccessRule priceTolerance(String toleranceBp, String... approvers) {
        return AccessRule.approval(
                        "price-tolerance",
                        Desk.APPROVE_ORDER,
                        1,
                        new TreeSet<>(Set.of(approvers)),
                        Desk.ENTER_ORDER,
                        Desk.AMEND_ORDER)
                .when(Condition.above(Desk.PRICE_DEVIATION_BP, toleranceBp));
    }

    /**
     * Returns a rule that asks for a second pair of eyes where an order is taken back late.
     *
     * @param approvers the roles, any of which the approver holds
     * @return the rule
     */
    public static AccessRule lateCancel(String... approvers) {
        return AccessRule.approval(
                        "late-cancel", Desk.APPROVE_ORDER, 1, new TreeSet<>(Set.of(approvers)), Desk.CANCEL_ORDER)
                .when(new Condition.Flag(Desk.LATE));
    }

    /**
     * Returns a rule that asks for a second pair of eyes wherever a limit is overridden.
     *
     * @param approvers the roles, any of which the approver holds
     * @return the rule; the override and its approval name the limit, and the same content
     */
    public static AccessRule limitOverride(String... approvers) {
        return AccessRule.approval(
                "limit-override", Desk.APPROVE_LIMIT, 1, new TreeSet<>(Set.of(approvers)), Desk.OVERRIDE_LIMIT);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable("bound", text.toLowerCase(Locale.ROOT), "a decimal number");
        }
    }
}
