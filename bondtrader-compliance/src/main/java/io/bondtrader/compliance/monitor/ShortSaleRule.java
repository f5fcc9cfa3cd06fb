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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Refuses short sales of sovereign debt that nothing covers, and wants net short positions told that reach another threshold,
 * upwards or downwards. A sale is short as far as it exceeds what the account holds; sales of other bonds are none of this rule.
 *
 * <p>Source: Regulation (EU) No 236/2012, Articles 7, 13 and 17; Delegated Regulation (EU) No 918/2012, Article 21. Positions
 * count by nominal, whose unit must be the one of the debt, euro: the duration adjustment of Article 11 of the Delegated
 * Regulation is the caller's, as is the sum over accounts of a legal entity, by way of {@link Positions}. Suspensions under
 * Article 13(3) are a change of rules. Debts of the Union and of the United Kingdom have thresholds of their own.
 *
 * <p>Immutable if the positions are; safe for use by many threads.
 */
public final class ShortSaleRule implements MonitorRule {

    private static final String ID = "short-sale";
    private static final Citation UNION_UNCOVERED =
            new Citation(Jurisdiction.EU, "Regulation (EU) No 236/2012", "Article 13(1)", false);
    private static final Citation KINGDOM_UNCOVERED =
            new Citation(Jurisdiction.UK, "Regulation (EU) No 236/2012 as retained", "Article 13(1)", false);

    private final Bonds bonds;
    private final Positions positions;
    private final Map<String, Rules> rules = new HashMap<>();
    private final CanonicalJson parameters;

    /** An issuer's debt and the thresholds that its law has. */
    private record Rules(SovereignDebt debt, DatedRules<NetShortThresholds> thresholds) {

        String said() {
            return debt.outstandingEur().toPlainString()
                    + (debt.liquidFuture() ? " F" : "")
                    + thresholds.versions().stream()
                            .map(version -> "; " + version.from() + " " + version.content())
                            .collect(Collectors.joining());
        }
    }

    private ShortSaleRule(
            Bonds bonds, Positions positions, Map<SovereignDebt, DatedRules<NetShortThresholds>> thresholds) {
        this.bonds = bonds;
        this.positions = positions;
        Map<String, Object> owed = new TreeMap<>();
        thresholds.forEach((debt, law) -> {
            Rules of = new Rules(debt, law);
            InvalidInput.unless(rules.put(debt.issuer(), of) == null, "debt", debt.issuer(), "told once");
            owed.put(debt.issuer(), of.said());
        });
        this.parameters = CanonicalJson.of(Map.of("debts", owed, "bonds", bonds.sha256()));
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
        Map<SovereignDebt, DatedRules<NetShortThresholds>> all = new LinkedHashMap<>();
        for (SovereignDebt debt : debts) {
            InvalidInput.unless(all.put(debt, thresholds) == null, "debt", debt.issuer(), "told once");
        }
        return new ShortSaleRule(bonds, positions, all);
    }

    /**
     * Returns the rule for debts under several laws.
     *
     * @param bonds tell which are sovereign
     * @param positions what accounts hold now
     * @param thresholds of each debt, by day
     * @return the rule
     * @throws InvalidInput if two debts are of one issuer
     */
    public static ShortSaleRule of(
            Bonds bonds, Positions positions, Map<SovereignDebt, DatedRules<NetShortThresholds>> thresholds) {
        return new ShortSaleRule(bonds, positions, thresholds);
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
            return new Finding(ID, Effect.ALLOW, UNION_UNCOVERED, "no sovereign debt");
        }
        Rules of = rules.get(bond.get().issuer());
        if (of == null) {
            return Finding.denied(ID, "outstanding debt is not known");
        }
        DatedRule<NetShortThresholds> law = of.thresholds().on(stage.day());
        if (!law.content().inScope()) {
            return new Finding(ID, Effect.ALLOW, law.citation(), "sovereign debt is out of scope");
        }
        Optional<BigDecimal> held = positions.inBond(trade.account(), trade.isin());
        Optional<BigDecimal> issuer =
                positions.inIssuer(trade.account(), bond.get().issuer());
        if (held.isEmpty() || issuer.isEmpty()) {
            return Finding.denied(ID, "position is not known");
        }
        BigDecimal after = stage.done() ? held.get() : held.get().add(trade.signedNominal());
        boolean exempt = trade.party().statuses().contains(PartyStatus.EXEMPT_FROM_SHORT_SALE_RULES);
        boolean uncovered = trade.side() == Side.SELL
                && after.signum() < 0
                && trade.locate().isBlank();
        if (uncovered && !exempt) {
            boolean kingdom = law.citation().jurisdiction() == Jurisdiction.UK;
            return new Finding(
                    ID, Effect.BLOCK, kingdom ? KINGDOM_UNCOVERED : UNION_UNCOVERED, "short without a locate");
        }
        return notified(trade, stage, issuer.get(), of.debt(), law, exempt);
    }

    private static Finding notified(
            MonitoredTrade trade,
            TradeStage stage,
            BigDecimal issuer,
            SovereignDebt debt,
            DatedRule<NetShortThresholds> rule,
            boolean exempt) {
        BigDecimal before = stage.done() ? issuer.subtract(trade.signedNominal()) : issuer;
        BigDecimal after = before.add(trade.signedNominal());
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
