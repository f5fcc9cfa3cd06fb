package io.bondtrader.compliance.monitor;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The bonds that rules know. Immutable and safe for use by many threads. */
public final class Bonds {

    private final Map<Isin, BondFacts> facts;
    private final String sha256;

    private Bonds(Map<Isin, BondFacts> facts) {
        this.facts = facts;
        Map<String, Object> members = new TreeMap<>();
        facts.forEach((isin, bond) -> members.put(isin.value(), json(bond)));
        this.sha256 = CanonicalJson.of(members).sha256();
    }

    /**
     * Returns bonds.
     *
     * @param facts of each
     * @return the bonds
     * @throws InvalidInput if one comes twice
     */
    public static Bonds of(Collection<BondFacts> facts) {
        Map<Isin, BondFacts> byIsin = new HashMap<>();
        for (BondFacts bond : facts) {
            BondFacts before = byIsin.put(bond.isin(), bond);
            InvalidInput.unless(before == null, "bond", bond.isin(), "told once");
        }
        return new Bonds(byIsin);
    }

    /**
     * Returns what is known of a bond.
     *
     * @param isin which
     * @return the facts; nothing if it is not known
     */
    public Optional<BondFacts> of(Isin isin) {
        return Optional.ofNullable(facts.get(isin));
    }

    /** {@return the SHA-256 of all facts} */
    public String sha256() {
        return sha256;
    }

    private static Map<String, Object> json(BondFacts bond) {
        Map<String, Object> members = new TreeMap<>();
        members.put("issuer", bond.issuer());
        members.put("sovereign", bond.sovereign());
        members.put("complex", bond.complex());
        members.put("regimes", new TreeSet<>(bond.regimes()));
        members.put("targetMarket", new TreeSet<>(bond.targetMarket()));
        members.put("notFor", new TreeSet<>(bond.notFor()));
        return members;
    }

    @Override
    public String toString() {
        return "Bonds[" + facts.size() + "]";
    }
}
