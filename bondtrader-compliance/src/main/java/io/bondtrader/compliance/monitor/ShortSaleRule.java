package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses short sales of sovereign debt that nothing covers, and wants net short positions told that reach another threshold,
 * upwards or downwards. A sale is short as far as it exceeds what the account holds; sales of other bonds are none of this rule.
 *
 * <p>Source: Regulation (EU) No 236/2012, Articles 7, 13 and 17; Delegated Regulation (EU) No 918/2012, Article 21. Positions
 * count by nominal, whose unit must be the one of the debt, euro: the duration adjustment of Article 11 of the Delegated
 * Regulation is the caller's, as is the sum over accounts of a legal entity, by way of {@link Positions}. Suspensions under
 * Article 13(3) are a change of rules.
 *
 * <p>Immutable if the positions are; safe for use by many threads.
 */
public final class ShortSaleRule implements MonitorRule {

    private static final String ID = "short-sale";
    private static final Citation UNCOVERED =
            new Citation(Jurisdiction.EU, "Regulation (EU) No 236/2012", "Article 13(1)", false);

    private final Bonds bonds;
    private final Positions positions;
    private final Map<String, SovereignDebt> debts = new HashMap<>();
    private final DatedRules<NetShortThresholds> thresholds;
    private final CanonicalJson parameters;

    private ShortSaleRule(
            Bonds bonds,
            Positions positions,
            Collection<SovereignDebt> debts,
            DatedRules<NetShortThresholds> thresholds) {
        this.bonds = bonds;
        this.positions = positions;
        this.thresholds = thresholds;
        Map<String, Object> owed = new TreeMap<>();
        for (SovereignDebt debt : debts) {
            SovereignDebt before = this.debts.put(debt.issuer(), debt);
            InvalidInput.unless(before == null, "debt", debt.issuer(), "told once");
            owed.put(debt.issuer(), debt.outstandingEur().toPlainString() + (debt.liquidFuture() ? " F" : ""));
        }
        Map<String, Object> members = new TreeMap<>();
        members.put("debts", owed);
        members.put("bonds", bonds.sha256());
        members.put(
                "thresholds",
                thresholds.versions().stream()
                        .map(version -> version.from() + " " + version.content())
                        .toList());
        this.parameters = CanonicalJson.of(members);
    }

    /**
     * Returns the rule.
     *
     * @param bonds tell which are sovereign
     * @param positions what accounts hold now
     * @param debts of sovereigns
     * @param thresholds by day
     * @return the rule
     * @throws InvalidInput if a debt comes twice
     */
    public static ShortSaleRule of(
            Bonds bonds,
            Positions positions,
            Collection<SovereignDebt> debts,
            DatedRules<NetShortThresholds> thresholds) {
        return new ShortSaleRule(bonds, positions, debts, thresholds);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public CanonicalJson parameters() {
        return parameters;
    }

    @Override
    public Finding check(MonitoredTrade trade, TradeStage stage) {
        Optional<BondFacts> bond = bonds.of(trade.isin());
        if (bond.isEmpty()) {
            return Finding.denied(ID, "it is not known whether the bond is sovereign debt");
        }
        if (!bond.get().sovereign()) {
            return new Finding(ID, Effect.ALLOW, UNCOVERED, "no sovereign debt");
        }
        Optional<BigDecimal> held = positions.inBond(trade.account(), trade.isin());
        Optional<BigDecimal> issuer =
                positions.inIssuer(trade.account(), bond.get().issuer());
        SovereignDebt debt = debts.get(bond.get().issuer());
        if (held.isEmpty() || issuer.isEmpty() || debt == null) {
            return Finding.denied(ID, "position or outstanding debt is not known");
        }
        BigDecimal after = stage.done() ? held.get() : held.get().add(trade.signedNominal());
        boolean exempt = trade.party().statuses().contains(PartyStatus.EXEMPT_FROM_SHORT_SALE_RULES);
        boolean uncovered = trade.side() == Side.SELL
                && after.signum() < 0
                && trade.locate().isBlank();
        if (uncovered && !exempt) {
            return new Finding(ID, Effect.BLOCK, UNCOVERED, "short without a locate");
        }
        return notified(trade, stage, issuer.get(), debt, exempt);
    }

    private Finding notified(
            MonitoredTrade trade, TradeStage stage, BigDecimal issuer, SovereignDebt debt, boolean exempt) {
        BigDecimal before = stage.done() ? issuer.subtract(trade.signedNominal()) : issuer;
        BigDecimal after = before.add(trade.signedNominal());
        DatedRule<NetShortThresholds> rule = thresholds.on(stage.day());
        int reachedBefore = rule.content().reached(before.negate(), debt);
        int reachedAfter = rule.content().reached(after.negate(), debt);
        if (reachedBefore == reachedAfter || exempt) {
            return new Finding(ID, Effect.ALLOW, rule.citation(), "covered, and no threshold is crossed");
        }
        return new Finding(
                ID,
                Effect.REPORT,
                rule.citation(),
                "thresholds reached: " + reachedBefore + " before, " + reachedAfter + " after");
    }
}
