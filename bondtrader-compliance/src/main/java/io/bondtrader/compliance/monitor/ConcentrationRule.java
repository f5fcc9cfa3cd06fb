package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.audit.CanonicalJson;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps what an account holds of one bond and of one issuer below limits of the house, by nominal and net of what is short. What
 * makes a position smaller passes.
 *
 * <p>Immutable if the positions are; safe for use by many threads.
 */
public final class ConcentrationRule implements MonitorRule {

    private static final String ID = "concentration";
    private static final Citation CITATION =
            new Citation(Jurisdiction.HOUSE, "Limits of the house", "concentration", true);

    private final Bonds bonds;
    private final Positions positions;
    private final ConcentrationLimit perBond;
    private final ConcentrationLimit perIssuer;

    private ConcentrationRule(
            Bonds bonds, Positions positions, ConcentrationLimit perBond, ConcentrationLimit perIssuer) {
        this.bonds = bonds;
        this.positions = positions;
        this.perBond = perBond;
        this.perIssuer = perIssuer;
    }

    /**
     * Returns the rule.
     *
     * @param bonds tell issuers
     * @param positions what accounts hold now
     * @param perBond for each bond
     * @param perIssuer for each issuer
     * @return the rule
     */
    public static ConcentrationRule of(
            Bonds bonds, Positions positions, ConcentrationLimit perBond, ConcentrationLimit perIssuer) {
        return new ConcentrationRule(bonds, positions, perBond, perIssuer);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public CanonicalJson parameters() {
        Map<String, Object> members = new TreeMap<>();
        members.put("perBond", perBond.toString());
        members.put("perIssuer", perIssuer.toString());
        members.put("bonds", bonds.sha256());
        return CanonicalJson.of(members);
    }

    @Override
    public Finding check(MonitoredTrade trade, TradeStage stage) {
        Optional<BondFacts> bond = bonds.of(trade.isin());
        if (bond.isEmpty()) {
            return Finding.denied(ID, "the bond's issuer is not known");
        }
        Optional<BigDecimal> held = positions.inBond(trade.account(), trade.isin());
        Optional<BigDecimal> issuer =
                positions.inIssuer(trade.account(), bond.get().issuer());
        if (held.isEmpty() || issuer.isEmpty()) {
            return Finding.denied(ID, "the account's positions are not known");
        }
        Effect ofBond = effect(perBond, held.get(), trade, stage);
        Effect ofIssuer = effect(perIssuer, issuer.get(), trade, stage);
        Effect effect = ofBond.stricter(ofIssuer);
        String reason = effect == Effect.ALLOW
                ? "within the limits"
                : "too much of one " + (ofBond.compareTo(ofIssuer) >= 0 ? "bond" : "issuer");
        return new Finding(ID, effect, CITATION, reason);
    }

    private static Effect effect(ConcentrationLimit limit, BigDecimal now, MonitoredTrade trade, TradeStage stage) {
        BigDecimal change = trade.signedNominal();
        BigDecimal before = stage.done() ? now.subtract(change) : now;
        return limit.effect(before, before.add(change));
    }
}
